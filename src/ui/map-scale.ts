/** Round-number class limits for a map, and which class a value falls in. */

const ladders: readonly (readonly number[])[] = [
  [1, 2, 4, 8],
  [2, 4, 8, 16],
  [5, 10, 20, 40],
  [1, 2, 5, 10],
  [2, 5, 10, 20],
  [5, 10, 20, 50],
  [1, 2, 3, 4],
  [2, 4, 6, 8],
  [5, 10, 15, 20],
]

/**
 * At most four limits, the round numbers that keep like with like: least spread inside the classes
 * (Jenks 1967), measured on square roots so that one giant does not push the rest into one class.
 * Fewer when there are few different values; none when all are equal.
 */
export function roundLimits(values: readonly number[]): number[] {
  const known = values.filter((value) => Number.isFinite(value))
  const least = Math.min(...known)
  const most = Math.max(...known)
  if (known.length === 0 || least === most) return []
  const top = Math.ceil(Math.log10(Math.max(Math.abs(least), Math.abs(most))))
  let best: number[] = []
  let smallest = Number.POSITIVE_INFINITY
  for (const ladder of ladders)
    for (let power = top - 3; power <= top; power++) {
      const limits = ladder
        .map((step) => round(step * 10 ** power))
        .filter((limit) => limit > least && limit <= most)
      const spread = spreadWithin(known, limits)
      if (spread < smallest) [smallest, best] = [spread, limits]
    }
  return best
}

function spreadWithin(values: readonly number[], limits: readonly number[]): number {
  const classes = Array.from({ length: limits.length + 1 }, (): number[] => [])
  for (const value of values)
    classes[classOf(value, limits)]!.push(Math.sign(value) * Math.sqrt(Math.abs(value)))
  return classes.reduce((total, roots) => {
    const mean = roots.reduce((sum, root) => sum + root, 0) / Math.max(1, roots.length)
    return total + roots.reduce((sum, root) => sum + (root - mean) ** 2, 0)
  }, 0)
}

/** 0 for below the first limit, up to the number of limits. A value on a limit belongs above it. */
export const classOf = (value: number, limits: readonly number[]): number =>
  limits.filter((limit) => value >= limit).length

/** Which of the five tones a class wears: few classes are spread over the whole range. */
export const toneOf = (index: number, limits: readonly number[]): number =>
  limits.length === 0 ? 3 : 1 + Math.round((index / limits.length) * 4)

const round = (n: number) => Number(n.toPrecision(6))
