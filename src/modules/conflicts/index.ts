/**
 * Conflicts of interest: who may take part in which matter. What the engine computes stands on what the register says
 * at this moment (places in organisations, families of organisations, joint projects, own preparation), on what people
 * have told of themselves, and on what they declare before they open an application or at the meeting.
 *
 * Others keep the conflicted out with `free` in an action's `only`, ask `standingsOf` for many at once, and show why
 * with `GateView` and the pages of this room. It stands above applications, which it knows by their rows alone, so that
 * reading one can ask here too. Who prepared does not decide: no setting changes that.
 */
export { barredToward } from './barred-toward.ts'
export { declareIn } from './declare-actions.ts'
export { type Gate, gateOf } from './gate.ts'
export { GateView } from './gate-view.tsx'
export { type RecusalRow, recusalsOf } from './queries.ts'
export { type ShownTie, shownTies } from './shown.ts'
export { type Standings, standingsOf, standingsToward } from './standings.ts'
export { free, mayTakePart, unbarred, whatKeepsOut } from './taking-part.ts'
export { groundText, StandingTag } from './ties-view.tsx'
