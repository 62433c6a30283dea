import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtInProfiles } from '../../src/modules/sources/profiles.ts'
import { originOfFile } from '../../src/modules/sources/reading/origin.ts'
import { openTable } from '../../src/modules/sources/reading/table.ts'
import { planOf } from '../../src/modules/sources/recognising/plan.ts'
import { readRows } from '../../src/modules/sources/statements.ts'
import { dataAtHand, dataFile } from '../data-at-hand.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { applyList } from '../sample-projects.ts'

describe.skipIf(!dataAtHand)('the Danish list, applied', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await freshDatabase()
    const origin = await originOfFile(dataFile('dk-structural-funds-2007-2013/erdf-2007-2013.csv.gz'))
    const table = await openTable(origin)
    const list: { code: string; title: string }[] = []
    for await (const { key, values } of readRows(table, await planOf(table, builtInProfiles)))
      list.push({ ...values, code: key, title: values.title! })
    await applyList(database.db, 'erdf-2007-2013.csv', '2015-12-31', list)
  })
  afterAll(() => database.drop())

  test('gives projects with partners, in kroner', async () => {
    const { rows } = await database.pool.query<{ projects: number; partnered: number; partners: number }>(
      `select count(distinct p.id)::int as projects, count(distinct pp.project_id)::int as partnered,
         count(pp.project_id)::int as partners
       from project p left join project_party pp on pp.project_id = p.id and pp.role = 'partner'
       where p.currency is not distinct from 'DKK'`,
    )
    // Ten rows repeat another's title, holder, start and place: one project of two rows.
    expect(rows[0]).toMatchObject({ projects: 588, partnered: 430 })
    expect(rows[0]!.partners).toBeGreaterThan(1_900)
  })
  test('partners who hold projects of their own are the same organisations, by their CVR numbers', async () => {
    const { rows } = await database.pool.query<{ known: number; numbers: number }>(
      `select count(*)::int as known, count(distinct i.value)::int as numbers
       from project_party pp
       join organisation o on o.id = pp.organisation_id
       join organisation_identifier i on i.scheme = 'dk-cvr' and i.organisation_id in
         (select a.id from organisation a where a.canonical_id = o.canonical_id)
       where pp.role = 'partner'`,
    )
    expect(rows[0]!.known).toBeGreaterThan(700)
    expect(rows[0]!.numbers).toBeGreaterThan(150)
  })
  test('people who are named as partners stay out of what is public', async () => {
    const { rows } = await database.pool.query<{ people: number; told: number }>(
      `select count(*)::int as people, count(*) filter (where position(lower(pp.name) in s.told) > 0)::int as told
       from project_party pp
       join organisation o on o.id = pp.organisation_id and o.personal
       join (select project_id, lower(lexemes::text) as told from project_search) s on s.project_id = pp.project_id
       where pp.role = 'partner'`,
    )
    expect(rows[0]!.people).toBeGreaterThan(1)
    expect(rows[0]!.told).toBe(0)
  })
})
