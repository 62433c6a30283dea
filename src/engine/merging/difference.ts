/** A stretch of one list that stands in the place of a stretch of another: [from, to) of each. */
export type Hunk = { from: number; to: number; newFrom: number; newTo: number }

/** Texts that differ in more places than this are taken for rewritten between their first and last difference. */
const farthest = 1_500

/** Where two lists of tokens differ, by Myers' greedy method (An O(ND) Difference Algorithm, 1986). */
export function hunksOf(old: readonly string[], fresh: readonly string[]): Hunk[] {
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++
  let end = 0
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  )
    end++
  const a = old.slice(start, old.length - end)
  const b = fresh.slice(start, fresh.length - end)
  if (a.length === 0 && b.length === 0) return []
  const whole = [{ from: 0, to: a.length, newFrom: 0, newTo: b.length }]
  const inner = a.length === 0 || b.length === 0 ? whole : (walk(a, b) ?? whole)
  return inner.map((h) => ({
    from: h.from + start,
    to: h.to + start,
    newFrom: h.newFrom + start,
    newTo: h.newTo + start,
  }))
}

function walk(a: readonly string[], b: readonly string[]): Hunk[] | undefined {
  const limit = Math.min(a.length + b.length, farthest)
  const size = 2 * limit + 2
  let reach = new Int32Array(size).fill(-1)
  const at = (k: number) => ((k % size) + size) % size
  reach[at(1)] = 0
  const trail: Int32Array[] = []
  for (let d = 0; d <= limit; d++) {
    trail.push(reach)
    reach = reach.slice()
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[at(k - 1)]! < reach[at(k + 1)]!)
      let x = down ? reach[at(k + 1)]! : reach[at(k - 1)]! + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reach[at(k)] = x
      if (x >= a.length && x - k >= b.length) return retrace(trail, a.length, b.length, at)
    }
  }
  return undefined
}

/** Goes the way back and gathers each unbroken run of differences. */
function retrace(
  trail: readonly Int32Array[],
  endX: number,
  endY: number,
  at: (k: number) => number,
): Hunk[] {
  const hunks: Hunk[] = []
  let x = endX
  let y = endY
  for (let d = trail.length - 1; d > 0; d--) {
    const reach = trail[d]!
    const k = x - y
    const down = k === -d || (k !== d && reach[at(k - 1)]! < reach[at(k + 1)]!)
    const beforeK = down ? k + 1 : k - 1
    const beforeX = reach[at(beforeK)]!
    const beforeY = beforeX - beforeK
    // The step itself; what follows it up to (x, y) is the same in both.
    const stepX = down ? beforeX : beforeX + 1
    const stepY = down ? beforeY + 1 : beforeY
    const next = hunks.at(-1)
    if (next && next.from === stepX && next.newFrom === stepY) {
      next.from = beforeX
      next.newFrom = beforeY
    } else hunks.push({ from: beforeX, to: stepX, newFrom: beforeY, newTo: stepY })
    x = beforeX
    y = beforeY
  }
  return hunks.reverse()
}
