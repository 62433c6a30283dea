import { readDay } from './day.ts'
import type { Actor, Attribute, Tie } from './ties.ts'

/** What is wrong with a file: a code, where (the id in the file), and the word that it stumbled over. */
export type FileFault = {
  readonly code:
    | 'other-format'
    | 'too-deep'
    | 'too-large'
    | 'no-id'
    | 'same-id-twice'
    | 'actor-not-there'
    | 'tied-to-itself'
    | 'bad-weight'
    | 'bad-day'
    | 'bad-value'
  readonly where: string
  readonly word?: string
}

/** What a file of a network says. */
export type FileGraph = {
  readonly actors: readonly Actor[]
  readonly ties: readonly Tie[]
  /** Where the file draws its actors. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>
}

export type ReadFile = { readonly graph: FileGraph } | { readonly faults: readonly FileFault[] }

export type FileLimits = {
  /** Elements within elements, and actors and ties together. */
  readonly depth: number
  readonly things: number
}

export const usualLimits: FileLimits = { depth: 32, things: 2_000_000 }

/** Told at most: who mends a file needs no more at once. */
const mostFaults = 50

type TieInFile = {
  id: string
  a: string | undefined
  b: string | undefined
  kind?: string | undefined
  weight?: number | undefined
  since?: string | undefined
  until?: string | undefined
  evidence?: string | undefined
}

/** Collects what a reader finds and what is wrong with it. */
export class FileGraphBuilder {
  readonly #actors = new Map<string, Actor>()
  readonly #ties: TieInFile[] = []
  readonly #places = new Map<string, { x: number; y: number }>()
  readonly #faults: FileFault[] = []
  readonly #limits: FileLimits

  constructor(limits: FileLimits) {
    this.#limits = limits
  }

  get hasRoom(): boolean {
    return this.#actors.size + this.#ties.length <= this.#limits.things
  }

  fault(code: FileFault['code'], where: string, word?: string): void {
    if (this.#faults.length < mostFaults)
      this.#faults.push({ code, where, ...(word !== undefined && { word }) })
  }

  actor(id: string | undefined, attributes: Record<string, Attribute>): void {
    if (id === undefined) this.fault('no-id', String(this.#actors.size + 1))
    else if (this.#actors.has(id)) this.fault('same-id-twice', id)
    else this.#actors.set(id, { id, attributes })
  }

  place(id: string, x: number | undefined, y: number | undefined): void {
    if (x !== undefined && y !== undefined && Number.isFinite(x + y)) this.#places.set(id, { x, y })
  }

  tie(tie: TieInFile): void {
    this.#ties.push(tie)
  }

  /** Ties are looked at last: a file may name them before the actors. */
  done(): ReadFile {
    const ties = this.#ties.flatMap((tie) => this.#checked(tie))
    if (this.#faults.length > 0) return { faults: this.#faults }
    return { graph: { actors: [...this.#actors.values()], ties, places: this.#places } }
  }

  #checked({ id, a, b, kind = 'tie', weight = 1, since, until, evidence }: TieInFile): Tie[] {
    const before = this.#faults.length
    if (a === undefined || !this.#actors.has(a)) this.fault('actor-not-there', id, a)
    if (b === undefined || !this.#actors.has(b)) this.fault('actor-not-there', id, b)
    if (a !== undefined && a === b) this.fault('tied-to-itself', id, a)
    if (!(weight > 0 && weight < Infinity)) this.fault('bad-weight', id, String(weight))
    const [first, last] = [this.#day(id, since), this.#day(id, until)]
    if (this.#faults.length > before || a === undefined || b === undefined) return []
    return [
      {
        a,
        b,
        kind,
        weight,
        ...(first !== undefined && { since: first }),
        ...(last !== undefined && { until: last }),
        ...(evidence !== undefined && { evidence }),
      },
    ]
  }

  /** A day, or a moment of it: the time of the day is left out. */
  #day(id: string, text: string | undefined): number | undefined {
    if (text === undefined) return undefined
    const day = readDay(text.slice(0, 10))
    if (day === undefined) this.fault('bad-day', id, text)
    return day
  }
}
