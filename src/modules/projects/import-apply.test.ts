import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { applyList, sampleNow } from '../../../test/sample-projects.ts'
import { verifyAudit } from '../../kernel/audit-chain.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { type ProjectValues, type Statement, saysNothingNew } from './fold.ts'
import { apply } from './import-jobs.ts'
import { withdrawImportRows } from './import-withdraw.ts'
import { tidyTables } from './summary-queries.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

it('writes the same list once when it is applied twice at the same moment', async () => {
  const list = Array.from({ length: 200 }, (_, i) => ({
    code: `A${i}`,
    title: `Hanke ${i}`,
    lead: { name: `Yritys ${i % 20} Oy` },
  }))
  await Promise.all(['eka.csv', 'toka.csv'].map((file) => applyList(database.db, file, '2026-01-01', list)))
  const count = async (table: 'project' | 'organisation') =>
    (await database.db.selectFrom(table).select(database.db.fn.countAll<number>().as('n')).execute())[0]!.n
  expect([await count('project'), await count('organisation')]).toEqual([200, 20])
  const states = await database.db.selectFrom('import_row').select('state').distinct().execute()
  expect(states.map((row) => row.state).sort()).toEqual(['applied', 'same'])
})

it('takes for repeated what says nothing new, be it of the same day or of another, and nothing else', async () => {
  const days = ['2025-01-01', '2025-06-01', '2026-01-01']
  const rowsOf = async (id: string) =>
    database.db
      .selectFrom('import_row')
      .where('import_id', '=', id)
      .select(['project_key as key', 'state'])
      .execute()
  await fc.assert(
    fc.asyncProperty(
      fc.uuid(),
      fc.array(fc.tuple(fc.constantFrom(...days), fc.array(fc.nat(2), { minLength: 3, maxLength: 3 })), {
        minLength: 2,
        maxLength: 5,
      }),
      async (mark, lists) => {
        const told = new Map<string, Statement[]>()
        for (const [asOf, titles] of lists) {
          const list = titles.map((n, i) => ({
            code: `${mark}-${i}`,
            title: `Hanke ${n}`,
            granted: `${n}.10`,
          }))
          const id = await applyList(database.db, 'toisto.csv', asOf, list)
          const states = new Map((await rowsOf(id)).map((r) => [r.key, r.state]))
          for (const { code, ...values } of list) {
            const statement = {
              importId: id,
              rowNo: 1,
              asOf,
              importedAt: sampleNow,
              share: 'public' as const,
            }
            const row = { ...statement, values: { ...values, code } as unknown as ProjectValues }
            const before = told.get(code) ?? []
            expect(states.get(code)).toBe(saysNothingNew(row, before) ? 'same' : 'applied')
            if (states.get(code) === 'applied') told.set(code, [...before, row])
          }
        }
      },
    ),
    { numRuns: 25 },
  )
})

it('knows a project again that comes back after its list was withdrawn, and only in the same circle', async () => {
  const list = ['P1', 'P2', 'P3'].map((code) => ({ code, title: code, lead: { name: 'Paluu Oy' } }))
  const idsOf = async () => {
    const found = database.db.selectFrom('project').where('code', 'like', 'P_').select(['code', 'id'])
    return Object.fromEntries((await found.execute()).map((p) => [p.code, p.id]))
  }
  const hand = { asOf: null, importedAt: sampleNow, source: 'paluu.csv', country: 'FI', rows: 3 } as const
  const open = { share: 'public', ecosystem: null } as const
  const withdraw = (id: string) =>
    transaction(database.db, (tx) =>
      withdrawImportRows(tx, { ...hand, ...open, id }, sampleNow, async () => undefined),
    )
  const first = await applyList(database.db, 'paluu.csv', '2026-01-01', list)
  const before = await idsOf()
  await withdraw(first)
  expect(await idsOf()).toEqual({})
  const second = await applyList(database.db, 'paluu-2.csv', '2026-02-01', list.slice(1))
  const { P1: _, ...rest } = before
  expect(await idsOf()).toEqual(rest)
  await withdraw(second)
  const third = await applyList(database.db, 'paluu-3.csv', '2026-03-01', list)
  expect(await idsOf()).toEqual(before)
  await withdraw(third)
  await applyList(database.db, 'paluu-4.csv', '2026-04-01', list, { share: 'agreement', ecosystem: null })
  const elsewhere = Object.values(await idsOf())
  expect(elsewhere).toHaveLength(3)
  expect(elsewhere.filter((id) => Object.values(before).includes(id))).toEqual([])
})

it('leaves no index entries waiting once the tables are tidied', async () => {
  await tidyTables(database.db)
  const { rows } = await database.pool.query<{ sorted: boolean; counted: boolean }>(
    `select relallvisible > 0 as sorted, reltuples = (select count(*) from project_search) as counted
     from pg_class where relname = 'project_search'`,
  )
  expect(rows).toEqual([{ sorted: true, counted: true }])
})

it('tells the audit what came of a list: how many rows, what they made and changed', async () => {
  const id = newId()
  await database.db
    .insertInto('import')
    .values({
      id,
      file_name: 'tyhjä.csv',
      file_hash: 'x',
      file_bytes: 1,
      layout: '{}',
      list: JSON.stringify({ title: { fi: 'Tyhjä' }, registry: 'fi' }),
      state: 'applying',
      counts: JSON.stringify({ rows: 7, rejected: 7 }),
      staged_rows: 0,
      created_at: new Date('2026-11-21T06:00:00Z'),
    })
    .execute()
  const stage = {
    database: database.db,
    actor: { kind: 'system', name: 'test' },
    way: 'job',
    now: new Date('2026-11-21T06:00:00Z'),
    jobs: { enqueue: async () => 'x', emit: async () => undefined },
  } as unknown as Stage
  await apply.run(stage, { importId: id }, async () => undefined)
  const { rows } = await database.pool.query(`select action, way, changes -> 0 as change from audit_entry`)
  expect(rows).toMatchObject([
    {
      action: 'import.applied',
      way: 'job',
      change: {
        kind: 'import',
        id,
        before: { state: 'applying' },
        after: { state: 'applied', rows: 7, rejected: 7, created: 0, updated: 0 },
      },
    },
  ])
  expect((await verifyAudit(database.db)).broken).toEqual([])
})
