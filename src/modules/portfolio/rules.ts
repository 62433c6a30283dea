import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { municipalityRunBy } from '../codes/index.ts'
import { type Axis, frameValue } from './entry.ts'
import type { IdeaWording, Placement, ToldEntry } from './record.ts'

/**
 * The facets of public-sector innovation as the OECD's Observatory of Public Sector Innovation names them
 * (OECD Innovation Facets, 2018): a dimension that every portfolio has.
 */
export const facetAxis = (names: Readonly<Record<'name' | Facet, Names>>): Axis => ({
  dimension: 'facet',
  name: names.name,
  values: facets.map((code) => ({ code, name: names[code] })),
})
const facets = ['enhancement', 'mission', 'adaptive', 'anticipatory'] as const
type Facet = (typeof facets)[number]

/** The values of a frame as axes, dimension by dimension in the frame's order. */
export function axesOf(values: readonly { value: string; name: Names; dimension: Names }[]): Axis[] {
  const axes = new Map<string, { dimension: string; name: Names; values: { code: string; name: Names }[] }>()
  for (const { value, name, dimension: called } of values) {
    const [dimension = '', code = ''] = [
      value.slice(0, value.indexOf('/')),
      value.slice(value.indexOf('/') + 1),
    ]
    const axis = axes.get(dimension) ?? { dimension, name: called, values: [] }
    axis.values.push({ code, name })
    axes.set(dimension, axis)
  }
  return [...axes.values()]
}

/** The two axes that are crossed first: priority and emphasis where the frame has them, else its first two. */
export function firstAxes(axes: readonly Axis[]): [rows: string, columns: string] {
  const has = (dimension: string) => axes.some((axis) => axis.dimension === dimension)
  const rows = has('priority') ? 'priority' : (axes[0]?.dimension ?? 'facet')
  const rest = axes.filter((axis) => axis.dimension !== rows)
  return [rows, has('emphasis') ? 'emphasis' : (rest[0]?.dimension ?? rows)]
}

/**
 * Where a thing stands: on each dimension what people have judged and, where they have judged nothing, what the
 * applicant or the idea says of itself.
 */
export function placedBy(
  own: { values: readonly string[]; by: 'applicant' | 'idea' } | undefined,
  placements: readonly Placement[],
): ToldEntry['placed'] {
  const judged = new Set(placements.map((p) => p.dimension))
  return [
    ...placements.map((placement) => ({
      value: frameValue(placement, placement.code),
      by: 'people' as const,
      placement,
    })),
    ...(own?.values ?? []).flatMap((value) =>
      judged.has(value.slice(0, value.indexOf('/'))) ? [] : [{ value, by: own!.by }],
    ),
  ]
}

/**
 * The municipality that a lead is at home in: as the registry knows it, or its own name where a municipality leads.
 * Of all others it is not known: a name like "Espoon seudun" or "Helsinki Promotion" says nothing of a home.
 */
export const homeOf = (
  place: string | null | undefined,
  lead: string | null | undefined,
): string | undefined => place ?? (lead ? municipalityRunBy(lead)?.name.fi : null) ?? undefined

const ideaFields = ['title', 'body', 'lead', 'city', 'amount', 'starts', 'ends', 'values'] as const

/** The fields of an idea in which another wording differs, as the first says them. */
export function changedIn(was: IdeaWording, is: IdeaWording): Partial<IdeaWording> {
  const differs = ideaFields.filter((field) => `${was[field] ?? ''}` !== `${is[field] ?? ''}`)
  return Object.fromEntries(differs.map((field) => [field, was[field]]))
}

/** The months after a project's end at which its promises are checked. */
export const checkMonths = [6, 12, 24] as const
export type CheckMonths = (typeof checkMonths)[number]
export const checkOutcomes = ['kept', 'partly', 'not-kept', 'unknown'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

/** The day so many months later; the last of the month where that month is shorter. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10)
}

export type Check = { months: CheckMonths; outcome: CheckOutcome }

/** What is known of a promise: its last check that says something; undefined before the first. */
export const standingOfPromise = (checks: readonly Check[]): CheckOutcome | undefined =>
  checks
    .filter((check) => check.outcome !== 'unknown')
    .toSorted((a, b) => a.months - b.months)
    .at(-1)?.outcome ?? checks.at(-1)?.outcome

/** The first check that is due on the day and has not been made. */
export function checkDue(
  ends: Day | null,
  checks: readonly Check[],
  today: Day,
): { months: CheckMonths; on: Day } | undefined {
  if (ends === null) return undefined
  const made = new Set(checks.map((check) => check.months))
  const due = checkMonths.filter((months) => !made.has(months) && monthsAfter(ends, months) <= today)
  // A check of a later month says what the earlier ones would have.
  const latest = Math.max(0, ...made)
  const months = due.filter((m) => m > latest).at(-1)
  return months && { months, on: monthsAfter(ends, months) }
}

export type KeptShare = {
  promises: number
  /** Promises of which something is known. */
  known: number
  kept: number
  partly: number
  notKept: number
}

/** How many of the promises were kept. Those of which nothing is known yet are in no share. */
export function keptShare(promises: readonly { checks: readonly Check[] }[]): KeptShare {
  const standings = promises.map((promise) => standingOfPromise(promise.checks))
  const of = (outcome: CheckOutcome) => standings.filter((s) => s === outcome).length
  const [kept, partly, notKept] = [of('kept'), of('partly'), of('not-kept')]
  return { promises: promises.length, known: kept + partly + notKept, kept, partly, notKept }
}

export type OwnerShare = {
  owner: string
  goals: number
  /** Goals that nothing serves. */
  unserved: number
  /** Things that serve at least one goal of the owner. */
  things: number
  /** Sum of strengths. */
  strength: number
  /** Of all strengths together, 0 to 1. */
  share: number
}

export type Evenness = {
  owners: readonly OwnerShare[]
  /**
   * Shannon's entropy of the owners' shares of strength, divided by that of equal shares (Pielou's index, 1966):
   * 1 when every owner is served equally, 0 when one gets all. Undefined with fewer than two owners or no service.
   */
  index: number | undefined
}

/** How the goals of several owners are served, and how evenly. */
export function evennessOf(
  goals: readonly { id: string; owner: string }[],
  services: readonly { goal: string; thing: string; strength: number }[],
): Evenness {
  const owners = [...new Set(goals.map((g) => g.owner))]
  const known = new Set(goals.map((g) => g.id))
  const all = services.filter((s) => known.has(s.goal)).reduce((sum, s) => sum + s.strength, 0)
  const shares = owners.map((owner): OwnerShare => {
    const own = new Set(goals.filter((g) => g.owner === owner).map((g) => g.id))
    const serving = services.filter((s) => own.has(s.goal))
    const strength = serving.reduce((sum, s) => sum + s.strength, 0)
    const served = new Set(serving.map((s) => s.goal))
    return {
      owner,
      goals: own.size,
      unserved: own.size - served.size,
      things: new Set(serving.map((s) => s.thing)).size,
      strength,
      share: all === 0 ? 0 : strength / all,
    }
  })
  if (owners.length < 2 || all === 0) return { owners: shares, index: undefined }
  const entropy = shares.reduce((sum, { share }) => (share > 0 ? sum - share * Math.log(share) : sum), 0)
  return { owners: shares, index: entropy / Math.log(owners.length) }
}
