/**
 * Pushes discs apart until none lies on another, each by the half of what it must, or by what it is free to. Neighbours
 * are found by a grid of cells as wide as the widest disc. Places are changed in place.
 * @param freedom of each disc: 1 moves, 0 stays
 * @returns whether none overlaps
 */
export function pushApart(
  x: Float64Array,
  y: Float64Array,
  radius: Float64Array,
  { freedom, gap, rounds }: { freedom: Float64Array; gap: number; rounds: number },
): boolean {
  const size = x.length
  const width = 2 * radius.reduce((most, r) => Math.max(most, r), 0) + gap
  for (let round = 0; round < rounds; round++) {
    const cells = cellsOf(x, y, width)
    let isClear = true
    for (let v = 0; v < size; v++) {
      const [column, row] = [Math.floor(x[v]! / width), Math.floor(y[v]! / width)]
      for (let c = column - 1; c <= column + 1; c++)
        for (let r = row - 1; r <= row + 1; r++)
          for (const w of cells.get(keyOf(c, r)) ?? []) if (w > v && part(v, w)) isClear = false
    }
    if (isClear) return true
  }
  return false

  function part(v: number, w: number): boolean {
    const room = radius[v]! + radius[w]! + gap
    let dx = x[w]! - x[v]!
    let dy = y[w]! - y[v]!
    const square = dx * dx + dy * dy
    if (square >= room * room * 0.999999) return false
    if (square === 0) {
      const angle = v * 2.399963 + w
      dx = Math.cos(angle) * 1e-3
      dy = Math.sin(angle) * 1e-3
    }
    const distance = Math.sqrt(dx * dx + dy * dy)
    const missing = (room - distance) / distance
    const free = freedom[v]! + freedom[w]! || 1
    const [ours, theirs] = [(missing * freedom[v]!) / free, (missing * freedom[w]!) / free]
    x[v]! -= dx * ours
    y[v]! -= dy * ours
    x[w]! += dx * theirs
    y[w]! += dy * theirs
    return freedom[v]! + freedom[w]! > 0
  }
}

const keyOf = (column: number, row: number): number => column * 0x200_0000 + row

function cellsOf(x: Float64Array, y: Float64Array, width: number): Map<number, number[]> {
  const cells = new Map<number, number[]>()
  for (let v = 0; v < x.length; v++) {
    const key = keyOf(Math.floor(x[v]! / width), Math.floor(y[v]! / width))
    const cell = cells.get(key)
    if (cell) cell.push(v)
    else cells.set(key, [v])
  }
  return cells
}
