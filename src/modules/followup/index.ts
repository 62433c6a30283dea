/**
 * Following a project once it has its money: milestones, deliverables, risks, the use of its budget and its changes,
 * each kept in versions; follow-up and final reports as packets that are composed of what is known and frozen when they
 * are sent; and the project beside its record in the official list, difference by difference. A project is followed
 * because its money was decided here, because it reports here, or because somebody took it in. What late milestones,
 * risks and late reports add up to in an ecosystem, `risksOf` sums from what `listFollowed` answers, each count with its
 * list.
 */
export { listFollowed } from './read-actions.ts'
export { type RisksOfEcosystem, risksOf } from './standing.ts'
