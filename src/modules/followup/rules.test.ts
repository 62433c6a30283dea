import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centsFromDecimal } from '../../engine/budget/index.ts'
import { stateAfter } from '../../kernel/machine.ts'
import type { Content, Item } from './content.ts'
import { type PlannedLine, plannedOf, useOfBudget, withChanges } from './plan.ts'
import { compare } from './reconcile.ts'
import { byDays, byLevel, changeMachine, levelOf, milestoneOn, packetMachine } from './rules.ts'
import { itemTyped } from './typed.ts'

const today = '2027-06-01'
const item = (kind: Item['kind'], content: Partial<Content>, entry = 'x'): Item => ({
  id: entry,
  entry,
  kind,
  content: { title: '', text: '', ...content },
  share: 'own',
  person: null,
  byWhom: '',
  at: new Date(0),
  reason: null,
  endedAt: null,
  endedBy: null,
})
const cents = (decimal: string) => centsFromDecimal(decimal)!
const amount = fc
  .bigInt({ min: 0n, max: 10_000_000n })
  .map((n) => `${n / 100n}.${String(n % 100n).padStart(2, '0')}`)

describe('days', () => {
  it('make a planned milestone late, but on its own day not, nor one that was reached or dropped', () => {
    const on = (due: string, milestone: Content['milestone']) =>
      milestoneOn({ title: '', text: '', due, ...(milestone && { milestone }) }, today)
    expect(on('2027-05-31', 'planned')).toBe('late')
    expect(on('2027-06-01', 'planned')).toBe('planned')
    expect([on('2027-05-31', 'reached'), on('2027-05-31', 'dropped')]).toEqual(['reached', 'dropped'])
  })

  it('put what is late first and what is done last', () => {
    const rows = [
      item('milestone', { milestone: 'reached', due: '2027-01-01' }, 'done'),
      item('milestone', { milestone: 'planned', due: '2027-07-01' }, 'next'),
      item('milestone', { milestone: 'planned', due: '2027-05-01' }, 'late'),
      item('milestone', { milestone: 'planned', due: '2027-04-01' }, 'later'),
    ]
    expect(byDays(rows, today).map(({ entry }) => entry)).toEqual(['later', 'late', 'next', 'done'])
  })
})

describe('risks', () => {
  it('are high from 15 of 25 on and medium from 8', () => {
    expect(levelOf({ likelihood: '3', effect: '5' })).toBe('high')
    expect(levelOf({ likelihood: '2', effect: '4' })).toBe('medium')
    expect(levelOf({ likelihood: '1', effect: '5' })).toBe('low')
  })

  it('stand by their level, the closed last', () => {
    const rows = [
      item('risk', { likelihood: '5', effect: '5', risk: 'closed' }, 'closed'),
      item('risk', { likelihood: '1', effect: '2', risk: 'open' }, 'low'),
      item('risk', { likelihood: '4', effect: '4', risk: 'realised' }, 'high'),
    ]
    expect(byLevel(rows).map(({ entry }) => entry)).toEqual(['high', 'low', 'closed'])
  })
})

describe('the budget', () => {
  const line = (code: string, planned: string, deducted = false): PlannedLine => ({
    code,
    name: { fi: code },
    planned,
    deducted,
  })

  it('by category sums to the decided cost to the cent, whatever was asked', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), amount, (amounts, cost) => {
        const asked = amounts.reduce((sum, one) => sum + cents(one), 0n)
        const lines = amounts.map((one, i) => ({ code: `${i}`, name: {}, amount: one, deducted: false }))
        const planned = plannedOf([{ lines, cost }]).reduce((sum, one) => sum + cents(one.planned), 0n)
        expect(planned).toBe(asked === 0n ? 0n : cents(cost))
      }),
      { seed: 7 },
    )
  })

  it('lets revenue lower the sum, and a change take the place of the plan', () => {
    const granted = {
      cost: '900.00',
      lines: [
        { code: 'pay', name: {}, amount: '1000.00', deducted: false },
        { code: 'revenue', name: {}, amount: '100.00', deducted: true },
      ],
    }
    const planned = plannedOf([granted])
    expect(planned.map((one) => one.planned)).toEqual(['1000.00', '100.00'])
    expect(useOfBudget(planned, []).all.planned).toBe('900.00')
    expect(withChanges(planned, { pay: '950.00', revenue: '50.00' }).map((one) => one.planned)).toEqual([
      '950.00',
      '50.00',
    ])
  })

  it('adds up the periods exactly and tells what is over', () => {
    const costs = [
      item('cost', { to: '2027-03-31', used: { pay: '70.10', travel: '10.00' } }),
      item('cost', { to: '2027-06-30', used: { pay: '30.20' } }),
    ]
    const { lines, all, until } = useOfBudget([line('pay', '100.00'), line('travel', '20.00')], costs)
    expect(lines.map(({ used, left, share, over }) => [used, left, share, over])).toEqual([
      ['100.30', '-0.30', '100.3', true],
      ['10.00', '10.00', '50.0', false],
    ])
    expect([all.used, all.over, until]).toEqual(['110.30', false, '2027-06-30'])
  })
})

describe('what is typed', () => {
  const lines: PlannedLine[] = [
    { code: 'pay', name: {}, planned: '100.00', deducted: false },
    { code: 'travel', name: {}, planned: '20.00', deducted: false },
  ]
  const typed = (kind: Item['kind'], fields: Record<string, string>) =>
    itemTyped(kind, (field) => fields[field] ?? '', { today, lines })
  const faults = (kind: Item['kind'], fields: Record<string, string>) =>
    typed(kind, fields).faults.map(({ field, key }) => `${field} ${key}`)

  it('of a milestone needs its day, and the day it was reached when it was', () => {
    expect(faults('milestone', {})).toEqual(['title noTitle', 'due noDay', 'state choose'])
    const said = { title: 'Valmis', due: '1.5.2027', state: 'reached' }
    expect(faults('milestone', said)).toEqual(['reached noReached'])
    expect(faults('milestone', { ...said, reached: '31.2.2027' })).toEqual(['reached badDay'])
    expect(faults('milestone', { ...said, reached: '2.6.2027' })).toEqual(['reached notYet'])
    expect(typed('milestone', { ...said, reached: '30.4.2027' }).content).toMatchObject({
      due: '2027-05-01',
      reached: '2027-04-30',
    })
  })

  it('of costs is exact, and an amount that may mean two is asked', () => {
    const period = { from: '1.1.2027', to: '31.3.2027' }
    expect(faults('cost', { ...period, 'used.pay': '1.234' })).toContain('used.pay badAmount')
    expect(faults('cost', period)).toEqual(['used.pay noAmounts'])
    expect(typed('cost', { ...period, 'used.pay': '1 234,50' }).content.used).toEqual({ pay: '1234.50' })
  })

  it('of costs leaves flat rates to be computed', () => {
    const rate = { percent: '40', of: ['pay'], rounding: 'half-up' as const }
    const known = [...lines, { code: 'flat', name: {}, planned: '40.00', deducted: false, rate }]
    const fields: Record<string, string> = {
      from: '1.1.2027',
      to: '31.3.2027',
      'used.pay': '100,01',
      'used.flat': '999',
    }
    const { content, faults: wrong } = itemTyped('cost', (field) => fields[field] ?? '', {
      today,
      lines: known,
    })
    expect([wrong, content.used]).toEqual([[], { pay: '100.01', flat: '40.00' }])
  })

  it('of a change of the budget keeps the sum, and of the timetable has a day', () => {
    const said = { title: 'x', text: 'y' }
    expect(faults('change', { ...said, subject: 'timetable' })).toEqual(['end noEnd'])
    const plan = (pay: string, travel: string) => ({ 'plan.pay': pay, 'plan.travel': travel })
    expect(faults('change', { ...said, subject: 'budget', ...plan('90', '20') })).toEqual([
      'plan.pay unevenPlan',
    ])
    expect(typed('change', { ...said, subject: 'budget', ...plan('90', '30') })).toMatchObject({
      faults: [],
      content: { plan: { pay: '90.00', travel: '30.00' }, change: 'asked' },
    })
  })

  it('is never cut in the middle of a sign', () => {
    const { content } = typed('milestone', { title: `${'a'.repeat(299)}😀` })
    expect(content.title).toBe('a'.repeat(299))
  })

  it('never throws, whatever it is', () => {
    const kinds = ['milestone', 'deliverable', 'risk', 'cost', 'change'] as const
    const names = [
      'title',
      'due',
      'state',
      'from',
      'to',
      'used.pay',
      'plan.pay',
      'end',
      'url',
      'subject',
      'text',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' })),
        (kind, fields) => {
          expect(Array.isArray(typed(kind, fields).faults)).toBe(true)
        },
      ),
      { seed: 7, numRuns: 40 },
    )
  })
})

describe('states', () => {
  it('of a change and of a packet are walked cell by cell', () => {
    const walk = <S extends string, E extends string>(machine: Parameters<typeof stateAfter<S, E>>[0]) =>
      Object.fromEntries(
        (Object.keys(machine.states) as S[]).map((state) => [
          state,
          (Object.keys(machine.events) as E[]).flatMap((event) => {
            const to = stateAfter(machine, state, event)
            return to ? [`${event} ${to}`] : []
          }),
        ]),
      )
    expect(walk(changeMachine)).toEqual({
      asked: ['ask asked', 'return returned', 'approve approved'],
      returned: ['ask asked'],
      approved: [],
    })
    expect(walk(packetMachine)).toEqual({
      open: ['send sent'],
      sent: ['return returned', 'approve approved'],
      returned: ['send sent'],
      approved: [],
    })
  })
})

describe('a project beside its record', () => {
  const side = (values: object, parties: { organisation: string; name: string }[] = []) => ({
    values,
    parties,
  })

  it('differs where both speak, is silent where the list does, and a verdict holds while both say the same', () => {
    const own = side({ title: 'A', end: '2027-12-31', totalCost: '100.5', currency: 'EUR' }, [
      { organisation: 'o1', name: 'Yksi' },
    ])
    const list = side({ title: 'A', end: '2028-02-29', totalCost: '100.50', currency: 'EUR' }, [
      { organisation: 'o1', name: 'Yksi Oy' },
    ])
    const is = (verdicts: Parameters<typeof compare>[2] = []) =>
      Object.fromEntries(compare(own, list, verdicts).map((one) => [one.field, one.is]))
    expect(is()).toMatchObject({
      title: 'same',
      end: 'open',
      totalCost: 'same',
      partners: 'same',
      granted: 'same',
    })
    const verdict = {
      project: 'p',
      field: 'end',
      verdict: 'ours' as const,
      own: '2027-12-31',
      list: '2028-02-29',
      reason: 'x',
      byWhom: '',
      at: new Date(0),
    }
    expect(is([verdict]).end).toBe('settled')
    expect(is([{ ...verdict, list: '2028-01-31' }]).end).toBe('open')
    expect(compare(side({ end: '2027-12-31' }), side({}), [])[2]!.is).toBe('silent')
  })
})
