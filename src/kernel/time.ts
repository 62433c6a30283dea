import type { Language } from './text.ts'

/** A day without a clock, as "2026-03-05". Stored and compared as such; never a JavaScript Date. */
export type Day = string

const helsinki = 'Europe/Helsinki'
// Made once: making a format costs a hundred times its use.
const englishDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const helsinkiDay = new Intl.DateTimeFormat('sv-SE', { timeZone: helsinki, dateStyle: 'short' })
const helsinkiClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: helsinki,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day when it exists in the calendar, else undefined (31.2. does not). */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1000 || year > 9999) return undefined
  const d = new Date(Date.UTC(year, month - 1, day))
  if (d.getUTCFullYear() !== year || d.getUTCMonth() !== month - 1 || d.getUTCDate() !== day) return undefined
  return d.toISOString().slice(0, 10)
}

const writtenDay = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/

/** A day as people write it in a form, "5.3.2026" or "2026-03-05"; undefined when there is no such day. */
export function readDay(text: string): Day | undefined {
  const written = writtenDay.exec(text.trim())
  if (written) return dayOf(Number(written[3]), Number(written[2]), Number(written[1]))
  const iso = dayPattern.exec(text.trim())
  return iso ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) : undefined
}

/** "2026-03-05" -> "5.3.2026" (fi, sv) or "5 Mar 2026" (en). */
export function formatDay(day: Day, language: Language): string {
  const m = dayPattern.exec(day)
  if (!m) return day
  if (language !== 'en') return `${Number(m[3])}.${Number(m[2])}.${m[1]}`
  return englishDay.format(new Date(`${day}T00:00:00Z`))
}

/** An instant on a Finnish clock: "21.11.2026 klo 6.00". */
export function formatInstant(instant: Date, language: Language): string {
  const parts = helsinkiClock.formatToParts(instant)
  const get = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  const day = formatDay(`${get('year')}-${get('month')}-${get('day')}`, language)
  const hour = Number(get('hour')) % 24
  if (language === 'fi') return `${day} klo ${hour}.${get('minute')}`
  if (language === 'sv') return `${day} kl. ${hour}.${get('minute')}`
  return `${day}, ${String(hour).padStart(2, '0')}:${get('minute')}`
}

/** The Finnish calendar day of an instant. */
export const dayIn = (instant: Date): Day => helsinkiDay.format(instant)

/**
 * The instant of a Finnish day and clock ('HH:MM'). A clock that the spring leaves out is the one an hour later; one
 * that the autumn has twice is the first.
 */
export function instantOf(day: Day, clock: string): Date {
  const wall = Date.parse(`${day}T${clock}:00Z`)
  const hour = 3_600_000
  const summer = new Date(wall - 3 * hour)
  return clockIn(summer) === clock && dayIn(summer) === day ? summer : new Date(wall - 2 * hour)
}

/** What a Finnish clock shows at an instant, as 'HH:MM'. */
export function clockIn(instant: Date): string {
  const parts = helsinkiClock.formatToParts(instant)
  const get = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `${String(Number(get('hour')) % 24).padStart(2, '0')}:${get('minute')}`
}
