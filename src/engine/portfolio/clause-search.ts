import { type Literal, left, opposite, taken } from './literal.ts'
import { luby } from './luby.ts'
import { type Bounded, type Tally, tallyOf } from './tallies.ts'
import { VariableHeap } from './variable-heap.ts'

const open = -1
/** Conflicts to the first restart; the others as many times as Luby's sequence says. */
const restartUnit = 64
/** Learned clauses that are kept before the worse half goes, and how many more after each time. */
const firstRoom = 4_000
const roomGrowth = 500
/** Learned clauses whose literals stand on so few levels are kept for good. */
const goodLevels = 2

/** Before the literals of a clause: how many, and on how many levels they stood when it was learned (0: given). */
const head = 2
/** Why a literal holds: the place of a clause; -1: nothing, it was tried; below that, a bound of a tally. */
const tried = -1
const boundsAtMost = 1024

/**
 * Searches for values of yes-or-no variables that keep rows and clauses (of each clause at least one literal), or
 * proves that there are none: from each conflict it learns a clause that prevents it (conflict-driven clause learning:
 * Marques-Silva, Sakallah, IEEE Trans. Computers 48 (1999); which variable next: Moskewicz et al., DAC 2001; which
 * learned clauses stay: Audemard, Simon, IJCAI 2009). Rows explain what they conclude by as few of their items as they
 * can. Questions are asked one after another by a literal that is assumed (Eén, Sörensson, SAT 2003): what is learned
 * from one serves all. Whole numbers only, the same on every machine.
 */
export class ClauseSearch {
  readonly #value: Int8Array
  readonly #level: Int32Array
  readonly #reason: Int32Array
  /** Where in the trail a variable stands. */
  readonly #at: Int32Array
  readonly #last: Uint8Array
  readonly #heap: VariableHeap
  /** Literals in the order in which they came to hold, where each level begins, and how far was looked. */
  readonly #trail: Int32Array
  #held = 0
  readonly #begins: number[] = []
  #looked = 0
  /** All clauses, one after another. */
  #clauses = new Int32Array(1 << 16)
  #end = 0
  #given: number[] = []
  #learned: number[] = []
  /** By literal: pairs of a clause that watches it and another literal of that clause. */
  #watching: number[][]
  readonly #tallies: Tally[] = []
  /** By literal: pairs of a tally in which it counts, or guards a bound, and its size there. */
  readonly #counting: number[][]
  #room = firstRoom
  #refuted = false
  readonly #seen: Uint8Array
  #assumed = -1
  #runs = 1
  #toRestart = restartUnit

  /** `begin`: the values that are tried first. */
  constructor(variables: number, begin: ArrayLike<number>) {
    this.#value = new Int8Array(variables).fill(open)
    this.#level = new Int32Array(variables)
    this.#reason = new Int32Array(variables)
    this.#at = new Int32Array(variables)
    this.#last = Uint8Array.from({ length: variables }, (_, v) => (begin[v] ? 1 : 0))
    this.#heap = new VariableHeap(variables)
    this.#trail = new Int32Array(variables)
    this.#watching = Array.from({ length: 2 * variables }, () => [])
    this.#counting = Array.from({ length: 2 * variables }, () => [])
    this.#seen = new Uint8Array(variables)
  }

  /** The sum of coefficients of what is taken is at most each of the bounds. */
  addRow(coefficients: ArrayLike<number>, bounds: readonly Bounded[]): void {
    this.#backTo(0)
    const tally = tallyOf(coefficients, bounds)
    const number = this.#tallies.push(tally) - 1
    for (const [i, literal] of tally.literals.entries()) {
      this.#counting[literal]!.push(number, tally.sizes[i]!)
      if (this.#truth(literal) === 1) tally.used += tally.sizes[i]!
    }
    for (const guard of tally.guards) if (guard >= 0) this.#counting[guard]!.push(number, 0)
    if (this.#narrow(number)) this.#refuted = true
  }

  /** Adds a clause. Short ones say which variables matter first. */
  addClause(literals: readonly Literal[]): void {
    this.#backTo(0)
    const clause: Literal[] = []
    for (const literal of literals) {
      const truth = this.#truth(literal)
      if (truth === 1 || clause.includes(opposite(literal))) return
      if (truth === open && !clause.includes(literal)) clause.push(literal)
    }
    for (const literal of clause) this.#heap.raise(literal >> 1, 4 ** -clause.length)
    if (clause.length === 0) this.#refuted = true
    else if (clause.length === 1) this.#hold(clause[0]!, tried)
    else this.#given.push(this.#store(clause, 0))
  }

  /**
   * Goes on for so many conflicts: values that keep everything and what is assumed, `refuted` where there are none, or
   * `open`. Asked the same again, it goes on where it was.
   */
  search(assumed: Literal, conflicts: number): Uint8Array | 'refuted' | 'open' {
    if (assumed !== this.#assumed) this.#backTo(0)
    this.#assumed = assumed
    for (let met = 0; !this.#refuted; ) {
      const conflict = this.#propagate()
      if (conflict) {
        this.#learn(conflict)
        this.#toRestart--
        if (++met >= conflicts) return 'open'
      } else if (this.#toRestart <= 0) {
        this.#toRestart = restartUnit * luby(++this.#runs)
        this.#backTo(0)
        if (this.#learned.length > this.#room) this.#forget()
      } else if (this.#begins.length === 0) {
        const truth = this.#truth(assumed)
        if (truth === 0) return 'refuted'
        this.#try(truth === open ? assumed : undefined)
      } else {
        const next = this.#heaviest()
        if (next === undefined) return Uint8Array.from(this.#value)
        this.#try(next)
      }
    }
    return 'refuted'
  }

  /** Begins a level, with a literal that is taken to hold. */
  #try(literal: Literal | undefined): void {
    this.#begins.push(this.#held)
    if (literal !== undefined) this.#hold(literal, tried)
  }

  /** The variable that matters most, with the value that it had last. */
  #heaviest(): Literal | undefined {
    while (!this.#heap.isEmpty) {
      const variable = this.#heap.takeHeaviest()
      if (this.#value[variable] === open) return this.#last[variable] ? taken(variable) : left(variable)
    }
    return undefined
  }

  /** 1 true, 0 false, -1 open. */
  #truth(literal: Literal): number {
    const value = this.#value[literal >> 1]!
    return value === open ? open : value ^ (literal & 1)
  }

  #store(clause: readonly Literal[], levels: number): number {
    const end = this.#end + head + clause.length
    if (end > this.#clauses.length) {
      const wider = new Int32Array(Math.max(2 * this.#clauses.length, end))
      wider.set(this.#clauses)
      this.#clauses = wider
    }
    const at = this.#end
    this.#clauses[at] = clause.length
    this.#clauses[at + 1] = levels
    this.#clauses.set(clause, at + head)
    this.#end = end
    this.#watch(at)
    return at
  }

  #watch(clause: number): void {
    const first = this.#clauses[clause + head]!
    const second = this.#clauses[clause + head + 1]!
    this.#watching[first]!.push(clause, second)
    this.#watching[second]!.push(clause, first)
  }

  #hold(literal: Literal, reason: number): void {
    const variable = literal >> 1
    this.#value[variable] = literal & 1 ? 0 : 1
    this.#level[variable] = this.#begins.length
    this.#reason[variable] = reason
    this.#at[variable] = this.#held
    this.#trail[this.#held++] = literal
    const counting = this.#counting[literal]!
    for (let i = 0; i < counting.length; i += 2) this.#tallies[counting[i]!]!.used += counting[i + 1]!
  }

  #backTo(level: number): void {
    if (this.#begins.length <= level) return
    const begin = this.#begins[level]!
    for (let i = this.#held - 1; i >= begin; i--) {
      const literal = this.#trail[i]!
      const variable = literal >> 1
      this.#last[variable] = this.#value[variable]!
      this.#value[variable] = open
      this.#heap.add(variable)
      const counting = this.#counting[literal]!
      for (let c = 0; c < counting.length; c += 2) this.#tallies[counting[c]!]!.used -= counting[c + 1]!
    }
    this.#held = begin
    this.#begins.length = level
    this.#looked = begin
  }

  /** Draws every conclusion; literals that do not all fail to hold although they do, where they contradict. */
  #propagate(): Literal[] | undefined {
    while (this.#looked < this.#held) {
      const literal = this.#trail[this.#looked++]!
      const broken = this.#visit(opposite(literal))
      if (broken >= 0) return this.#literalsOf(broken)
      const counting = this.#counting[literal]!
      for (let i = 0; i < counting.length; i += 2) {
        const conflict = this.#narrow(counting[i]!)
        if (conflict) return conflict
      }
    }
    return undefined
  }

  #literalsOf(clause: number): Literal[] {
    return [...this.#clauses.subarray(clause + head, clause + head + this.#clauses[clause]!)]
  }

  /** The clauses that watch a literal which no longer holds find another to watch, or hold their last. A broken one. */
  #visit(lost: Literal): number {
    const watchers = this.#watching[lost]!
    const clauses = this.#clauses
    let kept = 0
    for (let i = 0; i < watchers.length; i += 2) {
      const clause = watchers[i]!
      if (this.#truth(watchers[i + 1]!) === 1) {
        watchers[kept++] = clause
        watchers[kept++] = watchers[i + 1]!
        continue
      }
      const begin = clause + head
      if (clauses[begin] === lost) {
        clauses[begin] = clauses[begin + 1]!
        clauses[begin + 1] = lost
      }
      const first = clauses[begin]!
      const truth = this.#truth(first)
      if (truth !== 1) {
        const end = begin + clauses[clause]!
        let other = begin + 2
        while (other < end && this.#truth(clauses[other]!) === 0) other++
        if (other < end) {
          const watched = clauses[other]!
          clauses[begin + 1] = watched
          clauses[other] = lost
          this.#watching[watched]!.push(clause, first)
          continue
        }
      }
      watchers[kept++] = clause
      watchers[kept++] = first
      if (truth === 1) continue
      if (truth === 0) {
        for (let rest = i + 2; rest < watchers.length; rest++) watchers[kept++] = watchers[rest]!
        watchers.length = kept
        return clause
      }
      this.#hold(first, clause)
    }
    watchers.length = kept
    return -1
  }

  /** What a row leaves no room for is left; a bound that is passed lets go of its guard, or is broken. */
  #narrow(number: number): Literal[] | undefined {
    const tally = this.#tallies[number]!
    const { bounds, guards, literals, sizes } = tally
    for (let b = 0; b < bounds.length; b++) {
      const room = bounds[b]! - tally.used
      if (room >= sizes[0]!) return undefined
      const guard = guards[b]!
      const guarded = guard < 0 ? 1 : this.#truth(guard)
      const reason = -2 - (number * boundsAtMost + b)
      if (room < 0 && guarded === open) this.#hold(opposite(guard), reason)
      if (guarded !== 1) continue
      if (room < 0) {
        const why = this.#usersOf(tally, b, 0, this.#held)
        return guard < 0 ? why : [opposite(guard), ...why]
      }
      for (let i = 0; i < sizes.length && sizes[i]! > room; i++)
        if (this.#truth(literals[i]!) === open) this.#hold(opposite(literals[i]!), reason)
      return undefined
    }
    return undefined
  }

  /**
   * Why a bound has no room for a size: opposites of literals that held before a place in the trail and use more than
   * it leaves, without those that it needs not.
   */
  #usersOf({ literals, sizes, bounds }: Tally, bound: number, size: number, before: number): Literal[] {
    let surplus = size - bounds[bound]! - 1
    const users: number[] = []
    for (let i = 0; i < literals.length; i++) {
      const literal = literals[i]!
      if (this.#truth(literal) !== 1 || this.#at[literal >> 1]! >= before) continue
      surplus += sizes[i]!
      if (this.#level[literal >> 1]! > 0) users.push(i)
    }
    const why: Literal[] = []
    for (let u = users.length - 1; u >= 0; u--) {
      const i = users[u]!
      if (sizes[i]! <= surplus) surplus -= sizes[i]!
      else why.push(opposite(literals[i]!))
    }
    return why
  }

  /** The literals that did not hold and so made this one hold; nothing where it was tried. */
  #causesOf(literal: Literal): Literal[] {
    const variable = literal >> 1
    const reason = this.#reason[variable]!
    if (reason >= 0) return this.#literalsOf(reason).filter((other) => other !== literal)
    if (reason === tried) return []
    const number = Math.floor((-2 - reason) / boundsAtMost)
    const bound = (-2 - reason) % boundsAtMost
    const tally = this.#tallies[number]!
    const guard = tally.guards[bound]!
    if (guard === opposite(literal)) return this.#usersOf(tally, bound, 0, this.#at[variable]!)
    const size = tally.sizes[tally.literals.indexOf(opposite(literal))]!
    const why = this.#usersOf(tally, bound, size, this.#at[variable]!)
    return guard < 0 ? why : [opposite(guard), ...why]
  }

  /** Learns the clause of the first literal by which a conflict can be told, and goes back to where it says something. */
  #learn(conflict: readonly Literal[]): void {
    const level = conflict.reduce((most, literal) => Math.max(most, this.#level[literal >> 1]!), 0)
    if (level === 0) {
      this.#refuted = true
      return
    }
    this.#backTo(level)
    const seen = this.#seen
    const others: Literal[] = []
    let pending = 0
    let at = this.#held - 1
    let causes = conflict
    for (;;) {
      for (const literal of causes) {
        const variable = literal >> 1
        if (seen[variable] || this.#level[variable] === 0) continue
        seen[variable] = 1
        this.#heap.raise(variable, 1)
        if (this.#level[variable] === level) pending++
        else others.push(literal)
      }
      while (!seen[this.#trail[at]! >> 1]) at--
      if (--pending === 0) break
      causes = this.#causesOf(this.#trail[at]!)
      seen[this.#trail[at]! >> 1] = 0
      at--
    }
    const asserted = opposite(this.#trail[at]!)
    // A literal whose causes lie within the clause says nothing more.
    const needed = others.filter((literal) => {
      if (this.#reason[literal >> 1] === tried) return true
      return !this.#causesOf(opposite(literal)).every((l) => seen[l >> 1] || this.#level[l >> 1] === 0)
    })
    for (const literal of others) seen[literal >> 1] = 0
    seen[asserted >> 1] = 0
    needed.sort((a, b) => this.#level[b >> 1]! - this.#level[a >> 1]!)
    const levels = new Set(needed.map((literal) => this.#level[literal >> 1]!)).size + 1
    this.#backTo(needed.length === 0 ? 0 : this.#level[needed[0]! >> 1]!)
    if (needed.length === 0) this.#hold(asserted, tried)
    else {
      const clause = this.#store([asserted, ...needed], levels)
      this.#learned.push(clause)
      this.#hold(asserted, clause)
    }
    this.#heap.fade()
  }

  /** Lets go of the worse half of what was learned, and of clauses that hold for good. */
  #forget(): void {
    const old = this.#clauses
    const isTold = (clause: number) => this.#literalsOf(clause).some((literal) => this.#truth(literal) === 1)
    const worth = (clause: number) => old[clause + 1]! * boundsAtMost + old[clause]!
    const ranked = [...this.#learned].sort((a, b) => worth(a) - worth(b) || b - a)
    const staying = new Set(
      ranked.filter((clause, i) => i < ranked.length / 2 || old[clause + 1]! <= goodLevels),
    )
    const kept = (clauses: readonly number[]) => clauses.filter((clause) => !isTold(clause))
    const given = kept(this.#given)
    const learned = kept(this.#learned.filter((clause) => staying.has(clause)))
    this.#clauses = new Int32Array(old.length)
    this.#end = 0
    this.#watching = this.#watching.map(() => [])
    const moved = (clause: number) =>
      this.#store([...old.subarray(clause + head, clause + head + old[clause]!)], old[clause + 1]!)
    this.#given = given.map(moved)
    this.#learned = learned.map(moved)
    this.#room += roomGrowth
  }
}
