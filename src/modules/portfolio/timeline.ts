import type { Day } from '../../kernel/time.ts'
import { type Axis, codesOn, type Entry } from './entry.ts'

/** A half of a calendar year, as '2026-1' or '2026-2'. */
export type HalfYear = string

export const halfYearOf = (day: Day): HalfYear => `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`

export const firstDayOf = (half: HalfYear): Day =>
  `${half.slice(0, 4)}-${half.endsWith('1') ? '01-01' : '07-01'}`
export const lastDayOf = (half: HalfYear): Day =>
  `${half.slice(0, 4)}-${half.endsWith('1') ? '06-30' : '12-31'}`

const next = (half: HalfYear): HalfYear =>
  half.endsWith('1') ? `${half.slice(0, 4)}-2` : `${Number(half.slice(0, 4)) + 1}-1`

/** Every half-year from that of the first day to that of the last. */
export function halfYearsBetween(first: Day, last: Day): HalfYear[] {
  const halves: HalfYear[] = []
  for (let half = halfYearOf(first); half <= halfYearOf(last); half = next(half)) halves.push(half)
  return halves
}

/** The half-years that the known days of the entries span; none where no day is known. */
export function halfYearsOf(entries: readonly Pick<Entry, 'starts' | 'ends'>[]): HalfYear[] {
  const days = entries.flatMap((e) => [e.starts, e.ends]).filter((day) => day !== undefined)
  if (days.length === 0) return []
  const sorted = days.sort()
  return halfYearsBetween(sorted[0]!, sorted.at(-1)!)
}

export type CoverageCell = {
  half: HalfYear
  /** Those that run on at least one day of the half-year. */
  running: readonly Entry[]
  starting: number
  ending: number
  /** Nothing runs, though something did before and something will after. */
  gap: boolean
}

export type CoverageRow = { code: string; cells: readonly CoverageCell[]; entries: readonly Entry[] }

export type PortfolioTimeline = {
  halfYears: readonly HalfYear[]
  rows: readonly CoverageRow[]
  /** All entries with at least one known day, the first to start first. */
  entries: readonly Entry[]
  /** Entries with no start or no end: they cover nothing, since it is not known when. */
  undated: readonly Entry[]
}

/**
 * Who runs in which half-year, value by value of a dimension. An entry covers the half-years from its start to its
 * end; one whose start or end is not known covers none.
 */
export function timelineOf(
  entries: readonly Entry[],
  dimension: Axis,
  halfYears: readonly HalfYear[] = halfYearsOf(entries),
): PortfolioTimeline {
  const rows = dimension.values.map(({ code }): CoverageRow => {
    const own = entries.filter((entry) => codesOn(entry, dimension).includes(code))
    const runs = halfYears.map((half) => own.filter((entry) => runsIn(entry, half)))
    const first = runs.findIndex((r) => r.length > 0)
    const last = runs.findLastIndex((r) => r.length > 0)
    const cells = halfYears.map(
      (half, i): CoverageCell => ({
        half,
        running: runs[i]!,
        starting: own.filter((e) => e.starts !== undefined && halfYearOf(e.starts) === half).length,
        ending: own.filter((e) => e.ends !== undefined && halfYearOf(e.ends) === half).length,
        gap: runs[i]!.length === 0 && first >= 0 && first < i && i < last,
      }),
    )
    return { code, cells, entries: own }
  })
  const dated = entries.filter((e) => e.starts !== undefined || e.ends !== undefined)
  return {
    halfYears,
    rows,
    entries: dated.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0)),
    undated: entries.filter((e) => e.starts === undefined || e.ends === undefined),
  }
}

const orderOf = (e: Entry): string => `${e.starts ?? e.ends ?? ''} ${e.ends ?? '9999'} ${e.code} ${e.id}`

export const runsIn = (entry: Pick<Entry, 'starts' | 'ends'>, half: HalfYear): boolean =>
  entry.starts !== undefined &&
  entry.ends !== undefined &&
  entry.starts <= lastDayOf(half) &&
  entry.ends >= firstDayOf(half)

/** A judged tie: `from` should feed `to` with its results, or `to` is the next phase of `from`. */
export type Feed = { from: string; to: string; kind: 'feeds' | 'continues' }

export type BadTiming = {
  feed: Feed
  from: Entry
  to: Entry
  /**
   * `late`: what should feed starts after the other has started. `missed`: it starts only after the other has ended.
   * `gap`: days pass between the phases. `overlap` is no fault and is never told.
   */
  fault: 'late' | 'missed' | 'gap'
  days: number
}

/** Whole days from one to another. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** The ties whose days go against what they mean. A tie with an unknown day cannot be judged. */
export function badTimings(entries: readonly Entry[], feeds: readonly Feed[]): BadTiming[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]))
  const told = new Set<string>()
  return feeds.flatMap((feed): BadTiming[] => {
    const [from, to] = [known.get(feed.from), known.get(feed.to)]
    // Several people may say the same of two things: it is one fault.
    const same = `${feed.from} ${feed.kind} ${feed.to}`
    if (!from || !to || told.has(same)) return []
    told.add(same)
    const found = faultOf(feed, from, to)
    return found ? [{ feed, from, to, ...found }] : []
  })
}

function faultOf({ kind }: Feed, from: Entry, to: Entry): Pick<BadTiming, 'fault' | 'days'> | undefined {
  if (kind === 'continues') {
    if (!from.ends || !to.starts) return undefined
    const days = daysBetween(from.ends, to.starts) - 1
    return days > 0 ? { fault: 'gap', days } : undefined
  }
  if (!from.starts || !to.starts) return undefined
  if (to.ends && from.starts > to.ends) return { fault: 'missed', days: daysBetween(to.ends, from.starts) }
  const days = daysBetween(to.starts, from.starts)
  return days > 0 ? { fault: 'late', days } : undefined
}
