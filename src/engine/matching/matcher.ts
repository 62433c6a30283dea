import { type AffiliationIndex, createAffiliationIndex, type Sightings } from './affiliation-index.ts'
import { looksLikeAffiliation, readAffiliation } from './affiliations.ts'
import { createNameIndex } from './blocking.ts'
import { certainty, probabilityOfName, probabilityOfShare } from './calibration.ts'
import { mostForReview, outcomeOf } from './comparing.ts'
import type { NameForm } from './names.ts'
import type { Evidence, OrganisationRecord, Outcome } from './record.ts'
import { compareRead, type ReadRecord, readRecord, scoreRecords, weighRecords } from './records.ts'

/**
 * `name`: the query is an organisation's name. `affiliation`: the query is a longer text that holds one. `auto`:
 * a name that fits and has no rivals, else what the text holds, else a name that may fit.
 */
export type Regime = 'auto' | 'name' | 'affiliation'

export type MatchResult = {
  /**
   * `same`: a machine may act on it; `certainty.act` says how often such answers were right. `review`: the best
   * guess, for a person to look at. `different`: likelier none of the register.
   */
  outcome: Outcome
  /** The id of the registered organisation that fits best; missing when none is worth a look. */
  candidate?: string
  /** Bits. */
  score: number
  /** How likely the candidate is the one that is meant, as seen where the right ones are known. */
  probability: number
  evidence: Evidence[]
  /** The next best, best first. */
  rivals: { id: string; score: number; outcome: Outcome }[]
  regime: 'name' | 'affiliation'
}

export type Matcher = {
  size: () => number
  add: (record: OrganisationRecord) => void
  match: (record: OrganisationRecord) => MatchResult
}

/** How far the best must be ahead of another organisation that fits as well. */
const margin = 1

/** The share of the chances that the rivals of a name may take together. */
const rivalShare = 0.02

/** A register to match names against. It grows while an import runs: `add` what was not found. */
export function createMatcher(
  registry: Iterable<OrganisationRecord>,
  options: { regime?: Regime } = {},
): Matcher {
  const regime = options.regime ?? 'name'
  const records: ReadRecord[] = []
  const index = createNameIndex()
  const holders = new Map<string, number[]>()
  let affiliations: AffiliationIndex | undefined

  function add(record: OrganisationRecord): void {
    const read = readRecord(record)
    const number = records.push(read) - 1
    index.add(number, read.names)
    for (const { scheme, value } of read.identifiers) {
      const key = `${scheme} ${value}`
      holders.set(key, [...(holders.get(key) ?? []), number])
    }
    affiliations = undefined
  }
  for (const record of registry) add(record)

  function match(record: OrganisationRecord): MatchResult {
    const query = readRecord(record)
    const byId = query.identifiers.flatMap(({ scheme, value }) => holders.get(`${scheme} ${value}`) ?? [])
    if (regime === 'affiliation' && byId.length === 0) return matchAffiliation(sightingsOf(query))
    const byName = matchName(query, byId)
    if (regime !== 'auto' || byId.length > 0) return byName
    const found = sightingsOf(query)
    const named = found.find(({ owner }) => records[owner]!.record.id === byName.candidate)
    const rivalled = named && shareOf(named, found, 0) < 1 - rivalShare
    if (byName.outcome === 'same' && !rivalled) return byName
    const within = matchAffiliation(found)
    if (byName.outcome === 'same' && within.outcome !== 'same') return toReview(byName)
    return within.outcome === 'different' && !looksLikeAffiliation(record.name) ? byName : within
  }

  function matchName(query: ReadRecord, byId: readonly number[]): MatchResult {
    const best = new Map<number, { score: number; forms: [NameForm, NameForm] }>()
    const consider = (owner: number, forms: [NameForm, NameForm]): void => {
      const score = scoreRecords(query, records[owner]!, forms, index.frequencies)
      const known = best.get(owner)
      if (!known || score > known.score) best.set(owner, { score, forms })
    }
    for (const name of query.names) {
      for (const form of name.forms) {
        for (const [number] of index.candidates(form, form === name.forms[0] ? name.parent : undefined))
          consider(index.owners[number]!, [form, index.forms[number]!])
      }
    }
    for (const owner of byId)
      consider(owner, [query.names[0]!.forms[0]!, records[owner]!.names[0]!.forms[0]!])
    const ranked = [...best]
      .map(([owner, { score, forms }]) => ({ owner, score, forms, outcome: outcomeOf(score) }))
      .filter(({ outcome }) => outcome !== 'different')
      .sort((a, b) => b.score - a.score || a.owner - b.owner)
    const [first, second] = ranked
    if (!first)
      return { outcome: 'different', score: -30, probability: 0, evidence: [], rivals: [], regime: 'name' }
    const compared = weighRecords(query, records[first.owner]!, first.forms, index.frequencies)
    const match: MatchResult = {
      ...compared,
      probability: probabilityOfName(compared.score),
      candidate: records[first.owner]!.record.id,
      rivals: ranked
        .slice(1, 6)
        .map(({ owner, score, outcome }) => ({ id: records[owner]!.record.id, score, outcome })),
      regime: 'name',
    }
    if (
      second?.outcome === 'same' &&
      first.score - second.score < margin &&
      areTwo(first.owner, second.owner)
    )
      return toReview(match)
    return match
  }

  /** Two entries of the register that are not themselves spellings of one organisation. */
  const areTwo = (a: number, b: number): boolean =>
    a !== b && compareRead(records[a]!, records[b]!, index.frequencies).outcome !== 'same'

  function sightingsOf({ record, country }: ReadRecord): Sightings[] {
    affiliations ??= createAffiliationIndex(index.forms, index.owners, records, index.frequencies)
    const found = affiliations.find(readAffiliation(record.name))
    return country
      ? found.filter(({ owner }) => !records[owner]!.country || records[owner]!.country === country)
      : found
  }

  function matchAffiliation(found: readonly Sightings[]): MatchResult {
    const answer = (sighting: Sightings) => {
      const probability = probabilityOfShare(shareOf(sighting, found, 1))
      return {
        id: records[sighting.owner]!.record.id,
        score: Math.round(sighting.score * 100) / 100,
        outcome: outcomeOfProbability(probability),
        probability,
      }
    }
    const [first] = found
    if (!first)
      return {
        outcome: 'different',
        score: -30,
        probability: 0,
        evidence: [],
        rivals: [],
        regime: 'affiliation',
      }
    const { id: candidate, ...best } = answer(first)
    return {
      ...best,
      candidate,
      evidence: evidenceOf(first, records[first.owner]!),
      rivals: found.slice(1, 6).map((rival) => {
        const { id, score, outcome } = answer(rival)
        return { id, score, outcome }
      }),
      regime: 'affiliation',
    }
  }
  return { size: () => records.length, add, match }
}

/** The sighting's share of the chances beside the others found and "none of these", which has odds of its own. */
const shareOf = ({ score }: Sightings, found: readonly Sightings[], none: number): number =>
  1 / (none * 2 ** -score + found.reduce((sum, other) => sum + 2 ** (other.score - score), 0))

const outcomeOfProbability = (probability: number): Outcome =>
  probability >= certainty.act ? 'same' : probability >= certainty.guess ? 'review' : 'different'

const toReview = (match: MatchResult): MatchResult => {
  const score = Math.min(match.score, mostForReview)
  const evidence: Evidence[] = [...match.evidence, { kind: 'rival', weight: score - match.score }]
  return { ...match, outcome: 'review', score, probability: probabilityOfName(score), evidence }
}

function evidenceOf(sighting: Sightings, record: ReadRecord): Evidence[] {
  const { features, form } = sighting
  const evidence: Evidence[] = [
    { kind: 'position', weight: Math.round(sighting.score * 100) / 100, left: form.text },
  ]
  if (features.place && record.record.place)
    evidence.push({ kind: 'place', weight: 1, left: record.record.place })
  if (features.country && record.country) evidence.push({ kind: 'country', weight: 1, left: record.country })
  if (features.countryDiffers && record.country)
    evidence.push({ kind: 'country-differs', weight: -2, left: record.country })
  return evidence
}
