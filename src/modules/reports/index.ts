/**
 * Reports of projects: an ecosystem settles how often its projects report, periods open by themselves, each
 * organisation of a project gives its part on one page, an officer approves or returns, and what is approved becomes
 * figures of `indicators` in the same transaction. What was sent never changes; a correction is a new version. Who is
 * bound to a project, or sent its report, does not approve it. What follows a project otherwise takes who writes for it
 * (`ownParties`, `helping`), who is bound to it (`boundTo`) and whom its news are told to from here.
 */
export { type Told, tellOffice, tellProject } from './news.ts'
export { daysAfter, periodAround } from './periods.ts'
export { type Party, partiesOf, partyRows } from './queries.ts'
export { boundTo, helping, overseeing, ownParties } from './rights.ts'
