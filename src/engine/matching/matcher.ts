import { type AffiliationIndex, createAffiliationIndex, type Sightings } from './affiliation-index.ts'
import { looksLikeAffiliation, readAffiliation } from './affiliations.ts'
import { createNameIndex } from './blocking.ts'
import { outcomeOf, thresholds } from './comparing.ts'
import type { NameForm } from './names.ts'
import type { Evidence, OrganisationRecord, Outcome } from './record.ts'
import { compareRead, type ReadRecord, readRecord, scoreRecords, weighRecords } from './records.ts'

/**
 * `name`: the query is an organisation's name. `affiliation`: the query is a longer text that holds one. `auto`:
 * a name first, and where no name fits and the text reads as an affiliation, that.
 */
export type Regime = 'auto' | 'name' | 'affiliation'

export type MatchResult = {
  outcome: Outcome
  /** The id of the registered organisation that fits best; missing when none is worth a look. */
  candidate?: string
  /** Bits. */
  score: number
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

/** An affiliation is assigned from this score on; see the table that bench/matching.ts prints. */
const affiliationThreshold = 0.7

/** How far the best must be ahead of another organisation that fits as well. */
const margin = 1

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
    if (regime === 'affiliation' && byId.length === 0) return matchAffiliation(query)
    const byName = matchName(query, byId)
    if (regime !== 'auto' || byName.outcome === 'same' || !looksLikeAffiliation(record.name)) return byName
    const within = matchAffiliation(query)
    return within.outcome === 'same' ? within : byName
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
    if (!first) return { outcome: 'different', score: -30, evidence: [], rivals: [], regime: 'name' }
    const compared = weighRecords(query, records[first.owner]!, first.forms, index.frequencies)
    const match: MatchResult = {
      ...compared,
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

  function matchAffiliation(query: ReadRecord): MatchResult {
    affiliations ??= createAffiliationIndex(index.forms, index.owners, records, index.frequencies)
    const found = affiliations.find(readAffiliation(query.record.name))
    const fits = query.country
      ? found.filter(({ owner }) => !records[owner]!.country || records[owner]!.country === query.country)
      : found
    const [first] = fits
    const rivals = fits.slice(1, 6).map(({ owner, score }) => ({
      id: records[owner]!.record.id,
      score,
      outcome: outcomeOfSighting(score),
    }))
    if (!first) return { outcome: 'different', score: -30, evidence: [], rivals, regime: 'affiliation' }
    return {
      outcome: outcomeOfSighting(first.score),
      candidate: records[first.owner]!.record.id,
      score: Math.round(first.score * 100) / 100,
      evidence: evidenceOf(first, records[first.owner]!),
      rivals,
      regime: 'affiliation',
    }
  }
  return { size: () => records.length, add, match }
}

const outcomeOfSighting = (score: number): Outcome =>
  score >= affiliationThreshold ? 'same' : score >= affiliationThreshold - 2 ? 'review' : 'different'

const toReview = (match: MatchResult): MatchResult => {
  const score = Math.min(match.score, thresholds.same - 0.5)
  const evidence: Evidence[] = [...match.evidence, { kind: 'rival', weight: score - match.score }]
  return { ...match, outcome: 'review', score, evidence }
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
