/**
 * Ties that people state: who works with whom, supplies, owns or mentors whom, since when, how closely and in whose
 * word. The other side confirms or denies. Besides one by one they come by a survey that needs no account, and by
 * files. An ecosystem may have kinds of its own. Nothing is overwritten: a tie that gives way says when and to what.
 * What follows from projects and agreements is no row here: `network` computes it and joins the two.
 */
export { type TieKind, weightOf } from './rules.ts'
export { closedTies, type Tie } from './tie-queries.ts'
