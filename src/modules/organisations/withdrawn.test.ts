import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { execute, transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { dropOrganisationsOf } from './index.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

it('a withdrawn list takes its organisations along, but none of which people have stated something', async () => {
  const { db } = database
  const list = newId()
  await execute(
    db,
    `insert into import (id, file_name, file_hash, file_bytes, layout, list, state, counts, staged_rows, created_at)
     values ($1, 'x.csv', 'x', 1, '{}', '{}', 'applied', '{}', 0, now())`,
    [list],
  )
  const [plain, described, tied, other] = [newId(), newId(), newId(), newId()]
  for (const [id, from] of [
    [plain, list],
    [described, list],
    [tied, list],
    [other, null],
  ])
    await execute(
      db,
      `insert into organisation (id, canonical_id, name, kind, personal, import_id, created_at, lexemes)
       values ($1, $1, 'X', 'company', false, $2, now(), '')`,
      [id, from],
    )
  await execute(
    db,
    `insert into profile_fact (id, entry_id, organisation_id, kind, content, share, by_whom, office, at, prefilled, lexemes)
     values (gen_random_uuid(), gen_random_uuid(), $1, 'activity', '{}', 'public', 'A', 'keeper', now(), false, '')`,
    [described],
  )
  await execute(
    db,
    `insert into network_tie (id, from_id, to_id, kind, strength, source, share, by_whom, at)
     values (gen_random_uuid(), $1, $2, 'supplies', 2, 'stated', 'public', 'A', now())`,
    [tied, other],
  )
  expect(await transaction(db, (tx) => dropOrganisationsOf(tx, list))).toBe(1)
  const { rows } = await execute(db, 'select id from organisation')
  expect(rows.map(({ id }) => id).sort()).toEqual([described, tied, other].sort())
})
