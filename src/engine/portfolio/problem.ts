import type { Rational } from './rational.ts'

/** What a problem may hold at most. */
export const limits = {
  criteria: 20,
  budgets: 20,
  projects: 2_000,
  weights: 400,
  rules: 5_000,
  synergies: 1_000,
  /** Characters of an id. */
  id: 200,
  /** Extreme points of a weight set: each is an objective of the programme that is solved. */
  points: 2_000,
} as const

/** Something that was stated, by its place ("rules.3") and by the id that whoever stated it gave it. */
export type Statement = { readonly path: string; readonly id?: string }

/** A score as an interval; one that is known has both ends the same. */
export type Score = { readonly low: Rational; readonly high: Rational }

export type Budget = Statement & { readonly id: string; readonly limit: Rational }

/** Costs stand in the order of the problem's budgets, scores in the order of its criteria. */
export type Project = {
  readonly id: string
  readonly costs: readonly Rational[]
  readonly scores: readonly Score[]
}

/**
 * What is known of the criteria's weights, which are shares of one. Criteria by their places in the problem.
 * `atLeast`: a weighs at least as much as b. `bounds`: a share between min and max. `ratio`: w_a / w_b between min and
 * max. `rank`: the most important first; nothing is said of criteria that it does not name. `none`: nothing.
 */
export type WeightStatement = Statement &
  (
    | { readonly kind: 'atLeast'; readonly a: number; readonly b: number }
    | {
        readonly kind: 'bounds'
        readonly criterion: number
        readonly min: Rational | undefined
        readonly max: Rational | undefined
      }
    | {
        readonly kind: 'ratio'
        readonly a: number
        readonly b: number
        readonly min: Rational | undefined
        readonly max: Rational | undefined
      }
    | { readonly kind: 'rank'; readonly order: readonly number[] }
    | { readonly kind: 'none' }
  )

/**
 * What every portfolio must keep. Projects by their places in the problem. `atLeast` and `atMost` bound how many of a
 * group are taken, or the money that those cost in one budget (their own costs; synergies count in the budget alone).
 * `excludes`: at most one of them. `requires`: the project only with all that it needs. `allOrNone`, `in`, `out`.
 */
export type Rule = Statement &
  (
    | { readonly kind: 'atLeast' | 'atMost'; readonly projects: readonly number[]; readonly count: number }
    | {
        readonly kind: 'atLeast' | 'atMost'
        readonly projects: readonly number[]
        readonly money: Rational
        readonly budget: number
      }
    | { readonly kind: 'excludes' | 'allOrNone'; readonly projects: readonly number[] }
    | { readonly kind: 'requires'; readonly project: number; readonly needs: readonly number[] }
    | { readonly kind: 'in' | 'out'; readonly project: number }
  )

/** Value and cost that come, or go where negative, when at least so many of the projects are taken. */
export type Synergy = Statement & {
  readonly projects: readonly number[]
  readonly atLeast: number
  /** By criterion; a synergy's scores are numbers, never intervals. */
  readonly scores: readonly Rational[]
  /** By budget. */
  readonly costs: readonly Rational[]
}

/**
 * A choice among projects by Robust Portfolio Modeling (Liesiö, Mild, Salo, EJOR 181 (2007) 1488-1505): take a set
 * within the budgets and rules; its value is the weighted sum of its scores; weights and scores are known in part.
 */
export type Problem = {
  /** Ids. */
  readonly criteria: readonly string[]
  readonly budgets: readonly Budget[]
  readonly projects: readonly Project[]
  readonly weights: readonly WeightStatement[]
  readonly rules: readonly Rule[]
  readonly synergies: readonly Synergy[]
}

/** The projects that are taken, by their places in the problem, ascending. */
export type Portfolio = readonly number[]

/** How a statement is called: by its id, or else by its place. */
export const nameOf = (statement: Statement): string => statement.id ?? statement.path
