import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byNewness, fold, type ProjectValues, type Statement, saysNothingNew } from './fold.ts'

const day = fc.constantFrom('2015-12-31', '2016-06-30', '2018-01-01', null)
const values: fc.Arbitrary<ProjectValues> = fc.record(
  {
    title: fc.constantFrom('A', 'B', 'C'),
    end: fc.constantFrom('2017-12-31', '2018-07-31'),
    granted: fc.constantFrom('100.00', '200.00'),
    currency: fc.constantFrom('EUR', 'SEK'),
    lead: fc.record({ name: fc.constantFrom('X', 'Y') }),
  },
  { requiredKeys: ['title', 'currency'] },
)
const statement: fc.Arbitrary<Statement> = fc.record({
  importId: fc.constantFrom('i1', 'i2', 'i3'),
  rowNo: fc.integer({ min: 1, max: 9 }),
  asOf: day,
  importedAt: fc.integer({ min: 0, max: 3 }).map((n) => new Date(n)),
  share: fc.constant('public' as const),
  values,
})
const statements = fc
  .array(statement, { minLength: 1, maxLength: 5 })
  .map((list) => [...new Map(list.map((s) => [`${s.importId} ${s.rowNo}`, s])).values()])

describe('a project folded from its statements', () => {
  it('does not depend on the order in which the lists came', () => {
    fc.assert(
      fc.property(statements, fc.integer(), (list, seed) => {
        const shuffled = [...list].sort((a, b) => ((a.rowNo * seed) % 7) - ((b.rowNo * seed) % 7))
        expect(fold(shuffled).values).toEqual(fold(list).values)
      }),
    )
  })

  it('takes each field from the newest statement that has it', () => {
    fc.assert(
      fc.property(statements, (list) => {
        const newest = [...list].sort(byNewness)
        const expected = newest.find((s) => s.values.end !== undefined)?.values.end
        expect(fold(list).values.end).toBe(expected)
      }),
    )
  })

  it('never puts amounts of two currencies into one project', () => {
    fc.assert(
      fc.property(statements, (list) => {
        const folded = fold(list)
        const from = folded.fields.granted?.statement
        if (from) expect(from.values.currency).toBe(folded.values.currency)
      }),
    )
  })

  it('keeps every value that was replaced, unless the next older one says the same', () => {
    fc.assert(
      fc.property(statements, (list) => {
        const told = [...list].sort(byNewness).map((s) => s.values.title)
        const stated = fold(list).fields.title
        const kept = [stated?.value, ...(stated?.replaced ?? []).map((r) => r.value)]
        expect(kept).toEqual(told.filter((v, i) => i === 0 || v !== told[i - 1]))
      }),
    )
  })

  it('is told nothing new by the same row again', () => {
    fc.assert(
      fc.property(statements, fc.nat(), (list, n) => {
        const again = list[n % list.length]!
        if (again.asOf !== null) expect(saysNothingNew({ ...again, importId: 'i9' }, list)).toBe(true)
      }),
    )
  })

  it('hears a newer list that returns to an older value', () => {
    const at = (asOf: string, end: string): Statement => ({
      importId: asOf,
      rowNo: 1,
      share: 'public',
      asOf,
      importedAt: new Date(0),
      values: { title: 'A', end },
    })
    const told = [at('2015-12-31', '2017-12-31'), at('2016-06-30', '2018-07-31')]
    const back = at('2017-01-01', '2017-12-31')
    expect(saysNothingNew(back, told)).toBe(false)
    expect(fold([...told, back]).values.end).toBe('2017-12-31')
  })
})
