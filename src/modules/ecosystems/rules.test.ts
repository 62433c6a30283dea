import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isValidOn } from '../codes/index.ts'
import type { Dimension } from './record.ts'
import {
  firstDay,
  lastDay,
  leadingMoney,
  listedDimensions,
  matrixOf,
  stateOf,
  valuesOn,
  yearsSpanned,
} from './rules.ts'
import { shippedEcosystems } from './shipped.ts'
import { moneyText, periodText, targetText } from './text.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([d, length]) => d.slice(0, length))
const hev = shippedEcosystems.find((e) => e.key === 'hev')!
const kajaani = shippedEcosystems.find((e) => e.key === 'kajaani')!

describe('dates that are only partly known', () => {
  it('span the days that share their beginning, and no others', () => {
    fc.assert(
      fc.property(partial, day, (p, d) => {
        expect(firstDay(p) <= d && d <= lastDay(p)).toBe(d.startsWith(p))
      }),
    )
    expect([lastDay('2024-02'), lastDay('2023-02'), lastDay('2021-04')]).toEqual([
      '2024-02-29',
      '2023-02-28',
      '2021-04-30',
    ])
  })
  it('are written as precisely as they are known', () => {
    const at = (start?: string, end?: string) =>
      periodText({ ...(start && { start }), ...(end && { end }), source: 's' }, 'fi')
    expect(at('2021-02-09', '2027-12-31')).toBe('9.2.2021–31.12.2027')
    expect(at('2021', '2027')).toBe('2021–2027')
    expect(at(undefined, '2023-12-31')).toBe('31.12.2023 saakka, alku ei tiedossa')
    expect(at('2022-05')).toBe('5/2022–, loppu ei tiedossa')
    expect(periodText(undefined, 'sv')).toBe('Tidpunkten är inte känd')
    expect(periodText({ start: '2021-02-09', end: '2027', source: 's' }, 'en')).toBe('9 Feb 2021–2027')
  })
})

describe('the state of an ecosystem', () => {
  it('is exactly one of coming, running and ended when both ends are known', () => {
    fc.assert(
      fc.property(partial, partial, day, (a, b, today) => {
        const [start, end] = firstDay(a) <= firstDay(b) ? [a, b] : [b, a]
        const state = stateOf({ start, end }, today)
        expect(state === 'ended').toBe(lastDay(end) < today)
        expect(state === 'coming').toBe(state !== 'ended' && today < firstDay(start))
        expect(['coming', 'running', 'ended']).toContain(state)
      }),
    )
  })
  it('is not guessed without dates', () => {
    expect([stateOf(undefined, '2026-01-01'), stateOf({}, '2026-01-01')]).toEqual(['unknown', 'unknown'])
    expect(stateOf({ end: '2023' }, '2023-12-31')).toBe('running')
  })
})

describe('the frame', () => {
  it('shows on a day exactly the values that hold on it', () => {
    const value = fc
      .record({ validFrom: fc.option(day, { nil: undefined }), validTo: fc.option(day, { nil: undefined }) })
      .map((v) => ({ code: 'x', name: { fi: 'x' }, source: 's', ...v }))
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), day, (values, today) => {
        const dimension = { dimension: 'priority', name: { fi: 'x' }, values } as Dimension
        expect(valuesOn(dimension, today)).toEqual(values.filter((v) => isValidOn(v, today)))
      }),
    )
  })
  it('crosses priorities with emphases where it has both, and lists the rest', () => {
    const matrix = matrixOf(hev.frame)
    expect([matrix?.rows.values.length, matrix?.columns.values.length]).toEqual([4, 3])
    expect(listedDimensions(hev.frame).map((d) => d.dimension)).toEqual(['criterion'])
    expect(matrixOf(kajaani.frame)).toBeUndefined()
    expect(listedDimensions(kajaani.frame)).toEqual(kajaani.frame)
  })
  it('spans the years of every period and today', () => {
    expect(
      yearsSpanned(
        shippedEcosystems.map((e) => e.period),
        '2026-11-21',
      ),
    ).toEqual({ from: 2021, to: 2028 })
    expect(yearsSpanned([], '2026-11-21')).toEqual({ from: 2026, to: 2027 })
  })
})

describe('figures in words', () => {
  it('say what the source says', () => {
    const [budget, portfolio] = hev.money
    expect(moneyText(budget!, 'fi').replaceAll(/\s/g, ' ')).toBe('1 333 333 €')
    expect(moneyText(portfolio!, 'sv').replaceAll(/\s/g, ' ')).toBe('över 30 000 000 €')
    expect(
      moneyText(shippedEcosystems.find((e) => e.key === 'kuopio')!.money[0]!, 'en').replaceAll(/\s/g, ' '),
    ).toBe('450,000 € a year')
    expect(kajaani.goals!.map((g) => targetText(g, 'fi'))).toEqual(['15', '20', 'yli 20', 'vähintään 2'])
    expect(leadingMoney(hev.money)?.amount).toBe('1333333.00')
  })
})
