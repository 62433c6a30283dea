/**
 * The profile of an actor: what an organisation does, offers, needs and knows, its test beds, industries, size, regions,
 * languages and pictures. Each is a fact that knows who stated it, when, in whose name and what it replaced; what a
 * coordinator has filled in is marked until the actor confirms it. The profile is kept by people of the actor, by
 * invitation or because they asked, and they are asked once a year whether it is still right. Later modules read it by
 * `profileFactsOf` (all facts of many organisations that a reader may see, in one question) and
 * `organisationsWithFact`; merged organisations answer for all their rows. `keepsProfile`, `keepersOf`, `keptBy` and
 * `allKeepers` say who keeps which profile now. DECISIONS/0026-a-profile-is-facts.md.
 */
export { type Fact, type FactContent, organisationsHaving as organisationsWithFact } from './fact-queries.ts'
export { allKeepers, keepersOf, keepsProfile, keptBy } from './keeper-queries.ts'
export { profileFactsOf } from './read-actions.ts'
export type { FactKind } from './rules.ts'
