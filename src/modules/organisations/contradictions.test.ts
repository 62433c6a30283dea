import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { settleContradictions } from './contradictions.ts'
import { insertIdentifiers, insertOrganisations, insertPairs } from './register-queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const now = new Date('2026-11-21T10:00:00Z')
const [left, right] = [newId(1), newId(2)]
const settle = () => transaction(database.db, (tx) => settleContradictions(tx, now))
const pair = () => database.db.selectFrom('organisation_pair').selectAll().executeTakeFirstOrThrow()
const identify = (id: string, value: string) =>
  transaction(database.db, (tx) =>
    insertIdentifiers(tx, [{ organisation_id: id, scheme: 'fi-business-id', value, source: 'list' }]),
  )

test('a pair closes when its sides get different ids, comes back when they no longer have, and obeys a person', async () => {
  await transaction(database.db, async (tx) => {
    await insertOrganisations(
      tx,
      [left, right].map((id) => ({
        ...{ id, canonical_id: id, name: 'Opal Blue Oy', kind: 'company', personal: false, lexemes: '' },
        ...{ place: null, region: null, country: null, import_id: null, created_at: now },
      })),
    )
    await insertPairs(tx, [{ left, right, evidence: [], score: 3 }], now)
  })
  await identify(left, '0187690-1')
  await settle()
  expect((await pair()).state).toBe('open')

  await identify(right, '0211675-2')
  await settle()
  await settle()
  expect(await pair()).toMatchObject({
    state: 'different',
    decided_by: 'matching',
    contradiction: { scheme: 'fi-business-id', left: '0187690-1', right: '0211675-2' },
  })

  // The list that brought the id is withdrawn.
  await database.db.deleteFrom('organisation_identifier').where('organisation_id', '=', right).execute()
  await settle()
  expect(await pair()).toMatchObject({ state: 'open', contradiction: null, act_id: null })

  await identify(right, '0211675-2')
  await database.db.updateTable('organisation_pair').set({ stays_open: true }).execute()
  await settle()
  expect((await pair()).state).toBe('open')
})
