/**
 * "You are not alone": which funded projects, and which applications and ideas that one may read, are near a project, an
 * application or an idea, with what they share (words and meanings in three languages, actors, region, time), and what
 * people judge of such pairs: that one overlaps, complements, continues or depends on the other, or that there is no
 * relation. Subjects of YSO are suggested here and accepted by people; a concept is looked for and taken by `ConceptFinder`. Others ask `neighboursOf` for the projects nearest
 * to a text and `nearAmong` for the nearest of given things, `judgementsOf` for what stands judged of a thing and
 * `judgedTies` for which things follow each other; all answer only what the actor sees. Ideas are kept by `portfolio`,
 * which stands on this room: their rows alone are read here. The texts
 * are compared in memory, one index for a process, which is made beside the requests and never waited for.
 */
export { labelOf as conceptName } from './evidence-view.tsx'
export { JudgementList } from './judgement-view.tsx'
export { NearList, type NearListProps } from './near-view.tsx'
export {
  type Evidence,
  type NamedConcept,
  type NeighbourProject,
  namedConcept,
  nearestProjects,
  neighboursOf,
} from './neighbours.ts'
export { type Judgement, judgements, type ThingRef, worthJudging } from './rules.ts'
export { type JudgedTie, judgedTies, judgementsOf, type ShownJudgement } from './seen-judgements.ts'
export { ConceptChoice, ConceptFinder, ConceptLink } from './subject-view.tsx'
export { type NearThing, nearAmong } from './waiting.ts'
