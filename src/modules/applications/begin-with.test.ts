import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addUpBudget, readCostModels } from '../../engine/budget/index.ts'
import { costModels, financingSources } from '../codes/index.ts'
import { templates } from '../forms/templates.ts'
import { answersOf, costsOf, type ToldPartner } from './begin-with.ts'

const form = templates['ecosystem-agreement']
const flat = costModels.find((m) => m.code === 'FR40')!
const terms = { models: [flat], sources: financingSources }
const partner = (more: Partial<ToldPartner> = {}): ToldPartner => ({
  name: 'Verstas Oy',
  businessId: '0000001-9',
  role: 'partner',
  task: 'Koekäyttö',
  contact: 'Anna',
  email: 'anna@verstas.example',
  grant: 70_000_00n,
  own: 70_000_00n,
  ...more,
})
const told = (more: object = {}) => ({
  title: 'Robotit',
  aim: 'Sarjat',
  starts: '2027-09-01',
  ends: '2029-08-31',
  lead: null,
  partners: [partner({ name: 'Johtaja Oy', role: 'lead' }), partner()],
  ...more,
})

describe('what others have agreed, as answers of a form', () => {
  it('fills the name, days, partners and money, and leaves nothing', () => {
    const { answers, left } = answersOf(form, terms, told())
    expect(left).toEqual([])
    expect(answers).toMatchObject({
      name: 'Robotit',
      summary: 'Sarjat',
      starts: '2027-09-01',
      'partners.rows': '1\n2',
      'partners.1.role': 'lead',
      'partners.2.business-id': '0000001-9',
      'financing.2.grant': '70000.00',
      'financing.2.own': '70000.00',
      'budget.2.salaries': '100000.00',
    })
  })

  it('tells row by row what found no place', () => {
    const silent = partner({ businessId: null, task: null, grant: null, own: null })
    expect(answersOf(form, terms, told({ partners: [silent] })).left).toEqual([
      { partner: 'Verstas Oy', what: 'business-id', why: 'not-known' },
      { partner: 'Verstas Oy', what: 'task', why: 'not-told' },
      { partner: 'Verstas Oy', what: 'grant', why: 'not-told' },
      { partner: 'Verstas Oy', what: 'own', why: 'not-told' },
    ])
    const { left } = answersOf(templates.idea, terms, told())
    expect(left.map(({ what }) => what)).toContain('grant')
    expect(answersOf(form, terms, told({ title: 'x'.repeat(120) }))).toMatchObject({
      answers: { name: 'x'.repeat(100) },
      left: [{ what: 'title', why: 'too-long' }],
    })
    const two = { ...terms, models: costModels.slice(0, 2) }
    expect(answersOf(form, two, told()).left).toContainEqual({
      partner: 'Verstas Oy',
      what: 'costs',
      why: 'cost-lines',
    })
  })

  it('loses and adds no cent, whatever is told', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 11n })
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, cents), { minLength: 1, maxLength: 6 }), (all) => {
        const partners = all.map(([grant, own], i) => partner({ name: `P${i}`, grant, own }))
        const { answers } = answersOf(form, terms, told({ partners }))
        const sum = (source: string) =>
          all.reduce(
            (s, _, i) => s + BigInt(String(answers[`financing.${i + 1}.${source}`]).replace('.', '')),
            0n,
          )
        expect(sum('grant')).toBe(all.reduce((s, [grant]) => s + grant, 0n))
        expect(sum('own')).toBe(all.reduce((s, [, own]) => s + own, 0n))
      }),
      { seed: 6, numRuns: 60 },
    )
  })
})

describe('the one typed line of a cost model', () => {
  it('makes exactly the total that was told, or is not given at all', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (total) => {
        const costs = costsOf(flat, total)
        if (!costs) return
        const { all } = addUpBudget(flat, {
          years: [],
          partners: [{ partner: '1', amounts: new Map([[costs.line, [costs.cents]]]) }],
        })
        expect(all.total.total).toBe(total)
      }),
      { seed: 6, numRuns: 200 },
    )
    expect(costsOf(flat, 140_000_00n)).toEqual({ line: 'salaries', cents: 100_000_00n })
  })

  it('is not guessed where a model has several typed lines', () => {
    const shipped = JSON.parse(readFileSync('data/codes/cost-models.json', 'utf8')) as { items: unknown[] }
    const read = readCostModels(shipped.items)
    if (!read.ok) throw new Error('the shipped models are not read')
    for (const model of read.value)
      if (model.lines.filter((l) => l.kind === 'typed').length > 1)
        expect(costsOf(model, 1_000_00n)).toBeUndefined()
  })
})
