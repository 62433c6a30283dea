/**
 * Edits (insert, delete, change, swap of neighbours) between two words, or limit + 1 when there are more.
 * Optimal string alignment within a band.
 */
export function edits(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const n = endA - start
  const m = endB - start
  if (n === 0 || m === 0) return Math.max(n, m)
  let before: number[] = []
  let previous = Array.from({ length: m + 1 }, (_, j) => j)
  for (let i = 1; i <= n; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= m; j++) {
      const x = a[start + i - 1]
      const y = b[start + j - 1]
      let value = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (x === y ? 0 : 1))
      if (i > 1 && j > 1 && x === b[start + j - 2] && a[start + i - 2] === y)
        value = Math.min(value, before[j - 2]! + 1)
      row[j] = value
      if (value < best) best = value
    }
    if (best > limit) return limit + 1
    before = previous
    previous = row
  }
  return previous[m]!
}

/** How many edits a word of this length may carry and still be taken for the same word. */
export const allowedEdits = (length: number): number => (length < 5 ? 0 : length < 10 ? 1 : 2)
