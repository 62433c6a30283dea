/**
 * Calls for applications: what is settled of one before it opens (`CallSettings`), its life as a state machine
 * (`callMachine`), and its period by the clock. The rules freeze when a call opens; what must be put right after that is
 * a published correction with its reason. Modules below ask `callById` for a call and `takes` whether the applications of
 * a step are taken at an instant; `recordOf` says who sees it.
 */

export { type Call, callPath, type FormVersion, type Plan, recordOf, type Step } from './call.ts'
export { Clock } from './clock-view.tsx'
export { publicCalls } from './list.ts'
export { callById, callsByIds } from './queries.ts'
export type { CallState } from './rules.ts'
export { callSaid } from './saying.ts'
export type { CallSettings, Texts } from './settings.ts'
export { lastDeadline, stepsOf, type Taking, takes } from './taking.ts'
