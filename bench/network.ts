/**
 * A network of 10 000 actors and 40 000 tied pairs (made; the Danish joint projects within it where they are at hand),
 * measured in seconds of the processor: communities, picture, every measure, the picture again after 1 of 100 actors and ties changed, what
 * a server does for one actor's page, and a filter.   npm run bench -- network [ACTORS] [PAIRS]
 */
import {
  around,
  between,
  changeBetween,
  clustering,
  communitiesOf,
  componentsOf,
  constraint,
  coreNumbers,
  cutsOf,
  degrees,
  eigenvector,
  type Graph,
  graphOf,
  growth,
  layout,
  pageRank,
  participation,
  placesOf,
  readDay,
  strengths,
  type Tie,
  tiesFromProjects,
  tiesOf,
} from '../src/engine/network/index.ts'
import { randomFrom } from '../src/engine/network/random.ts'
import { danishGraph, danishIsAtHand, danishProjects } from '../test/network/graphs.ts'
import { madeNetwork } from '../test/network/made.ts'

const [actorCount = '10000', pairCount = '40000'] = process.argv.slice(2)
const processorSeconds = (): number => process.cpuUsage().user / 1e6
const say = (line: string): void => void process.stdout.write(`${line}\n`)
let total = 0
function timed<T>(name: string, work: () => T, note: (result: T) => string = () => ''): T {
  const began = processorSeconds()
  const result = work()
  const seconds = processorSeconds() - began
  total += seconds
  say(`  ${name.padEnd(44)} ${seconds.toFixed(3).padStart(8)} s  ${note(result)}`)
  return result
}

const real = danishIsAtHand ? danishProjects() : { actors: [], projects: [] }
const realPairs = danishIsAtHand ? danishGraph().edges : 0
const made = madeNetwork(Number(actorCount) - real.actors.length, Number(pairCount) - realPairs)
const actors = [...made.actors, ...real.actors]
const projects = [...made.projects, ...real.projects]
const placeOf = new Map(actors.map((actor, at) => [actor.id, at]))
say(`${actors.length} actors, ${projects.length} projects (${real.projects.length} real, Danish)`)
const projection = timed('ties from projects', () => tiesFromProjects(placeOf, projects))
const graph = timed(
  'graph',
  () => graphOf(actors, projection.ties),
  (g) => `${g.edges} tied pairs`,
)

say('the job:')
total = 0
const communities = timed(
  'communities',
  () => communitiesOf(graph),
  (c) =>
    `modularity ${c.modularity.toFixed(4)}, ${Array.from(c.sizes).filter((n) => n > 9).length} of ten and more`,
)
const picture = timed('picture', () => layout(graph, { communities: communities.of }))
timed(
  'betweenness and closeness, steps',
  () => between(graph),
  (b) => (b.isExact ? 'exact' : `${b.sources} pivots`),
)
timed('betweenness and closeness, lengths', () => between(graph, { length: 'weight' }))
timed('degree and strength', () => [degrees(graph), strengths(graph)])
timed('PageRank', () => pageRank(graph, { tolerance: 1e-10 }))
timed('eigenvector', () => eigenvector(graph, { tolerance: 1e-10 }))
timed('clustering', () => clustering(graph))
timed('core numbers', () => coreNumbers(graph))
timed(
  'articulation points and bridges',
  () => cutsOf(graph),
  (c) => `${c.edges.length} bridges`,
)
timed(
  'components',
  () => componentsOf(graph),
  (c) => `${c.count}`,
)
timed('participation', () => participation(graph, communities.of))
timed('constraint', () => constraint(graph))
say(`  ${'together'.padEnd(44)} ${total.toFixed(3).padStart(8)} s`)

say('the picture again, when 1 of 100 actors and ties have changed:')
const after = changedBy(graph, 0.01)
const again = timed('communities again', () =>
  communitiesOf(after, {
    earlier: new Map(graph.ids.map((id, v) => [id, communities.numbers[communities.of[v]!]!])),
  }),
)
const moved = timed('picture again', () =>
  layout(after, { communities: again.of, earlier: { places: placesOf(graph, picture), graph } }),
)
const diagonal = Math.hypot(extent(picture.x), extent(picture.y))
const cameToTies = after.ids.filter(
  (id, v) => picture.alone[graph.placeOf.get(id) ?? -1] && !moved.alone[v],
).length
const moves = after.ids.flatMap((id, v) => {
  const was = graph.placeOf.get(id)
  return was === undefined ? [] : [Math.hypot(moved.x[v]! - picture.x[was]!, moved.y[v]! - picture.y[was]!)]
})
const mean = moves.reduce((sum, move) => sum + move, 0) / moves.length
const sorted = moves.sort((a, b) => a - b)
const percent = (move: number): string => `${((100 * move) / diagonal).toFixed(2)} %`
say(
  `  mean move of ${moves.length} who stayed: ${percent(mean)} of the diagonal (95 of 100 below ${percent(sorted[Math.floor(0.95 * sorted.length)]!)}, furthest ${percent(sorted.at(-1)!)}); ${cameToTies} had been alone`,
)

say('a page:')
const byTies = Array.from(degrees(graph).keys()).sort((a, b) => degreeOf(b) - degreeOf(a))
timed('one actor, two steps: the greatest hundred', () =>
  byTies.slice(0, 100).map((v) => around(graph, v, { steps: 2 })),
)
const day = readDay('2022-01-01')!
timed(
  'filter of ties by day and of actors by region, counted',
  () => filtered(graph, 'Keski-Suomi', day),
  (n) => `${n} pairs`,
)
timed(
  'change between two days',
  () => changeBetween(graph, day, day + 730),
  (c) => JSON.stringify(c.figures),
)
timed(
  'growth by half-year',
  () => growth(graph, readDay('2026-01-01')!),
  (g) => `${g.length} half-years`,
)

function degreeOf(v: number): number {
  return graph.starts[v + 1]! - graph.starts[v]!
}

function extent(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b))
}

/** So great a part of the actors and of the pairs goes, and as many others come: each to somebody by how active they are. */
function changedBy(graph: Graph, part: number): Graph {
  const random = randomFrom(99)
  const stays = graph.ids.map(() => random() >= part)
  const staying = actors.filter((_, v) => stays[v])
  const fresh = Array.from({ length: actors.length - staying.length }, (_, v) => ({ id: `newcomer ${v}` }))
  const ties: Tie[] = []
  for (let e = 0; e < graph.edges; e++)
    if (stays[graph.lower[e]!] && stays[graph.upper[e]!] && random() >= part) ties.push(...tiesOf(graph, e))
  const anybody = (): string => staying[Math.floor(random() * staying.length)]!.id
  const tie = (a: string, b: string): void => {
    if (a !== b) ties.push({ a, b, kind: 'new', weight: 0.5 })
  }
  const active = (): string => ties[Math.floor(random() * ties.length)]!.a
  for (const { id } of fresh) for (let k = 0; k < 3; k++) tie(id, active())
  for (let k = 0; k < graph.edges * part; k++) tie(active(), anybody())
  return graphOf([...staying, ...fresh], ties)
}

/** Pairs of one region that are tied on a day, by a look at every tie and actor. */
function filtered(graph: Graph, region: string, day: number): number {
  const isIn = graph.attributes.map((attributes) => attributes.region === region)
  const { ties, tieStarts, tieOrder } = graph
  let count = 0
  for (let e = 0; e < graph.edges; e++) {
    if (!isIn[graph.lower[e]!] && !isIn[graph.upper[e]!]) continue
    for (let place = tieStarts[e]!; place < tieStarts[e + 1]!; place++) {
      const at = tieOrder[place]!
      if (ties.since[at]! > day || ties.until[at]! < day) continue
      count++
      break
    }
  }
  return count
}
