import type { Day } from '../../kernel/time.ts'

export const periodLengths = ['quarter', 'half-year', 'year'] as const
export type PeriodLength = (typeof periodLengths)[number]

const months: Readonly<Record<PeriodLength, number>> = { quarter: 3, 'half-year': 6, year: 12 }

export type Period = { from: Day; to: Day }

const dayOfUtc = (year: number, month: number, day: number): Day =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** The calendar period of this length in which a day falls. */
export function periodAround(day: Day, length: PeriodLength): Period {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const first = Math.floor((month - 1) / months[length]) * months[length]
  return { from: dayOfUtc(year, first, 1), to: dayOfUtc(year, first + months[length], 0) }
}

export const daysAfter = (day: Day, days: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return dayOfUtc(year, month - 1, date + days)
}

const laterOf = (a: Day, b: Day): Day => [a, b].sort()[1]!
const earlierOf = (a: Day, b: Day): Day => [a, b].sort()[0]!

/** How far back periods are opened at most: what is older is no longer asked. */
const mostPeriods = 40

/**
 * The periods that a project reports: those that have ended by the day and overlap the project's time and the scheme's.
 * A project's last period ends with the project where the two meet in the middle of it.
 */
export function periodsDue(
  of: { starts: Day | null; ends: Day | null; since: Day; length: PeriodLength },
  today: Day,
): Period[] {
  const first = of.starts ? laterOf(of.starts, of.since) : of.since
  const due: Period[] = []
  for (let period = periodAround(first, of.length); due.length < mostPeriods; ) {
    const from = laterOf(period.from, first)
    const to = of.ends ? earlierOf(of.ends, period.to) : period.to
    if (to >= today || from > to) break
    due.push({ from, to })
    if (to !== period.to) break
    period = periodAround(daysAfter(period.to, 1), of.length)
  }
  return due
}
