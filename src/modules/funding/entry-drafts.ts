import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, languages, ownNames } from '../../kernel/text.ts'
import { keepers } from './actions.ts'
import { applicantKinds, levels, stages } from './entry.ts'
import { sheetText } from './sheet-text.ts'
import { text } from './text.ts'

const chosen = <T extends string>(codes: readonly T[], say: (code: T) => string) =>
  Object.fromEntries(codes.map((c) => [c, say(c)]))

const fields = inEach((l): DraftFields => {
  const t = sheetText[l]
  return {
    ...t,
    language: { label: t.language, values: chosen(languages, (c) => ownNames[c]) },
    level: { label: t.level, values: chosen(levels, (c) => text[l].levels[c]) },
    applicants: { label: t.applicants, values: chosen(applicantKinds, (c) => text[l].applicants[c]) },
    stage: { label: t.stage, values: chosen(stages, (c) => text[l].stages[c]) },
  }
})

const allow: DraftKind['allow'] = ruleOf(keepers, () => undefined)

/** The one subject of the form for an entry that is not there yet. */
export const unwritten = '*'

export const newFunding: DraftKind = {
  kind: 'funding.new',
  shared: false,
  title: inEach((l) => text[l].add),
  path: () => '/funding/new',
  allow,
  fields,
}

/** Those who keep the catalogue change an entry together. */
export const changedFunding: DraftKind = {
  kind: 'funding.edit',
  changes: true,
  shared: true,
  title: inEach((l) => text[l].title),
  path: (id) => `/funding/${id}/edit`,
  allow,
  fields,
}
