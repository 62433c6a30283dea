import { type Field, fieldNames, kindOfField } from '../fields.ts'
import { type HeaderMatch, matchHeader } from './header-words.ts'
import type { Shape } from './shapes.ts'

/** How well a column's content suits a field, 0 to 1; 0.7 when the column is empty and so says nothing. */
export function suits(field: Field, shape: Shape): number {
  if (shape.filled === 0) return 0.7
  const words = 1 - Math.min(1, Math.max(shape.amount, shape.date, shape.span))
  const distinct = shape.distinct / Math.min(shape.filled, 5_000)
  switch (kindOfField(field)) {
    case 'date':
      return Math.min(1, shape.date + shape.partialDate * 0.7)
    case 'span':
      return shape.span
    case 'amount':
      return shape.amount
    case 'rate':
      return shape.amount
    case 'percent':
      return Math.max(shape.percent, shape.amount * 0.9)
    case 'code':
      return Math.min(1, shape.code * 0.5 + distinct * 0.5)
    case 'name':
      return words * (shape.averageLength >= 3 && shape.list === 0 ? 1 : 0.3)
    case 'text':
      return words * (shape.averageLength >= 25 ? 1 : 0.4)
    case 'organisation':
      return words * (shape.averageLength <= 150 ? 1 : 0.4)
    case 'identifier':
      return Math.max(shape.identifier, shape.code * 0.6)
    case 'currency':
      return shape.currency
    case 'postcode':
      return Math.max(shape.postcode, shape.averageLength <= 12 ? 0.5 : 0)
    case 'nuts':
      return shape.nuts
    case 'url':
      return Math.max(shape.url, shape.averageLength > 8 ? 0.3 : 0)
    case 'point':
      return shape.point
    case 'term':
      if (shape.span > 0.5) return 0
      return shape.averageLength <= 250 ? 1 : 0.4
    case 'place':
      return words
    case 'partners':
      return shape.list > 0 ? 1 : words
  }
}

/** What content alone suggests where a header says nothing; at most 0.6, so that any header wins over it. */
function contentGuess(field: Field, shape: Shape): number {
  const distinct = shape.filled === 0 ? 0 : shape.distinct / Math.min(shape.filled, 5_000)
  const plain =
    shape.amount < 0.2 && shape.date < 0.2 && shape.span < 0.2 && shape.url < 0.2 && shape.list === 0
  switch (field) {
    case 'code':
      return shape.code > 0.95 &&
        distinct > 0.98 &&
        shape.date < 0.1 &&
        shape.filled >= 3 &&
        shape.averageLength <= 24
        ? 0.5
        : 0
    case 'title':
      return plain &&
        distinct > 0.8 &&
        shape.averageLength >= 15 &&
        shape.averageLength <= 200 &&
        shape.organisation < 0.5
        ? 0.45
        : 0
    case 'summary':
      return plain && distinct > 0.7 && shape.averageLength > 200 ? 0.55 : 0
    case 'lead':
      return plain && shape.organisation > 0.3 && shape.averageLength <= 80 && shape.separated < 0.3
        ? 0.4 + 0.15 * shape.organisation
        : 0
    case 'partners':
      return shape.organisation > 0.5 && shape.separated > 0.4 ? 0.5 : 0
    case 'leadId':
      return shape.identifier > 0.95 && shape.amount < 0.5 ? 0.45 : 0
    case 'startAndEnd':
      return shape.span > 0.9 ? 0.55 : 0
    case 'currency':
      return shape.currency > 0.95 ? 0.6 : 0
    case 'rate':
      return shape.percent > 0.9 ? 0.5 : 0
    case 'nuts':
      return shape.nuts > 0.95 && shape.averageLength >= 4 ? 0.5 : 0
    case 'sourceUrl':
      return shape.url > 0.9 ? 0.55 : 0
    case 'latLong':
      return shape.point > 0.9 ? 0.55 : 0
    default:
      return 0
  }
}

/** Why a column got its field. The words are in text.ts. */
export type Why =
  | { by: 'profile' }
  | { by: 'person' }
  | { by: 'header'; phrase: string; language: string }
  | { by: 'content'; share: number }
  | { by: 'nothing' }

export type Assignment = { field: Field | null; confidence: number; why: Why; others: readonly Field[] }

type Candidate = { column: number; field: Field; score: number; match?: HeaderMatch; share: number }

/** Gives each column at most one field and each field at most one column, the surest first. */
export function assign(headers: readonly string[], shapes: readonly Shape[]): Assignment[] {
  const candidates = headers.flatMap((header, column) => candidatesOf(header, column, shapes[column]!))
  candidates.sort(
    (a, b) =>
      b.score - a.score ||
      (b.match?.phrase.length ?? 0) - (a.match?.phrase.length ?? 0) ||
      a.column - b.column,
  )
  const taken = new Set<Field>()
  const chosen = new Map<number, Candidate>()
  for (const candidate of candidates) {
    if (chosen.has(candidate.column) || taken.has(candidate.field)) continue
    chosen.set(candidate.column, candidate)
    taken.add(candidate.field)
  }
  return headers.map((_, column) => {
    const others = candidates.filter((c) => c.column === column).map((c) => c.field)
    const best = chosen.get(column)
    if (!best) return { field: null, confidence: 0, why: { by: 'nothing' }, others }
    const why: Why = best.match
      ? { by: 'header', phrase: best.match.phrase, language: best.match.language }
      : { by: 'content', share: best.share }
    return { field: best.field, confidence: best.score, why, others: others.filter((f) => f !== best.field) }
  })
}

function candidatesOf(header: string, column: number, shape: Shape): Candidate[] {
  const matches = matchHeader(header)
  const byHeader = matches.flatMap((match): Candidate[] => {
    const suit = suits(match.field, shape)
    return suit < 0.3
      ? []
      : [{ column, field: match.field, score: match.strength * (0.5 + 0.5 * suit), match, share: suit }]
  })
  if (byHeader.some((c) => c.score > 0.6)) return byHeader
  const byContent = fieldNames.flatMap((field): Candidate[] => {
    const score = contentGuess(field, shape)
    return score > 0 ? [{ column, field, score, share: suits(field, shape) }] : []
  })
  return [...byHeader, ...byContent]
}
