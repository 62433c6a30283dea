import { dot, extremeRays, lowestTerms, type Vector } from './cone.ts'
import type { Fault } from './fault.ts'
import { minimalContradiction } from './minimal.ts'
import { limits, type Statement, type WeightStatement } from './problem.ts'
import { compare, multipleOf, type Rational, rational, unitsOf } from './rational.ts'
import { canBeMet } from './tableau.ts'

/** The weights that the statements allow. A weight is a share: a vector of weights sums to one. */
export type WeightSet = {
  /** The extreme points, each a vector with one weight a criterion. */
  readonly points: readonly (readonly Rational[])[]
  /** A direction in the relative interior, in whole numbers: the sum of the extreme rays. */
  readonly inside: Vector
  /** The mean of the extreme points (of a rank order the centroid weights); to 30 decimals where it has very many. */
  readonly middle: readonly Rational[]
  /** Whether it has an interior relative to all weights: no statement pins weights to each other. */
  readonly full: boolean
}

export type Weights =
  | { readonly weights: WeightSet }
  /** No weights meet all statements: a minimal set that already leaves none. */
  | { readonly contradiction: readonly Statement[] }
  | { readonly faults: readonly Fault[] }

/** What the statements leave of all weights { w >= 0, sum 1 }. Without any these are the unit vectors' hull. */
export function weightsOf(criteria: number, statements: readonly WeightStatement[]): Weights {
  const halfspaces = statements.flatMap((statement) => halfspacesOf(criteria, statement))
  if (!canBeMet(criteria, halfspaces)) return { contradiction: contradictionIn(criteria, statements) }
  const rays = extremeRays(criteria, halfspaces, limits.points)
  if (!rays)
    return {
      faults: [{ code: 'too-many-extreme-points', path: 'weights', values: { most: limits.points } }],
    }
  const points = rays.map((ray) => {
    const sum = ray.reduce((a, b) => a + b, 0n)
    return ray.map((w) => rational(w, sum))
  })
  const inside = rays.reduce((a, b) => a.map((x, c) => x + b[c]!))
  return { weights: { points, inside, middle: meanOf(points), full: rankOf(rays) === criteria } }
}

const contradictionIn = (criteria: number, statements: readonly WeightStatement[]): readonly Statement[] =>
  minimalContradiction(statements, (some) =>
    canBeMet(
      criteria,
      some.flatMap((statement) => halfspacesOf(criteria, statement)),
    ),
  ) ?? []

/** Denominators of a thousand points that have nothing in common make a mean of ten thousand digits: that is cut. */
function meanOf(points: readonly (readonly Rational[])[]): Rational[] {
  const scale = multipleOf(points.flatMap((point) => point.map(({ d }) => d)))
  const whole = scale * BigInt(points.length)
  return points[0]!.map((_, c) => {
    const sum = points.reduce((all, point) => all + unitsOf(point[c]!, scale), 0n)
    return whole < longest ? rational(sum, whole) : rational((sum * shortened) / whole, shortened)
  })
}

const longest = 10n ** 60n
const shortened = 10n ** 30n

/** The half-spaces a·w >= 0 that a statement says; since weights sum to one, a bound on a share is one too. */
export function halfspacesOf(criteria: number, statement: WeightStatement): Vector[] {
  const vector = (at: Readonly<Record<number, bigint>>, elsewhere = 0n): Vector =>
    lowestTerms(Array.from({ length: criteria }, (_, c) => (at[c] ?? 0n) + elsewhere))
  switch (statement.kind) {
    case 'none':
      return []
    case 'atLeast':
      return [vector({ [statement.a]: 1n, [statement.b]: -1n })]
    case 'rank':
      return statement.order.slice(1).map((b, i) => vector({ [statement.order[i]!]: 1n, [b]: -1n }))
    case 'bounds': {
      const { criterion: c, min, max } = statement
      return [
        ...(min ? [vector({ [c]: min.d }, -min.n)] : []),
        ...(max ? [vector({ [c]: -max.d }, max.n)] : []),
      ]
    }
    case 'ratio': {
      const { a, b, min, max } = statement
      return [
        ...(min ? [vector({ [a]: min.d, [b]: -min.n })] : []),
        ...(max ? [vector({ [a]: -max.d, [b]: max.n })] : []),
      ]
    }
  }
}

/** Rank by elimination on whole numbers. */
function rankOf(vectors: readonly Vector[]): number {
  const rows = vectors.map((v) => [...v])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const found = rows.findIndex((row, i) => i >= rank && row[column] !== 0n)
    if (found < 0) continue
    ;[rows[rank], rows[found]] = [rows[found]!, rows[rank]!]
    const lead = rows[rank]!
    for (let i = rank + 1; i < rows.length; i++) {
      const factor = rows[i]![column]!
      if (factor === 0n) continue
      rows[i] = [...lowestTerms(rows[i]!.map((x, j) => x * lead[column]! - factor * lead[j]!))]
    }
    rank++
  }
  return rank
}

/**
 * Whether narrower weights keep an interior point of the wider: the condition under which more information can only
 * take portfolios out of the non-dominated (Liesiö, Mild, Salo 2007, theorem 1). The narrower are part of the wider.
 */
export function keepsInterior(
  criteria: number,
  wider: { readonly weights: WeightSet; readonly statements: readonly WeightStatement[] },
  narrower: WeightSet,
): boolean {
  const units = Array.from({ length: criteria }, (_, i) =>
    Array.from({ length: criteria }, (_, j) => (i === j ? 1n : 0n)),
  )
  const conditions = [...units, ...wider.statements.flatMap((s) => halfspacesOf(criteria, s))]
  return conditions.every((condition) => {
    const pins = wider.weights.points.every((point) => dot(condition, wholeOf(point)) === 0n)
    return pins || dot(condition, narrower.inside) > 0n
  })
}

/** The same direction in whole numbers. */
function wholeOf(point: readonly Rational[]): Vector {
  const scale = multipleOf(point.map(({ d }) => d))
  return point.map((share) => unitsOf(share, scale))
}

/** How two criteria stand to each other for every weight that is allowed; undefined when both ways are. */
export function orderOf({ points }: WeightSet, a: number, b: number): 'a' | 'b' | 'same' | undefined {
  const differences = points.map((point) => compare(point[a]!, point[b]!))
  const [aMore, bMore] = [differences.some((d) => d > 0), differences.some((d) => d < 0)]
  return aMore && bMore ? undefined : aMore ? 'a' : bMore ? 'b' : 'same'
}
