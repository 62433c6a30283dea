import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { openFolder } from '../../../test/other-process.ts'
import { installedServers, type ServerPostgres, startServer } from '../../../test/server-postgres.ts'
import { verifyAudit } from '../../kernel/audit-chain.ts'
import { connect, execute } from '../../kernel/db.ts'
import { createFiles } from '../../kernel/file.ts'
import { createJobQueue, job } from '../../kernel/job.ts'
import { createLog } from '../../kernel/log.ts'
import { migrate } from '../../kernel/migrate.ts'
import { productFolder } from '../../kernel/product.ts'
import { BackupProblem } from './problem.ts'
import { restoreBackup } from './restore.ts'
import { takeBackup } from './take.ts'

const migrations = path.join(productFolder, 'migrations')
const now = new Date('2026-11-21T06:00:00Z')
let folder: string
let source: TestDatabase
const dataFolder = () => path.join(folder, 'data')
const at = (name: string) => path.join(folder, name)

/** Count and checksum of each table, computed by the database itself. */
async function contentOf(connectionString: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(`set timezone = 'UTC'; set bytea_output = 'hex'; set extra_float_digits = 1`)
  const content: Record<string, string> = {}
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  for (const { name } of rows) {
    const found = await client.query<{ said: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as said from public."${name}" t`,
    )
    content[name] = found.rows[0]!.said
  }
  await client.end()
  return content
}

async function filesOf(where: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const two of await readdir(path.join(where, 'files')).catch(() => []))
    for (const name of await readdir(path.join(where, 'files', two)))
      found[name] = createHash('sha256')
        .update(await readFile(path.join(where, 'files', two, name)))
        .digest('hex')
  return found
}

beforeAll(async () => {
  folder = await openFolder('talkoot-backup-')
  await mkdir(dataFolder(), { recursive: true })
  source = await freshDatabase()
  const files = createFiles(path.join(dataFolder(), 'files'))
  for (const size of [0, 10, 300_000]) await files.put(Readable.from([randomBytes(size)]), 1e9)
  await writeFile(path.join(dataFolder(), 'secret.key'), 'the-installation-key')
  await fill(source)
})
afterAll(async () => {
  await source.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Rows with everything that a value may be: any text, exact numbers, arrays, JSON, bytes, vectors, far times. */
async function fill(database: TestDatabase): Promise<void> {
  const text = fc.string({ unit: 'binary', maxLength: 40 }).map((s) => s.replaceAll('\0', ''))
  const awkward = fc.constantFrom(
    '\\N',
    '\\.',
    'a\tb',
    'a\nb\r\n',
    '\\',
    '{"a":1}',
    '',
    "''",
    'NULL',
    '€ 𐍈 å',
  )
  const said = fc.oneof(text, awkward)
  const rows = fc.sample(
    fc.tuple(said, said, fc.array(said, { maxLength: 4 }), fc.bigInt(-(10n ** 17n), 10n ** 17n)),
    120,
  )
  for (const [i, [a, b, list, money]] of rows.entries()) {
    const id = `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`
    await execute(
      database.db,
      `insert into organisation (id, canonical_id, name, name_sv, kind, personal, created_at, lexemes)
       values ($1, $1, $2, $3, 'x', false, '0001-01-01 00:00:00+00'::timestamptz + make_interval(secs => $4::float8), to_tsvector('simple', $2))`,
      [id, a, b || null, i * 1e8 + 0.123456],
    )
    await execute(
      database.db,
      `insert into project (id, registry, code, title, language, themes, granted, lead_personal, facet_key, statements, share, created_at, updated_at)
       values ($1, 'r', $2, $3, 'fi', $4, $5::numeric / 100, false, $6, 1, 'public', now(), now())`,
      [id, String(i), a, list, String(money).slice(0, 17), String(money)],
    )
  }
  await execute(database.db, `insert into setting (name, value) values ('x', $1)`, [
    JSON.stringify({ 'pitkä\n': [1.1, null, { d: '\\' }] }),
  ])
  await execute(database.db, `insert into audit_sealed values ($1, $2, gen_random_uuid(), null, 'x')`, [
    randomBytes(32),
    randomBytes(16),
  ])
  await execute(
    database.db,
    `insert into organisation_pair (id, left_id, right_id, score, evidence, state, created_at)
    values (gen_random_uuid(), '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 0.1 + 0.2, '[]', 'open', 'infinity')`,
  )
}

const take = (file: string, key?: string, connectionString = source.connectionString, from = dataFolder()) =>
  takeBackup({ connectionString, dataFolder: from, version: '0.1.0' }, { file, key, now })

const restore = (
  connectionString: string,
  file: string,
  into: string,
  more: { key?: string; replace?: boolean } = {},
) =>
  restoreBackup(
    { connectionString, dataFolder: into, version: '0.1.0' },
    { file, now, migrations, replace: false, ...more },
  )

describe('backup and restore', () => {
  it('gives every table and file back as it was, encrypted and not', async () => {
    for (const key of [undefined, 'avain joka riittää']) {
      const file = at(`whole-${key ? 'sealed' : 'plain'}.backup`)
      const taken = await take(file, key)
      expect(taken).toMatchObject({ files: 3, damaged: [], encrypted: key !== undefined })
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      const target = await freshDatabase()
      const into = at(`into-${key ? 'sealed' : 'plain'}`)
      const done = await restore(target.connectionString, file, into, key ? { key } : {})
      expect(done).toMatchObject({ rows: taken.rows, files: 3, migrated: [], safety: undefined })
      expect(await contentOf(target.connectionString)).toEqual(await contentOf(source.connectionString))
      expect(await filesOf(into)).toEqual(await filesOf(dataFolder()))
      expect(await readFile(path.join(into, 'secret.key'), 'utf8')).toBe('the-installation-key')
      await target.drop()
    }
  })

  it('keeps indexes and ties: what could not be before cannot be after', async () => {
    await take(at('ties.backup'))
    const target = await freshDatabase()
    const shape = `select string_agg(pg_get_indexdef(indexrelid), ';' order by pg_get_indexdef(indexrelid)) as indexes,
      (select string_agg(conrelid::regclass || pg_get_constraintdef(oid), ';' order by conrelid::regclass::text, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace) as ties
      from pg_index i join pg_class c on c.oid = indexrelid where c.relnamespace = 'public'::regnamespace`
    await restore(target.connectionString, at('ties.backup'), at('ties'))
    expect((await execute(target.db, shape)).rows).toEqual((await execute(source.db, shape)).rows)
    await target.drop()
  })

  it('is of one moment, whatever is written meanwhile', async () => {
    let writing = true
    const writer = (async () => {
      for (let i = 0; writing; i++) {
        await execute(
          source.db,
          `with a as (insert into setting (name, value) values ($1, '1') returning 1)
          insert into revision (name, number) select $1, 1 from a`,
          [`pair ${i}`],
        )
      }
    })()
    await take(at('moment.backup'))
    writing = false
    await writer
    const target = await freshDatabase()
    await restore(target.connectionString, at('moment.backup'), at('moment'))
    const { rows } = await execute(
      target.db,
      `select
      (select count(*) from setting where name like 'pair%') as a, (select count(*) from revision where name like 'pair%') as b`,
    )
    expect(rows[0]!.a).toBe(rows[0]!.b)
    await target.drop()
  })

  it('never leaves half a file under the asked name, and leaves the older one when it fails', async () => {
    await writeFile(at('kept.backup'), 'the older one')
    await expect(
      take(at('kept.backup'), undefined, 'postgres://nobody@localhost:1/nothing'),
    ).rejects.toThrow()
    expect(await readFile(at('kept.backup'), 'utf8')).toBe('the older one')
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  it('tells of a file that the disk no longer gives as it was', async () => {
    const files = await filesOf(dataFolder())
    const hash = Object.keys(files).find((name) => name !== createHash('sha256').digest('hex'))!
    const place = path.join(dataFolder(), 'files', hash.slice(0, 2), hash)
    const was = await readFile(place)
    await writeFile(place, Buffer.concat([was.subarray(1), Buffer.from('?')]))
    const taken = await take(at('damaged.backup'))
    await writeFile(place, was)
    expect(taken.damaged).toEqual([hash])
    const target = await freshDatabase()
    expect(await restore(target.connectionString, at('damaged.backup'), at('damaged'))).toMatchObject({
      files: 3,
    })
    await target.drop()
  })
})

describe('restore refuses', () => {
  it('a file that is cut, changed, or no backup at all, before anything is touched', async () => {
    await take(at('good.backup'))
    const good = await readFile(at('good.backup'))
    const target = await freshDatabase()
    await execute(target.db, `insert into setting (name, value) values ('mine', '1')`)
    for (const [name, bytes] of [
      ['cut', good.subarray(0, good.length - 200)],
      ['half', good.subarray(0, good.length / 2)],
      ['touched', Buffer.from(good).fill(1, 5000, 5010)],
      ['none', Buffer.from('hello, this is no backup at all')],
    ] as const) {
      await writeFile(at(`${name}.backup`), bytes)
      await expect(
        restore(target.connectionString, at(`${name}.backup`), at('refused')),
        name,
      ).rejects.toThrow(BackupProblem)
    }
    expect((await execute(target.db, `select 1 from setting where name = 'mine'`)).rows).toHaveLength(1)
    await expect(restore(target.connectionString, at('nowhere'), at('refused'))).rejects.toThrow(/no file/)
    await target.drop()
  })

  it('a key that is missing or another', async () => {
    await take(at('locked.backup'), 'avain joka riittää')
    const target = await freshDatabase()
    await expect(restore(target.connectionString, at('locked.backup'), at('refused'))).rejects.toThrow(
      /encrypted/,
    )
    const key = 'ei se oikea avain'
    await expect(
      restore(target.connectionString, at('locked.backup'), at('refused'), { key }),
    ).rejects.toThrow(/key/)
    await truncate(at('locked.backup'), 400)
    await expect(
      restore(target.connectionString, at('locked.backup'), at('refused'), { key: 'avain joka riittää' }),
    ).rejects.toThrow(BackupProblem)
    await target.drop()
  })

  it('a database in use; with --replace it is backed up first, and that backup brings it back', async () => {
    await take(at('first.backup'))
    const target = await freshDatabase()
    await execute(
      target.db,
      `insert into organisation (id, canonical_id, name, kind, personal, created_at, lexemes)
      values ($1, $1, 'Oma Oy', 'x', false, now(), '')`,
      ['00000000-0000-7000-8000-0000000000ff'],
    )
    await target.close()
    const before = await contentOf(target.connectionString)
    await expect(restore(target.connectionString, at('first.backup'), at('replaced'))).rejects.toThrow(
      /not empty/,
    )
    const busy = new pg.Client({ connectionString: target.connectionString, application_name: 'talkoot' })
    await busy.connect()
    await expect(
      restore(target.connectionString, at('first.backup'), at('replaced'), { replace: true }),
    ).rejects.toThrow(/running/)
    await busy.end()
    const done = await restore(target.connectionString, at('first.backup'), at('replaced'), { replace: true })
    expect(await contentOf(target.connectionString)).toEqual(await contentOf(source.connectionString))
    await restore(target.connectionString, done.safety!, at('replaced'), { replace: true })
    expect(await contentOf(target.connectionString)).toEqual(before)
  })

  it('a backup of a newer version', async () => {
    const newer = await freshDatabase()
    await execute(newer.db, `insert into migration (name) values ('9999_from-the-future.sql')`)
    await take(at('newer.backup'), undefined, newer.connectionString)
    const target = await freshDatabase()
    await expect(restore(target.connectionString, at('newer.backup'), at('refused'))).rejects.toThrow(
      /newer Talkoot/,
    )
    await newer.drop()
    await target.drop()
  })
})

it('an older backup is laid at its own level, then brought up to date', async () => {
  const server = inject('postgres').connectionString
  const name = `test_${process.pid}_old_${Math.round(performance.timeOrigin % 1e6)}`
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await ask(`create database ${name}`)
  const connection = connect(server.replace('/talkoot?', `/${name}?`), () => undefined, 1)
  const level = at('old-migrations')
  await mkdir(level)
  const files = (await readdir(migrations)).sort().filter((f) => f < '0008')
  for (const file of files)
    await writeFile(path.join(level, file), await readFile(path.join(migrations, file)))
  await migrate(connection.db, level)
  await execute(
    connection.db,
    `insert into person (id, name, offices, created_at) values (gen_random_uuid(), 'Vanha', '{coordinator}', now())`,
  )
  await execute(
    connection.db,
    `insert into audit_entry (id, action, actor_kind, input, at) values (gen_random_uuid(), 'a.b', 'system', '{}', now())`,
  )
  await take(at('old.backup'), undefined, server.replace('/talkoot?', `/${name}?`))
  await connection.close()
  await ask(`drop database ${name} with (force)`)
  const target = await freshDatabase()
  const done = await restore(target.connectionString, at('old.backup'), at('old'))
  expect(done.migrated).toEqual((await readdir(migrations)).sort().filter((f) => f >= '0008'))
  expect((await execute(target.db, 'select office from office_holding order by 1')).rows).toEqual([
    { office: 'administrator' },
    { office: 'coordinator' },
  ])
  expect(await verifyAudit(target.db)).toMatchObject({ entries: 1, broken: [] })
  await target.drop()
})

it('planned work is planned again under its own id, and is done', async () => {
  const from = await freshDatabase()
  const log = createLog('silent')
  const input = z.object({ n: z.number() })
  const ran: unknown[] = []
  const definition = job({
    name: 'test.note',
    summary: { fi: '', sv: '', en: '' },
    input,
    run: async (_stage, given) => void ran.push(given),
  })
  const queue = createJobQueue(from.connectionString, {}, log)
  await queue.declare([definition])
  const id = await from.db.transaction().execute((tx) => queue.jobs.enqueue(tx, 'test.note', { n: 7 }))
  await queue.stop()
  await take(at('jobs.backup'), undefined, from.connectionString)
  await from.drop()
  const target = await freshDatabase()
  expect(await restore(target.connectionString, at('jobs.backup'), at('jobs'))).toMatchObject({ jobs: 1 })
  const again = createJobQueue(target.connectionString, {}, log)
  await again.declare([definition])
  const stage = { database: target.db, now, log } as unknown as Parameters<typeof definition.run>[0]
  await again.work([definition], () => stage)
  for (let i = 0; i < 100 && ran.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 100))
  await again.stop()
  expect(ran).toEqual([{ n: 7 }])
  const { rows } = await execute(target.db, 'select job_id, state from job_progress')
  expect(rows).toEqual([{ job_id: id, state: 'done' }])
  await target.drop()
})

const version = Math.min(...installedServers().keys())
if (!Number.isFinite(version))
  console.warn(
    'No PostgreSQL server is installed here: moving between servers is NOT tested. Install postgresql-15.',
  )

describe.skipIf(!Number.isFinite(version))(`between the embedded server and PostgreSQL ${version}`, () => {
  let server: ServerPostgres
  beforeAll(async () => {
    server = await startServer(version)
  })
  afterAll(() => server.stop())

  it('moves there and back, and everything is as it was', async () => {
    await take(at('there.backup'))
    await restore(server.connectionString, at('there.backup'), at('there'))
    const was = await contentOf(source.connectionString)
    expect(await contentOf(server.connectionString)).toEqual(was)
    await take(at('back.backup'), undefined, server.connectionString, at('there'))
    const home = await freshDatabase()
    await restore(home.connectionString, at('back.backup'), at('back'))
    expect(await contentOf(home.connectionString)).toEqual(was)
    expect(await filesOf(at('back'))).toEqual(await filesOf(dataFolder()))
    await home.drop()
  })
})
