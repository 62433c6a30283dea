import type { Graph } from './graph.ts'

export type Cuts = {
  /** 1 for an actor without whom its part of the network falls apart (an articulation point). */
  readonly actors: Uint8Array
  /** Numbers of the edges without which it does (bridges), in order. */
  readonly edges: readonly number[]
  /** How many the largest piece loses if the actor leaves: those who would be cut off from it. 0 for all others. */
  readonly cutOff: Int32Array
}

/**
 * Hopcroft, Tarjan: Efficient algorithms for graph manipulation, Communications of the ACM 16 (1973) 372-378. A walk
 * into the depth; `low` is the earliest that is reached from below an actor without passing it. Linear.
 */
export function cutsOf({ size, starts, neighbours, edgeAt }: Graph): Cuts {
  const [entered, low, below] = [new Int32Array(size), new Int32Array(size), new Int32Array(size).fill(1)]
  const next = starts.slice(0, size)
  const enteredBy = new Int32Array(size).fill(-1)
  const parent = new Int32Array(size).fill(-1)
  const actors = new Uint8Array(size)
  const [cutSum, cutMost] = [new Int32Array(size), new Int32Array(size)]
  const cutOff = new Int32Array(size)
  const edges: number[] = []
  const visited: number[] = []
  let time = 0

  const enter = (v: number): void => {
    entered[v] = low[v] = ++time
    visited.push(v)
  }
  const leave = (v: number, root: number): void => {
    const p = parent[v]!
    if (p < 0) return
    low[p] = Math.min(low[p]!, low[v]!)
    below[p]! += below[v]!
    if (low[v]! > entered[p]!) edges.push(enteredBy[v]!)
    if (low[v]! < entered[p]!) return
    if (p !== root || cutSum[p]! > 0) actors[p] = 1
    cutSum[p]! += below[v]!
    cutMost[p] = Math.max(cutMost[p]!, below[v]!)
  }

  for (let root = 0; root < size; root++) {
    if (entered[root]! > 0) continue
    visited.length = 0
    enter(root)
    for (let v = root; v >= 0; ) {
      if (next[v]! < starts[v + 1]!) {
        const at = next[v]!++
        const w = neighbours[at]!
        if (edgeAt[at] === enteredBy[v]) continue
        if (entered[w]! > 0) low[v] = Math.min(low[v]!, entered[w]!)
        else {
          parent[w] = v
          enteredBy[w] = edgeAt[at]!
          enter(w)
          v = w
        }
      } else {
        leave(v, root)
        v = parent[v]!
      }
    }
    for (const v of visited) {
      if (!actors[v]) continue
      const rest = visited.length - 1 - cutSum[v]!
      cutOff[v] = cutSum[v]! + rest - Math.max(rest, cutMost[v]!)
    }
  }
  return { actors, edges: edges.sort((a, b) => a - b), cutOff }
}
