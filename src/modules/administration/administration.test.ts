import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { perform } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { createFiles } from '../../kernel/file.ts'
import { newId } from '../../kernel/id.ts'
import type { Installation } from '../../kernel/installation.ts'
import { createJobQueue, type JobQueue, job } from '../../kernel/job.ts'
import { createLog } from '../../kernel/log.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { languages } from '../../kernel/text.ts'
import { officeNames, offices } from '../people/index.ts'
import { examine } from './doctor.ts'
import { saidOf } from './health-text.ts'
import { cancelJob, getJob, listJobs, retryJob } from './job-actions.ts'
import { checkNames, exitCodeOf, readUserRows } from './rules.ts'
import { closeUser, endSessions, getUser, listUsers, reopenUser } from './user-actions.ts'
import { importUsers, previewUsers } from './user-import.ts'

const now = new Date()
let database: TestDatabase
let stage: Stage
let queue: JobQueue
let folder: string
const admin = newId()
const outsider: Actor = {
  kind: 'person',
  id: newId(),
  name: 'X',
  offices: [{ office: 'coordinator', ecosystem: null }],
  organisations: [],
  linked: [],
}

let fails = true
const flaky = job({
  name: 'test.flaky',
  summary: { fi: 'Palaa', sv: 'Brinner', en: 'Burns' },
  input: z.object({}),
  retries: 0,
  run: async () => {
    if (fails) throw new Error('the disk is on fire')
  },
})
const slow = job({
  name: 'test.slow',
  summary: { fi: 'Etenee', sv: 'Framskrider', en: 'Goes on' },
  input: z.object({}),
  retries: 0,
  run: async (_stage, _input, progress) => {
    for (let i = 0; i < 200; i++) {
      await progress(i, 200, 'working')
      await pause(50)
    }
  },
})

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'talkoot-administration-'))
  queue = createJobQueue(database.connectionString, {}, createLog('silent'))
  await queue.declare([flaky, slow])
  stage = {
    database: database.db,
    actor: {
      kind: 'person',
      id: admin,
      name: 'Aino',
      offices: [{ office: 'administrator', ecosystem: null }],
      organisations: [],
      linked: [],
    },
    way: 'page',
    now,
    language: 'fi',
    files: createFiles(folder),
    jobs: queue.jobs,
    subjects: new Map(),
    turns: [],
    permissions: [],
    log: createLog('silent'),
  } as unknown as Stage
  await execute(
    database.db,
    `insert into person (id, name, email, language, created_at) values ($1, 'Aino', 'aino@example.org', 'fi', now())`,
    [admin],
  )
  await execute(
    database.db,
    `insert into office_holding (id, person_id, office, starts_on, granted_at) values (gen_random_uuid(), $1, 'administrator', '2020-01-01', now())`,
    [admin],
  )
  await queue.work([flaky, slow], (actor) => ({ ...stage, actor }))
})
afterAll(async () => {
  await queue.stop()
  await database.drop()
})

const until = async (id: string, state: string) => {
  for (let i = 0; i < 150; i++) {
    const seen = await perform(getJob, stage, { id })
    if (seen.state === state) return seen
    await pause(100)
  }
  throw new Error(`job ${id} never was ${state}: ${JSON.stringify(await perform(getJob, stage, { id }))}`)
}
const plan = (name: string) => database.db.transaction().execute((tx) => queue.jobs.enqueue(tx, name, {}))

describe('jobs', () => {
  it('that fail say why, and can be tried again', async () => {
    const id = await plan('test.flaky')
    await until(id, 'failed')
    // The queue notes the fault a moment after the job itself.
    await expect.poll(async () => (await perform(getJob, stage, { id })).error).toContain('on fire')
    expect((await perform(listJobs, stage, { state: 'failed' })).items.map((j) => j.id)).toContain(id)
    fails = false
    await perform(retryJob, stage, { id })
    await until(id, 'done')
    await expect(perform(retryJob, stage, { id })).rejects.toThrow(Refusal)
  })

  it('can be cancelled while they run, and stop at their next step', async () => {
    const id = await plan('test.slow')
    await until(id, 'running')
    await perform(cancelJob, stage, { id })
    const began = performance.now()
    for (let last = -1; ; ) {
      await pause(700)
      const { done } = await perform(getJob, stage, { id })
      if (done === last) break
      last = done
    }
    expect(performance.now() - began).toBeLessThan(8_000)
    expect(await perform(getJob, stage, { id })).toMatchObject({ state: 'cancelled' })
    await expect(perform(cancelJob, stage, { id })).rejects.toThrow(Refusal)
  })

  it('are the administrator’s alone', async () => {
    await expect(perform(listJobs, { ...stage, actor: outsider }, {})).rejects.toThrow(Refusal)
    await expect(perform(listUsers, { ...stage, actor: outsider }, {})).rejects.toThrow(Refusal)
  })
})

describe('users', () => {
  it('are closed with their sessions, opened again, and never all of them', async () => {
    const other = newId()
    await execute(
      database.db,
      `insert into person (id, name, email, language, created_at) values ($1, 'Otso', 'otso@example.org', 'fi', now())`,
      [other],
    )
    await execute(
      database.db,
      `insert into session (token_hash, person_id, created_at, expires_at) values ('h1', $1, now(), now() + interval '1 hour')`,
      [other],
    )
    expect((await perform(getUser, stage, { id: other })).openSessions).toHaveLength(1)
    expect(await perform(endSessions, stage, { id: other })).toMatchObject({ ended: 1 })
    await perform(closeUser, stage, { id: other })
    expect((await perform(listUsers, stage, { state: 'closed' })).items.map((u) => u.name)).toEqual(['Otso'])
    await perform(reopenUser, stage, { id: other })
    expect((await perform(listUsers, stage, { q: 'otso@' })).items[0]).toMatchObject({ closedAt: null })
    await expect(perform(closeUser, stage, { id: admin })).rejects.toThrow(Refusal)
  })

  it('come in from a sheet, row by row: the good ones once, the others with their reason', async () => {
    const csv = `Nimi;Sähköposti;Tehtävä;Voimassa asti
Maija Meri;maija@example.org;jäsen;31.12.2027
Åke Å;ake@example.org;;
Aino;AINO@example.org;jäsen;
Ei Osoitetta;ei-osoite;jäsen;
Maija Toinen;maija@example.org;jäsen;
Outo Tehtävä;outo@example.org;keisari;
Väärä Päivä;vaara@example.org;jäsen;31.2.2027
`
    const { hash } = await stage.files.put(Readable.from([csv]), 1e6)
    const file = { name: 'vaki.csv', hash }
    const preview = await perform(previewUsers, stage, file)
    expect(preview.rows.map((r) => r.verdict)).toEqual([
      'new',
      'new',
      'known',
      'no-email',
      'twice',
      'office',
      'day',
    ])
    expect((await perform(listUsers, stage, { q: 'Maija' })).total).toBe(0)
    await perform(importUsers, stage, file)
    expect((await perform(listUsers, stage, { q: 'Maija' })).items[0]).toMatchObject({
      email: 'maija@example.org',
      offices: [{ office: 'member', ecosystem: null, ends: '2027-12-31' }],
    })
    expect((await perform(importUsers, stage, file)).rows.filter((r) => r.verdict === 'new')).toEqual([])
  })

  it('name each office in the words of the product, in any of its languages', () => {
    const header = ['Nimi', 'Sähköposti', 'Tehtävä']
    for (const language of languages)
      for (const office of offices) {
        const said = [
          `  ${officeNames[language][office]} `,
          officeNames[language][office].toUpperCase(),
          office,
        ]
        const body = said.map((word, i) => [String(i), 'A', `a${i}@example.org`, word])
        expect(readUserRows(header, body).rows.map((r) => [r.office, r.wrong])).toEqual(
          said.map(() => [office, undefined]),
        )
      }
    const other = readUserRows(header, [['1', 'A', 'a@example.org', 'Kuningas']]).rows[0]
    expect(other).toMatchObject({ wrong: 'office' })
  })

  it('need the columns of name and mail', () => {
    expect(readUserRows(['Nimi', 'Puhelin'], [['1', 'A', '2']])).toEqual({ rows: [], missing: ['email'] })
  })
})

describe('the doctor', () => {
  const installation: Installation = {
    databaseUrl: 'postgres://x',
    dataFolder: '',
    baseUrl: 'https://talkoot.example',
    host: '0.0.0.0',
    port: 3000,
    demo: false,
    contact: 'a@example.org',
    mailServer: undefined,
    backupKey: undefined,
    version: '0',
  }
  const health = async (change: Partial<Installation> = {}) => {
    const patient = { installation: { ...installation, dataFolder: folder, ...change }, db: database.db, now }
    const findings = await examine(patient, { whole: true })
    return { findings, of: Object.fromEntries(findings.map((f) => [f.check, f.health])) }
  }

  it('looks at everything, and says it in three languages', async () => {
    const { findings } = await health()
    expect(findings.map((f) => f.check).sort()).toEqual([...checkNames].sort())
    for (const f of findings)
      for (const language of languages) expect(saidOf(f, language)).not.toMatch(/undefined|¦|^$/)
  })

  it('finds what is wrong with the settings', async () => {
    expect((await health()).of).toMatchObject({
      address: 'ok',
      mail: 'warn',
      contact: 'ok',
      database: 'ok',
      audit: 'ok',
    })
    const plain = await health({ baseUrl: 'http://talkoot.example', contact: undefined })
    expect(plain.of).toMatchObject({ address: 'bad', contact: 'warn' })
    expect((await health({ baseUrl: 'http://localhost:3000' })).of.address).toBe('bad')
    expect((await health({ dataFolder: '/nowhere/at/all' })).of.folder).toBe('bad')
    expect(exitCodeOf(plain.findings)).toBe(3)
  })

  it('knocks at the mail server', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    expect((await health({ mailServer: `smtp://127.0.0.1:${port}` })).of.mail).toBe('ok')
    await new Promise((resolve) => server.close(resolve))
    expect((await health({ mailServer: `smtp://127.0.0.1:${port}` })).of.mail).toBe('bad')
  })

  it('finds what is wrong with the data', async () => {
    const keyless = (await health()).findings.find((f) => f.check === 'rights')!
    expect(keyless.health).toBe('warn')
    expect(saidOf(keyless, 'en')).toContain(`${join(folder, 'secret.key')} is not there`)
    expect((await health({ ownSecret: true })).of.rights).toBe('ok')
    await writeFile(join(folder, 'secret.key'), 'x', { mode: 0o644 })
    await execute(
      database.db,
      `insert into job_progress (job_id, name, state, done, step, updated_at) values (gen_random_uuid(), 'x', 'waiting', 0, '', now() - interval '1 hour')`,
    )
    await execute(database.db, `insert into project_cube (facet_key, themes, projects) values (1, '{}', 7)`)
    await execute(database.db, `update audit_entry set action = 'x.y' where seq = 1`)
    await execute(database.db, `delete from migration where name like '0015%'`)
    await execute(
      database.db,
      `insert into backup values (gen_random_uuid(), '/b', 1, false, 1, 1, now() - interval '10 days', now() - interval '10 days')`,
    )
    const { hash } = await createFiles(join(folder, 'files')).put(Readable.from(['kept']), 100)
    for (const kept of [hash, 'a'.repeat(64)])
      await execute(
        database.db,
        `insert into attachment (id, subject_kind, subject_id, name, type, bytes, file_hash, scan, share, created_at)
         values (gen_random_uuid(), 'topic', 'x', 'a.txt', 'text/plain', 4, $1, 'unchecked', 'own', now())`,
        [kept],
      )
    const { findings } = await health()
    expect(findings.find((f) => f.check === 'files')).toMatchObject({
      health: 'bad',
      facts: { files: 2, missing: 1 },
    })
    expect((await health()).of).toMatchObject({
      rights: 'bad',
      jobs: 'bad',
      summaries: 'bad',
      audit: 'bad',
      migrations: 'warn',
      backup: 'warn',
    })
  })

  it('says so when the database does not answer', async () => {
    const patient = {
      installation: { ...installation, dataFolder: folder },
      db: undefined,
      unreachable: 'refused',
      now,
    }
    const findings = await examine(patient, { whole: true })
    expect(findings.find((f) => f.check === 'database')).toMatchObject({ health: 'bad' })
    expect(exitCodeOf(findings)).toBe(3)
  })
})
