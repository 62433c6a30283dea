import { divisorOf } from './rational.ts'

/** Whole numbers, one a criterion: a direction of weights, or the half-space of all w with a·w >= 0. */
export type Vector = readonly bigint[]

/** An extreme ray, and a bit for each condition that it meets with equality. */
type Ray = { readonly vector: Vector; readonly tight: Uint32Array }

/**
 * The extreme rays of { w >= 0, a·w >= 0 for each half-space }, each in lowest terms, by the double description method
 * (Motzkin et al. 1953) with a combinatorial test of adjacency (Fukuda and Prodon 1996). Exact; the cone may be flat
 * or nothing but the origin, which has no ray. Undefined as soon as there would be more rays than `most`.
 */
export function extremeRays(
  dimension: number,
  halfspaces: readonly Vector[],
  most: number,
): readonly Vector[] | undefined {
  const words = Math.ceil((dimension + halfspaces.length) / 32)
  // The orthant: ray i meets every w_j >= 0 with equality but its own.
  let rays: Ray[] = Array.from({ length: dimension }, (_, i) => {
    const tight = new Uint32Array(words)
    for (let j = 0; j < dimension; j++) if (j !== i) setBit(tight, j)
    return { vector: Array.from({ length: dimension }, (_, j) => (i === j ? 1n : 0n)), tight }
  })
  for (const [index, halfspace] of halfspaces.entries()) {
    const cut = cutBy(rays, halfspace, dimension + index, dimension, most)
    if (!cut) return undefined
    rays = cut
  }
  return rays.map((ray) => ray.vector)
}

function cutBy(
  rays: readonly Ray[],
  halfspace: Vector,
  bit: number,
  dimension: number,
  most: number,
): Ray[] | undefined {
  const sides = rays.map((ray) => ({ ray, side: dot(halfspace, ray.vector) }))
  const inside = sides.filter(({ side }) => side > 0n)
  const outside = sides.filter(({ side }) => side < 0n)
  const kept = inside.map(({ ray }) => ray)
  for (const { ray, side } of sides) {
    if (side !== 0n) continue
    setBit(ray.tight, bit)
    kept.push(ray)
  }
  for (const { ray: p, side: a } of inside)
    for (const { ray: q, side: b } of outside) {
      if (!areAdjacent(p, q, dimension, rays)) continue
      if (kept.length >= most) return undefined
      const both = p.tight.map((word, i) => word & q.tight[i]!)
      setBit(both, bit)
      kept.push({ vector: lowestTerms(p.vector.map((x, i) => a * q.vector[i]! - b * x)), tight: both })
    }
  return kept
}

/**
 * Whether two extreme rays span a face of the cone: they have enough equalities in common, and no third meets all of
 * these. An extreme ray with no more equalities than it takes has independent ones, and then their number is enough.
 */
function areAdjacent(p: Ray, q: Ray, dimension: number, rays: readonly Ray[]): boolean {
  if (countOf(p.tight, q.tight) < dimension - 2) return false
  if (countOf(p.tight) === dimension - 1 || countOf(q.tight) === dimension - 1) return true
  return !rays.some((other) => other !== p && other !== q && meetsBoth(other.tight, p.tight, q.tight))
}

function meetsBoth(tight: Uint32Array, p: Uint32Array, q: Uint32Array): boolean {
  for (let i = 0; i < tight.length; i++) if ((p[i]! & q[i]! & ~tight[i]!) !== 0) return false
  return true
}

export const dot = (a: Vector, b: Vector): bigint => {
  let sum = 0n
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

export function lowestTerms(vector: Vector): Vector {
  let divisor = 0n
  for (const x of vector) divisor = divisorOf(divisor, x)
  return divisor <= 1n ? vector : vector.map((x) => x / divisor)
}

const setBit = (bits: Uint32Array, at: number): void => {
  bits[at >> 5]! |= 1 << (at & 31)
}

/** How many bits are set, or are set in both. */
function countOf(bits: Uint32Array, others = bits): number {
  let count = 0
  for (let i = 0; i < bits.length; i++)
    for (let word = bits[i]! & others[i]!; word !== 0; word &= word - 1) count++
  return count
}
