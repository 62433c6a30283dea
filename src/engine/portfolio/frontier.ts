import { Archive } from './archive.ts'
import { type Arrangement, arrange } from './arrangement.ts'
import { Bounds } from './bounds.ts'
import type { Programme } from './programme.ts'
import { type Found, sweepSpreads } from './spread-sweep.ts'
import { type Choice, itemsTaken, Spreads } from './spreads.ts'
import { finish, type Steps } from './steps.ts'
import { sweep } from './sweep.ts'

/** Sweeps grow by this factor until one lets nothing go. */
const widening = 8
const firstWidth = 64

/** A programme in the order in which it is decided, and what bounds it. */
export type Prepared = { readonly arrangement: Arrangement; readonly bounds: Bounds }

export function* prepare(programme: Programme): Steps<Prepared> {
  const arrangement = yield* arrange(programme)
  return { arrangement, bounds: yield* Bounds.of(arrangement) }
}

/** What is known so far: the best values found, and whether it is proved that there are no others. */
export type Frontier = {
  readonly arrangement: Arrangement
  readonly bounds: Bounds
  /** Values at the objectives, `objectives` numbers each; a view that the next step may change. */
  readonly values: Float64Array
  /** The items of a portfolio that has a value, by the value's number. */
  readonly portfolio: (value: number) => number[]
  readonly exact: boolean
  /** Choices open now, and items decided of all: how far the sweep under way is. */
  readonly open: number
  readonly decided: number
}

/**
 * The value vectors of all non-dominated portfolios of a programme whose scores are numbers (`low` and `high` the
 * same). Sweeps of growing width: a narrow one finds good portfolios fast, and all that it finds closes holes for
 * the next; the sweep that need not let anything go is the proof. Yields after each item of each sweep, with what is
 * known by then; the last frontier is exact. No values: no portfolio keeps the rows.
 *
 * After Liesiö, Mild, Salo, EJOR 181 (2007), who extend choices item by item; the bounds, the holes and the widening
 * are our own (DECISIONS/0024).
 */
export function* frontierOf(
  programme: Programme,
  { arrangement, bounds }: Prepared = finish(prepare(programme)),
): Generator<Frontier> {
  const words = Math.ceil(programme.items / 32)
  const archive = new Archive(programme.objectives, words)
  const known = (exact: boolean, open: number, decided: number): Frontier => ({
    arrangement,
    bounds,
    values: archive.points.subarray(0, archive.count * programme.objectives),
    portfolio: (value) => {
      const taken = Int32Array.from(archive.notes.subarray(value * words, (value + 1) * words), (w) => w | 0)
      return itemsTaken(taken, arrangement)
    },
    exact,
    open,
    decided,
  })
  let narrowed = true
  for (let width = firstWidth; narrowed; width *= widening) {
    narrowed = false
    for (const state of sweep(arrangement, bounds, archive, width)) {
      narrowed = state.narrowed
      yield known(false, state.open, state.place + 1)
    }
  }
  yield known(true, 0, programme.items)
}

/** The same for interval scores: the non-dominated portfolios themselves, as choices. */
export type SpreadFrontier = {
  readonly arrangement: Arrangement
  readonly portfolios: readonly Choice[]
  readonly exact: boolean
  readonly open: number
  readonly decided: number
}

/**
 * The non-dominated portfolios of a programme whose scores are intervals, those of equal value included. In the same
 * way as `frontierOf`; how two compare depends on what both take, so the portfolios themselves are kept, not values.
 */
export function* spreadFrontierOf(
  programme: Programme,
  { arrangement, bounds }: Prepared = finish(prepare(programme)),
): Generator<SpreadFrontier> {
  const spreads = new Spreads(programme, arrangement)
  const found: Found = { portfolios: [] }
  let narrowed = true
  for (let width = firstWidth; narrowed; width *= widening) {
    narrowed = false
    for (const { open, place, narrowed: so } of sweepSpreads(arrangement, bounds, spreads, found, width)) {
      narrowed = so
      yield { arrangement, portfolios: found.portfolios, exact: false, open, decided: place + 1 }
    }
  }
  yield { arrangement, portfolios: found.portfolios, exact: true, open: 0, decided: programme.items }
}
