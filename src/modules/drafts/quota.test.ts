import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { openFolder } from '../../../test/other-process.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { createFiles } from '../../kernel/file.ts'
import { newId } from '../../kernel/id.ts'
import { createLog } from '../../kernel/log.ts'
import { addAttachment } from './attachment-actions.ts'

let database: TestDatabase
let stage: Stage
let now = new Date('2026-11-21T10:00:00Z')
const people = ['Aino', 'Eero'].map((name) => ({ id: newId(now.getTime()), name }))

beforeAll(async () => {
  database = await freshDatabase()
  const rows = people.map((p) => ({ ...p, language: 'fi', created_at: now }))
  await database.db.insertInto('person').values(rows).execute()
  const find = async () => ({
    title: { fi: 'asia' },
    path: '/asia',
    record: { share: 'public', ecosystem: null } as const,
  })
  stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'api',
    now,
    language: 'fi',
    files: createFiles(await openFolder('talkoot-quota-')),
    jobs: { enqueue: async () => randomUUID(), emit: async () => undefined },
    subjects: new Map([['thing', { kind: 'thing', find }]]),
    turns: [],
    permissions: [],
    baseUrl: 'http://localhost',
    log: createLog('silent'),
  }
})
afterAll(() => database.drop())

async function add(who: number, content: string) {
  const { hash } = await stage.files.put(Readable.from([content]), 1e6)
  const actor = {
    kind: 'person',
    ...people[who]!,
    offices: [{ office: 'member', ecosystem: null }],
    organisations: [],
    linked: [],
  } as const
  return perform(
    addAttachment,
    { ...stage, actor, now },
    { kind: 'thing', subject: 'one', name: 'muistio.txt', hash, share: 'public' },
  )
}

it('one person stores so many megabytes a day, whatever was taken away again; others and tomorrow are free', async () => {
  const { id } = await add(0, 'ensimmäinen muistio')
  const full = { bytes: 500 * 1024 * 1024, removed_at: now }
  await database.db.updateTable('attachment').set(full).where('id', '=', id).execute()
  await expect(add(0, 'toinen muistio')).rejects.toMatchObject({ reason: 'attachment.day-full' })
  await add(1, 'toisen muistio')
  now = new Date(now.getTime() + 25 * 3_600_000)
  await add(0, 'huomisen muistio')
})
