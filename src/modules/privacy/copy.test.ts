import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { createFiles } from '../../kernel/file.ts'
import { newId } from '../../kernel/id.ts'
import { askCopy, listCopies, type OwnCopy, openCopy } from './copy-actions.ts'
import { dropOldCopies, makeCopy } from './copy-job.ts'
import { daysFrom } from './rules.ts'

const now = new Date('2026-11-21T06:00:00Z')
let database: TestDatabase
let stage: Stage
let anna: TestPerson
let berta: TestPerson
const planned: object[] = []

beforeAll(async () => {
  database = await freshDatabase()
  anna = await somebody(database, 'Anna Aalto', [['member', null]])
  berta = await somebody(database, 'Berta Björk')
  stage = {
    database: database.db,
    actor: { kind: 'system', name: 'test' },
    way: 'job',
    now,
    language: 'fi',
    files: createFiles(await mkdtemp(join(tmpdir(), 'talkoot-copy-'))),
    jobs: {
      enqueue: async (_tx: unknown, _name: string, input: object) => {
        planned.push(input)
        return newId()
      },
    },
  } as unknown as Stage
  await execute(
    database.db,
    `insert into notification (id, person_id, kind, subject_kind, subject_id, about, share, title, path, excerpt, at)
     select gen_random_uuid(), $1, 'answer', 'project', 'x', n::text, 'public', '{}', '/x', 'nro ' || n, now()
     from generate_series(1, 7000) n`,
    [anna.id],
  )
})
afterAll(() => database.drop())

it('has every row of a person who has many, told while it is made, for the person alone and for a week', async () => {
  const as = (person: TestPerson) => actingAs(database, stage, person)
  const { id } = await as(anna)<{ id: string }>(askCopy, {})
  // Asking twice makes one.
  expect(await as(anna)(askCopy, {})).toEqual({ id })
  expect(planned).toEqual([{ copy: id }])
  await expect(as(anna)(openCopy, { id })).rejects.toMatchObject({ kind: 'missing' })
  const steps: string[] = []
  await makeCopy.run(stage, { copy: id }, async (done, total, step) => {
    expect(done).toBeLessThan(total ?? 0)
    steps.push(step)
  })
  expect(steps).toEqual(expect.arrayContaining(['notification', 'deeds']))
  const { items } = await as(anna)<{ items: OwnCopy[] }>(listCopies, {})
  expect(items).toMatchObject([{ id, state: 'ready' }])
  const { hash } = await as(anna)<{ hash: string }>(openCopy, { id })
  const copy = JSON.parse(await text(stage.files.open(hash))) as {
    person: { name: string }
    records: { table: string; rows: { excerpt?: string; token_hash?: string }[] }[]
  }
  expect(copy.person.name).toBe('Anna Aalto')
  const told = copy.records.find((r) => r.table === 'notification')!.rows.map((r) => r.excerpt)
  expect(new Set(told).size).toBe(7000)
  expect(copy.records.flatMap((r) => r.rows).some((row) => row.token_hash)).toBe(false)
  await expect(as(berta)(openCopy, { id })).rejects.toMatchObject({ kind: 'missing' })
  await dropOldCopies(database.db, daysFrom(now, 8))
  await expect(as(anna)(openCopy, { id })).rejects.toMatchObject({ kind: 'missing' })
})
