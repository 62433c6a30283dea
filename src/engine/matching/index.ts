/**
 * Organisations that are the same: reads organisation names in any European language, compares them with evidence
 * in bits (Fellegi and Sunter 1969, with term frequencies after Winkler), joins a list's records into clusters,
 * matches names and affiliations against a register, knows the identifiers of registers and their check digits,
 * and tells a sole trader's own name from a company's. Pure: no I/O, no clock; fit for a worker thread.
 *
 * What it will not do: join two different valid identifiers of one scheme, join a unit with its parent, or join
 * names whose numbers or directions differ. Those are for a person, or different.
 */
import { createNameIndex } from './blocking.ts'
import type { Comparison, OrganisationRecord } from './record.ts'
import { compareRead, readRecord } from './records.ts'
import { type Frequencies, noFrequencies } from './weights.ts'

export { certainty, probabilityOfName } from './calibration.ts'
export { type Clusters, cluster, type Pair } from './clustering.ts'
export { thresholds } from './comparing.ts'
export {
  type Identifier,
  type IdentifierScheme,
  isValidBusinessId,
  parseIdentifier,
  recogniseScheme,
} from './identifiers.ts'
export { type JointProject, jointProjects, type ProjectRow } from './joint-projects.ts'
export { createMatcher, type Matcher, type MatchResult, type Regime } from './matcher.ts'
export { type Party, type PartyKind, parties } from './party-list.ts'
export { type KnownParties, knownParties, nothingKnown } from './party-list-known.ts'
export { isPersonalName, isPersonsName, personalTrader } from './persons.ts'
export { placeOf } from './places.ts'
export type {
  Comparison,
  Evidence,
  EvidenceKind,
  OrganisationRecord,
  Outcome,
} from './record.ts'
export { fold } from './transliteration.ts'
export type { Frequencies } from './weights.ts'

/** Compares two records and says why; with the frequencies of a list, rare words of that list weigh more. */
export const compare = (
  a: OrganisationRecord,
  b: OrganisationRecord,
  frequencies: Frequencies = noFrequencies,
): Comparison => compareRead(readRecord(a), readRecord(b), frequencies)

/** How often each word occurs among the names of a list, for `compare`. */
export function frequenciesOf(records: Iterable<OrganisationRecord>): Frequencies {
  const index = createNameIndex()
  let number = 0
  for (const record of records) index.add(number++, readRecord(record).names)
  return index.frequencies
}
