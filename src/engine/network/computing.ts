import { betweenSteps } from './between.ts'
import { communitiesOf } from './communities.ts'
import { cutsOf } from './cuts.ts'
import { type Day, writeDay } from './day.ts'
import { degrees, strengths } from './degree.ts'
import { graphOf } from './graph.ts'
import { layoutSteps } from './layout.ts'
import { participation } from './participation.ts'
import type { Place } from './picture.ts'
import { type JointProject, tiesFromProjects } from './projection.ts'
import { type Actor, type Tie, tieAt } from './ties.ts'

/** Everything that is known of a network, and how its last picture was. */
export type NetworkInput = {
  /** With the attribute `region`, where it is known. */
  readonly actors: readonly Actor[]
  readonly projects: readonly JointProject[]
  readonly ties: readonly Tie[]
  readonly earlier?: {
    readonly places: readonly (readonly [id: string, place: Place])[]
    readonly communities: readonly (readonly [id: string, number: number])[]
  }
}

export type ComputedTie = {
  /** Places of its actors among the actors given, `a` below `b`. */
  readonly a: number
  readonly b: number
  readonly kind: string
  readonly weight: number
  readonly since: string | null
  readonly until: string | null
  readonly evidence: string
}

/** A network with its picture and its measures, each by the place of the actor among those given. */
export type ComputedNetwork = {
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** The number of each actor's community; null of one without ties. */
  readonly communities: readonly (number | null)[]
  readonly modularity: number
  readonly others: readonly number[]
  readonly strengths: readonly number[]
  readonly between: readonly number[]
  /** Over regions. */
  readonly spread: readonly number[]
  readonly cutsOff: readonly number[]
  /** Sorted by their ends. */
  readonly ties: readonly ComputedTie[]
  readonly tooLarge: readonly string[]
}

export type ComputingProgress = {
  readonly part: 'measures' | 'picture'
  readonly done: number
  readonly of: number
}

/** Computes all that a picture of a network needs, a step at a time, so that who asks may hear how far it is. */
export function* computingSteps({
  actors,
  projects,
  ties,
  earlier,
}: NetworkInput): Generator<ComputingProgress, ComputedNetwork> {
  const ids = actors.map((actor) => actor.id)
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  const { ties: joint, tooLarge } = tiesFromProjects(placeOf, projects)
  const fromProjects = Array.from({ length: joint.count }, (_, at): Tie => {
    const tie = tieAt(ids, joint, at)
    return { ...tie, kind: 'project', evidence: `project:${tie.evidence}` }
  })
  const all = [...fromProjects, ...ties]
  const graph = graphOf(actors, all)
  const found = communitiesOf(graph, { ...(earlier && { earlier: new Map(earlier.communities) }) })
  const picture = yield* told(
    'picture',
    layoutSteps(graph, {
      communities: found.of,
      ...(earlier && { earlier: { places: new Map(earlier.places) } }),
    }),
  )
  const { betweenness } = yield* told('measures', betweenSteps(graph))
  const others = degrees(graph)
  return {
    x: [...picture.x].map(rounded),
    y: [...picture.y].map(rounded),
    communities: [...found.of].map((community, v) => (others[v] === 0 ? null : found.numbers[community]!)),
    modularity: found.modularity,
    others: [...others],
    strengths: [...strengths(graph)],
    between: [...betweenness],
    spread: [...participation(graph, regionsOf(actors))],
    cutsOff: [...cutsOf(graph).cutOff],
    ties: all.map((tie) => computedTie(tie, placeOf)).sort((t, u) => t.a - u.a || t.b - u.b),
    tooLarge,
  }
}

function* told<P extends { done: number; of: number }, R>(
  part: ComputingProgress['part'],
  steps: Generator<P, R>,
): Generator<ComputingProgress, R> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield { part, done: step.value.done, of: step.value.of }
  }
}

const rounded = (place: number): number => Math.round(place * 100) / 100

function computedTie(
  { a, b, kind, weight, since, until, evidence }: Tie,
  placeOf: ReadonlyMap<string, number>,
) {
  const [one, other] = [placeOf.get(a)!, placeOf.get(b)!]
  const day = (on: Day | undefined) => (on === undefined ? null : writeDay(on))
  return {
    a: Math.min(one, other),
    b: Math.max(one, other),
    kind,
    weight,
    since: day(since),
    until: day(until),
    evidence: evidence ?? '',
  }
}

/** Numbers of regions; each actor whose region is not known is one of its own. */
function regionsOf(actors: readonly Actor[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(actors, ({ id, attributes }) => {
    const region = typeof attributes?.region === 'string' ? attributes.region : `?${id}`
    const number = numbers.get(region) ?? numbers.size
    numbers.set(region, number)
    return number
  })
}
