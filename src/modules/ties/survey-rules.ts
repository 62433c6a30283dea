import { type Day, dayIn } from '../../kernel/time.ts'
import { strengths } from './rules.ts'
import { readKind, writeKind } from './tie-rules.ts'

/** How long an address for a receipt, or one that was asked to confirm, is kept after its use is over. Days. */
export const addressDays = 90
/** How long the other side can answer by its link. Days. */
export const askDays = 30

/** Lines that a form shows at first, and how many more at a press. */
export const firstRows = 3
export const moreRows = 3

export type SurveyState = 'open' | 'closed'

export const surveyState = (survey: { closes_on: Day; closed_at: Date | null }, now: Date): SurveyState =>
  survey.closed_at || survey.closes_on < dayIn(now) ? 'closed' : 'open'

/** A line of an answer: with whom, what they are to who answers, how closely, since which year. */
export type SaidRow = { name: string; kind: string; strength: number; since: number | null }

export type SaidAnswer = {
  name: string
  offers: string
  needs: string
  email: string
  rows: readonly SaidRow[]
}

export type Fault = {
  field: string
  what: 'noName' | 'noRows' | 'rowName' | 'rowKind' | 'rowYear' | 'ownName' | 'email' | 'long'
}

/** Lines in which nothing is written are no lines. */
const isBlank = (row: { name: string; kind: string; since: string }) =>
  row.name.trim() === '' && row.kind === '' && row.since.trim() === ''

export type TypedRow = { name: string; kind: string; strength: string; since: string }

/** The kinds that an answer may name: those that the survey asks, from both sides where there are two. */
export const isAsked = (kinds: readonly string[], kind: string): boolean => {
  const said = readKind(kind)
  return said !== undefined && kinds.includes(writeKind({ ...said, back: false }))
}

const longest = { name: 200, line: 300 }

/** Reads an answer as it was typed: what can be kept as it is, and what is still to be put right before it is sent. */
export function readAnswer(
  typed: { name: string; offers: string; needs: string; email: string; rows: readonly TypedRow[] },
  survey: { kinds: readonly string[]; most: number },
  year: number,
): { said: SaidAnswer; faults: Fault[] } {
  const faults: Fault[] = []
  const cut = (field: string, text: string, most: number) => {
    const tidy = text.replaceAll(/\s+/gu, ' ').trim()
    if (tidy.length > most) faults.push({ field, what: 'long' })
    return tidy.slice(0, most)
  }
  const name = cut('name', typed.name, longest.name)
  if (!name) faults.push({ field: 'name', what: 'noName' })
  const rows = typed.rows.slice(0, survey.most).flatMap((row, i): SaidRow[] => {
    if (isBlank(row)) return []
    const at = (part: string) => `row.${i}.${part}`
    const other = cut(at('name'), row.name, longest.name)
    if (!other) faults.push({ field: at('name'), what: 'rowName' })
    else if (name && other.toLowerCase() === name.toLowerCase())
      faults.push({ field: at('name'), what: 'ownName' })
    if (!isAsked(survey.kinds, row.kind)) faults.push({ field: at('kind'), what: 'rowKind' })
    const since = row.since.trim() === '' ? null : Number(row.since.trim())
    const isYear = since === null || (Number.isInteger(since) && since >= 1900 && since <= year)
    if (!isYear) faults.push({ field: at('since'), what: 'rowYear' })
    const strength = strengths.find((s) => String(s) === row.strength) ?? 2
    return [
      {
        name: other,
        kind: isAsked(survey.kinds, row.kind) ? row.kind : '',
        strength,
        since: isYear ? since : null,
      },
    ]
  })
  if (rows.length === 0) faults.push({ field: 'row.0.name', what: 'noRows' })
  const email = typed.email.trim().toLowerCase().slice(0, 254)
  if (email && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(email))
    faults.push({ field: 'email', what: 'email' })
  const offers = cut('offers', typed.offers, longest.line)
  const needs = cut('needs', typed.needs, longest.line)
  return { said: { name, offers, needs, email, rows }, faults }
}
