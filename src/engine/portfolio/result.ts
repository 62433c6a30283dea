import { writeDecimal } from './decimal.ts'
import type { Fault } from './fault.ts'
import type { QuestionValue } from './information.ts'
import type { Measures, PortfolioMeasures } from './measures.ts'
import type { Portfolio, Problem, Score, Statement } from './problem.ts'
import { compare, decimalOf, type Rational } from './rational.ts'

/** Whether a project belongs to every portfolio, to none, or to some. */
export type CoreClass = 'yes' | 'no' | 'discuss'

export type CoreProject = {
  /** The share of all non-dominated portfolios that it is in, or an estimate of it. */
  readonly index: Rational
  readonly class: CoreClass
  readonly proved: boolean
  /** Standard error of an index that is estimated, as if the portfolios known were drawn from all. */
  readonly error?: number
}

/** What solving comes to. `exact`: everything is proved and counted. `bounded`: what is not proved says so. */
export type Solution = {
  readonly status: 'exact' | 'bounded'
  /** Non-dominated portfolios: all of them, or as many as are listed. */
  readonly portfolios: readonly Portfolio[]
  /** How many there are; of a bounded solution, how many are known. */
  readonly count: number | bigint
  /** By project. */
  readonly core: readonly CoreProject[]
  /** Of the listed portfolios, in their order. */
  readonly measures?: Measures
  readonly questions?: readonly QuestionValue[]
}

/** What a solver answers: a solution, why it cannot be computed, or the statements that leave nothing to choose from. */
export type Answer =
  | { readonly solution: Solution }
  | { readonly faults: readonly Fault[] }
  | {
      readonly contradiction: {
        readonly of: 'weights' | 'portfolio'
        readonly statements: readonly Statement[]
      }
    }

/** Decimals of what is no exact decimal: indexes, overall values, regrets. */
const decimals = 9

/** A result in its public form: `data/schemas/portfolio-result.schema.json`. */
export type PublicResult = ReturnType<typeof resultOf>

/** The solution in its public form, ids for places. Sums of scores are exact; indexes and overall values are rounded. */
export function resultOf(problem: Problem, solution: Solution, seconds: number) {
  const { status, portfolios, count, core, measures, questions } = solution
  const idOf = (project: number) => problem.projects[project]!.id
  return {
    status,
    seconds: Math.round(seconds * 1000) / 1000,
    count: Number.isSafeInteger(Number(count)) ? Number(count) : String(count),
    portfolios: portfolios.map((portfolio, i) => ({
      projects: portfolio.map(idOf),
      ...(measures && measured(problem, measures.portfolios[i]!)),
    })),
    core: Object.fromEntries(
      core.map(({ index, error, ...known }, project) => [
        idOf(project),
        { index: rounded(index), ...known, ...(error !== undefined && { error }) },
      ]),
    ),
    ...(questions && {
      information: questions.map(({ question, remain, expected, worst }) => ({
        ...(question.kind === 'weights'
          ? { kind: question.kind, a: problem.criteria[question.a]!, b: problem.criteria[question.b]! }
          : { kind: question.kind, project: idOf(question.project) }),
        remain,
        expected: rounded(expected),
        worst,
      })),
    }),
  }
}

const measured = ({ criteria }: Problem, { values, maximin, regret, central }: PortfolioMeasures) => ({
  values: Object.fromEntries(criteria.map((id, c) => [id, written(values[c]!)])),
  maximin: rounded(maximin),
  regret: rounded(regret),
  central: rounded(central),
})

const written = ({ low, high }: Score) =>
  compare(low, high) === 0 ? writeDecimal(low) : [writeDecimal(low), writeDecimal(high)]

const rounded = (value: Rational): number => Number(decimalOf(value, decimals))
