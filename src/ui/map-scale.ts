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
 * Four limits that part the values into five classes as evenly as round numbers allow.
 * Fewer when there are few different values; none when all are equal.
 */
export function roundLimits(values: readonly number[]): number[] {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b)
  const least = sorted[0]
  const most = sorted.at(-1)
  if (least === undefined || most === undefined || least === most) return []
  const top = Math.ceil(Math.log10(Math.max(Math.abs(least), Math.abs(most))))
  let best: number[] = []
  let evenness = Number.POSITIVE_INFINITY
  for (const ladder of ladders)
    for (let power = top - 3; power <= top; power++) {
      const limits = ladder
        .map((step) => round(step * 10 ** power))
        .filter((limit) => limit > least && limit <= most)
      const sizes = Array.from({ length: 5 }, () => 0)
      for (const value of sorted) sizes[classOf(value, limits)]! += 1
      const uneven = sizes.reduce((sum, size) => sum + (size - sorted.length / 5) ** 2, 0)
      if (uneven < evenness) [evenness, best] = [uneven, limits]
    }
  return best
}

/** 0 for below the first limit, up to the number of limits. A value on a limit belongs above it. */
export const classOf = (value: number, limits: readonly number[]): number =>
  limits.filter((limit) => value >= limit).length

/** Which of the five tones a class wears: few classes are spread over the whole range. */
export const toneOf = (index: number, limits: readonly number[]): number =>
  limits.length === 0 ? 3 : 1 + Math.round((index / limits.length) * 4)

const round = (n: number) => Number(n.toPrecision(6))
