import type { Day } from '../../kernel/time.ts'

type Placed = { due?: Day | undefined; since?: Date | undefined }

/** What must be done first stands first; what has no day comes after, the oldest first. */
export const byUrgency = (a: Placed, b: Placed): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
  (a.since?.getTime() ?? Number.POSITIVE_INFINITY) - (b.since?.getTime() ?? Number.POSITIVE_INFINITY) ||
  0

export const newestFirst = (a: Placed, b: Placed): number =>
  (b.since?.getTime() ?? 0) - (a.since?.getTime() ?? 0)

export type Haste = 'late' | 'today' | 'soon' | 'later'

/** How near the day is: within a week it is soon. */
export function hasteOf(due: Day, today: Day): Haste {
  if (due < today) return 'late'
  if (due === today) return 'today'
  return Date.parse(due) - Date.parse(today) <= 7 * 24 * 60 * 60 * 1000 ? 'soon' : 'later'
}
