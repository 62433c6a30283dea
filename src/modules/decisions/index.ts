/**
 * The decision on an application: one object with two halves. The city selects, the council takes the legal decision;
 * each half has its own right, grounds, amounts and signature (a hash of everything that was decided, which anybody can
 * count again), and either may send it back. Who prepared a matter, or has a conflict of interest in it, never decides
 * it: that is read from the rows in the deciding transaction and is no setting. Also here: the meetings in which it is
 * decided with their agenda and minutes, the letters, the public register, and the project that a grant becomes.
 */
export { proposeDecision } from './actions.ts'
export { type Head, numberOf, pathOf } from './head.ts'
export { headsOfCall } from './head-queries.ts'
export { standsWithDecision } from './project-queries.ts'
export { readRegister } from './register.tsx'
export { type DecisionState, decisionMachine } from './rules.ts'
export { sightsOf } from './sight.ts'
export { text as decisionsText } from './text.ts'
