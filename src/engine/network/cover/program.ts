import type { CoverRow } from './cover-programs.ts'
import { type Evidence, meets } from './evidence.ts'
import { isNamed } from './obstacles.ts'
import type { Statement } from './statements.ts'
import { placeOf } from './tally.ts'
import { coordinationOf, type Points } from './value.ts'
import type { Weights } from './weights.ts'

/**
 * A consortium as variables that are chosen or not; the first are the candidates. Rows hold whatever is looked for;
 * `short` and `quality` are the costs of variables when demands that are lacking, or points, are what counts.
 */
export type Model = {
  variables: number
  readonly rows: CoverRow[]
  readonly short: Map<number, number>
  readonly quality: Map<number, number>
}

/** The rows of what the call and people say; with `soft` a demand may be lacking, at a price. */
export function modelOf(evidence: Evidence, statements: readonly Statement[], soft: boolean): Model {
  const n = evidence.candidates.length
  const model: Model = { variables: n, rows: [], short: new Map(), quality: new Map() }
  const saidNo = placesWhere(n, (c) => evidence.candidates[c]!.readiness?.answer === 'no')
  if (saidNo.length > 0) model.rows.push({ places: saidNo, most: 0 })
  for (const statement of statements) addStatement(model, evidence, statement, soft)
  return model
}

const placesWhere = (n: number, is: (c: number) => boolean): number[] =>
  Array.from({ length: n }, (_, c) => c).filter(is)

function addStatement(model: Model, evidence: Evidence, statement: Statement, soft: boolean): void {
  const { candidates, call } = evidence
  const { limits, exclusions } = call
  const where = (is: (c: number) => boolean) => placesWhere(candidates.length, is)
  switch (statement.kind) {
    case 'demand':
      addDemand(model, evidence, statement.demand, soft)
      break
    case 'pinned':
      model.rows.push({ places: [statement.candidate], least: 1 })
      break
    case 'refused':
      model.rows.push({ places: [statement.candidate], most: 0 })
      break
    case 'exclusion': {
      const exclusion = exclusions[statement.exclusion]!
      model.rows.push({ places: where((c) => isNamed(exclusion, evidence, c)), most: exclusion.most })
      break
    }
    case 'least':
      model.rows.push({ places: where(() => true), least: limits.least })
      break
    case 'most':
      model.rows.push({ places: where(() => true), most: limits.most })
      break
    case 'per-partner':
      model.rows.push({ places: where((c) => (candidates[c]!.share ?? 0n) > limits.perPartner!), most: 0 })
      break
    case 'altogether': {
      const asking = where((c) => (candidates[c]!.share ?? 0n) > 0n)
      const coefficients = asking.map((c) => Number(candidates[c]!.share))
      model.rows.push({ places: asking, coefficients, most: Number(limits.altogether) })
    }
  }
}

function addDemand(model: Model, evidence: Evidence, d: number, soft: boolean): void {
  const { need, weight, counted } = evidence.call.demands[d]!
  const places = counted === 'partners' ? meeting(evidence, d) : addPlaces(model, evidence, d)
  const lacking = soft ? Array.from({ length: need }, () => model.variables++) : []
  for (const unit of lacking) model.short.set(unit, weight)
  model.rows.push({ places: [...places, ...lacking], least: need })
}

const meeting = ({ bits, candidates }: Evidence, d: number): number[] =>
  placesWhere(candidates.length, (c) => (bits[d * candidates.length + c]! & meets) !== 0)

/** A variable for each region or country of a demand: it counts only with one of those who come from it. */
function addPlaces(model: Model, evidence: Evidence, d: number): number[] {
  const from = new Map<number, number[]>()
  for (const c of meeting(evidence, d)) {
    const place = placeOf(evidence, d, c)
    if (place !== -1) from.set(place, [...(from.get(place) ?? []), c])
  }
  return [...from.values()].map((some) => {
    const place = model.variables++
    model.rows.push({ places: [...some, place], coefficients: [...some.map(() => 1), -1], least: 0 })
    return place
  })
}

/** What a consortium is worth as costs below nothing, with the variables that it takes. */
export function addQuality(model: Model, evidence: Evidence, points: Points): void {
  const n = evidence.candidates.length
  const worth = (variable: number, of: number) => {
    if (of !== 0) model.quality.set(variable, (model.quality.get(variable) ?? 0) - of)
  }
  for (let c = 0; c < n; c++) worth(c, points.own[c]!)
  for (const [d, { need, counted }] of evidence.call.demands.entries()) {
    if (counted === 'partners') addLevels(model, evidence, points, d)
    else {
      const places = addPlaces(model, evidence, d)
      for (const place of places) worth(place, points.place[d]!)
      model.rows.push({ places, most: need })
    }
  }
  for (const { a, b, points: of } of points.pairs) worth(addWith(model, [a, b]), of)
}

/**
 * The points of a demand's best evidence, as many partners as it needs. A variable says that there is evidence of at
 * least so many points, and is worth what that is above the next level (Elloumi, A tighter formulation of the p-median
 * problem, Journal of Combinatorial Optimization 19 (2010)): far fewer variables than one for each cell.
 */
function addLevels(model: Model, evidence: Evidence, points: Points, d: number): void {
  const at = new Map<number, number[]>()
  for (const c of meeting(evidence, d)) {
    const level = points.evidence[d * evidence.candidates.length + c]!
    at.set(level, [...(at.get(level) ?? []), c])
  }
  const levels = [...at].sort(([a], [b]) => b - a)
  let above: number[] = []
  for (const [k, [level, some]] of levels.entries()) {
    const units = Array.from({ length: evidence.call.demands[d]!.need }, () => model.variables++)
    const more = level - (levels[k + 1]?.[0] ?? 0)
    for (const unit of units) model.quality.set(unit, -more)
    model.rows.push({
      places: [...some, ...above, ...units],
      coefficients: [...some.map(() => 1), ...above.map(() => 1), ...units.map(() => -1)],
      least: 0,
    })
    above = units
  }
}

/** A variable that may be chosen only with all of these. */
function addWith(model: Model, these: readonly number[]): number {
  const variable = model.variables++
  for (const place of these) model.rows.push({ places: [place, variable], coefficients: [1, -1], least: 0 })
  return variable
}

/** Variables for the first, the second, ... partner, each dearer than the one before: they are chosen in their order. */
export function addCoordination(model: Model, candidates: number, most: number, weights: Weights): void {
  const steps = Array.from({ length: Math.min(candidates, most) }, (_, k) => {
    const variable = model.variables++
    model.quality.set(variable, coordinationOf(k + 1, weights) - coordinationOf(k, weights))
    return variable
  })
  for (const [k, step] of steps.entries())
    if (k > 0) model.rows.push({ places: [steps[k - 1]!, step], coefficients: [1, -1], least: 0 })
  const all = Array.from({ length: candidates }, (_, c) => c)
  model.rows.push({
    places: [...all, ...steps],
    coefficients: [...all.map(() => -1), ...steps.map(() => 1)],
    least: 0,
  })
}
