import type { Programme } from '../../src/engine/portfolio/programme.ts'

/** Every choice of items that keeps all rows, by trying; a row that cannot be kept any more ends a branch. */
export function* choicesOf(programme: Programme): Generator<Uint8Array> {
  const { items, rows } = programme
  // The least that the items from i on can still add to each row.
  const least = rows.map(({ coefficients }) => {
    const rest = new Float64Array(items + 1)
    for (let i = items - 1; i >= 0; i--) rest[i] = rest[i + 1]! + Math.min(0, coefficients[i]!)
    return rest
  })
  const chosen = new Uint8Array(items)
  const sums = new Float64Array(rows.length)
  function* from(i: number): Generator<Uint8Array> {
    if (rows.some(({ bound }, r) => sums[r]! + least[r]![i]! > bound)) return
    if (i === items) {
      yield chosen.slice()
      return
    }
    for (const take of [1, 0]) {
      chosen[i] = take
      for (const [r, { coefficients }] of rows.entries()) sums[r]! += take * coefficients[i]!
      yield* from(i + 1)
      for (const [r, { coefficients }] of rows.entries()) sums[r]! -= take * coefficients[i]!
    }
    chosen[i] = 0
  }
  yield* from(0)
}

export const isFeasible = (programme: Programme): boolean => !choicesOf(programme).next().done

/** The choices that no other dominates, each pair compared. */
export function nonDominated(programme: Programme): Uint8Array[] {
  const all = [...choicesOf(programme)]
  return all.filter((q) => !all.some((p) => dominates(programme, p, q)))
}

function dominates({ items, objectives, low, high }: Programme, p: Uint8Array, q: Uint8Array): boolean {
  let better = false
  for (let k = 0; k < objectives; k++) {
    let [worst, best] = [0, 0]
    for (let i = 0; i < items; i++) {
      if (p[i] === q[i]) continue
      const [l, h] = [low[i * objectives + k]!, high[i * objectives + k]!]
      worst += p[i] ? l : -h
      best += p[i] ? h : -l
    }
    if (worst < 0) return false
    if (best > 0) better = true
  }
  return better
}
