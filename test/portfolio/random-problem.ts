import fc from 'fast-check'

/** A problem as people write it: the public form, before anything has read it. */
export type Amount = number | string
export type PublicWeight =
  | { kind: 'none' }
  | { kind: 'atLeast'; a: string; b: string }
  | { kind: 'bounds'; criterion: string; min?: Amount; max?: Amount }
  | { kind: 'ratio'; a: string; b: string; min?: Amount; max?: Amount }
  | { kind: 'rank'; order: string[] }
export type PublicRule =
  | { kind: 'atLeast' | 'atMost'; projects: string[]; count: number }
  | { kind: 'atLeast' | 'atMost'; projects: string[]; money: Amount; budget: string }
  | { kind: 'excludes' | 'allOrNone'; projects: string[] }
  | { kind: 'requires'; project: string; needs: string | string[] }
  | { kind: 'in' | 'out'; project: string }
export type PublicSynergy = {
  projects: string[]
  atLeast?: number
  scores?: Record<string, Amount>
  costs?: Record<string, Amount>
}
export type PublicProblem = {
  criteria: { id: string; name?: string }[]
  budgets: { id: string; limit: Amount }[]
  projects: {
    id: string
    name?: string
    costs?: Record<string, Amount>
    scores: Record<string, Amount | [Amount, Amount]>
  }[]
  weights?: (PublicWeight & { id?: string })[]
  rules?: (PublicRule & { id?: string; reason?: string })[]
  synergies?: (PublicSynergy & { id?: string })[]
}

/** Quarters from `least` to `most`, as a JSON number or as decimal text. */
const amount = (least: number, most: number): fc.Arbitrary<Amount> =>
  fc
    .tuple(fc.integer({ min: 4 * least, max: 4 * most }), fc.constantFrom(4, 4, 2, 1), fc.nat(4))
    .map(([quarters, step, form]) => {
      const value = Math.trunc(quarters / step) * (step / 4)
      return form === 0 ? value.toFixed(2) : value
    })

/** Mostly between nothing and `most`, now and then negative. */
const mostly = (most: number): fc.Arbitrary<Amount> =>
  fc.oneof({ weight: 9, arbitrary: amount(0, most) }, { weight: 1, arbitrary: amount(-most / 2, 0) })

const score = fc.oneof(
  { weight: 3, arbitrary: mostly(12) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(mostly(12), fc.constantFrom(0, 0.25, 1, 1.5, 4))
      .map(([low, more]): [Amount, Amount] => [low, Number(low) + more]),
  },
)

const some = (ids: readonly string[], least: number): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray([...ids], { minLength: Math.min(least, ids.length) })

const byId = <T>(ids: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.tuple(...ids.map(() => value)).map((values) => Object.fromEntries(ids.map((id, i) => [id, values[i]!])))

const partly = (ids: readonly string[]): fc.Arbitrary<Record<string, Amount>> =>
  some(ids, 0).chain((taken) => byId(taken, amount(-6, 6)))

const share = fc.constantFrom<Amount>(0, 0.05, '0.10', 0.2, 0.25, '0.5', 0.6, 0.75, 0.9, 1)
const ratio = fc.constantFrom<Amount>(0, 0.25, '0.5', 1, '1.25', 2, 3.5, 7)

/** Both bounds in their order, or one of them. */
const bounds = (of: fc.Arbitrary<Amount>): fc.Arbitrary<{ min?: Amount; max?: Amount }> =>
  fc.tuple(of, of, fc.nat(2)).map(([a, b, which]) => {
    const [min, max] = Number(a) <= Number(b) ? [a, b] : [b, a]
    return which === 0 ? { min } : which === 1 ? { max } : { min, max }
  })

export const randomWeight = (criteria: readonly string[]): fc.Arbitrary<PublicWeight> => {
  const pair = some(criteria, 2).map(([a = '', b = '']) => ({ a, b }))
  return fc.oneof(
    fc.constant<PublicWeight>({ kind: 'none' }),
    pair.map((two): PublicWeight => ({ kind: 'atLeast', ...two })),
    fc
      .tuple(fc.constantFrom(...criteria), bounds(share))
      .map(([criterion, two]): PublicWeight => ({ kind: 'bounds', criterion, ...two })),
    fc.tuple(pair, bounds(ratio)).map(([two, both]): PublicWeight => ({ kind: 'ratio', ...two, ...both })),
    some(criteria, 1).map((order): PublicWeight => ({ kind: 'rank', order })),
  )
}

const rule = (
  projects: readonly string[],
  budgets: readonly string[],
  order: readonly string[],
): fc.Arbitrary<PublicRule> => {
  const bound = fc.constantFrom('atLeast' as const, 'atMost' as const)
  const group = some(projects, 1)
  const forced = fc.constantFrom('in' as const, 'out' as const)
  const all: fc.Arbitrary<PublicRule>[] = [
    fc.record({ kind: bound, projects: group, count: fc.nat(3) }),
    fc.record({ kind: bound, projects: group, money: amount(0, 15), budget: fc.constantFrom(...budgets) }),
    fc.record({ kind: fc.constantFrom('excludes' as const, 'allOrNone' as const), projects: group }),
    fc.record({ kind: forced, project: fc.constantFrom(...projects) }),
  ]
  // Each requires earlier ones of a mixed order, so that no ring comes to be.
  if (order.length > 1)
    all.push(
      fc.integer({ min: 1, max: order.length - 1 }).chain((at) =>
        fc.tuple(some(order.slice(0, at), 1), fc.boolean()).map(
          ([needs, alone]): PublicRule => ({
            kind: 'requires',
            project: order[at]!,
            needs: alone ? needs[0]! : needs,
          }),
        ),
      ),
    )
  return fc.oneof(...all)
}

const synergy = (
  projects: readonly string[],
  criteria: readonly string[],
  budgets: readonly string[],
): fc.Arbitrary<PublicSynergy> =>
  some(projects, 2).chain((group) =>
    fc.record(
      {
        projects: fc.constant(group),
        atLeast: fc.integer({ min: 1, max: group.length }),
        scores: partly(criteria),
        costs: partly(budgets),
      },
      { requiredKeys: ['projects'] },
    ),
  )

const idsOf = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)
const several = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { maxLength: most })

/** Small problems of every kind: 1-3 budgets, 2-4 criteria, and weights, rules and synergies of all sorts. */
export const randomProblem = (mostProjects: number, leastProjects = 1): fc.Arbitrary<PublicProblem> =>
  fc
    .tuple(
      fc.integer({ min: leastProjects, max: mostProjects }),
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .chain(([projectCount, criterionCount, budgetCount]) => {
      const projects = idsOf('p', projectCount)
      const criteria = idsOf('c', criterionCount)
      const budgets = idsOf('b', budgetCount)
      const ordered = fc.shuffledSubarray(projects, { minLength: projectCount })
      return fc.record(
        {
          criteria: fc.constant(criteria.map((id) => ({ id }))),
          budgets: fc
            .tuple(...budgets.map(() => amount(2, 7 * projectCount)))
            .map((limits) => budgets.map((id, i) => ({ id, limit: limits[i]! }))),
          projects: fc
            .tuple(
              ...projects.map((id) =>
                fc.record(
                  { id: fc.constant(id), costs: byId(budgets, mostly(10)), scores: byId(criteria, score) },
                  { requiredKeys: ['id', 'scores'] },
                ),
              ),
            )
            .map((all): PublicProblem['projects'] => all),
          weights: several(randomWeight(criteria), 3),
          rules: ordered.chain((order) => several(rule(projects, budgets, order), 3)),
          synergies: several(synergy(projects, criteria, budgets), 2),
        },
        { requiredKeys: ['criteria', 'budgets', 'projects'] },
      )
    })
