import type { Language } from '../../kernel/text.ts'
import { type Day, formatDay, readDay } from '../../kernel/time.ts'
import { isDirected, type StatedKind, statedKinds } from './rules.ts'

/**
 * A kind of tie as a form says it, seen from one side: what the other is to this one. Written 'supplies' (this one
 * supplies the other), '~supplies' (the other supplies this one), 'own.ID' for a kind of an ecosystem's own.
 */
export type SaidKind = { kind: StatedKind; own: string | null; back: boolean }

const written = /^(~?)([a-z-]+)(?:\.([0-9a-f-]{36}))?$/

/** Undefined when there is no such kind. */
export function readKind(text: string): SaidKind | undefined {
  const found = written.exec(text)
  const kind = statedKinds.find((k) => k === found?.[2])
  const own = found?.[3] ?? null
  if (!kind || (kind === 'own') !== (own !== null)) return undefined
  const back = found?.[1] === '~'
  return back && kind !== 'own' && !isDirected(kind) ? undefined : { kind, own, back }
}

export const writeKind = ({ kind, own, back }: SaidKind): string =>
  `${back ? '~' : ''}${kind}${own === null ? '' : `.${own}`}`

export type Ends = { from: string; to: string }

/** The two ends of a tie of which one side speaks. */
export const endsOf = (said: SaidKind, self: string, other: string): Ends =>
  said.back ? { from: other, to: self } : { from: self, to: other }

export type Told = Ends & { kind: string; own: string | null; directed: boolean }

/** Whether two statements tell of the same tie; where a kind has no direction, either way round. */
export const isSameTie = (a: Told, b: Told): boolean =>
  a.kind === b.kind &&
  a.own === b.own &&
  ((a.from === b.from && a.to === b.to) || (!a.directed && a.from === b.to && a.to === b.from))

/** The sides whose word is asked: the other than who stated it; of what neither stated, both, and either is enough. */
export const sidesAsked = ({ from, to, organisation }: Ends & { organisation: string | null }): string[] =>
  organisation === from ? [to] : organisation === to ? [from] : [from, to]

export const tieStates = ['confirmed', 'waiting', 'denied', 'ended'] as const
export type TieState = (typeof tieStates)[number]

export const stateOfTie = (tie: { answer: string | null; ended_at: Date | null }): TieState =>
  tie.ended_at
    ? 'ended'
    : tie.answer === null
      ? 'waiting'
      : tie.answer === 'confirmed'
        ? 'confirmed'
        : 'denied'

/** A day or a year as people write it: 2024 is its first day where a period starts, its last where it ends. */
export function readPoint(typed: string, which: 'start' | 'end'): Day | undefined {
  const text = typed.trim()
  if (/^\d{4}$/.test(text)) {
    const year = Number(text)
    return year < 1900 || year > 2100 ? undefined : `${text}-${which === 'start' ? '01-01' : '12-31'}`
  }
  return readDay(text)
}

/** "2024–2026", "5.3.2024–", or nothing where neither end is known. */
export function periodText(starts: Day | null, ends: Day | null, language: Language): string {
  if (!starts && !ends) return ''
  return `${starts ? pointText(starts, 'start', language) : ''}–${ends ? pointText(ends, 'end', language) : ''}`
}

/** The same as it is typed again in a form. */
export const pointText = (day: Day, which: 'start' | 'end', language: Language): string =>
  day.endsWith(which === 'start' ? '-01-01' : '-12-31') ? day.slice(0, 4) : formatDay(day, language)
