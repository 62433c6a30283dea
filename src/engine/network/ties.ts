import type { Day } from './day.ts'

/** What is known of an actor: a word, a number, a yes or no, or several words. */
export type Attribute = string | number | boolean | readonly string[]

export type Actor = { readonly id: string; readonly attributes?: Readonly<Record<string, Attribute>> }

/** What joins two actors. It has no direction. */
export type Tie = {
  readonly a: string
  readonly b: string
  /** What sort of tie: a project together, an agreement, a survey... */
  readonly kind: string
  /** Above zero: 1 is the strength of a project of two. */
  readonly weight: number
  /** First and last day, both included. Without a first day it has always been; without a last, it goes on. */
  readonly since?: Day
  readonly until?: Day
  /** The id of what shows it: a project, an agreement, an answer. */
  readonly evidence?: string
}

/** A first day before all days, and a last day after them. */
export const always: Day = -0x8000_0000
export const goesOn: Day = 0x7fff_ffff

/** Many ties, column by column: 36 bytes each, whoever makes them. */
export type TieColumns = {
  readonly count: number
  /** Numbers of the actors at the ends. */
  readonly a: Int32Array
  readonly b: Int32Array
  readonly weight: Float64Array
  /** Days; `always` and `goesOn` where there is none. */
  readonly since: Int32Array
  readonly until: Int32Array
  /** Places in `kinds` and `evidences`; evidence -1 is none. */
  readonly kind: Int32Array
  readonly evidence: Int32Array
  readonly kinds: readonly string[]
  readonly evidences: readonly string[]
}

/** Columns for so many ties, to be filled. */
export function emptyColumns(
  count: number,
  kinds: readonly string[],
  evidences: readonly string[],
): TieColumns {
  return {
    count,
    a: new Int32Array(count),
    b: new Int32Array(count),
    weight: new Float64Array(count),
    since: new Int32Array(count).fill(always),
    until: new Int32Array(count).fill(goesOn),
    kind: new Int32Array(count),
    evidence: new Int32Array(count).fill(-1),
    kinds,
    evidences,
  }
}

/** The ties as columns. @throws RangeError for an actor that is not there, a tie to oneself, a weight not above zero */
export function columnsOf(placeOf: ReadonlyMap<string, number>, ties: readonly Tie[]): TieColumns {
  const kinds = new Numbering()
  const evidences = new Numbering()
  const columns = emptyColumns(ties.length, kinds.names, evidences.names)
  ties.forEach((tie, at) => {
    const [a, b] = [placeOf.get(tie.a), placeOf.get(tie.b)]
    if (a === undefined) throw new RangeError(`a tie names an actor that is not there: ${tie.a}`)
    if (b === undefined) throw new RangeError(`a tie names an actor that is not there: ${tie.b}`)
    if (a === b) throw new RangeError(`a tie joins an actor to itself: ${tie.a}`)
    if (!(tie.weight > 0 && tie.weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`the weight of a tie is not above zero: ${tie.a}, ${tie.b}: ${tie.weight}`)
    columns.a[at] = a
    columns.b[at] = b
    columns.weight[at] = tie.weight
    columns.kind[at] = kinds.numberOf(tie.kind)
    if (tie.since !== undefined) columns.since[at] = tie.since
    if (tie.until !== undefined) columns.until[at] = tie.until
    if (tie.evidence !== undefined) columns.evidence[at] = evidences.numberOf(tie.evidence)
  })
  return columns
}

/** One tie of the columns, told with the ids of its actors. */
export function tieAt(ids: readonly string[], columns: TieColumns, at: number): Tie {
  const [since, until, evidence] = [columns.since[at]!, columns.until[at]!, columns.evidence[at]!]
  return {
    a: ids[columns.a[at]!]!,
    b: ids[columns.b[at]!]!,
    kind: columns.kinds[columns.kind[at]!]!,
    weight: columns.weight[at]!,
    ...(since !== always && { since }),
    ...(until !== goesOn && { until }),
    ...(evidence >= 0 && { evidence: columns.evidences[evidence]! }),
  }
}

/** Names as numbers in the order in which they come. */
class Numbering {
  readonly names: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.names.length)
    this.names.push(name)
    return this.names.length - 1
  }
}
