import { compareForms, outcomeOf, thresholds } from './comparing.ts'
import { type Identifier, parseIdentifier } from './identifiers.ts'
import { type Name, type NameForm, readName } from './names.ts'
import { isPersonsName } from './persons.ts'
import { placeOf } from './places.ts'
import type { Comparison, Evidence, OrganisationRecord } from './record.ts'
import { foldedWords } from './transliteration.ts'
import type { Frequencies } from './weights.ts'

/** A record read once, so that comparing it many times is cheap. */
export type ReadRecord = {
  record: OrganisationRecord
  names: readonly Name[]
  place: string | undefined
  country: string | undefined
  identifiers: readonly Identifier[]
}

/** "Aalborg Øst" and "Århus N" are Aalborg and Århus. */
export const readPlace = (place: string | undefined): string | undefined => {
  const [first] = place ? foldedWords(place.replace(/\d{3,}/g, ' ')) : []
  return first ? (placeOf(first) ?? first) : undefined
}

export function readRecord(record: OrganisationRecord): ReadRecord {
  const names = [
    readName(record.name),
    ...(record.aliases ?? []).filter((alias) => alias.trim()).map((alias) => readName(alias, 'alias')),
  ]
  return {
    record,
    names,
    place: readPlace(record.place),
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

/** Two records, given the two forms of their names that fit best. */
export function weighRecords(
  a: ReadRecord,
  b: ReadRecord,
  forms: readonly [NameForm, NameForm],
  frequencies: Frequencies,
): Comparison {
  const compared = compareForms(forms[0], forms[1], frequencies)
  const evidence: Evidence[] = compared.evidence
  let { score, capped } = compared
  const note = (one: Evidence): void => {
    score += one.weight
    evidence.push(one)
  }
  if (forms[0].source === 'former' && forms[1].source === 'former') capped = true
  if (a.country && b.country && a.country !== b.country) {
    note({ kind: 'country-differs', weight: -12, left: a.country, right: b.country })
    capped = true
  } else if (a.country && b.country) note({ kind: 'country', weight: 1, left: a.country, right: b.country })
  if (a.place && b.place) {
    if (a.place === b.place) note({ kind: 'place', weight: 3, left: a.place, right: b.place })
    else {
      note({ kind: 'place-differs', weight: -10, left: a.place, right: b.place })
      if (isPersonsName(a.record.name)) capped = true
    }
  }
  const ids = compareIdentifiers(a.identifiers, b.identifiers)
  if (ids.verdict !== 0) {
    const [left, right] = [ids.left!.value, ids.right!.value]
    if (ids.verdict > 0) note({ kind: 'identifier', weight: 60, left, right })
    else note({ kind: 'identifier-differs', weight: -90, left, right })
    return {
      outcome: ids.verdict > 0 ? 'same' : 'different',
      score: round(ids.verdict > 0 ? Math.max(score, 30) : Math.min(score, -30)),
      evidence,
    }
  }
  if (capped) score = Math.min(score, thresholds.same - 0.5)
  score = round(score)
  return { outcome: outcomeOf(score), score, evidence }
}

const round = (bits: number): number => Math.round(bits * 100) / 100

export const formsOf = (record: ReadRecord): readonly NameForm[] => record.names.flatMap((name) => name.forms)

/** Every form against every form; the best pair speaks. */
export function compareRead(a: ReadRecord, b: ReadRecord, frequencies: Frequencies): Comparison {
  let best: Comparison | undefined
  for (const left of formsOf(a)) {
    for (const right of formsOf(b)) {
      const next = weighRecords(a, b, [left, right], frequencies)
      if (!best || next.score > best.score) best = next
    }
  }
  return best ?? { outcome: 'different', score: -30, evidence: [] }
}
