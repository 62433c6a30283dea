import type { Arrangement } from './arrangement.ts'
import { bettered } from './bettering.ts'
import type { Side } from './exchanges.ts'
import { Exclusion } from './exclusion.ts'
import type { IntegerProgram, IntegerPrograms } from './integer-programs.ts'
import type { Programme } from './programme.ts'

/** Conflicts that the search for each side may meet: with exchanges of few items, with larger ones, and at last. */
const patience = { first: 100, second: 20_000, last: 200_000 }
/** Conflicts between two looks at the clock. */
const stretch = 50
/** Sizes of gains that a direction is rounded to. */
const fineness = 2 ** 16

/** Whether a non-dominated portfolio of a kind exists. */
export type Existence = 'some' | 'none' | 'open'

/** What is proved of non-dominated portfolios: by project, whether one takes it and whether one leaves it. */
export type Proofs = {
  readonly takes: readonly Existence[]
  readonly leaves: readonly Existence[]
  /** Non-dominated for certain, by their items. */
  readonly portfolios: readonly Uint8Array[]
}

/**
 * Proves of each project whether non-dominated portfolios take it, and whether they leave it. That one does is proved
 * by a portfolio that an integer program can't better. That none does is proved by a search for a portfolio that
 * passes every exchange (`exclusion.ts`), which ends without one; what it finds is bettered by an integer program,
 * and that exchange is forbidden too, until nothing is left or the portfolio is the best of its kind. Without
 * integer programs only the second is proved. Yields how many projects are settled.
 */
export function* prove(
  programme: Programme,
  arrangement: Arrangement,
  projects: number,
  known: readonly Uint8Array[],
  solved: IntegerPrograms | undefined,
  enough: () => boolean,
): Generator<number, Proofs> {
  const exclusion = new Exclusion(programme, arrangement, known[0] ?? [])
  const takes = new Array<Existence>(projects).fill('open')
  const leaves = new Array<Existence>(projects).fill('open')
  const portfolios: Uint8Array[] = []
  const isSettled = (i: number) =>
    takes[i] === 'none' || leaves[i] === 'none' || (takes[i] === 'some' && leaves[i] === 'some')
  const settled = () => takes.filter((_, i) => isSettled(i)).length
  const witness = (portfolio: Uint8Array) => {
    portfolios.push(portfolio)
    for (let i = 0; i < projects; i++) (portfolio[i] ? takes : leaves)[i] = 'some'
  }
  /** Raises a portfolio until none betters it: the last is a witness. What bettered the given one, itself, or nothing known. */
  const raise = (portfolio: Uint8Array): Uint8Array | undefined => {
    const better = solved && bettered(programme, portfolio, solved)
    if (!better) return undefined
    if (better === portfolio) witness(portfolio)
    // With scores as numbers the sum of objectives is at its most: nothing betters that.
    else if (programme.low === programme.high) witness(better)
    else raise(better)
    return better
  }

  /** Searches for a portfolio that takes or leaves a project and passes every exchange, for so many conflicts. */
  function* exclude(side: Side, conflicts: number): Generator<number> {
    const existence = side.take ? takes : leaves
    for (let met = 0; met < conflicts && isOpen(side) && !enough(); ) {
      const found = exclusion.search(side, stretch)
      met += found === 'open' ? stretch : 1
      if (found === 'none') existence[side.project] = 'none'
      yield settled()
      if (typeof found === 'string' || exclusion.forbidBroken(found)) continue
      const better = raise(found)
      if (!better) return
      if (better !== found) exclusion.forbid(found, better)
    }
  }
  function* excludeAll(of: readonly Side[], conflicts: number): Generator<number> {
    for (const side of of) if (isOpen(side) && !enough()) yield* exclude(side, conflicts)
  }
  /** Adds exchanges, as far as there is time. */
  function* adding(steps: Generator<void>): Generator<number> {
    for (const _ of steps) {
      yield settled()
      if (enough()) return
    }
  }

  const sides = Array.from({ length: projects }, (_, project): Side[] => [
    { project, take: 1 },
    { project, take: 0 },
  ]).flat()
  const loss = new Map(sides.map((side) => [side, Math.min(...lossesOf(arrangement, side))]))
  sides.sort((a, b) => loss.get(b)! - loss.get(a)! || a.project - b.project)
  const isOpen = ({ project, take }: Side) =>
    !isSettled(project) && (take ? takes : leaves)[project] === 'open'

  const untaken = sides.filter(({ project, take }) => known.every((portfolio) => portfolio[project] !== take))
  for (const items of [1, 2, 3]) yield* adding(exclusion.widen(items))
  yield* excludeAll(untaken, patience.first)
  for (const side of untaken) {
    if (!isOpen(side) || enough()) continue
    yield* adding(exclusion.focus(side))
    yield* exclude(side, patience.second)
  }
  const unlooked = new Set(known)
  for (let next = mostOpen(unlooked, takes, leaves); next && solved && !enough(); ) {
    raise(next)
    yield settled()
    unlooked.delete(next)
    next = mostOpen(unlooked, takes, leaves)
  }
  for (const side of sides) {
    if (!solved || enough() || !isOpen(side)) continue
    const best = solved(bestOn(programme, arrangement, side))
    if (best === 'none') (side.take ? takes : leaves)[side.project] = 'none'
    else if (best !== 'open') raise(best.best)
    yield settled()
  }
  yield* excludeAll(sides, patience.last)
  return { takes, leaves, portfolios }
}

/** The portfolio that would settle most, if it is non-dominated. */
function mostOpen(
  portfolios: ReadonlySet<Uint8Array>,
  takes: readonly Existence[],
  leaves: readonly Existence[],
): Uint8Array | undefined {
  let best: Uint8Array | undefined
  let most = 0
  for (const portfolio of portfolios) {
    let opens = 0
    for (let i = 0; i < takes.length; i++) if ((portfolio[i] ? takes : leaves)[i] === 'open') opens++
    if (opens > most) [best, most] = [portfolio, opens]
  }
  return best
}

/** What it costs at least, in each direction, to take or leave a project: its worth beyond the rows' prices, or less. */
function lossesOf(arrangement: Arrangement, { project, take }: Side): number[] {
  const { directions, prices, coefficients, rows, order } = arrangement
  const place = order.indexOf(project)
  return directions.map((direction, d) => {
    let net = worthAt(arrangement, direction, place)
    for (let r = 0; r < rows; r++) net -= prices[d]![r]! * coefficients[place * rows + r]!
    return take ? -net : net
  })
}

function worthAt({ values, objectives }: Arrangement, direction: Float64Array, place: number): number {
  let worth = 0
  for (let j = 0; j < objectives; j++) worth += direction[j]! * values[place * objectives + j]!
  return worth
}

/** The best that takes or leaves a project, in the direction where that costs least. */
function bestOn({ items, rows }: Programme, arrangement: Arrangement, side: Side): IntegerProgram {
  const losses = lossesOf(arrangement, side)
  const direction = arrangement.directions[losses.indexOf(Math.min(...losses))]!
  const worths = Float64Array.from({ length: items }, (_, place) => worthAt(arrangement, direction, place))
  const most = worths.reduce((size, worth) => Math.max(size, Math.abs(worth)), 0) || 1
  const gains = new Float64Array(items)
  arrangement.order.forEach((item, place) => {
    gains[item] = Math.round((worths[place]! / most) * fineness)
  })
  const only = new Float64Array(items)
  only[side.project] = side.take ? -1 : 1
  return { variables: items, gains, rows: [...rows, { coefficients: only, bound: side.take ? -1 : 0 }] }
}
