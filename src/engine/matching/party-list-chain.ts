/** A part of a chain: atoms `from` to `to` (last one not included), and its share of the chances. */
export type Link = { from: number; to: number; share: number }

/** No name is made of more atoms than this. */
const longest = 8

/**
 * The best way to part `count` atoms into runs, each worth `bits(from, to)`, and for each run the share of the chances
 * that it has among all ways (forward and backward sums in bits).
 */
export function bestChain(count: number, bits: (from: number, to: number) => number): Link[] {
  const worth = Array.from({ length: count }, (_, from) =>
    Array.from({ length: Math.min(longest, count - from) }, (_, size) => bits(from, from + size + 1)),
  )
  const best = Array<number>(count + 1).fill(Number.NEGATIVE_INFINITY)
  const comesFrom = Array<number>(count + 1).fill(0)
  const forward = Array<number>(count + 1).fill(Number.NEGATIVE_INFINITY)
  const backward = [...forward]
  best[0] = 0
  forward[0] = 0
  backward[count] = 0
  for (let to = 1; to <= count; to++) {
    for (let from = Math.max(0, to - longest); from < to; from++) {
      const value = worth[from]![to - from - 1]!
      forward[to] = sumBits(forward[to]!, forward[from]! + value)
      if (best[from]! + value <= best[to]!) continue
      best[to] = best[from]! + value
      comesFrom[to] = from
    }
  }
  for (let from = count - 1; from >= 0; from--)
    worth[from]!.forEach((value, size) => {
      backward[from] = sumBits(backward[from]!, value + backward[from + size + 1]!)
    })
  const links: Link[] = []
  for (let to = count; to > 0; to = comesFrom[to]!) {
    const from = comesFrom[to]!
    const share = 2 ** (forward[from]! + worth[from]![to - from - 1]! + backward[to]! - forward[count]!)
    links.unshift({ from, to, share: Math.min(1, share) })
  }
  return links
}

/** log2(2^a + 2^b). */
function sumBits(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a]
  return low === Number.NEGATIVE_INFINITY ? high : high + Math.log2(1 + 2 ** (low - high))
}
