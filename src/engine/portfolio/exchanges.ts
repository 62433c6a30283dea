import type { ClauseSearch } from './clause-search.ts'
import { type Literal, left, taken } from './literal.ts'
import type { Programme } from './programme.ts'

/** Shares of a row's widest coefficient at which its room counts as scarce. */
const scarcities = [1 / 16, 1 / 8, 3 / 16, 1 / 4, 3 / 8, 1 / 2, 3 / 4, 1, 1.5, 2, 3, 4, 6, 8]
/** Of rows that count: room for none, room for one. */
const countingScarcities = [1, 2]
/** By items: how many rows may be scarce in a clause that is listed for all. The more, the less it says. */
const scarceRows = [4, 4, 2]
/** The same for those that are listed against one side. */
const against = [
  { size: 3, mostScarce: 3 },
  { size: 4, mostScarce: 2 },
]
const signs = [1, -1] as const
/** Clauses that are handed out together. */
const batchSize = 1_000
/** More than there are literals: limits of problems see to that. */
const radix = 2 ** 16

/** A number for up to three literals. */
const keyOf = (...literals: readonly Literal[]): number =>
  literals.reduce((key, literal) => key * radix + literal + 1, 0)

/** Clauses that one portfolio gives at most, and how many of them an item may be in. */
const clausesAtOnce = 100
const clausesAnItem = 10

/** To take a project, or to leave it. */
export type Side = { readonly project: number; readonly take: 0 | 1 }

/** An item that an exchange adds to a portfolio (1) or takes out of it (-1). */
type Move = { readonly item: number; readonly sign: 1 | -1 }

/**
 * What a non-dominated portfolio can't hide: if adding some items and taking out others makes a better portfolio
 * within the rows, it doesn't have the ones and lack the others. Each such exchange is a clause over the items. What
 * both portfolios take cancels out (Liesiö, Mild, Salo, EJOR 181 (2007), theorem 1), so an exchange that is better
 * once is better wherever it can be made, for interval scores too. It can be made where every row has room for it:
 * variables beside the items say that a row's room is scarce (less than a size), and stand in the clause.
 */
export class Exchanges {
  readonly #programme: Programme
  readonly #width: number
  /** What adding (the first half) or taking out (the second) item i does to each objective, at its worst, and each row. */
  readonly #effects: Float64Array
  /** By row, rising; the variable of the first. */
  readonly #scarce: readonly { readonly sizes: readonly number[]; readonly first: number }[]
  readonly variables: number
  readonly #said = new Set<number>()

  constructor(programme: Programme) {
    const { items, objectives, low, high, rows } = programme
    this.#programme = programme
    this.#width = objectives + rows.length
    this.#effects = new Float64Array(2 * items * this.#width)
    for (let i = 0; i < items; i++) {
      const add = i * this.#width
      const drop = (items + i) * this.#width
      for (let j = 0; j < objectives; j++) {
        this.#effects[add + j] = low[i * objectives + j]!
        this.#effects[drop + j] = -high[i * objectives + j]!
      }
      for (const [r, { coefficients }] of rows.entries()) {
        this.#effects[add + objectives + r] = -coefficients[i]!
        this.#effects[drop + objectives + r] = coefficients[i]!
      }
    }
    let variables = items
    this.#scarce = rows.map(({ coefficients }) => {
      const widest = coefficients.reduce((most, a) => Math.max(most, Math.abs(a)), 0)
      const sizes =
        widest <= 1 ? countingScarcities : [...new Set(scarcities.map((share) => Math.ceil(share * widest)))]
      const first = variables
      variables += sizes.length
      return { sizes, first }
    })
    this.variables = variables
  }

  /** Tells a search the rows, and what it means that a row's room is scarce. */
  tellRows(search: ClauseSearch): void {
    for (const [r, { coefficients, bound }] of this.#programme.rows.entries()) {
      search.addRow(coefficients, [{ bound }])
      const { sizes, first } = this.#scarce[r]!
      search.addRow(
        coefficients.map((a) => -a),
        sizes.map((size, s) => ({ bound: size - 1 - bound, guard: taken(first + s) })),
      )
      for (let s = 1; s < sizes.length; s++) search.addClause([taken(first + s), left(first + s - 1)])
    }
  }

  /**
   * The clauses of all exchanges of so many items, in batches, those first that move the first items of an order; none
   * that a shorter one says which was listed before.
   */
  *listed(size: number, order: readonly number[]): Generator<Literal[][]> {
    for (const [x, item] of order.entries())
      for (const sign of signs)
        yield* this.#beginning({ item, sign }, order.slice(x + 1), size, scarceRows[size - 1]!)
  }

  /** The same for exchanges of three and four items that take out a project, or add it. */
  *against({ project, take }: Side, order: readonly number[]): Generator<Literal[][]> {
    const first: Move = { item: project, sign: take ? -1 : 1 }
    const others = order.filter((item) => item !== project)
    for (const { size, mostScarce } of against) yield* this.#beginning(first, others, size, mostScarce)
  }

  *#beginning(
    first: Move,
    others: readonly number[],
    size: number,
    mostScarce: number,
  ): Generator<Literal[][]> {
    const moves = [first]
    const sums = Array.from({ length: size }, () => this.#blank())
    this.#after(undefined, first, sums[0])
    let batch: Literal[][] = []
    const look = () => {
      const clause = this.#clause(moves, sums[size - 1]!, mostScarce)
      if (clause && !this.#isSaid(clause)) batch.push(clause)
    }
    const extend = (x: number, sign: 1 | -1) => {
      const item = others[x]!
      const before = sums[moves.length - 1]!
      const isLast = moves.length + 1 === size
      if (isLast && !this.#isWorthAfter(before, item, sign, mostScarce)) return
      this.#after(before, { item, sign }, sums[moves.length])
      moves.push({ item, sign })
      if (isLast) look()
      else for (let y = x + 1; y < others.length; y++) for (const its of signs) extend(y, its)
      moves.pop()
    }
    if (size === 1) look()
    for (let x = 0; size > 1 && x < others.length; x++) {
      for (const sign of signs) extend(x, sign)
      if (size <= 3 && batch.length < batchSize) continue
      yield batch
      batch = []
    }
    yield batch
  }

  /** Whether a shorter clause that was listed says the same. Remembers short ones. */
  #isSaid(clause: Literal[]): boolean {
    clause.sort((a, b) => a - b)
    for (let i = 0; i < clause.length; i++) {
      if (this.#said.has(keyOf(clause[i]!))) return true
      for (let j = 0; j < i; j++) {
        if (this.#said.has(keyOf(clause[j]!, clause[i]!))) return true
        for (let k = 0; k < j; k++) if (this.#said.has(keyOf(clause[k]!, clause[j]!, clause[i]!))) return true
      }
    }
    if (clause.length <= 3) this.#said.add(keyOf(...clause))
    return false
  }

  /** Clauses that a portfolio breaks: exchanges of up to two items for up to two. The shortest, spread over the items. */
  broken(portfolio: Uint8Array): Literal[][] {
    const { objectives, rows } = this.#programme
    const items = [...portfolio.keys()]
    const room = this.#roomOf(portfolio)
    const drops = this.#upToTwo(
      items.filter((i) => portfolio[i]),
      -1,
    )
    const adds = this.#upToTwo(
      items.filter((i) => !portfolio[i]),
      1,
    )
    const sum = this.#blank()
    const found: Literal[][] = []
    for (const drop of drops)
      for (const add of adds) {
        let possible = true
        for (let w = 0; w < this.#width && possible; w++) {
          sum[w] = add.effects[w]! + drop.effects[w]!
          possible = sum[w]! >= (w < objectives ? 0 : -room[w - objectives]!)
        }
        const clause = possible && this.#clause([...drop.moves, ...add.moves], sum, rows.length)
        if (clause && this.#isBroken(clause, room)) found.push(clause)
      }
    found.sort((a, b) => a.length - b.length)
    const times = new Map<Literal, number>()
    return found
      .filter((clause) => {
        const ours = clause.filter((literal) => literal >> 1 < items.length)
        if (ours.some((literal) => (times.get(literal) ?? 0) >= clausesAnItem)) return false
        for (const literal of ours) times.set(literal, (times.get(literal) ?? 0) + 1)
        return true
      })
      .slice(0, clausesAtOnce)
  }

  /**
   * A clause that forbids a portfolio which another dominates: that of the exchange, or where its rows have room but not
   * enough for the sizes at which room counts as scarce, of the portfolio alone.
   */
  between(portfolio: Uint8Array, better: Uint8Array): Literal[] {
    const moves = [...portfolio.keys()].flatMap((item): Move[] =>
      portfolio[item] === better[item] ? [] : [{ item, sign: better[item] ? 1 : -1 }],
    )
    const sum = this.#blank()
    for (const move of moves) this.#after(sum, move, sum)
    const clause = this.#clause(moves, sum, this.#programme.rows.length)
    if (clause && this.#isBroken(clause, this.#roomOf(portfolio))) return clause
    return [...portfolio.keys()].map((item) => (portfolio[item] ? left(item) : taken(item)))
  }

  #roomOf(portfolio: Uint8Array): Float64Array {
    return Float64Array.from(this.#programme.rows, ({ coefficients, bound }) =>
      coefficients.reduce((rest, a, i) => rest - portfolio[i]! * a, bound),
    )
  }

  /** Whether every row has the room that the clause says is not scarce. */
  #isBroken(clause: readonly Literal[], room: Float64Array): boolean {
    return this.#scarce.every(({ sizes, first }, r) =>
      sizes.every((size, s) => room[r]! >= size || !clause.includes(taken(first + s))),
    )
  }

  #blank(): Float64Array {
    return new Float64Array(this.#width)
  }

  #after(before: Float64Array | undefined, { item, sign }: Move, into = this.#blank()): Float64Array {
    const at = (sign === 1 ? item : this.#programme.items + item) * this.#width
    for (let w = 0; w < into.length; w++) into[w] = (before?.[w] ?? 0) + this.#effects[at + w]!
    return into
  }

  /** Whether an exchange with one item more is at least as good, with no more scarce rows than so many. */
  #isWorthAfter(before: Float64Array, item: number, sign: 1 | -1, mostScarce: number): boolean {
    const effects = this.#effects
    const { objectives } = this.#programme
    const at = (sign === 1 ? item : this.#programme.items + item) * this.#width
    let scarce = 0
    for (let w = objectives; w < before.length; w++)
      if (before[w]! + effects[at + w]! < 0 && ++scarce > mostScarce) return false
    for (let j = 0; j < objectives; j++) if (before[j]! + effects[at + j]! < 0) return false
    return true
  }

  #upToTwo(items: readonly number[], sign: 1 | -1) {
    const single = items.map((item) => ({
      moves: [{ item, sign }] as Move[],
      effects: this.#after(undefined, { item, sign }),
    }))
    const none = { moves: [] as Move[], effects: this.#blank() }
    const pairs = single.flatMap((a, i) =>
      single.slice(i + 1).map((b) => ({
        moves: [...a.moves, ...b.moves],
        effects: a.effects.map((e, w) => e + b.effects[w]!),
      })),
    )
    return [none, ...single, ...pairs]
  }

  /** The clause of an exchange with these effects, if it is better and not too many rows must have room. */
  #clause(moves: readonly Move[], effects: Float64Array, mostScarce: number): Literal[] | undefined {
    const { objectives, rows } = this.#programme
    let better = false
    for (let j = 0; j < objectives; j++) {
      if (effects[j]! < 0) return undefined
      better ||= effects[j]! > 0
    }
    if (!better) return undefined
    let scarce = 0
    for (let w = objectives; w < this.#width; w++)
      if (effects[w]! < 0 && ++scarce > mostScarce) return undefined
    const clause = moves.map(({ item, sign }) => (sign === 1 ? taken(item) : left(item)))
    for (let r = 0; r < rows.length; r++) {
      const needed = -effects[objectives + r]!
      if (needed <= 0) continue
      const { sizes, first } = this.#scarce[r]!
      const size = sizes.findIndex((s) => s >= needed)
      if (size < 0) return undefined
      clause.push(taken(first + size))
    }
    return clause
  }
}
