import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isValidBusinessId } from '../../engine/matching/index.ts'
import { eventsFrom, stateAfter } from '../../kernel/machine.ts'
import { type AskedIndicator, fieldsOf, partTyped } from './content.ts'
import { enterprisesTyped, enterprisesWritten } from './enterprise-list.ts'
import { daysAfter, periodAround, periodLengths, periodsDue } from './periods.ts'
import { isWritable, reportEvents, reportMachine, reportStates } from './rules.ts'

describe('the life of a report', () => {
  const table = {
    open: { send: 'sent' },
    sent: { return: 'returned', approve: 'approved' },
    returned: { send: 'sent' },
    approved: { correct: 'correcting', lock: 'locked' },
    correcting: { send: 'sent' },
    locked: { unlock: 'approved' },
  } as const

  const cells = reportStates.flatMap((state) => reportEvents.map((event) => [state, event] as const))
  test.each(cells)('%s, %s', (state, event) => {
    const expected = (table[state] as Partial<Record<string, string>>)[event]
    expect(stateAfter(reportMachine, state, event)).toBe(expected)
  })

  it('is written by the project exactly where it can be sent', () => {
    for (const state of reportStates)
      expect(isWritable(state)).toBe(eventsFrom(reportMachine, state).includes('send'))
  })

  it('asks a reason of what takes something back', () => {
    expect(reportEvents.filter((event) => reportMachine.events[event].reason)).toEqual([
      'return',
      'correct',
      'unlock',
    ])
  })
})

const day = fc.integer({ min: 0, max: 3000 }).map((n) => daysAfter('2022-01-01', n))
const runs = { seed: 20261123, numRuns: 300 }

describe('periods', () => {
  test.each([
    ['2026-02-15', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-12-31', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026-07-01', 'half-year', '2026-07-01', '2026-12-31'],
    ['2024-02-29', 'year', '2024-01-01', '2024-12-31'],
  ] as const)('%s falls in the %s %s–%s', (on, length, from, to) => {
    expect(periodAround(on, length)).toEqual({ from, to })
  })

  it('that are due have ended, lie in the time of the project, follow each other and leave no day out', () => {
    fc.assert(
      fc.property(day, day, day, day, fc.constantFrom(...periodLengths), (a, b, since, today, length) => {
        const [starts, ends] = [a, b].sort()
        const due = periodsDue({ starts: starts!, ends: ends!, since, length }, today)
        for (const [i, period] of due.entries()) {
          expect(period.from <= period.to && period.to < today && period.to <= ends!).toBe(true)
          expect(period.from >= starts! && period.from >= since).toBe(true)
          if (i > 0) expect(period.from).toBe(daysAfter(due[i - 1]!.to, 1))
        }
        const ended = daysAfter(today, -1)
        const last = due.at(-1)?.to
        // What is left over is less than one period.
        if (last && last < ends! && last < ended)
          expect(periodAround(daysAfter(last, 1), length).to >= today || due.length === 40).toBe(true)
      }),
      runs,
    )
  })

  it('begin in the middle with the project, and end with it', () => {
    const of = { starts: '2026-02-10', ends: '2026-08-05', since: '2020-01-01', length: 'half-year' } as const
    expect(periodsDue(of, '2026-11-23')).toEqual([
      { from: '2026-02-10', to: '2026-06-30' },
      { from: '2026-07-01', to: '2026-08-05' },
    ])
    expect(periodsDue(of, '2026-06-30')).toEqual([])
    expect(periodsDue({ ...of, starts: null, since: '2026-07-01' }, '2026-11-23')).toHaveLength(1)
  })
})

describe('a list of enterprises', () => {
  it('reads business ids as people write them, with what stands beside in any order', () => {
    const { list, faults } = enterprisesTyped(
      '0737546-2\nFI23319727; Beeta Oy; pieni\nUusimaa\tSuuri\t1572860-0\tGamma Ab\n\nTunnukseton',
    )
    expect(faults).toEqual([])
    expect(list).toEqual([
      { business: '0737546-2', name: '', size: null, region: null },
      { business: '2331972-7', name: 'Beeta Oy', size: 'small', region: null },
      { business: '1572860-0', name: 'Gamma Ab', size: 'large', region: 'MK01' },
      { business: null, name: 'Tunnukseton', size: null, region: null },
    ])
  })

  it('tells what is wrong row by row, and takes an enterprise on two rows once', () => {
    const { list, faults } = enterprisesTyped('0737546-2; Alfa\n0737546-3\n0737546-2; ; mikro\n12345\n;;')
    expect(faults).toEqual([
      { row: 2, typed: '0737546-3', key: 'badBusinessId' },
      { row: 4, typed: '12345', key: 'badBusinessId' },
      { row: 5, typed: ';;', key: 'noName' },
    ])
    expect(list).toEqual([{ business: '0737546-2', name: 'Alfa', size: 'micro', region: null }])
  })

  it('is the same list when it is written and read again', () => {
    const id = fc
      .integer({ min: 1_000_000, max: 3_999_999 })
      .chain((n) => fc.constantFrom(...'0123456789').map((c) => `${n}-${c}`))
      .filter((text) => isValidBusinessId(text))
    const one = fc.record({
      business: fc.option(id),
      name: fc.constantFrom('Alfa Oy', 'Beeta Ab', 'Gamma'),
      size: fc.option(fc.constantFrom('micro', 'small', 'medium', 'large')),
      region: fc.option(fc.constantFrom('MK01', 'MK06')),
    })
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: (e) => e.business ?? e.name }), (list) => {
        const read = enterprisesTyped(enterprisesWritten(list))
        expect(read.faults).toEqual([])
        expect(new Set(read.list.map((e) => JSON.stringify(e)))).toEqual(
          new Set(list.map((e) => JSON.stringify(e))),
        )
      }),
      { seed: 20261123, numRuns: 60 },
    )
  })
})

describe('a part of a report', () => {
  const asked = (id: string, aggregation: AskedIndicator['aggregation']): AskedIndicator => ({
    id,
    aggregation,
    code: id,
    version: 1,
    name: {},
    unit: {},
    definition: {},
    decimals: 0,
  })
  const read = (one: AskedIndicator, typed: Record<string, string>) =>
    partTyped((field) => typed[field] ?? '', [one])
  const [sum, ratio, unique] = [asked('a', 'sum'), asked('b', 'ratio'), asked('c', 'unique')]

  it('asks for a number or the word that there is nothing', () => {
    const f = fieldsOf('a')
    expect(read(sum, {}).faults).toMatchObject([{ field: f.amount, key: 'saySomething' }])
    expect(read(sum, { [f.amount]: 'x' }).faults).toMatchObject([{ key: 'notANumber' }])
    expect(read(sum, { [f.amount]: '1 200,5' }).content.values[0]).toMatchObject({
      amount: '1200.5',
      nothing: false,
    })
    expect(read(sum, { [f.nothing]: '1', [f.amount]: '7' })).toMatchObject({
      faults: [],
      content: { values: [{ amount: null, nothing: true }] },
    })
  })

  it('refuses a text that is too long, and never cuts one', () => {
    const f = fieldsOf('a')
    const long = '🌲'.repeat(5_000)
    const fits = read(sum, { [f.nothing]: '1', [f.narrative]: long, summary: long })
    expect(fits.faults).toEqual([])
    expect([fits.content.values[0]?.narrative, fits.content.summary]).toEqual([long, long])
    const more = read(sum, { [f.nothing]: '1', [f.narrative]: `${long}a`, summary: `${long}a` })
    expect(more.faults).toEqual([
      { field: f.narrative, key: 'tooLong' },
      { field: 'summary', key: 'tooLong' },
    ])
  })

  it('asks a denominator above zero of a ratio', () => {
    const f = fieldsOf('b')
    expect(read(ratio, { [f.amount]: '1' }).faults).toMatchObject([{ field: f.per, key: 'saySomething' }])
    expect(read(ratio, { [f.amount]: '1', [f.per]: '0' }).faults).toMatchObject([{ key: 'zeroBelow' }])
    expect(read(ratio, { [f.amount]: '1', [f.per]: '4' }).faults).toEqual([])
  })

  it('counts the enterprises with a business id itself', () => {
    const f = fieldsOf('c')
    expect(read(unique, {}).faults).toMatchObject([{ field: f.enterprises, key: 'sayWhich' }])
    expect(read(unique, { [f.enterprises]: '0737546-2\n0737546-2\nNimi' }).content.values[0]).toMatchObject({
      amount: '1',
      enterprises: [{ business: '0737546-2' }, { business: null }],
    })
    expect(read(unique, { [f.enterprises]: '0737546-9' }).faults).toMatchObject([
      { row: 1, key: 'badBusinessId' },
    ])
  })
})
