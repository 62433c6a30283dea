/**
 * Lists from elsewhere, any that people have: read, recognised, realigned where that is certain, made into statements
 * row by row, kept with their raw cells and every doubt. A dropped file is an import; its rows wait here until the
 * projects take them (`import.staged`, `import.confirmed`), and go back when it is withdrawn (`import.withdrawn`).
 *
 * Others may read imports and rows, mark what became of them, and tell the end of what they did.
 */
export {
  discardImport,
  getImport,
  receiveImport,
} from './actions.ts'
export { textOf } from './cells.ts'
export { readImport } from './jobs.ts'
export { type OwnList, ownRegistry, stageOwnList } from './own-list.ts'
export { ofImport, refuseClosedEverywhere } from './place.ts'
export {
  type ImportCounts,
  type ImportHead,
  type ImportLayout,
  importById,
  importOfFile,
  importsById,
  type ListInfo,
  lockImport,
  rejectedRows,
  rowCells,
  updateImport,
} from './queries.ts'
export { openTable } from './reading/table.ts'
export { rejectsSheet } from './rejects.ts'
export { sayFailure, sayQuestions } from './say.ts'
export { shareText } from './share-text.ts'
export type { StatementParty, StatementValues } from './statement.ts'
export {
  type AppliedRow,
  formerProjects,
  listsOfProjects,
  type Mark,
  markRows,
  type StagedRow,
  stagedRows,
  statementsOf,
  type ToldRow,
  toldRows,
  withdrawRows,
} from './statement-queries.ts'
export { markApplied, markFailed, markPreviewed, markWithdrawn } from './transitions.ts'
export { Unreadable } from './unreadable.ts'
