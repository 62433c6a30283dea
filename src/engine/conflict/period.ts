import type { Day, Period } from './register.ts'

/** Where a period lies seen from a day: over it, after it, ended so lately that it still counts, or long gone. */
export type Time = 'now' | 'ahead' | 'past' | 'gone'

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The same day so many years earlier; the 29th of February becomes the 28th where there is none. */
export function yearsBefore(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) - years
  const rest = day.slice(4) === '-02-29' && !isLeap(year) ? '-02-28' : day.slice(4)
  return String(year).padStart(4, '0') + rest
}

/** A tie ended exactly so many years ago still counts; one that has not begun counts already: it was agreed on. */
export function timeOf({ startsOn, endsOn }: Period, day: Day, years: number): Time {
  if (endsOn !== null && endsOn < day) return endsOn >= yearsBefore(day, years) ? 'past' : 'gone'
  return startsOn !== null && startsOn > day ? 'ahead' : 'now'
}

/** Have the two a day in common? */
export const overlap = (a: Period, b: Period): boolean =>
  (a.startsOn === null || b.endsOn === null || a.startsOn <= b.endsOn) &&
  (b.startsOn === null || a.endsOn === null || b.startsOn <= a.endsOn)
