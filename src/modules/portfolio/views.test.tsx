import fc from 'fast-check'
import renderToString from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { balanceKeys, balanceOf } from './balance.ts'
import { BalanceView } from './balance-view.tsx'
import { type Axis, basisPoints, codesOn, type Entry, tallyOf } from './entry.ts'
import { matrixOf, type Target } from './matrix.ts'
import { MatrixView, ValueTable } from './matrix-view.tsx'
import {
  badTimings,
  daysBetween,
  firstDayOf,
  halfYearOf,
  halfYearsOf,
  lastDayOf,
  timelineOf,
} from './timeline.ts'
import { CoverageView, TimelineView } from './timeline-view.tsx'

const axis = (dimension: string, name: string, ...codes: string[]): Axis => ({
  dimension,
  name: { fi: name },
  values: codes.map((code) => ({ code, name: { fi: `${name} ${code}` } })),
})
const priorities = axis('priority', 'painopiste', '1', '2', '3')
const emphases = axis('emphasis', 'painotus', 'a', 'b')

const values = ['priority/1', 'priority/2', 'priority/3', 'emphasis/a', 'emphasis/b', 'other/x']
const day = fc
  .integer({ min: 0, max: 3650 })
  .map((n) => new Date(Date.UTC(2014, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
const period = fc
  .tuple(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }))
  .map(([a, b]) =>
    a !== undefined && b !== undefined && b < a ? { starts: b, ends: a } : { starts: a, ends: b },
  )
const entry = fc
  .record({
    id: fc.uuid(),
    values: fc.subarray(values),
    money: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    period,
    city: fc.option(fc.constantFrom('Espoo', 'Vantaa'), { nil: undefined }),
  })
  .map(
    ({ period: days, ...rest }): Entry => ({ code: '', title: 'Hanke', state: 'project', ...rest, ...days }),
  )
const entries = fc.uniqueArray(entry, { maxLength: 12, selector: (e) => e.id })
const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n)
const settled = { seed: 42, numRuns: 200 }

describe('the matrix', () => {
  it('counts an entry whole in each of its cells, once in a row, a column and the total', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const m = matrixOf(list, priorities, emphases)
        const cells = priorities.values.flatMap((r) => emphases.values.map((c) => m.cell(r.code, c.code)))
        const times = (e: Entry) => BigInt(codesOn(e, priorities).length * codesOn(e, emphases).length)
        expect(sum(cells.map((c) => c.money))).toBe(sum(list.map((e) => e.money * times(e))))
        expect(sum(priorities.values.map((r) => m.row(r.code).money))).toBe(
          sum(list.map((e) => e.money * BigInt(codesOn(e, priorities).length))),
        )
        expect(m.total).toEqual(tallyOf(list))
        expect(m.several).toBe(list.filter((e) => times(e) > 1n).length)
        expect(m.unplaced).toEqual(list.filter((e) => times(e) === 0n))
        expect(m.gaps.length).toBe(cells.filter((c) => c.count === 0).length)
      }),
      settled,
    )
  })

  it('does not depend on the order of the entries', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const money = (m: ReturnType<typeof matrixOf>) =>
          priorities.values.map((r) => m.cell(r.code, 'a').money)
        expect(money(matrixOf(list.toReversed(), priorities, emphases))).toEqual(
          money(matrixOf(list, priorities, emphases)),
        )
      }),
      settled,
    )
  })

  it('says where a row and a cell stand against their targets', () => {
    const list: Entry[] = [
      { id: '1', code: 'A', title: 'A', state: 'project', values: ['priority/1', 'emphasis/a'], money: 100n },
      { id: '2', code: 'B', title: 'B', state: 'project', values: ['priority/2', 'emphasis/a'], money: 300n },
    ]
    const targets: Target[] = [
      { values: ['priority/1'], measure: 'share', amount: 2_501n },
      { values: ['emphasis/a', 'priority/2'], measure: 'count', amount: 1n },
      { values: ['priority/3'], measure: 'money', amount: 1n },
    ]
    const m = matrixOf(list, priorities, emphases, targets)
    expect(m.row('1').target).toMatchObject({ now: 2_500n, met: false })
    expect(m.cell('2', 'a').target).toMatchObject({ now: 1n, met: true })
    expect(m.row('3').target).toMatchObject({ now: 0n, met: false })
    expect(m.cell('1', 'a').target).toBeUndefined()
    const page = renderToString(<ValueTable axis={priorities} groupOf={m.row} language="fi" />)
    expect(page).toContain('alle tavoitteen')
    expect(page).toContain('ei asetettu')
  })

  it('is drawn with the sum once, gaps as gaps and each number in a table', () => {
    const list: Entry[] = [
      {
        id: '1',
        code: 'A',
        title: 'A',
        state: 'project',
        values: ['priority/1', 'emphasis/a'],
        money: 123_450n,
      },
      { id: '2', code: 'B', title: 'B', state: 'idea', values: [], money: 0n, sure: false },
    ]
    const page = renderToString(
      <MatrixView
        matrix={matrixOf(list, priorities, emphases)}
        measure="count"
        caption="Painopisteet"
        gapStep="Ehdota ideaa"
        cellHref={(row, column, isGap) => (isGap ? '/idea' : `/${row}/${column}`)}
        language="fi"
      />,
    )
    expect(page.match(/<td class="gap">/g)).toHaveLength(5)
    expect(page).toContain('href="/1/a"')
    expect(page).toContain('1 on vielä sijoittamatta.')
    expect(page).toContain('1\u00a0234,50')
    expect(page).not.toContain('style=')
  })
})

describe('the timeline', () => {
  it('covers every half-year from start to end and no other', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const { rows, halfYears } = timelineOf(list, priorities)
        expect(halfYears).toEqual(halfYearsOf(list))
        for (const row of rows)
          for (const cell of row.cells)
            for (const e of row.entries) {
              const runs = e.starts !== undefined && e.ends !== undefined
              const inside = runs && halfYearOf(e.starts!) <= cell.half && cell.half <= halfYearOf(e.ends!)
              expect(cell.running.includes(e)).toBe(inside)
            }
      }),
      settled,
    )
  })

  it('finds a gap only between two covered half-years', () => {
    fc.assert(
      fc.property(entries, (list) => {
        for (const { cells } of timelineOf(list, priorities).rows) {
          const covered = cells.flatMap((c, i) => (c.running.length > 0 ? [i] : []))
          const inside = (i: number) => covered.some((c) => c < i) && covered.some((c) => c > i)
          expect(cells.map((c) => c.gap)).toEqual(cells.map((c, i) => c.running.length === 0 && inside(i)))
        }
      }),
      settled,
    )
  })

  it('knows the days of half-years', () => {
    fc.assert(
      fc.property(day, (d) => {
        const half = halfYearOf(d)
        expect(firstDayOf(half) <= d && d <= lastDayOf(half)).toBe(true)
      }),
      settled,
    )
  })

  const one = (id: string, starts: string, ends: string): Entry => ({
    id,
    code: id,
    title: id,
    state: 'project',
    values: ['priority/1'],
    money: 0n,
    starts,
    ends,
  })

  it('flags what starts after what it should feed, and a gap between phases', () => {
    const list = [
      one('a', '2016-01-01', '2016-12-31'),
      one('b', '2016-03-01', '2017-12-31'),
      one('c', '2018-02-01', '2018-12-31'),
    ]
    const found = badTimings(list, [
      { from: 'a', to: 'b', kind: 'feeds' },
      { from: 'b', to: 'a', kind: 'feeds' },
      { from: 'c', to: 'a', kind: 'feeds' },
      { from: 'b', to: 'c', kind: 'continues' },
      { from: 'a', to: 'b', kind: 'continues' },
      { from: 'a', to: 'x', kind: 'feeds' },
    ])
    expect(found.map(({ feed, fault, days }) => [feed.from, feed.to, fault, days])).toEqual([
      ['b', 'a', 'late', 60],
      ['c', 'a', 'missed', 397],
      ['b', 'c', 'gap', 31],
    ])
    expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2)
  })

  it('is drawn with its bars, its coverage and its gaps', () => {
    const list = [one('a', '2016-01-01', '2016-06-30'), one('b', '2017-01-01', '2017-12-31')]
    const timeline = timelineOf(list, priorities)
    const drawn = renderToString(<TimelineView timeline={timeline} now="2016-05-01" language="fi" />)
    expect(drawn).toContain('tänään')
    const coverage = renderToString(
      <CoverageView timeline={timeline} axis={priorities} now="2016-05-01" language="sv" />,
    )
    expect(coverage.match(/class="gap"/g)).toHaveLength(1)
    expect(coverage).toContain('colSpan="2"'.toLowerCase())
  })
})

describe('the balance', () => {
  it('adds up to the total to the cent, by any property', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(...balanceKeys), (list, by) => {
        const { groups, total } = balanceOf(list, by)
        expect(sum(groups.map((g) => g.money))).toBe(total.money)
        expect(groups.reduce((n, g) => n + g.count, 0)).toBe(list.length)
        expect(groups.slice(0, -1).every((g) => g.key !== undefined)).toBe(true)
      }),
      settled,
    )
  })

  it('says what is not known and the sum', () => {
    const list: Entry[] = [{ id: '1', code: 'A', title: 'A', state: 'project', values: [], money: 500n }]
    const page = renderToString(<BalanceView balance={balanceOf(list, 'city')} by="city" language="en" />)
    expect(page).toContain('not known')
    expect(page).toContain('Total')
  })
})

it('rounds shares half up to hundredths of a percent', () => {
  expect(basisPoints(1n, 3n)).toBe(3_333)
  expect(basisPoints(2n, 3n)).toBe(6_667)
  expect(basisPoints(1n, 20_000n)).toBe(1)
  expect(basisPoints(0n, 0n)).toBeUndefined()
})
