/**
 * Applications to calls: several people of several organisations write one together, section by section, and send it;
 * what is sent is a version that never changes. An application's answers are the fields of shared drafts
 * (`sectionDraft`), so nothing is typed twice and nothing waits to be saved. Who sees one is said in one place,
 * `maySeeApplication`. Modules below take the rules `whoReads` and `officers`, which leave an application that is not
 * seen to `seenApplication`, and read what was sent with `versionOf` and `partnersOf`.
 * The money of a version is counted by `moneyOf` and shown by `MoneyBlock` and `MoneyDifferences`.
 * Who has been invited to write comes in with `joinApplication`. What others have agreed begins one by `beginWith`, which
 * tells what found no place in the form; its people are invited by `inviteAll`.
 */
export { officers, seen as seenApplication, whoReads } from './access.ts'
export { type Application, applicationPath } from './application.ts'
export { beginWith, inviteAll, type NotCarried, type ToldPartner } from './begin-with.ts'
export type { ToldBudget } from './budget-told.ts'
export { type CompletionTarget, completionTargets } from './completion-targets.ts'
export { formOf } from './form-of.ts'
export { applyingTo } from './list-queries.ts'
export { MoneyBlock } from './money-block.tsx'
export type { Money } from './money-count.ts'
export { MoneyDifferences, moneyChanges } from './money-differences.tsx'
export { moneyOf } from './money-read.ts'
export type { Terms } from './money-terms.ts'
export { askCompletion } from './office-actions.ts'
export { joinApplication } from './people-actions.ts'
export { type ApplicationState, applicationMachine } from './rules.ts'
export { type Partner, partnersOf, type Version, versionOf } from './version-queries.ts'
