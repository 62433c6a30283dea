import { type Day, dayOf } from '../../kernel/time.ts'

export const eventKinds = ['call', 'meeting', 'deadline', 'event'] as const
export type EventKind = (typeof eventKinds)[number]

export const repeats = ['never', 'weekly', 'monthly', 'monthly-weekday', 'yearly'] as const
export type Repeat = (typeof repeats)[number]

/** Days and clocks are Finnish wall time: a meeting at nine stays at nine when summer time begins. */
export type When = {
  starts_on: Day
  /** 'HH:MM'; null for the whole day. */
  starts_at: string | null
  ends_on: Day
  ends_at: string | null
  repeats: Repeat
  repeats_until: Day | null
}

export type Occurrence = { start: Day; end: Day }

const dayMs = 86_400_000
const ms = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const parts = (day: Day) => day.split('-').map(Number) as [number, number, number]
/** The day so many days later. */
export const plusDays = (day: Day, days: number): Day =>
  new Date(ms(day) + days * dayMs).toISOString().slice(0, 10)
export const daysBetween = (from: Day, to: Day): number => Math.round((ms(to) - ms(from)) / dayMs)

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
/** Monday is 0. */
export const weekdayOf = (day: Day): number => (new Date(ms(day)).getUTCDay() + 6) % 7

/** The nth time that an event begins; 0 is its first. The 31st of a short month is its last day. */
function nthStart({ starts_on, repeats }: When, n: number): Day {
  const [year, month, day] = parts(starts_on)
  if (repeats === 'weekly') return plusDays(starts_on, 7 * n)
  if (repeats === 'yearly') return dayOf(year + n, month, Math.min(day, lastOfMonth(year + n, month)))!
  const y = year + Math.floor((month - 1 + n) / 12)
  const m = ((month - 1 + n) % 12) + 1
  if (repeats === 'monthly') return dayOf(y, m, Math.min(day, lastOfMonth(y, m)))!
  return nthWeekday(y, m, weekdayOf(starts_on), weekOf(starts_on))
}

/** Which of its weekday a day is in its month: 1 to 4, or -1 for a fifth, which means the last. */
export function weekOf(day: Day): number {
  const week = Math.ceil(parts(day)[2] / 7)
  return week === 5 ? -1 : week
}

function nthWeekday(year: number, month: number, weekday: number, week: number): Day {
  if (week === -1) {
    const last = lastOfMonth(year, month)
    const end = dayOf(year, month, last)!
    return plusDays(end, -((weekdayOf(end) - weekday + 7) % 7))
  }
  const first = dayOf(year, month, 1)!
  return plusDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (week - 1))
}

/** Every time that the event is on, wholly or in part, from one day to another. */
export function occurrences(event: When, from: Day, to: Day): Occurrence[] {
  const length = daysBetween(event.starts_on, event.ends_on)
  const found: Occurrence[] = []
  const most = event.repeats === 'never' ? 1 : 5_000
  for (let n = firstThatMatters(event, plusDays(from, -length)); n < most; n++) {
    const start = nthStart(event, n)
    if (start > to || (event.repeats_until && start > event.repeats_until)) break
    const end = plusDays(start, length)
    if (end >= from) found.push({ start, end })
  }
  return found
}

/** A number of turns that surely end before the day, so that an old event is not counted through. */
function firstThatMatters({ starts_on, repeats }: When, day: Day): number {
  const days = daysBetween(starts_on, day)
  if (days <= 0 || repeats === 'never') return 0
  const turn = repeats === 'weekly' ? 7 : repeats === 'yearly' ? 366 : 31
  return Math.max(0, Math.floor(days / turn) - 1)
}

/** The rule of RFC 5545 that says the same. `until` is written by who knows the time zone. */
export function recurrenceRule(event: When, until: string | undefined): string | undefined {
  const [, month, day] = parts(event.starts_on)
  const end = until ? `;UNTIL=${until}` : ''
  const upTo = (last: number) => Array.from({ length: last - 27 }, (_, i) => 28 + i).join(',')
  switch (event.repeats) {
    case 'never':
      return undefined
    case 'weekly':
      return `RRULE:FREQ=WEEKLY${end}`
    case 'monthly':
      return day <= 28
        ? `RRULE:FREQ=MONTHLY;BYMONTHDAY=${day}${end}`
        : `RRULE:FREQ=MONTHLY;BYMONTHDAY=${upTo(day)};BYSETPOS=-1${end}`
    case 'monthly-weekday': {
      const weekday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekdayOf(event.starts_on)]
      return `RRULE:FREQ=MONTHLY;BYDAY=${weekOf(event.starts_on)}${weekday}${end}`
    }
    case 'yearly':
      return month === 2 && day === 29
        ? `RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1${end}`
        : `RRULE:FREQ=YEARLY${end}`
  }
}

/** "9.00", "9:00", "09.00" and "9" are all nine o'clock; undefined for what is no time of day. */
export function clockOf(typed: string): string | undefined {
  const m = /^\s*(\d{1,2})(?:[.:](\d{2}))?\s*$/.exec(typed)
  const [hour, minute] = [Number(m?.[1]), Number(m?.[2] ?? 0)]
  if (!m || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** "5.3.2026" and "2026-03-05" are the same day; undefined for what is in no calendar. */
export function dayTyped(typed: string): Day | undefined {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(typed)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const own = /^\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s*$/.exec(typed)
  return own ? dayOf(Number(own[3]), Number(own[2]), Number(own[1])) : undefined
}
