/** How finely the simplex of directions is divided, by the number of objectives; beyond, only ends and the middle. */
const divisions = [0, 1, 12, 5, 3, 3, 2, 2, 2]

/**
 * The directions in which portfolios are bounded: weightings of the objectives, one row each, evenly over the
 * simplex. The objectives themselves come first, in their order. `ranges` are the sizes of the objectives: a weight
 * is divided by them, so that each objective counts alike whatever its scale.
 */
export function directionsOf(ranges: readonly number[]): Float64Array[] {
  const k = ranges.length
  const found: number[][] = ranges.map((_, j) => ranges.map((_, i) => (i === j ? 1 : 0)))
  const parts = divisions[k]
  if (parts === undefined) found.push(ranges.map(() => 1))
  else if (k > 1) found.push(...lattice(k, parts).filter((d) => d.filter(Boolean).length > 1))
  return found.map((direction) => Float64Array.from(direction, (share, j) => share / ranges[j]!))
}

function lattice(objectives: number, parts: number): number[][] {
  if (objectives === 1) return [[parts]]
  const all: number[][] = []
  for (let first = 0; first <= parts; first++)
    for (const rest of lattice(objectives - 1, parts - first)) all.push([first, ...rest])
  return all
}
