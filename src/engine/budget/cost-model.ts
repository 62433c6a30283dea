import type { Day } from './day.ts'
import type { Percent, Rounding } from './percent.ts'
import type { Texts } from './reading.ts'

/**
 * A line of a budget. People type its amounts; or it is a percentage of other lines; or it is a fixed lump that each
 * partner has. A deducted line is revenue: it lowers the total cost and is never part of the base of a percentage.
 */
export type CostLine = { code: string; name: Texts; help?: Texts } & (
  | { kind: 'typed'; deducted?: boolean }
  | { kind: 'percent'; percent: Percent; of: readonly string[] }
  /** Euros as "50000.00". */
  | { kind: 'lump'; amount: string }
)

/** The total cost (revenue deducted), or the sum of these lines. */
export type Measured = 'total' | readonly string[]

/**
 * What may be at most, or must be at least, so many euros ("200000.00"), or at most a percentage of something else; in
 * the budget of each partner or in that of the project.
 */
export type Limit = { code: string; name?: Texts; each: 'partner' | 'project'; what: Measured } & (
  | { most: string }
  | { least: string }
  | { percent: Percent; of: Measured }
)

/**
 * How the costs of a project are made up: data, never code. A call names the models that it allows and the decision
 * locks one for the whole project and all its partners.
 */
export type CostModel = {
  code: string
  name: Texts
  /** Kinds of project it is for, such as "development" and "investment". Empty: for all. */
  projects: readonly string[]
  lines: readonly CostLine[]
  limits: readonly Limit[]
  rounding: Rounding
  validFrom?: Day
  validTo?: Day
  /** Where it was read: a code of the list of sources, or who made it. */
  source: string
  /** Read in the source: all of it, none of it, or what `note` does not leave out. */
  verified: boolean | 'partial'
  note?: Texts
}

/**
 * The lines in an order in which each comes after those it is computed of; or, where lines wait for each other, the
 * circle that they form, its first line again at the end.
 */
export function computingOrder(lines: readonly CostLine[]): { order: CostLine[] } | { circle: string[] } {
  const byCode = new Map(lines.map((line) => [line.code, line]))
  const order: CostLine[] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (line: CostLine): string[] | undefined => {
    if (done.has(line.code)) return undefined
    if (path.includes(line.code)) return [...path.slice(path.indexOf(line.code)), line.code]
    path.push(line.code)
    for (const code of line.kind === 'percent' ? line.of : []) {
      const next = byCode.get(code)
      const circle = next && visit(next)
      if (circle) return circle
    }
    path.pop()
    done.add(line.code)
    order.push(line)
    return undefined
  }
  for (const line of lines) {
    const circle = visit(line)
    if (circle) return { circle }
  }
  return { order }
}

/** Lines that lower the total cost. */
export const isDeducted = (line: CostLine): boolean => line.kind === 'typed' && line.deducted === true
