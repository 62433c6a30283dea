import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BalanceWords, balanceOf, sayBalance } from './balance.ts'
import { type Cents, decimalFromCents } from './cents.ts'
import type { CostModel } from './cost-model.ts'
import { countTyped } from './typed-money.ts'

const texts = { fi: '', sv: '', en: '' }
const model: CostModel = {
  code: 'FR40',
  name: texts,
  projects: [],
  lines: [
    { code: 'salaries', name: texts, kind: 'typed' },
    { code: 'flat', name: texts, kind: 'percent', percent: '40', of: ['salaries'] },
  ],
  limits: [],
  rounding: 'half-up',
  source: 'test',
  verified: true,
}
const source = (code: string, kind: 'grant' | 'own' | 'public') => ({
  code,
  kind,
  name: texts,
  source: 'test',
  verified: true,
})
const terms = {
  model,
  rates: [{ percent: '60' }],
  sources: [source('grant', 'grant'), source('own', 'own'), source('city', 'public')],
  partners: [
    { row: '1', isPublic: false },
    { row: '2', isPublic: true },
  ],
  plans: true,
}
const words: BalanceWords = {
  cost: 'cost {amount}',
  missing: 'missing {amount}',
  over: 'over {amount}',
  meets: 'meets',
  rate: 'rate {percent}',
  rateOver: 'rate over {amount}',
  room: 'room {amount}',
  unreadOne: 'one unread',
  unread: '{n} unread',
}
const write = { amount: decimalFromCents, percent: (p: string) => p }
const cents = fc.bigInt({ min: 0n, max: 10n ** 11n })
const of = (cells: Record<string, string>) =>
  countTyped(terms, (table, partner, code) => cells[`${table}.${partner}.${code}`] ?? '')
const said = (cells: Record<string, string>) => sayBalance(balanceOf(of(cells)), words, write)

describe('the balance of typed money', () => {
  it('is the plain sums of what was typed, whatever way it was written', () => {
    const ways = [
      (c: Cents) => decimalFromCents(c),
      (c: Cents) => decimalFromCents(c).replace('.', ','),
      (c: Cents) =>
        `${decimalFromCents(c)
          .replace('.', ',')
          .replace(/\B(?=(\d{3})+,)/g, ' ')} €`,
    ]
    const typed = fc.tuple(cents, fc.constantFrom(...ways)).map(([c, way]) => ({ c, text: way(c) }))
    fc.assert(
      fc.property(fc.array(typed, { minLength: 8, maxLength: 8 }), (all) => {
        const [s1, s2, g1, g2, o1, o2, c1, c2] = all
        const flat = (c: Cents) => (c * 4n + 5n) / 10n
        const cost = s1!.c + flat(s1!.c) + s2!.c + flat(s2!.c)
        const grant = g1!.c + g2!.c
        const plan = grant + o1!.c + o2!.c + c1!.c + c2!.c
        const balance = balanceOf(
          of({
            'budget.1.salaries': s1!.text,
            'budget.2.salaries': s2!.text,
            'financing.1.grant': g1!.text,
            'financing.2.grant': g2!.text,
            'financing.1.own': o1!.text,
            'financing.2.own': o2!.text,
            'financing.1.city': c1!.text,
            'financing.2.city': c2!.text,
          }),
        )
        expect(balance.cost).toBe(cost)
        expect((balance.over ?? 0n) - (balance.missing ?? 0n)).toBe(plan - cost)
        // Both partners have the same rate: the most is 60 % of all, cut down to a cent once.
        const most = (cost * 60n) / 100n
        expect((balance.room ?? 0n) - (balance.rateOver ?? 0n)).toBe(most - grant)
        expect(balance.rateOver !== undefined).toBe(grant > most)
        expect(balance.unread).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  it('says what is missing, too much, met, and not to be read', () => {
    expect(said({})).toEqual(['cost 0.00'])
    const cost = { 'budget.1.salaries': '1 000,00' }
    expect(said(cost)).toEqual(['missing 1400.00', 'rate 0.00', 'room 840.00'])
    expect(said({ ...cost, 'financing.1.grant': '840.01', 'financing.1.own': '600' })).toEqual([
      'over 40.01',
      'rate 60.00',
      'rate over 0.01',
    ])
    expect(said({ ...cost, 'financing.1.grant': '840', 'financing.1.own': '560' })).toEqual([
      'meets',
      'rate 60.00',
      'room 0.00',
    ])
    expect(said({ ...cost, 'financing.1.grant': '1.234', 'financing.1.own': 'x' }).at(-1)).toBe('2 unread')
  })

  it('tells costs alone where no plan is asked', () => {
    const money = countTyped({ ...terms, plans: false }, () => '10')
    expect(balanceOf(money)).toEqual({ cost: 2_800n, unread: 0 })
  })
})
