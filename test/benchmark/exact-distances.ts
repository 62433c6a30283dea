import type { Question } from '../../src/engine/benchmark/index.ts'

/** A fraction of whole numbers: nothing is rounded until the root is taken at the very end. */
type Fraction = { over: bigint; under: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
const fraction = (over: bigint, under = 1n): Fraction => {
  const g = gcd(over, under) || 1n
  const sign = under < 0n ? -1n : 1n
  return { over: (sign * over) / g, under: (sign * under) / g }
}
const plus = (a: Fraction, b: Fraction) => fraction(a.over * b.under + b.over * a.under, a.under * b.under)
const times = (a: Fraction, b: Fraction) => fraction(a.over * b.over, a.under * b.under)
const by = (a: Fraction, b: Fraction) => fraction(a.over * b.under, a.under * b.over)
const sum = (all: readonly Fraction[]) => all.reduce(plus, fraction(0n))

const scale = 10n ** 24n
const root = (n: bigint): bigint => {
  if (n < 2n) return n
  let [x, next] = [n, (n + 1n) / 2n]
  while (next < x) [x, next] = [next, (next + n / next) / 2n]
  return x
}
const numberOf = (f: Fraction): number => Number((f.over * scale) / f.under) / Number(scale)
const rootOf = (f: Fraction): number => Number(root((f.over * scale * scale) / f.under)) / Number(scale)

/**
 * The distances of a question of whole numbers, reckoned another way than the engine does: the square of a difference in
 * standard deviations is its square over the variance, so no z-score and no root is ever made before the end.
 */
export function exactDistances(q: Question): Map<string, { distance: number; share: number }> {
  const whole = (value: number) => fraction(BigInt(value))
  const variances = q.variables.map((_, i) => {
    const values = q.units.flatMap((u) => u.values[i] ?? []).map(whole)
    const n = fraction(BigInt(Math.max(1, values.length)))
    const mean = by(sum(values), n)
    const squares = values.map((v) => {
      const off = plus(v, times(mean, fraction(-1n)))
      return times(off, off)
    })
    return by(sum(squares), n)
  })
  const used = q.variables.map((v, i) => (variances[i]!.over === 0n ? 0n : BigInt(v.weight)))
  const all = used.reduce((a, b) => a + b, 0n)
  const target = q.units.find((u) => u.code === q.target)!
  const found = new Map<string, { distance: number; share: number }>()
  for (const unit of q.units) {
    if (unit === target) continue
    if (!q.ownCountry && unit.country === target.country) continue
    const common = q.variables.flatMap((_, i) =>
      used[i] === 0n || target.values[i] === null || unit.values[i] === null ? [] : [i],
    )
    const weight = common.reduce((n, i) => n + used[i]!, 0n)
    const squares = sum(
      common.map((i) => {
        const off = whole(unit.values[i]! - target.values[i]!)
        return times(fraction(used[i]!), by(times(off, off), variances[i]!))
      }),
    )
    found.set(unit.code, {
      distance: weight === 0n ? Number.POSITIVE_INFINITY : rootOf(by(squares, fraction(weight))),
      share: all === 0n ? 0 : numberOf(fraction(weight, all)),
    })
  }
  return found
}
