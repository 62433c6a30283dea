import { largestFirst, type Partition } from './components.ts'
import type { Graph } from './graph.ts'
import { leiden } from './leiden.ts'
import { modularity } from './modularity.ts'

export type CommunityOptions = {
  /** Above 1 smaller communities, below 1 larger ones. 1 unless told. */
  readonly resolution?: number
  readonly seed?: number
  /** The communities that were found before, by the ids of their members: the search starts from them, and numbers stay. */
  readonly earlier?: ReadonlyMap<string, number>
}

export type Communities = Partition & {
  /** With the resolution that was asked. */
  readonly modularity: number
  /**
   * The number of each community for people: the number of the earlier one that it shares most members with, else one
   * that has not been used. Colours and names go by it.
   */
  readonly numbers: Int32Array
}

/** Who works together more than with others: communities of the greatest modularity that Leiden finds. */
export function communitiesOf(
  graph: Graph,
  { resolution = 1, seed = 1, earlier = new Map() }: CommunityOptions = {},
): Communities {
  const afresh = Int32Array.from({ length: graph.size }, (_, v) => v)
  const found = [afresh, ...(earlier.size > 0 ? [startFrom(graph, earlier)] : [])]
    .map((start) => leiden(graph, start, resolution, seed))
    .map((groups) => ({ groups, quality: modularity(graph, groups, resolution) }))
  // What was known before is kept unless a fresh look is clearly better: pictures should not change without a reason.
  const [fresh, kept] = found
  const best = kept && kept.quality >= fresh!.quality - 0.005 ? kept : fresh!
  const partition = largestFirst(best.groups, graph.size)
  return { ...partition, modularity: best.quality, numbers: numbersOf(graph, partition, earlier) }
}

function startFrom(graph: Graph, earlier: ReadonlyMap<string, number>): Int32Array {
  const places = new Map<number, number>()
  return Int32Array.from(graph.ids, (id, v) => {
    const number = earlier.get(id)
    if (number === undefined) return v
    const first = places.get(number) ?? v
    places.set(number, first)
    return first
  })
}

/** By greatest overlap: the pair of communities that share most members goes first, each is matched once. */
function numbersOf(graph: Graph, { of, count }: Partition, earlier: ReadonlyMap<string, number>): Int32Array {
  const shared = new Map<string, { community: number; number: number; members: number }>()
  graph.ids.forEach((id, v) => {
    const number = earlier.get(id)
    if (number === undefined) return
    const key = `${of[v]} ${number}`
    const pair = shared.get(key) ?? { community: of[v]!, number, members: 0 }
    pair.members++
    shared.set(key, pair)
  })
  const pairs = [...shared.values()].sort(
    (x, y) => y.members - x.members || x.community - y.community || x.number - y.number,
  )
  const numbers = new Int32Array(count).fill(-1)
  const taken = new Set<number>()
  for (const { community, number } of pairs) {
    if (numbers[community] !== -1 || taken.has(number)) continue
    numbers[community] = number
    taken.add(number)
  }
  let free = Math.max(-1, ...earlier.values()) + 1
  return numbers.map((number) => (number === -1 ? free++ : number))
}
