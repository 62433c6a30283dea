import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { newId } from '../../kernel/id.ts'
import { languages } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { applicantKinds, blankEntry, type Entry, entry, entryFields, levels, stages } from './entry.ts'
import { entryOf, type Kept, opportunityOf, ownField } from './opportunity.ts'
import { insertFunding } from './queries.ts'
import { fieldMap, mapRecord } from './reading/field-map.ts'
import maps from './reading/field-maps.json' with { type: 'json' }
import { rangeIn, sumIn } from './reading/values.ts'
import { daysBefore, same, staleBecause, stateOn, takeIn } from './rules.ts'
import { opportunity } from './standard.ts'
import { staleIn, stateIn } from './state-queries.ts'
import { entryTyped, numberTyped, typedOf } from './typed.ts'

const day = fc
  .integer({ min: 0, max: 800 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
const words = fc.stringMatching(/^[a-zäö]{1,8}( [a-zäö]{1,8}){0,3}$/)
const names = fc.record({ fi: words, sv: words, en: words }, { requiredKeys: ['fi'] })
const amount = fc.option(fc.stringMatching(/^[1-9]\d{0,9}(\.\d[1-9])?$/))

const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    language: fc.constant('fi' as const),
    title: names,
    summary: fc.oneof(names, fc.constant({})),
    programme: fc.option(words),
    funder: fc.option(words),
    level: fc.constantFrom(...levels),
    applicants: fc.uniqueArray(fc.constantFrom(...applicantKinds)),
    applicant_text: fc.oneof(names, fc.constant({})),
    aid_rate: fc.option(fc.integer({ min: 0, max: 100 }).map(String)),
    amount_total: amount,
    amount_min: amount,
    amount_max: amount,
    currency: fc.constantFrom('EUR', 'SEK'),
    awards: fc.option(fc.integer({ min: 0, max: 500 })),
    money_text: fc.option(words),
    stage: fc.constantFrom(...stages),
    opens_on: fc.option(day),
    closes_on: fc.option(day),
    closes_at: fc.option(fc.constantFrom('09:00', '16:15', '00:00')),
    link: fc.constantFrom(null, 'https://example.fi/a?b=c'),
    read_from: fc.constantFrom(null, 'https://example.fi/read'),
    themes: fc.uniqueArray(words, { maxLength: 3 }),
    region: fc.option(words),
  })
  .map((e) => ({ ...e, closes_at: e.closes_on === null ? null : e.closes_at }))

const keptAs = (e: Entry, more: Partial<Kept> = {}): Kept => ({
  ...e,
  id: '573525f2-8e15-4405-83fb-e6523511d893',
  source: 'x',
  external_id: '1',
  checked_on: '2026-01-01',
  created_at: new Date('2026-01-01T00:00:00Z'),
  modified_at: new Date('2026-01-02T00:00:00Z'),
  document: null,
  imported: null,
  ...more,
})

describe('what is typed', () => {
  it('is read back the same, in every language of the words', () => {
    fc.assert(
      fc.property(anyEntry, fc.constantFrom(...languages), (e, language) => {
        const typed = typedOf(e, { day: (d) => formatDay(d, 'fi'), words: language })
        const again = entryTyped(typed)
        expect(again.wrong).toEqual([])
        expect(again.entry).toEqual(e)
      }),
    )
  })

  it.each([
    ['1 234,50', '1234.50'],
    ['1234.50', '1234.50'],
    ['50 000 €', '50000'],
    ['70 %', '70'],
    ['0', '0'],
    ['1.2.3', undefined],
    ['noin 5', undefined],
    ['-5', undefined],
  ])('%s is %s', (said, amount) => expect(numberTyped(said)).toBe(amount))
})

describe('an entry as an opportunity', () => {
  it('comes back from it the same, and is what the standard says', () => {
    fc.assert(
      fc.property(anyEntry, day, (e, today) => {
        const out = opportunityOf(keptAs(e), today)
        expect(opportunity.safeParse(out).error).toBeUndefined()
        expect(entryOf(opportunity.parse(out), { language: 'fi' })).toEqual(e)
      }),
    )
  })

  it('that was imported goes out as it came, whatever day it is; what is changed here goes out changed', () => {
    fc.assert(
      fc.property(anyEntry, day, day, words, (e, first, later, title) => {
        const { customFields: _, ...document } = opportunityOf(keptAs(e), first)
        const imported = entryOf(document, { language: 'fi' })
        const kept = keptAs(imported, { document, imported })
        const { customFields, ...out } = opportunityOf(kept, later)
        expect(out).toEqual(document)
        expect(Object.keys(customFields!)).toEqual([ownField])
        const renamed = opportunityOf({ ...kept, title: { fi: title } }, later)
        const { customFields: __, ...others } = renamed
        expect(others).toEqual({ ...document, title })
      }),
    )
  })
})

describe('an import onto what people have changed', () => {
  it('writes over nothing that they changed, and takes the rest from the file', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, anyEntry, (now, before, told) => {
        const taken = takeIn(now, before, told)
        for (const f of entryFields) expect(taken[f]).toEqual(same(now[f], before[f]) ? told[f] : now[f])
      }),
    )
  })
})

describe('state and age', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  it('are the same in SQL', async () => {
    const cases = fc.sample(fc.record({ e: anyEntry, checked: day, archived: fc.boolean() }), 150)
    const at = new Date('2026-11-22T00:00:00Z')
    const rows = cases.map((c) => ({ ...c, id: newId() }))
    await database.db.transaction().execute(async (tx) => {
      for (const { id, e, checked, archived } of rows) {
        const own = { id, source: 'x', external_id: id, checked_on: checked, checked_by: null }
        await insertFunding(tx, { ...own, created_at: at, modified_at: at, stated_status: null }, e)
        if (archived) await tx.updateTable('funding').set({ archived_at: at }).where('id', '=', id).execute()
      }
    })
    for (const today of ['2026-01-01', '2026-11-22', '2027-05-05', '2028-12-31']) {
      const { rows: found } = await sql<{ id: string; state: string; stale: boolean }>`
        select f.id, ${stateIn(today)} as state, ${staleIn(today)} as stale from funding f`.execute(
        database.db,
      )
      const told = new Map(found.map((f) => [f.id, f]))
      for (const { id, e, checked, archived } of rows) {
        const because = staleBecause({ ...e, checked_on: checked, archived }, today)
        expect(told.get(id)).toEqual({ id, state: stateOn(e, today), stale: because !== undefined })
      }
    }
  })

  it('an entry holds for ninety days', () => {
    const e = { stage: 'open' as const, closes_on: null, archived: false }
    expect(staleBecause({ ...e, checked_on: daysBefore('2026-11-22', 90) }, '2026-11-22')).toBeUndefined()
    expect(staleBecause({ ...e, checked_on: daysBefore('2026-11-22', 91) }, '2026-11-22')).toBe('unchecked')
    const passed = { ...e, checked_on: '2026-11-22', closes_on: '2026-11-21' }
    expect(staleBecause(passed, '2026-11-22')).toBe('passed')
    expect(staleBecause({ ...passed, stage: 'closed' }, '2026-11-22')).toBeUndefined()
  })
})

describe('a portal’s words', () => {
  it.each([
    ['$1,000,000', '1000000'],
    ['15156430.46', '15156430.46'],
    ['$450,000 for one grantee', undefined],
    ['Pending', undefined],
    ['1,00', undefined],
  ])('%s is the sum %s', (said, sum) => expect(sumIn(said)).toBe(sum))

  it.each([
    ['Between $50,000 and $1,000,000', { least: '50000', most: '1000000' }],
    ['Exactly 2', { least: '2', most: '2' }],
    ['Dependant on number of submissions', undefined],
  ])('%s is the range %o', (said, range) => expect(rangeIn(said)).toEqual(range))

  it('a record is mapped whatever it holds', () => {
    const [map] = maps.map((m) => fieldMap.parse(m))
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant('active'))
    const record = fc.dictionary(
      fc.constantFrom(...map!.has, map!.title, 'Status', 'EstAmounts', 'GrantURL'),
      value,
    )
    fc.assert(
      fc.property(record, (r) => {
        const mapped = mapRecord(map!, r)
        if (typeof mapped === 'string') return
        expect(entry.safeParse(entryOf(mapped.body, mapped.more)).error).toBeUndefined()
      }),
    )
  })

  it('a blank entry is an entry', () => expect(entry.parse(blankEntry)).toEqual(blankEntry))
})
