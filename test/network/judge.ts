import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import {
  between,
  clustering,
  communitiesOf,
  componentsOf,
  constraint,
  coreNumbers,
  cutsOf,
  degrees,
  eigenvector,
  type Graph,
  modularity,
  pageRank,
  strengths,
} from '../../src/engine/network/index.ts'

/** The same for both: all actors together move by less than this times their number. */
const tolerance = 1e-13

export const networkxIsThere = spawnSync('python3', ['-c', 'import networkx, scipy']).status === 0

export type Judgement = {
  /** The largest difference of each measure between the two, over all actors. */
  differences: Record<string, number>
  bridgesAgree: boolean
  /** Our communities by our formula, by networkx's, and its best Louvain of five seeds. */
  modularity: { ours: number; theirs: number; louvain: number }
}

type Theirs = {
  measures: Record<string, (number | null)[]>
  bridges: [number, number][]
  modularity: number
  louvain: number
}

/** What networkx makes of a graph, beside what we make of it. */
export function judge(graph: Graph): Judgement {
  const communities = communitiesOf(graph)
  const theirs = askNetworkx(graph, communities.of)
  const cuts = cutsOf(graph)
  const ours = measuresOf(graph)
  const bridges = cuts.edges.map((e) => [graph.lower[e]!, graph.upper[e]!])
  return {
    differences: Object.fromEntries(
      Object.entries(theirs.measures).map(([name, values]) => [name, largest(ours[name]!, values)]),
    ),
    bridgesAgree: JSON.stringify(bridges) === JSON.stringify(theirs.bridges),
    modularity: {
      ours: modularity(graph, communities.of),
      theirs: theirs.modularity,
      louvain: theirs.louvain,
    },
  }
}

function measuresOf(graph: Graph): Record<string, ArrayLike<number>> {
  const [steps, lengths] = [between(graph), between(graph, { length: 'weight' })]
  const components = componentsOf(graph)
  const options = { tolerance, mostRounds: 100_000 }
  return {
    degree: degrees(graph),
    strength: strengths(graph),
    'betweenness, steps': steps.betweenness,
    'betweenness, lengths': lengths.betweenness,
    'closeness, steps': steps.closeness,
    'closeness, lengths': lengths.closeness,
    PageRank: pageRank(graph, options)!,
    eigenvector: eigenvector(graph, options)!,
    clustering: clustering(graph),
    'core number': coreNumbers(graph),
    constraint: constraint(graph),
    'articulation points': cutsOf(graph).actors,
    'size of the component': components.of.map((part) => components.sizes[part]!),
  }
}

function askNetworkx(graph: Graph, groups: Int32Array): Theirs {
  const edges = Array.from({ length: graph.edges }, (_, e) => [
    graph.lower[e]!,
    graph.upper[e]!,
    graph.edgeWeights[e]!,
  ])
  const input = JSON.stringify({ size: graph.size, edges, groups: [...groups], tolerance })
  const script = readFileSync('test/network/judge.py', 'utf8')
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (status !== 0) throw new Error(`networkx did not answer: ${stderr}`)
  return JSON.parse(stdout) as Theirs
}

/** Not a number and null are the same; one of them alone is an infinite difference. */
function largest(ours: ArrayLike<number>, theirs: (number | null)[]): number {
  return theirs.reduce<number>((most, their, v) => {
    const our = ours[v]!
    if (their === null || Number.isNaN(our))
      return their === null && Number.isNaN(our) ? most : Number.POSITIVE_INFINITY
    return Math.max(most, Math.abs(our - their))
  }, 0)
}
