import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schemaFaults } from '../../test/portfolio/schemas.ts'
import { faultCodes } from '../engine/portfolio/index.ts'
import type { BareContext } from '../kernel/module.ts'
import { Refusal } from '../kernel/refusal.ts'
import { languages } from '../kernel/text.ts'
import { portfolioVerb } from './portfolio.ts'
import { portfolioText } from './portfolio-text.ts'

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

async function run(problem: unknown, options: Record<string, string> = {}) {
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
    const code = await portfolioVerb.run({} as BareContext, io, [file], options)
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

  test('stops at the limit with what is known by then, and prints where no file is named', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      id: `p${i}`,
      costs: { eur: 100 + ((i * 7919) % 97) },
      scores: { impact: (i * 31) % 53, quality: (i * 17) % 59, reach: (i * 43) % 61, need: (i * 23) % 47 },
    }))
    const criteria = Object.keys(many[0]!.scores).map((id) => ({ id }))
    const large = { criteria, budgets: [{ id: 'eur', limit: 4000 }], projects: many }
    const { out } = await run(large, { limit: '0.001' })
    const result = JSON.parse(out[0]!)
    expect(schemaFaults(result, 'result')).toEqual([])
    expect(result.status).toBe('bounded')
    expect(result.portfolios.length).toBeGreaterThan(0)
    expect(Object.values<{ proved: boolean }>(result.core).some((project) => project.proved)).toBe(false)
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
