import { minimalContradiction } from '../../portfolio/index.ts'
import type { CoverAnswer, CoverPrograms, CoverRow } from './cover-programs.ts'
import { addCoordination, addQuality, type Model, modelOf } from './program.ts'
import { type Asked, askedOf, bettered, type ConsortiumQuestion, quickConsortium } from './quick.ts'
import { type Statement, statementsOf } from './statements.ts'
import { compareValues, type Value, worthOf } from './value.ts'

export type Consortium = {
  readonly members: readonly number[]
  readonly value: Value
  /** Nothing is better: of what is lacking, of partners, and of quality, in this order. */
  readonly proved: boolean
  /** Where it was stopped: what there is, and what there cannot be less (of points: more) of. */
  readonly gap?: { readonly of: keyof Value; readonly have: number; readonly bound: number }
}

export type ConsortiumAnswer = {
  /** The best that there is; it lacks something where not everything that is obligatory can be met. None: not even that. */
  readonly best?: Consortium
  /** Why not everything can be met: without any one of these the others can. Not minimal where it was stopped. */
  readonly contradiction?: { readonly statements: readonly Statement[]; readonly minimal: boolean }
}

/** The best small consortium, proved; for some 200 candidates (of more, those who come first in `nextPartners`). */
export function bestConsortium(question: ConsortiumQuestion, solve: CoverPrograms): ConsortiumAnswer {
  const asked = askedOf(question)
  const best = bestBut(asked, solve, [])
  if (best && best.value.short === 0) return { best }
  return { ...(best && { best }), contradiction: contradictionOf(asked, solve) }
}

/**
 * The best, and the next best after it, each with other members than those before; as many as there are. Those that
 * are known already come first and are not looked for again.
 */
export function bestConsortia(
  question: ConsortiumQuestion,
  solve: CoverPrograms,
  most: number,
  known: readonly Consortium[] = [],
): Consortium[] {
  const asked = askedOf(question)
  const found = [...known]
  while (found.length < most) {
    const next = bestBut(
      asked,
      solve,
      found.map(({ members }) => members),
    )
    if (!next) break
    found.push(next)
  }
  return found
}

/** The best that is none of those known. One aim after another: what one has found is a row for the next. */
function bestBut(
  asked: Asked,
  solve: CoverPrograms,
  known: readonly (readonly number[])[],
): Consortium | undefined {
  const { evidence, points, aim, weights } = asked
  const n = evidence.candidates.length
  const everybody = Array.from({ length: n }, (_, c) => c)
  const statements = statementsOf(evidence, asked.choices)
  const cuts = known.map((members): CoverRow => {
    const coefficients = everybody.map((c) => (members.includes(c) ? -1 : 1))
    return { places: everybody, coefficients, least: 1 - members.length }
  })
  let gap: Consortium['gap']
  let members: number[] | undefined
  /** The best that is known without a proof: where the search begins. */
  let begin = known.length === 0 ? quickConsortium(asked) : undefined
  const ask = (of: keyof Value, model: Model, costs: ReadonlyMap<number, number>): boolean => {
    const answer = solve({
      variables: model.variables,
      costs: Float64Array.from({ length: model.variables }, (_, v) => costs.get(v) ?? 0),
      rows: [...model.rows, ...cuts],
      ...(begin && { start: Float64Array.from(everybody, (c) => (begin?.includes(c) ? 1 : 0)) }),
    })
    const found = chosenOf(answer)
    if (!found) return answer !== 'none'
    members = everybody.filter((c) => found[c])
    if ('stopped' in (answer as object))
      gap ??= { of, have: worthOf(evidence, points, members)[of], bound: boundOf(of, answer) }
    return true
  }

  const each = new Map(everybody.map((c) => [c, 1]))
  const soft = modelOf(evidence, statements, true)
  let model = modelOf(evidence, statements, false)
  if (!ask('partners', model, aim === 'fewest' ? each : new Map())) {
    if (!ask('short', soft, soft.short) || !members) return undefined
    const { short } = worthOf(evidence, points, members)
    soft.rows.push({ places: [...soft.short.keys()], coefficients: [...soft.short.values()], most: short })
    model = soft
    if (aim === 'fewest') ask('partners', model, each)
  }
  if (members && aim === 'fewest')
    model.rows.push({ places: everybody, most: members.length, ...(!gap && { least: members.length }) })
  if (members && known.length === 0) begin = betterOf(asked, begin, bettered(asked, members))
  addQuality(model, evidence, points)
  if (aim === 'weighted') addCoordination(model, n, evidence.call.limits.most, weights)
  ask('quality', model, model.quality)
  if (!members) return undefined
  const value = worthOf(evidence, points, members)
  return { members, value, proved: !gap, ...(gap && { gap }) }
}

/** The better of two consortia, that may be the first only where it lacks no more. */
function betterOf({ evidence, points, aim, weights }: Asked, a: number[] | undefined, b: number[]): number[] {
  if (!a) return b
  const [first, second] = [worthOf(evidence, points, a), worthOf(evidence, points, b)]
  return compareValues(first, second, aim, weights) < 0 ? a : b
}

const chosenOf = (answer: CoverAnswer): Uint8Array | undefined =>
  answer === 'none' ? undefined : 'best' in answer ? answer.best : answer.stopped

/** Quality is sought as a cost below nothing: its bound is turned. */
const boundOf = (of: keyof Value, answer: CoverAnswer): number =>
  typeof answer === 'object' && 'least' in answer
    ? of === 'quality'
      ? -answer.least
      : Math.max(0, answer.least)
    : 0

/** A smallest set of what is said that cannot hold together (QuickXplain): its parts can. */
function contradictionOf(
  { evidence, choices }: Asked,
  solve: CoverPrograms,
): NonNullable<ConsortiumAnswer['contradiction']> {
  let minimal = true
  const statements = minimalContradiction(statementsOf(evidence, choices), (some) => {
    const { variables, rows } = modelOf(evidence, some, false)
    const answer = solve({ variables, costs: new Float64Array(variables), rows })
    if (answer !== 'none' && !('best' in answer)) minimal = false
    return answer !== 'none'
  })
  return { statements: statements ?? [], minimal }
}
