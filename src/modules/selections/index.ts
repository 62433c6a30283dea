/**
 * Selection meetings: which of the candidates together, within budgets and rules, when only part of the weights is
 * known. Candidates come from a call, from the list of projects or from a spreadsheet; members say what they know of
 * the weights, and the engine (`engine/portfolio`) says which candidates are sure, which are out and which are to be
 * discussed. Whoever has a conflict of interest in a candidate neither scores it, forces it, votes on it nor sees what
 * is said of it. A closed meeting leaves a record that anybody can compute again (`verifyFile`); legal decisions are
 * taken in `decisions`, never here.
 */
export { recordingJob } from './jobs.ts'
export { selectionNudge } from './queries.ts'
export { readSelection } from './reading.ts'
export { inOneLine, verifyFile } from './verdict.ts'
