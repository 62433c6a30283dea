/**
 * Who is tied to whom. Actors and ties come in as plain data and are kept in typed arrays; ties from projects come by
 * a projection in which a project of thirty does not count for more than a project of two. Communities, measures,
 * pictures that stay where they were, changes between two days, and who joins what: numbers first, then sentences in
 * three languages. Pure and seeded: the same network has the same answer on a server, in a worker and in a browser.
 *
 *   tiesFromProjects -> graphOf -> communitiesOf, betweenSteps and the other measures -> brokersOf -> words
 *                              -> layout -> pictures; around; changeBetween; growth; GEXF, GraphML, tables
 *
 * `sift` answers what of a network a question leaves and `countFacets` what each filter would leave, the same in a
 * browser and on the server; `writeDrawing` and `readDrawing` carry a network from one to the other.
 */
import type { NetworkWords } from './words.ts'
import { english } from './words-en.ts'
import { finnish } from './words-fi.ts'
import { swedish } from './words-sv.ts'

export { type Around, type AroundActor, type AroundOptions, around } from './around.ts'
export { type Between, type BetweenOptions, type BetweenProgress, between, betweenSteps } from './between.ts'
export { type Broker, type Brokerage, brokerage, type Join } from './brokers.ts'
export { type CapabilityMap, capabilityMap } from './capability.ts'
export { type Change, changeBetween, type PairChange } from './change.ts'
export { clustering } from './clustering.ts'
export { type Communities, type CommunityOptions, communitiesOf } from './communities.ts'
export { componentsOf, type Partition } from './components.ts'
export {
  type ComputedNetwork,
  type ComputedTie,
  type ComputingProgress,
  computingSteps,
  type NetworkInput,
} from './computing.ts'
export { constraint } from './constraint.ts'
export { coreNumbers } from './core.ts'
export { type Cuts, cutsOf } from './cuts.ts'
export { type Day, readDay, writeDay } from './day.ts'
export { degrees, density, strengths } from './degree.ts'
export {
  type Drawing,
  type DrawnActor,
  type DrawnNetwork,
  type DrawnTie,
  readDrawing,
  writeDrawing,
} from './drawing.ts'
export type { FileFault, FileGraph, FileLimits, ReadFile } from './file-graph.ts'
export { type GexfOptions, writeGexf } from './gexf.ts'
export { edgeBetween, type Graph, graphOf, tiesOf } from './graph.ts'
export { writeGraphml } from './graphml.ts'
export { growth, type HalfYear, heldBetween } from './growth.ts'
export { layout, layoutSteps, placesOf } from './layout.ts'
export { type Doer, type Teacher, teachersOf } from './learning.ts'
export { type SharedNeighbours, sharedNeighbours } from './likeness.ts'
export { type Acquaintance, whoToMeet } from './meeting.ts'
export { modularity } from './modularity.ts'
export { participation } from './participation.ts'
export type { Layout, LayoutOptions, LayoutProgress, Place } from './picture.ts'
export { eigenvector, type IterationOptions, pageRank, type Settled } from './prestige.ts'
export { type AlikeProfile, indexProfiles, type Profile, type ProfileIndex } from './profiles.ts'
export { type JointProject, type Projection, type ProjectionOptions, tiesFromProjects } from './projection.ts'
export { readGexf } from './read-gexf.ts'
export { readGraphml } from './read-graphml.ts'
export type { Length } from './shortest.ts'
export {
  countFacets,
  countTieKinds,
  type ManyValues,
  manyValues,
  type NetworkColumns,
  type NetworkQuestion,
  type Sifted,
  sift,
} from './sieve.ts'
export { actorRows, type Rows, readTables, tieRows } from './tables.ts'
export type { Actor, Attribute, Tie, TieColumns } from './ties.ts'
export { type CommunityTraits, type Trait, traitsOf } from './traits.ts'
export type { NetworkWords } from './words.ts'
export type { XmlEvent } from './xml.ts'

/** What is said of a network, for pages and reports. */
export const networkWords: Record<'fi' | 'sv' | 'en', NetworkWords> = {
  fi: finnish,
  sv: swedish,
  en: english,
}
