import type { Case, Feature } from './cover-cases.ts'

export type Mix = Partial<Record<Feature, number>>

/** A conditional logit (McFadden 1974): of all who could have joined, the weights that make the hidden one likeliest. */
export function learn(cases: readonly Case[], use: readonly Feature[], ridge: number): Mix {
  const weights = use.map(() => 0)
  const squares = use.map(() => 1e-8)
  for (let epoch = 0; epoch < 60; epoch++) {
    const gradient = use.map((_, f) => -ridge * weights[f]!)
    for (const { features, hidden } of cases) {
      const columns = use.map((feature) => features[feature])
      const scores = mixed(columns, weights)
      const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
      let all = 0
      for (let i = 0; i < scores.length; i++) {
        scores[i] = Math.exp(scores[i]! - most)
        all += scores[i]!
      }
      for (const [f, column] of columns.entries()) {
        let expected = 0
        for (let i = 0; i < scores.length; i++) expected += scores[i]! * column[i]!
        gradient[f]! += (column[hidden]! - expected / all) / cases.length
      }
    }
    // Steps that shrink with the gradients so far (Adagrad: Duchi, Hazan, Singer 2011).
    for (const [f, slope] of gradient.entries()) {
      squares[f]! += slope ** 2
      weights[f]! += (0.5 * slope) / Math.sqrt(squares[f]!)
    }
  }
  return Object.fromEntries(use.map((feature, f) => [feature, weights[f]!]))
}

function mixed(columns: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const scores = new Float64Array(columns[0]!.length)
  for (const [f, column] of columns.entries())
    for (let i = 0; i < scores.length; i++) scores[i]! += weights[f]! * column[i]!
  return scores
}

/** The share of cases whose hidden one is among the first ten; of equal ones, half stand before it. */
export function rateOf(cases: readonly Case[], mix: Mix): number {
  return cases.filter((one) => isFound(one, mix)).length / cases.length
}

export function isFound({ features, hidden }: Case, mix: Mix): boolean {
  const use = Object.keys(mix) as Feature[]
  const scores = mixed(
    use.map((feature) => features[feature]),
    use.map((feature) => mix[feature]!),
  )
  const its = scores[hidden]!
  let [before, equal] = [0, -1]
  for (const score of scores) {
    if (score > its) before++
    else if (score === its) equal++
  }
  return before + equal / 2 < 10
}

/** The mean rate over five parts, each suggested by what the other four teach. Cases of one project stay together. */
export function crossValidated(cases: readonly Case[], use: readonly Feature[], ridge: number): number {
  let found = 0
  for (let part = 0; part < 5; part++) {
    const mix = learn(
      cases.filter(({ project }) => project % 5 !== part),
      use,
      ridge,
    )
    found += cases.filter((one) => one.project % 5 === part && isFound(one, mix)).length
  }
  return found / cases.length
}
