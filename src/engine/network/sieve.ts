/** Of every actor the values that it has of one facet, in one row: those of actor i are `items[starts[i]]` to `items[starts[i + 1] - 1]`. */
export type ManyValues = {
  readonly values: readonly string[]
  readonly starts: Uint32Array
  readonly items: Uint16Array
}

/** A network as columns: what is asked of it again and again, in a browser and on the server alike. */
export type NetworkColumns = {
  readonly actors: number
  /** Facets of actors by name: kind, region, theme, role... */
  readonly facets: Readonly<Record<string, ManyValues>>
  /** The two ends of each tie, as numbers of actors. */
  readonly a: Uint32Array
  readonly b: Uint32Array
  readonly tieKinds: readonly string[]
  readonly tieKind: Uint8Array
  /** First and last year of each tie; 0 where it is not known, which an open period meets. */
  readonly since: Uint16Array
  readonly until: Uint16Array
}

export type NetworkQuestion = {
  /** By facet the values of which an actor has at least one. */
  readonly facets?: Readonly<Record<string, readonly string[]>>
  readonly tieKinds?: readonly string[]
  /** Only ties that were alive in these years, both included. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Only what is so many steps around one actor, along the ties that remain. */
  readonly around?: { readonly actor: number; readonly steps: number } | undefined
  /** Also those who have no tie among the rest. Where ties are asked for, only who has one remains. */
  readonly alone?: boolean
}

export type Sifted = {
  /** 1 for what remains. */
  readonly actors: Uint8Array
  readonly ties: Uint8Array
  readonly actorCount: number
  readonly tieCount: number
}

const indicesOf = (values: readonly string[], wanted: readonly string[]): Uint8Array => {
  const mask = new Uint8Array(values.length)
  for (const value of wanted) {
    const index = values.indexOf(value)
    if (index >= 0) mask[index] = 1
  }
  return mask
}

const has = ({ starts, items }: ManyValues, actor: number, wanted: Uint8Array): boolean => {
  for (let i = starts[actor]!; i < starts[actor + 1]!; i++) if (wanted[items[i]!]) return true
  return false
}

/** How many of the facets asked for an actor does not meet, and the last of them; 0 and -1 where it meets all. */
function missed(columns: NetworkColumns, asked: readonly Asked[]) {
  const count = new Uint8Array(columns.actors)
  const last = new Int8Array(columns.actors).fill(-1)
  asked.forEach(({ facet, wanted }, index) => {
    for (let actor = 0; actor < columns.actors; actor++) {
      if (has(facet, actor, wanted)) continue
      count[actor]! += 1
      last[actor] = index
    }
  })
  return { count, last }
}

type Asked = { name: string; facet: ManyValues; wanted: Uint8Array }

const askedOf = (columns: NetworkColumns, question: NetworkQuestion): Asked[] =>
  Object.entries(question.facets ?? {}).flatMap(([name, wanted]) => {
    const facet = columns.facets[name]
    return facet && wanted.length > 0 ? [{ name, facet, wanted: indicesOf(facet.values, wanted) }] : []
  })

/** Ties whose ends are in `actors`, of the kinds and years asked for. */
function tiesAmong(columns: NetworkColumns, question: NetworkQuestion, actors: Uint8Array): Uint8Array {
  const { a, b, tieKind, since, until } = columns
  const kinds = question.tieKinds?.length ? indicesOf(columns.tieKinds, question.tieKinds) : undefined
  const { from = 0, to = 9999 } = question
  const ties = new Uint8Array(a.length)
  for (let tie = 0; tie < a.length; tie++) {
    if (!actors[a[tie]!] || !actors[b[tie]!]) continue
    if (kinds && !kinds[tieKind[tie]!]) continue
    if (since[tie]! > to || (until[tie]! !== 0 && until[tie]! < from)) continue
    ties[tie] = 1
  }
  return ties
}

/** Actors so many steps around one, along the given ties. */
function reached(columns: NetworkColumns, ties: Uint8Array, from: number, steps: number): Uint8Array {
  const near = new Uint8Array(columns.actors)
  near[from] = 1
  for (let step = 0; step < steps; step++) {
    const next: number[] = []
    for (let tie = 0; tie < ties.length; tie++) {
      if (!ties[tie]) continue
      const [a, b] = [columns.a[tie]!, columns.b[tie]!]
      if (near[a] && !near[b]) next.push(b)
      else if (near[b] && !near[a]) next.push(a)
    }
    for (const actor of next) near[actor] = 1
  }
  return near
}

const sum = (mask: Uint8Array): number => mask.reduce((all, one) => all + one, 0)

/** What of a network a question leaves. The same in the browser, where it must take a moment, and on the server. */
export function sift(columns: NetworkColumns, question: NetworkQuestion): Sifted {
  const { count } = missed(columns, askedOf(columns, question))
  return tied(
    columns,
    question,
    Uint8Array.from(count, (n) => (n === 0 ? 1 : 0)),
  )
}

function tied(columns: NetworkColumns, question: NetworkQuestion, passing: Uint8Array): Sifted {
  let actors = passing
  let ties = tiesAmong(columns, question, actors)
  const { around } = question
  if (around) {
    const near = reached(columns, ties, around.actor, around.steps)
    actors = actors.map((one, actor) => one & near[actor]!)
    if (passing[around.actor]) actors[around.actor] = 1
    ties = tiesAmong(columns, question, actors)
  } else if (question.alone === false || (question.alone === undefined && asksForTies(question))) {
    const held = new Uint8Array(columns.actors)
    ties.forEach((one, tie) => {
      if (one) held[columns.a[tie]!] = held[columns.b[tie]!] = 1
    })
    actors = actors.map((one, actor) => one & held[actor]!)
  }
  return { actors, ties, actorCount: sum(actors), tieCount: sum(ties) }
}

const asksForTies = ({ tieKinds, from, to }: NetworkQuestion): boolean =>
  (tieKinds?.length ?? 0) > 0 || from !== undefined || to !== undefined

/** By facet how many actors each value would leave: what is asked of the same facet does not count against it. */
export function countFacets(
  columns: NetworkColumns,
  question: NetworkQuestion,
): Record<string, ReadonlyMap<string, number>> {
  const asked = askedOf(columns, question)
  const { count, last } = missed(columns, asked)
  const leftWithout = (own: number): Uint8Array => {
    const passing = Uint8Array.from(count, (n, actor) =>
      n === 0 || (n === 1 && last[actor] === own) ? 1 : 0,
    )
    return tied(columns, question, passing).actors
  }
  const leftByAll = leftWithout(-1)
  return Object.fromEntries(
    Object.entries(columns.facets).map(([name, facet]) => {
      const own = asked.findIndex((one) => one.name === name)
      const left = own < 0 ? leftByAll : leftWithout(own)
      const counts = new Uint32Array(facet.values.length)
      for (let actor = 0; actor < columns.actors; actor++) {
        if (!left[actor]) continue
        for (let i = facet.starts[actor]!; i < facet.starts[actor + 1]!; i++) counts[facet.items[i]!]! += 1
      }
      return [name, new Map(facet.values.map((value, index) => [value, counts[index]!]))]
    }),
  )
}

/** Of each kind of tie how many remain, whatever kinds are asked for. */
export function countTieKinds(
  columns: NetworkColumns,
  question: NetworkQuestion,
): ReadonlyMap<string, number> {
  const { tieKinds: _, ...rest } = question
  const { ties } = sift(columns, rest)
  const counts = new Uint32Array(columns.tieKinds.length)
  ties.forEach((one, tie) => {
    counts[columns.tieKind[tie]!]! += one
  })
  return new Map(columns.tieKinds.map((kind, index) => [kind, counts[index]!]))
}

/** Values of a facet, one list for each actor, as a column. */
export function manyValues(lists: readonly (readonly string[])[]): ManyValues {
  const values = [...new Set(lists.flat())]
  const index = new Map(values.map((value, i) => [value, i]))
  const starts = new Uint32Array(lists.length + 1)
  lists.forEach((list, actor) => {
    starts[actor + 1] = starts[actor]! + list.length
  })
  return { values, starts, items: Uint16Array.from(lists.flat(), (value) => index.get(value)!) }
}
