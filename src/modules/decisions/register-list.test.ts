import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { callInAssessment } from '../../../test/decided-call.ts'
import { somebody } from '../../../test/people.ts'
import { execute } from '../../kernel/db.ts'
import { type RegisterAsked, type RegisterFacet, registerFacets } from './register-list.ts'
import { type Registered, registerCounts, registered, registerPage } from './register-queries.ts'

let database: TestDatabase
const many = 1_200
let shown: readonly Registered[]
const all = { limit: 10_000, offset: 0 }

/** Made rows: every seventh is of a personal trader by its name, every eleventh by the registry. */
beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  const calls = [
    await callInAssessment(database, undefined, 'aa-2026'),
    await callInAssessment(database, undefined, 'bb-2027'),
  ]
  const person = (await somebody(database, 'Liisa Liitto', [['council-officer', calls[0]!.ecosystem]])).id
  await execute(
    db,
    `insert into organisation (id, canonical_id, name, kind, personal, created_at, lexemes)
     select id, id, name, 'company', personal, now(), '' from (values
       ('00000000-0000-7000-8000-000000000001'::uuid, 'Helsingin kaupunki', false),
       ('00000000-0000-7000-8000-000000000002'::uuid, 'Yrittäjä Yksin', true)) as o (id, name, personal)`,
  )
  for (const [c, { call, ecosystem }] of calls.entries()) {
    const of = [c, call, ecosystem, person, many / 2]
    await execute(
      db,
      `with made as (select n, gen_random_uuid() as id, n * 2 + $1::int as k from generate_series(1, $5::int) as n),
       an_application as (
         insert into application (id, call_id, ecosystem_id, number, step, form_id, form_version, state, title, language,
           person_id, created_at, version, submitted_at)
         select id, $2, $3, n, 'full', id, 1, 'submitted',
           (array['Älykäs metsä', 'Satama ilman päästöjä', 'Öinen valo'])[1 + k % 3] || ' ' || n, 'fi', $4, now(), 1, now()
         from made returning 1),
       a_partner as (
         insert into application_partner (application_id, position, row_key, organisation_id, name, role)
         select id, 0, 'a', case when k % 11 = 0 then '00000000-0000-7000-8000-000000000002'::uuid
             when k % 5 = 0 then '00000000-0000-7000-8000-000000000001' end, 'x', 'lead' from made returning 1),
       a_decision as (
         insert into decision (id, application_id, call_id, ecosystem_id, state, round, published_at, updated_at, personal)
         select id, id, $2, $3, case when k % 50 = 0 then 'decided' else 'published' end, 1,
           timestamptz '2026-01-01' + k * interval '1 hour', now(), k % 7 = 0 from made returning 1)
       insert into decision_part (id, decision_id, round, part, outcome, grounds, conditions, grant_amount, cost, language,
         person_id, by_whom, office, at, content, hash)
       select gen_random_uuid(), id, 1, part, case when k % 4 = 0 then 'no' else 'yes' end, 'Peruste ' || k % 13, '',
         case when k % 4 <> 0 then 1000.25 + k end, 5000, 'fi', $4, 'Liisa', 'council-officer',
         timestamptz '2025-12-31 21:30Z' + k * interval '5 hours',
         jsonb_build_object('parties', jsonb_build_array(
           jsonb_build_object('row', 'a', 'role', 'lead', 'grant', case when k % 4 <> 0 then '1' end,
             'name', case when k % 11 = 0 then 'Yrittäjä Yksin' when k % 5 = 0 then 'Helsingin kaupunki'
               else 'Yhdistys ' || k % 9 end))), 'h' || k
       from made, unnest(array['legal', 'selection']) as part`,
      of as never,
    )
  }
  await execute(db, 'analyze')
  shown = await registered(db, false, {}, all)
}, 120_000)
afterAll(() => database.drop())

/** The same, counted from what is shown of each decision: no SQL. */
function narrowed(shown: readonly Registered[], asked: RegisterAsked) {
  const valuesIn = (facet: RegisterFacet, r: Registered) =>
    facet === 'organisation' ? [...new Set(r.parties.flatMap((p) => p.name ?? []))] : [String(r[facet])]
  const words = (asked.q ?? '').toLocaleLowerCase('fi').split(/\s+/).filter(Boolean)
  const said = shown.filter((r) => {
    const told = [r.number, r.title, r.grounds, ...r.parties.map((p) => p.name)]
      .join(' ')
      .toLocaleLowerCase('fi')
    return words.every((word) => told.includes(word))
  })
  const among = (but?: RegisterFacet) =>
    said.filter((r) =>
      registerFacets.every(
        (f) => f === but || !asked[f]?.length || valuesIn(f, r).some((v) => asked[f]!.includes(v)),
      ),
    )
  const count = (facet: RegisterFacet) => {
    const counts = new Map((asked[facet] ?? []).map((value) => [value, 0]))
    for (const r of among(facet))
      for (const value of valuesIn(facet, r)) counts.set(value, (counts.get(value) ?? 0) + 1)
    return Object.fromEntries(counts)
  }
  return {
    items: among().map((r) => r.number),
    counts: Object.fromEntries(registerFacets.map((f) => [f, count(f)])),
  }
}

describe('the public register', () => {
  it.each<RegisterAsked>([
    {},
    { q: 'ÄLYKÄS 2026' },
    { q: 'peruste 7' },
    { q: 'yksin' },
    { q: '100% _' },
    { outcome: ['no'] },
    { year: ['2026'], call: ['bb-2027', 'none'] },
    { organisation: ['Yhdistys 3', 'Helsingin kaupunki'], outcome: ['yes'] },
    { q: 'öinen', ecosystem: ['aa2026'], year: ['2027'], organisation: ['Yhdistys 1'] },
    { organisation: ['Yrittäjä Yksin'] },
  ])('narrows and counts in the database as by hand: %j', async (asked) => {
    const wanted = narrowed(shown, asked)
    const found = await registered(database.db, false, asked, all)
    expect(found.map((r) => r.number)).toEqual(wanted.items)
    const told = await registerCounts(database.db, false, asked)
    expect(told.total).toBe(wanted.items.length)
    const counted = registerFacets.map((f) => [
      f,
      Object.fromEntries(told.counts[f].map(({ value, count }) => [value, count])),
    ])
    expect(Object.fromEntries(counted)).toEqual(wanted.counts)
  })

  it('names no personal trader, of any page, and nothing is found by one', async () => {
    expect(shown).toHaveLength(many - many / 50)
    const nameless = shown.filter((r) => r.title === null)
    expect(nameless.length).toBeGreaterThan(many / 6)
    expect(nameless.every((r) => r.grounds === null && r.project === null)).toBe(true)
    expect(JSON.stringify(shown)).not.toContain('Yksin')
    const pages = await Promise.all(
      [0, 1, 2].map((n) => registered(database.db, false, {}, { limit: 20, offset: n * 20 })),
    )
    expect(pages.flat()).toEqual(shown.slice(0, 60))
  })

  it('reads a page by its index, and no more of the decisions than it shows', async () => {
    const { sql: query, parameters } = registerPage(false, {}, { limit: 20, offset: 0 }).compile(database.db)
    const { rows } = await execute(
      database.db,
      `explain (analyze, format json) ${query}`,
      parameters as never,
    )
    type Node = {
      'Node Type': string
      'Relation Name'?: string
      'Actual Rows': number
      'Actual Loops': number
      Plans?: Node[]
    }
    const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]
    const [{ Plan }] = Object.values(rows[0]!)[0] as [{ Plan: Node }]
    const big = nodes(Plan).filter((n) =>
      ['decision', 'decision_part', 'application', 'application_partner'].includes(n['Relation Name'] ?? ''),
    )
    expect(big.length).toBeGreaterThan(3)
    for (const node of big) {
      expect(node['Node Type']).not.toBe('Seq Scan')
      expect(node['Actual Rows'] * node['Actual Loops']).toBeLessThan(100)
    }
  })
})
