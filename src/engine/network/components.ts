import type { Graph } from './graph.ts'

/** Groups that are numbered from 0, largest first; of equally large ones the one whose first member comes first. */
export type Partition = {
  readonly count: number
  readonly of: Int32Array
  readonly sizes: Int32Array
}

/** The parts of the network between which there is no way. An actor without ties is a part of one. */
export function componentsOf({ size, starts, neighbours }: Graph): Partition {
  const of = new Int32Array(size).fill(-1)
  const stack: number[] = []
  let count = 0
  for (let root = 0; root < size; root++) {
    if (of[root] !== -1) continue
    of[root] = count
    stack.push(root)
    while (stack.length > 0) {
      const v = stack.pop()!
      for (let at = starts[v]!; at < starts[v + 1]!; at++) {
        const w = neighbours[at]!
        if (of[w] !== -1) continue
        of[w] = count
        stack.push(w)
      }
    }
    count++
  }
  return largestFirst(of, count)
}

/** The same groups, numbered by size. */
export function largestFirst(of: Int32Array, count: number): Partition {
  const sizes = new Int32Array(count)
  const first = new Int32Array(count).fill(of.length)
  of.forEach((group, v) => {
    sizes[group]!++
    if (first[group] === of.length) first[group] = v
  })
  const order = Array.from(sizes.keys())
    .filter((group) => sizes[group]! > 0)
    .sort((x, y) => sizes[y]! - sizes[x]! || first[x]! - first[y]!)
  const numbers = new Int32Array(count)
  order.forEach((group, number) => {
    numbers[group] = number
  })
  return {
    count: order.length,
    of: of.map((group) => numbers[group]!),
    sizes: Int32Array.from(order, (group) => sizes[group]!),
  }
}
