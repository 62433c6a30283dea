import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'

/**
 * One thing of a portfolio as its views need it. `values` are values of the frame as 'dimension/code'; `money` is
 * whole cents, granted to a project and asked by the others.
 */
export type Entry = {
  id: string
  code: string
  title: string
  /** Its own page, without a language. */
  path?: string | undefined
  state: 'project' | 'application' | 'idea' | 'candidate'
  values: readonly string[]
  starts?: Day | undefined
  ends?: Day | undefined
  money: bigint
  lead?: string | undefined
  city?: string | undefined
  fund?: string | undefined
  region?: string | undefined
  actorKind?: string | undefined
  /** False while it is not certain that it stays in. */
  sure?: boolean | undefined
}

/** A dimension of the frame as an axis: its name and its values in order. */
export type Axis = {
  dimension: string
  name: Names
  values: readonly { code: string; name: Names }[]
}

/** How many and how much: `money` in cents. */
export type Tally = { count: number; money: bigint }

export const tallyOf = (entries: readonly Pick<Entry, 'money'>[]): Tally => ({
  count: entries.length,
  money: entries.reduce((sum, entry) => sum + entry.money, 0n),
})

/** The name of a value among those of a thing: 'priority' and '1' make 'priority/1'. */
export const frameValue = (axis: Pick<Axis, 'dimension'>, code: string): string => `${axis.dimension}/${code}`

/** The codes of the axis that the entry has, in the axis's order, each once. */
export const codesOn = (entry: Pick<Entry, 'values'>, axis: Axis): string[] =>
  axis.values.flatMap(({ code }) => (entry.values.includes(frameValue(axis, code)) ? [code] : []))

/** A part of a whole in hundredths of a percent, rounded half up; undefined where there is no whole. */
export function basisPoints(part: bigint, whole: bigint): number | undefined {
  if (whole <= 0n) return undefined
  return Number((part * 20_000n + whole) / (whole * 2n))
}

/** Names in the order in which the language's readers look for them, whatever machine sorts them. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
