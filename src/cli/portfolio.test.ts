import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isFeasible, nonDominated } from '../../test/portfolio/enumerate.ts'
import { schemaFaults } from '../../test/portfolio/schemas.ts'
import {
  type Answer,
  contradictionIn,
  faultCodes,
  formulate,
  measuresOf,
  type Problem,
  valueOfInformation,
  weightsOf,
} from '../engine/portfolio/index.ts'
import type { BareContext } from '../kernel/module.ts'
import { Refusal } from '../kernel/refusal.ts'
import { languages } from '../kernel/text.ts'
import { portfolioVerb } from './portfolio.ts'
import { portfolioText } from './portfolio-text.ts'

/** Solves by trying everything. */
function solve(problem: Problem): Answer {
  const found = weightsOf(problem.criteria.length, problem.weights)
  if ('faults' in found) return found
  if ('contradiction' in found) return { contradiction: { of: 'weights', statements: found.contradiction } }
  const { weights } = found
  const formulated = formulate(problem, weights)
  if ('faults' in formulated) return formulated
  const { programme } = formulated.formulation
  const statements = contradictionIn(problem, programme, isFeasible)
  if (statements) return { contradiction: { of: 'portfolio', statements } }
  const portfolios = nonDominated(programme).map((items) =>
    problem.projects.flatMap((_, i) => (items[i] ? [i] : [])),
  )
  const measured = measuresOf(problem, weights, portfolios)
  if ('faults' in measured) return measured
  const { measures } = measured
  const core = measures.core.map(({ in: some, of }) => ({
    index: { n: BigInt(some), d: BigInt(of) },
    class: some === of ? ('yes' as const) : some === 0 ? ('no' as const) : ('discuss' as const),
    proved: true,
  }))
  const { questions } = valueOfInformation(problem, weights, portfolios)
  return { solution: { status: 'exact', portfolios, count: portfolios.length, core, measures, questions } }
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portfolio-'))
})
afterAll(() => rm(folder, { recursive: true }))

const plain = {
  criteria: [{ id: 'impact' }, { id: 'quality' }],
  budgets: [{ id: 'eur', limit: '25.5' }],
  projects: [
    { id: 'a', costs: { eur: 10 }, scores: { impact: 3, quality: ['0.1', 0.5] } },
    { id: 'b', costs: { eur: 10 }, scores: { impact: 1, quality: 2 } },
    { id: 'c', costs: { eur: 10 }, scores: { impact: 1, quality: 1 } },
    { id: 'd', costs: { eur: 30 }, scores: { impact: 9, quality: 9 } },
  ],
}

async function run(problem: unknown, options: Record<string, string> = {}, solver = solve) {
  const file = path.join(folder, 'problem.json')
  await writeFile(file, typeof problem === 'string' ? problem : JSON.stringify(problem))
  const out: string[] = []
  const io = {
    out: (line: string) => void out.push(line),
    err: () => undefined,
    json: false,
    now: new Date(0),
  }
  try {
    const code = await portfolioVerb(solver).run({} as BareContext, io, [file], options)
    return { code, out, refusal: undefined }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: 2, out, refusal: error }
  }
}
const refused = async (...given: Parameters<typeof run>) => {
  const { refusal } = await run(...given)
  return { reason: refusal?.reason, lines: refusal?.complaints.map(({ text }) => text.en) }
}

describe('talkoot portfolio solve', () => {
  test('writes a result that is as its schema says', async () => {
    const to = path.join(folder, 'result.json')
    const { code, out } = await run(plain, { out: to })
    expect(code).toBe(0)
    expect(out[0]).toMatch(/^exact: 2 non-dominated portfolios, [\d.]+ s, in .*result\.json$/)
    expect(out[1]).toBe('projects: 1 in all, 2 in some, 1 in none')
    const result = JSON.parse(await readFile(to, 'utf8'))
    expect(schemaFaults(result, 'result')).toEqual([])
    expect(result).toMatchObject({
      status: 'exact',
      count: 2,
      core: {
        a: { index: 0.5, class: 'discuss', proved: true },
        b: { index: 1, class: 'yes', proved: true },
        d: { index: 0, class: 'no', proved: true },
      },
    })
    expect(result.portfolios[0]).toMatchObject({
      projects: ['a', 'b'],
      values: { impact: 4, quality: [2.1, 2.5] },
      maximin: 2.1,
    })
  })

  test('gives the limit on, and prints where no file is named', async () => {
    const limits: unknown[] = []
    const solver = (problem: Problem, options?: { limit?: number }) => {
      limits.push(options?.limit)
      return solve(problem)
    }
    const { out } = await run(plain, { limit: '0.5' }, solver)
    await run(plain, {}, solver)
    expect(limits).toEqual([0.5, undefined])
    expect(schemaFaults(JSON.parse(out[0]!), 'result')).toEqual([])
    expect(await refused(plain, { limit: 'soon' })).toMatchObject({ reason: 'portfolio.bad-limit' })
  })

  test('says what is wrong, each with its place', async () => {
    expect(await refused('{')).toMatchObject({ reason: 'portfolio.not-json' })
    expect(await refused([])).toEqual({
      reason: 'portfolio.faulty',
      lines: ['An object { ... } must be here.'],
    })
    const rules = [
      { kind: 'in', project: 'x' },
      { kind: 'excludes', projects: [] },
    ]
    expect(await refused({ ...plain, rules })).toEqual({
      reason: 'portfolio.faulty',
      lines: ['rules.0.project: there is no id "x".', 'rules.1.projects: the list is empty.'],
    })
    const long = { ...plain, budgets: [{ id: 'eur', limit: 20 }], rules: [] }
    const digits = long.projects.map((p, i) => ({
      ...p,
      costs: { eur: `12345678901234${i}.98765432109${i}` },
    }))
    expect((await refused({ ...long, projects: digits })).lines?.[0]).toMatch(
      /^budgets\.0: sums cannot be computed exactly: the numbers have \d+ digits too many/,
    )
  })

  test('names the statements in contradiction by their ids and places', async () => {
    const rules = [
      { kind: 'in', project: 'a', id: 'mayor' },
      { kind: 'atLeast', projects: ['b', 'c'], count: 2 },
    ]
    expect(await refused({ ...plain, rules })).toEqual({
      reason: 'portfolio.no-portfolio',
      lines: [
        'No portfolio keeps all rules and budgets. In contradiction are: mayor (rules.0), rules.1, eur (budgets.0). Without any one of them the others agree.',
      ],
    })
    const weights = [
      { kind: 'rank', order: ['impact', 'quality'] },
      { kind: 'bounds', criterion: 'impact', max: '0.4', id: 'cap' },
    ]
    expect((await refused({ ...plain, weights })).lines).toEqual([
      'No weights meet all that is said of them. In contradiction are: weights.0, cap (weights.1). Without any one of them the others agree.',
    ])
    expect((await refused({ ...plain, budgets: [{ id: 'eur', limit: -1 }] })).lines).toEqual([
      'No portfolio keeps all rules and budgets. This one alone is impossible: eur (budgets.0).',
    ])
  })

  test('has a sentence for every fault in every language', () => {
    const values = { value: 1, count: 1, least: 1, most: 1, key: 'k', known: 'k', kind: 'k', id: 'k' }
    const all = { ...values, low: 1, high: 2, projects: 'p', statements: 's', digits: 2 }
    for (const language of languages)
      for (const code of faultCodes) {
        const sentence = portfolioText[language].faults[code](all)
        expect(sentence).toMatch(/\.$/)
        expect(sentence).not.toMatch(/undefined/)
      }
  })
})
