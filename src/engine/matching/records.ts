import { compareForms, mostForReview, outcomeOf } from './comparing.ts'
import { type Identifier, parseIdentifier } from './identifiers.ts'
import { type Name, type NameForm, readName } from './names.ts'
import { isPersonsName } from './persons.ts'
import { placeOf } from './places.ts'
import type { Comparison, Evidence, EvidenceKind, OrganisationRecord } from './record.ts'
import { foldedWords } from './transliteration.ts'
import type { Frequencies } from './weights.ts'
import { isPublicBody } from './words.ts'

/** A record read once, so that comparing it many times is cheap. */
export type ReadRecord = {
  record: OrganisationRecord
  names: readonly Name[]
  place: string | undefined
  /** The folded words of the place. */
  town: ReadonlySet<string>
  country: string | undefined
  identifiers: readonly Identifier[]
}

/** "Aalborg Øst" and "Århus N" are Aalborg and Århus. */
export const readPlace = (place: string | undefined): string | undefined => {
  const [first] = place ? foldedWords(place.replace(/\d{3,}/g, ' ')) : []
  return first ? (placeOf(first) ?? first) : undefined
}

const noTown: ReadonlySet<string> = new Set()

export function readRecord(record: OrganisationRecord): ReadRecord {
  const names = [
    readName(record.name),
    ...(record.aliases ?? []).filter((alias) => alias.trim()).map((alias) => readName(alias, 'alias')),
  ]
  return {
    record,
    names,
    place: readPlace(record.place),
    town: record.place ? new Set(foldedWords(record.place)) : noTown,
    country: record.country?.trim().toUpperCase() || undefined,
    identifiers: (record.identifiers ?? []).flatMap(
      ({ scheme, value }) => parseIdentifier(scheme, value) ?? [],
    ),
  }
}

/** 1 one identifier in both, -1 the same scheme says two organisations, 0 nothing to compare. */
export function compareIdentifiers(
  a: readonly Identifier[],
  b: readonly Identifier[],
): { verdict: -1 | 0 | 1; left?: Identifier; right?: Identifier } {
  let against: { left: Identifier; right: Identifier } | undefined
  for (const left of a) {
    for (const right of b) {
      if (left.scheme !== right.scheme) continue
      if (left.value === right.value) return { verdict: 1, left, right }
      against ??= { left, right }
    }
  }
  return against ? { verdict: -1, ...against } : { verdict: 0 }
}

/** The score of two records, given the two forms of their names that fit best; evidence only into a given list. */
export function scoreRecords(
  a: ReadRecord,
  b: ReadRecord,
  forms: readonly [NameForm, NameForm],
  frequencies: Frequencies,
  evidence?: Evidence[],
): number {
  let { score, most } = compareForms(forms[0], forms[1], frequencies, evidence)
  const note = (kind: EvidenceKind, weight: number, left: string, right: string): void => {
    score += weight
    if (evidence) evidence.push({ kind, weight, left, right })
  }
  if (forms[0].source === 'former' && forms[1].source === 'former') most = Math.min(most, mostForReview)
  if (a.country && b.country) {
    if (a.country === b.country) note('country', 1, a.country, b.country)
    else {
      note('country-differs', -12, a.country, b.country)
      most = Math.min(most, mostForReview)
    }
  }
  if (a.place && b.place) {
    if (a.place === b.place) note('place', 3, a.place, b.place)
    else {
      note(
        'place-differs',
        forms[0].words.some((word) => isPublicBody(word.key)) ? -8 : -16,
        a.place,
        b.place,
      )
      if (isPersonsName(a.record.name)) most = Math.min(most, mostForReview)
    }
  }
  const ids = compareIdentifiers(a.identifiers, b.identifiers)
  if (ids.verdict > 0) {
    note('identifier', 60, ids.left!.value, ids.right!.value)
    return round(Math.max(score, 30))
  }
  if (ids.verdict < 0) {
    note('identifier-differs', -90, ids.left!.value, ids.right!.value)
    return round(Math.min(score, -30))
  }
  return round(Math.min(score, most))
}

/** Two records, given the two forms of their names that fit best, with the evidence. */
export function weighRecords(
  a: ReadRecord,
  b: ReadRecord,
  forms: readonly [NameForm, NameForm],
  frequencies: Frequencies,
): Comparison {
  const evidence: Evidence[] = []
  const score = scoreRecords(a, b, forms, frequencies, evidence)
  return { outcome: outcomeOf(score), score, evidence }
}

const round = (bits: number): number => Math.round(bits * 100) / 100

export const formsOf = (record: ReadRecord): readonly NameForm[] => record.names.flatMap((name) => name.forms)

/** Every form against every form; the best pair speaks. */
export function compareRead(a: ReadRecord, b: ReadRecord, frequencies: Frequencies): Comparison {
  let best: { score: number; forms: readonly [NameForm, NameForm] } | undefined
  for (const left of formsOf(a)) {
    for (const right of formsOf(b)) {
      const score = scoreRecords(a, b, [left, right], frequencies)
      if (!best || score > best.score) best = { score, forms: [left, right] }
    }
  }
  return best
    ? weighRecords(a, b, best.forms, frequencies)
    : { outcome: 'different', score: -30, evidence: [] }
}
