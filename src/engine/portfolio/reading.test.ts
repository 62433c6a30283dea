import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PublicProblem, randomProblem } from '../../../test/portfolio/random-problem.ts'
import { schemaFaults } from '../../../test/portfolio/schemas.ts'
import { readDecimal, writeDecimal } from './decimal.ts'
import { limits } from './problem.ts'
import { decimalOf, rational } from './rational.ts'
import { readProblem } from './reading.ts'

const plain = (): PublicProblem => ({
  criteria: [{ id: 'impact', name: 'Vaikuttavuus' }, { id: 'quality' }],
  budgets: [{ id: 'eur', limit: '100.50' }],
  projects: [
    { id: 'a', costs: { eur: 40 }, scores: { impact: 3, quality: [1, 2.5] } },
    { id: 'b', scores: { impact: '-1.25', quality: 0 } },
    { id: 'c', costs: { eur: -7.5 }, scores: { impact: 1e-7, quality: 2 } },
  ],
})
const told = (json: unknown) => {
  const read = readProblem(json)
  return 'faults' in read ? read.faults.map((f) => `${f.path} ${f.code}`.trim()) : []
}

test('a problem is read as it is written, each number exactly', () => {
  const read = readProblem({
    ...plain(),
    weights: [{ kind: 'rank', order: ['quality', 'impact'], id: 'w' }],
    rules: [{ kind: 'requires', project: 'a', needs: 'b', reason: 'a goes on from b' }],
    synergies: [{ projects: ['a', 'c'], scores: { impact: '-0.5' } }],
  })
  if (!('problem' in read)) throw new Error(JSON.stringify(read.faults))
  const { problem } = read
  const shown = (all: readonly { n: bigint; d: bigint }[]) => all.map((r) => decimalOf(r, 9))
  expect(shown(problem.budgets.map((b) => b.limit))).toEqual(['100.5'])
  expect(problem.projects.map((p) => shown(p.costs))).toEqual([['40'], ['0'], ['-7.5']])
  expect(problem.projects.map((p) => shown(p.scores.flatMap((s) => [s.low, s.high])))).toEqual([
    ['3', '3', '1', '2.5'],
    ['-1.25', '-1.25', '0', '0'],
    ['0.0000001', '0.0000001', '2', '2'],
  ])
  expect(problem.weights).toEqual([{ kind: 'rank', order: [1, 0], id: 'w', path: 'weights.0' }])
  expect(problem.rules).toEqual([{ kind: 'requires', project: 0, needs: [1], path: 'rules.0' }])
  expect(problem.synergies[0]).toMatchObject({ projects: [0, 2], atLeast: 2, path: 'synergies.0' })
})

/** What is wrong by its form: the published schema finds it too. */
const badForm: [string, unknown, string[]][] = [
  ['no object', [], ['not-an-object']],
  ['nothing', {}, ['criteria missing', 'budgets missing', 'projects missing']],
  ['a key nobody knows', { ...plain(), synergy: [] }, ['synergy unknown-key']],
  ['no criteria', { ...plain(), criteria: [] }, ['criteria empty']],
  [
    'too many criteria',
    { ...plain(), criteria: Array.from({ length: limits.criteria + 1 }, (_, i) => ({ id: `${i}` })) },
    ['criteria too-many'],
  ],
  [
    'too many projects',
    {
      ...plain(),
      projects: Array.from({ length: 2001 }, (_, i) => ({ id: `${i}`, scores: { impact: 1, quality: 1 } })),
    },
    ['projects too-many'],
  ],
  ['an empty id', { ...plain(), budgets: [{ id: '', limit: 1 }] }, ['budgets.0.id not-a-text']],
  ['no limit', { ...plain(), budgets: [{ id: 'eur' }] }, ['budgets.0.limit missing']],
  ['no number', { ...plain(), budgets: [{ id: 'eur', limit: '1,5' }] }, ['budgets.0.limit not-a-number']],
  ['null', { ...plain(), budgets: [{ id: 'eur', limit: null }] }, ['budgets.0.limit not-a-number']],
  ['a list for an object', { ...plain(), rules: {} }, ['rules not-a-list']],
  ['a list for a kind', { ...plain(), rules: [[]] }, ['rules.0 not-an-object']],
  ['no kind', { ...plain(), rules: [{}] }, ['rules.0.kind missing']],
  ['an unknown kind', { ...plain(), rules: [{ kind: 'never' }] }, ['rules.0.kind unknown-kind']],
  ['no count', { ...plain(), rules: [{ kind: 'atMost', projects: ['a'] }] }, ['rules.0.count missing']],
  [
    'half a project',
    { ...plain(), rules: [{ kind: 'atMost', projects: ['a'], count: 1.5 }] },
    ['rules.0.count not-a-count'],
  ],
  [
    'less than nothing',
    { ...plain(), rules: [{ kind: 'atMost', projects: ['a'], count: -1 }] },
    ['rules.0.count out-of-range'],
  ],
  [
    'money of no budget',
    { ...plain(), rules: [{ kind: 'atMost', projects: ['a'], money: 5 }] },
    ['rules.0.budget missing'],
  ],
  [
    'money and count',
    { ...plain(), rules: [{ kind: 'atMost', projects: ['a'], money: 5, budget: 'eur', count: 1 }] },
    ['rules.0.count unknown-key'],
  ],
  ['an empty group', { ...plain(), rules: [{ kind: 'excludes', projects: [] }] }, ['rules.0.projects empty']],
  [
    'a project twice',
    { ...plain(), rules: [{ kind: 'excludes', projects: ['a', 'a'] }] },
    ['rules.0.projects.1 repeated-id'],
  ],
  ['needs nothing', { ...plain(), rules: [{ kind: 'requires', project: 'a' }] }, ['rules.0.needs missing']],
  ['no bound', { ...plain(), weights: [{ kind: 'bounds', criterion: 'impact' }] }, ['weights.0 no-bound']],
  [
    'more than the whole',
    { ...plain(), weights: [{ kind: 'bounds', criterion: 'impact', max: '1.01' }] },
    ['weights.0.max out-of-range'],
  ],
  [
    'a ratio below nothing',
    { ...plain(), weights: [{ kind: 'ratio', a: 'impact', b: 'quality', min: -1 }] },
    ['weights.0.min out-of-range'],
  ],
  [
    'three ends',
    { ...plain(), projects: [{ id: 'a', scores: { impact: [1, 2, 3], quality: 1 } }] },
    ['projects.0.scores.impact too-many'],
  ],
  ['a name that is no text', { ...plain(), name: 5 }, ['name not-a-text']],
  ['no projects in a synergy', { ...plain(), synergies: [{ projects: [] }] }, ['synergies.0.projects empty']],
]

/** What only the whole tells: to the schema these are right. */
const badSense: [string, unknown, string[]][] = [
  [
    'a criterion twice',
    { ...plain(), criteria: [{ id: 'impact' }, { id: 'quality' }, { id: 'impact' }] },
    ['criteria.2.id repeated-id'],
  ],
  [
    'a score that is not there',
    { ...plain(), projects: [{ id: 'a', scores: { impact: 1 } }] },
    ['projects.0.scores.quality missing'],
  ],
  [
    'scores and costs of what is not there',
    { ...plain(), projects: [{ id: 'a', costs: { usd: 1 }, scores: { impact: 1, quality: 1, __proto: 2 } }] },
    ['projects.0.costs.usd unknown-id', 'projects.0.scores.__proto unknown-id'],
  ],
  [
    'an unknown project',
    { ...plain(), rules: [{ kind: 'in', project: 'x' }] },
    ['rules.0.project unknown-id'],
  ],
  [
    'an inherited word for an id',
    { ...plain(), rules: [{ kind: 'in', project: 'constructor' }] },
    ['rules.0.project unknown-id'],
  ],
  [
    'a low above its high',
    { ...plain(), projects: [{ id: 'a', scores: { impact: [2, '1.99'], quality: 1 } }] },
    ['projects.0.scores.impact low-over-high'],
  ],
  [
    'a criterion against itself',
    { ...plain(), weights: [{ kind: 'atLeast', a: 'impact', b: 'impact' }] },
    ['weights.0.b repeated-id'],
  ],
  [
    'bounds crossed',
    { ...plain(), weights: [{ kind: 'bounds', criterion: 'impact', min: 0.5, max: 0.4 }] },
    ['weights.0 low-over-high'],
  ],
  [
    'more of a synergy than there is',
    { ...plain(), synergies: [{ projects: ['a', 'b'], atLeast: 3 }] },
    ['synergies.0.atLeast out-of-range'],
  ],
  [
    'an id of two statements',
    { ...plain(), weights: [{ kind: 'none', id: 's' }], rules: [{ kind: 'in', project: 'a', id: 's' }] },
    ['rules.0.id repeated-id'],
  ],
  [
    'more digits than a double holds',
    { ...plain(), budgets: [{ id: 'eur', limit: 0.1 + 0.2 }] },
    ['budgets.0.limit too-many-digits'],
  ],
]

describe('what is wrong is told with its place', () => {
  test.each(badForm)('%s, which the schema finds too', (_, json, faults) => {
    expect(told(json)).toEqual(faults)
    expect(schemaFaults(json, 'problem')).not.toEqual([])
  })

  test.each(badSense)('%s, which a schema cannot say', (_, json, faults) => {
    expect(told(json)).toEqual(faults)
    expect(schemaFaults(json, 'problem')).toEqual([])
  })

  test('a ring of requirements, by the statements that make it and no others', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const read = readProblem({
      ...plain(),
      projects: ids.map((id) => ({ id, scores: { impact: 1, quality: 1 } })),
      rules: [
        { kind: 'requires', project: 'd', needs: 'a', id: 'aside' },
        { kind: 'requires', project: 'a', needs: ['e', 'b'], id: 'first' },
        { kind: 'requires', project: 'b', needs: 'c' },
        { kind: 'requires', project: 'c', needs: ['e', 'a', 'b'], id: 'last' },
      ],
    })
    const faults = 'faults' in read ? read.faults : []
    expect(faults.map((f) => [f.code, f.values])).toEqual([
      ['cycle', { projects: 'b → c → b', statements: 'rules.2, last' }],
    ])
    const self = readProblem({ ...plain(), rules: [{ kind: 'requires', project: 'a', needs: 'a' }] })
    expect('faults' in self && self.faults[0]!.values).toEqual({ projects: 'a → a', statements: 'rules.0' })
  })

  test('a ring of all 2 000 projects too', () => {
    const ids = Array.from({ length: 2000 }, (_, i) => `p${i}`)
    const rules = ids.map((project, i) => ({ kind: 'requires', project, needs: ids[(i + 1) % ids.length] }))
    const projects = ids.map((id) => ({ id, scores: { impact: 1, quality: 1 } }))
    expect(told({ ...plain(), projects, rules })).toEqual(['rules.0 cycle'])
    expect(told({ ...plain(), projects, rules: rules.slice(1) })).toEqual([])
  })
})

test('every problem that people can write is read, and is as the schema says', () => {
  fc.assert(
    fc.property(randomProblem(8), (problem) => {
      expect(told(problem)).toEqual([])
      expect(schemaFaults(problem, 'problem')).toEqual([])
    }),
    { seed: 2008 },
  )
})

test('whatever is read, nothing is thrown; what the reader takes, the schema takes', () => {
  const keys = fc.constantFrom('criteria', 'budgets', 'projects', 'weights', 'rules', 'synergies')
  fc.assert(
    fc.property(
      randomProblem(3),
      keys,
      fc.nat(2),
      fc.string(),
      fc.jsonValue(),
      (problem, key, at, word, value) => {
        const bent: Record<string, unknown> = structuredClone(problem)
        const list = bent[key]
        const item: unknown = Array.isArray(list) ? list[at] : undefined
        if (item && at > 0) {
          const own = Object.keys(item)
          ;(item as Record<string, unknown>)[own[at % own.length] ?? word] = value
        } else bent[key] = value
        if (told(bent).length === 0) expect(schemaFaults(bent, 'problem')).toEqual([])
      },
    ),
    { seed: 2009, numRuns: 300 },
  )
})

describe('a decimal', () => {
  test('is what is written, in every form', () => {
    const shown = (raw: unknown) => {
      const read = readDecimal(raw)
      return typeof read === 'string' ? read : `${read.n}/${read.d}`
    }
    expect([12.5, '12.50', '-0.10', 0.1, 1e-7, 1.5e-7, 1e14, -0].map(shown)).toEqual([
      ...['25/2', '25/2', '-1/10', '1/10', '1/10000000', '3/20000000', '100000000000000/1', '0/1'],
    ])
    expect(['1e3', '', ' 1', '1.', '.5', '+1', '0x1', true, null, Number.NaN, Infinity].map(shown)).toEqual(
      Array.from({ length: 11 }, () => 'not-a-number'),
    )
    expect(
      [1e15, 1e21, 1e300, 1e-300, 0.1 + 0.2, '1234567890123456', '0.1234567890123456'].map(shown),
    ).toEqual(Array.from({ length: 7 }, () => 'too-many-digits'))
  })

  test('is written so that it is read back the same', () => {
    const units = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n })
    fc.assert(
      fc.property(units, fc.nat(12), (n, decimals) => {
        const value = rational(n, 10n ** BigInt(decimals))
        const written = writeDecimal(value)
        if (typeof written === 'number') expect(readDecimal(written)).toEqual(value)
        else expect(decimalOf(value, 30)).toBe(written)
      }),
    )
    expect(writeDecimal(rational(25n, 2n))).toBe(12.5)
    expect(decimalOf(rational(-2n, 3n), 3)).toBe('-0.667')
    expect(decimalOf(rational(-1n, 3000n), 3)).toBe('0')
  })
})
