import { type ManyValues, manyValues, type NetworkColumns } from './sieve.ts'

/** An actor as the picture of a network shows it. */
export type DrawnActor = {
  readonly id: string
  readonly name: string
  /** Where it stands, in the picture's own units. */
  readonly x: number
  readonly y: number
  /** The weight of its ties together. */
  readonly strength: number
  /** Facets by name, with the values that this actor has. */
  readonly facets: Readonly<Record<string, readonly string[]>>
}

export type DrawnTie = {
  /** Numbers of its actors. */
  readonly a: number
  readonly b: number
  readonly kind: string
  readonly weight: number
  /** Years; null where they are not known. */
  readonly since: number | null
  readonly until: number | null
}

/** A whole network in the fewest characters that plain JSON allows: columns, and what grows as differences. */
export type Drawing = {
  readonly ids: readonly string[]
  readonly names: readonly string[]
  /** Ten-thousandths of the picture's longer side. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** Hundredths. */
  readonly strengths: readonly number[]
  /** By facet its values, how many each actor has, and which. */
  readonly facets: Readonly<
    Record<string, { values: readonly string[]; counts: readonly number[]; items: readonly number[] }>
  >
  readonly tieKinds: readonly string[]
  /** Ties in the order of `a`, which stands as the difference to the one before. */
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly tieKind: readonly number[]
  /** Hundredths. */
  readonly weights: readonly number[]
  readonly since: readonly number[]
  readonly until: readonly number[]
}

const side = 10_000

/** A network in the form that a browser is sent. */
export function writeDrawing(actors: readonly DrawnActor[], ties: readonly DrawnTie[]): Drawing {
  const [left, top, length] = frameOf(actors)
  const place = (value: number, from: number) => Math.round(((value - from) / length) * side)
  const names = [...new Set(actors.flatMap((actor) => Object.keys(actor.facets)))]
  const sorted = [...ties].sort((one, other) => one.a - other.a || one.b - other.b)
  const tieKinds = [...new Set(sorted.map((tie) => tie.kind))]
  return {
    ids: actors.map((actor) => actor.id),
    names: actors.map((actor) => actor.name),
    x: actors.map((actor) => place(actor.x, left)),
    y: actors.map((actor) => place(actor.y, top)),
    strengths: actors.map((actor) => Math.round(actor.strength * 100)),
    facets: Object.fromEntries(
      names.map((name) => {
        const { values, items } = manyValues(actors.map((actor) => actor.facets[name] ?? []))
        return [
          name,
          { values, counts: actors.map((actor) => actor.facets[name]?.length ?? 0), items: [...items] },
        ]
      }),
    ),
    tieKinds,
    a: sorted.map((tie, i) => tie.a - (sorted[i - 1]?.a ?? 0)),
    b: sorted.map((tie) => tie.b),
    tieKind: sorted.map((tie) => tieKinds.indexOf(tie.kind)),
    weights: sorted.map((tie) => Math.round(tie.weight * 100)),
    since: sorted.map((tie) => tie.since ?? 0),
    until: sorted.map((tie) => tie.until ?? 0),
  }
}

function frameOf(actors: readonly DrawnActor[]): [left: number, top: number, length: number] {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of actors) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return actors.length === 0 ? [0, 0, 1] : [left, top, Math.max(right - left, bottom - top) || 1]
}

/** A network as it is drawn: columns to ask, and where everybody stands. */
export type DrawnNetwork = NetworkColumns & {
  readonly ids: readonly string[]
  readonly names: readonly string[]
  /** Between 0 and 1, the longer side of the picture being 1. */
  readonly x: Float32Array
  readonly y: Float32Array
  readonly strengths: Float32Array
  readonly weights: Float32Array
}

/** What `writeDrawing` has written. */
export function readDrawing(drawing: Drawing): DrawnNetwork {
  let before = 0
  const a = Uint32Array.from(drawing.a, (step) => {
    before += step
    return before
  })
  return {
    actors: drawing.ids.length,
    ids: drawing.ids,
    names: drawing.names,
    x: Float32Array.from(drawing.x, (x) => x / side),
    y: Float32Array.from(drawing.y, (y) => y / side),
    strengths: Float32Array.from(drawing.strengths, (n) => n / 100),
    facets: Object.fromEntries(
      Object.entries(drawing.facets).map(([name, facet]) => [name, readFacet(facet)]),
    ),
    a,
    b: Uint32Array.from(drawing.b),
    tieKinds: drawing.tieKinds,
    tieKind: Uint8Array.from(drawing.tieKind),
    weights: Float32Array.from(drawing.weights, (n) => n / 100),
    since: Uint16Array.from(drawing.since),
    until: Uint16Array.from(drawing.until),
  }
}

function readFacet({ values, counts, items }: Drawing['facets'][string]): ManyValues {
  const starts = new Uint32Array(counts.length + 1)
  counts.forEach((count, actor) => {
    starts[actor + 1] = starts[actor]! + count
  })
  return { values, starts, items: Uint16Array.from(items) }
}
