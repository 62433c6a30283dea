import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text as textOfStream } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { openFolder } from '../../../test/other-process.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { createFiles } from '../../kernel/file.ts'
import { createJobQueue, type JobQueue } from '../../kernel/job.ts'
import { createLog } from '../../kernel/log.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { sheetStream } from '../../kernel/spreadsheet.ts'
import { confirmImport, getImport, importRows, listProfiles, receiveImport, reviseImport } from './actions.ts'
import { readImport } from './jobs.ts'
import { type ImportHead, rejectedRows } from './queries.ts'
import { rejectsSheet } from './rejects.ts'

let folder: string
let database: TestDatabase
let queue: JobQueue
let stage: Stage

beforeAll(async () => {
  folder = await openFolder('talkoot-imports-')
  database = await freshDatabase()
  const log = createLog('silent')
  queue = createJobQueue(database.connectionString, {}, log)
  await queue.declare([readImport])
  stage = {
    database: database.db,
    actor: { kind: 'system', name: 'test' },
    way: 'job',
    baseUrl: 'http://localhost',
    now: new Date('2026-03-05T10:00:00Z'),
    language: 'en',
    files: createFiles(path.join(folder, 'files')),
    jobs: queue.jobs,
    subjects: new Map(),
    turns: [],
    permissions: [],
    log,
  }
})
afterAll(async () => {
  await queue.stop()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await database.db.deleteFrom('import').execute()
  await database.db.deleteFrom('list_profile').execute()
})

const header = 'Koodi;Hankkeen nimi;Toteuttaja;Alkaa;Päättyy;Myönnetty tuki'
const line = (i: number) => `X${i};Hanke ${i};Yritys ${i} Oy;1.2.2015;31.12.2016;${i}00,50`
const list = (n: number) => `${header}\n${Array.from({ length: n }, (_, i) => line(i + 1)).join('\n')}\n`

type Choices = Partial<Parameters<typeof reviseImport.run>[1]['choices']>

async function drop(content: string, name = 'lista.csv', choices: Choices = {}, goOn = true) {
  const kept = await stage.files.put(Readable.from([content]), 1e9)
  return perform(receiveImport, stage, { name, ...kept, goOn, choices })
}
const read = (ids: { id: string; attempt: string }) =>
  readImport.run(stage, { importId: ids.id, attempt: ids.attempt }, async () => undefined)
const see = async (id: string) => (await perform(getImport, stage, { id })) as ImportHead
const rowsOf = async (id: string) =>
  (await perform(importRows, stage, { id, which: 'all', limit: 1000 })).items

async function bringIn(content: string, name?: string, choices?: Choices) {
  const ids = await drop(content, name, choices)
  await read(ids)
  return see(ids.id)
}

describe('a dropped list', () => {
  test('waits in rows with raw cells, values and counts, and nothing is a project yet', async () => {
    const found = await bringIn(list(5))
    expect(found).toMatchObject({
      state: 'staged',
      asOf: '2026-03-05',
      counts: { rows: 5, rejected: 0, repeated: 0, problems: {} },
    })
    expect(found.layout.asOfFrom).toBe('drop')
    const [first] = await rowsOf(found.id)
    expect(first).toMatchObject({
      rowNo: 2,
      state: 'staged',
      cells: ['X1', 'Hanke 1', 'Yritys 1 Oy', '1.2.2015', '31.12.2016', '100,50'],
    })
    expect(first!.values).toMatchObject({
      code: 'X1',
      granted: '100.50',
      currency: 'EUR',
      start: '2015-02-01',
    })
  })

  test('that cannot be read says why and keeps no row', async () => {
    const found = await bringIn('%PDF-1.4')
    expect(found).toMatchObject({ state: 'failed', failure: { reason: 'pdf' } })
    expect(await rowsOf(found.id)).toEqual([])
  })

  test('asks before it reads rows, and goes on with the answer', async () => {
    const asked = await bringIn('Title,Grant\nAlpha,5\nBeta,6\n')
    expect(asked.state).toBe('received')
    expect(asked.layout.plan?.questions).toEqual([{ about: 'currency', columns: ['Grant'] }])
    await expect(perform(confirmImport, stage, { id: asked.id })).rejects.toThrow(Refusal)
    await read(await perform(reviseImport, stage, { id: asked.id, choices: { currency: 'sek' } }))
    expect(await see(asked.id)).toMatchObject({ state: 'staged', counts: { rows: 2 } })
    expect((await rowsOf(asked.id))[0]!.values).toMatchObject({ granted: '5', currency: 'SEK' })
  })

  test('may be looked at first and read after', async () => {
    const ids = await drop(list(3), 'lista.csv', {}, false)
    await read(ids)
    expect(await see(ids.id)).toMatchObject({ state: 'received' })
    expect(await rowsOf(ids.id)).toEqual([])
    const columns = { Toteuttaja: null, 'Hankkeen nimi': 'lead', Koodi: 'title' } as const
    await read(await perform(reviseImport, stage, { id: ids.id, choices: { columns } }))
    expect((await rowsOf(ids.id))[0]!.values).toMatchObject({ title: 'X1', lead: { name: 'Hanke 1' } })
  })

  test('that is read anew leaves nothing of the old reading, and the old reading stops', async () => {
    const old = await drop(list(10))
    const fresh = await perform(reviseImport, stage, { id: old.id, choices: { columns: { Koodi: null } } })
    await read(fresh)
    await read(old)
    const rows = await rowsOf(old.id)
    expect(rows).toHaveLength(10)
    expect(rows.every((row) => row.values.code === undefined)).toBe(true)
  })

  test('is remembered as a profile and recognised by it the next time', async () => {
    const asked = await bringIn('Title,Grant\nAlpha,5\n')
    await read(
      await perform(reviseImport, stage, {
        id: asked.id,
        choices: { currency: 'SEK' },
        saveAs: 'Norrbotten',
      }),
    )
    expect((await see(asked.id)).profile).toBe('Norrbotten')
    const again = await bringIn('Grant,Title\n7,Gamma\n', 'toinen.csv')
    expect(again).toMatchObject({
      state: 'staged',
      profile: 'Norrbotten',
      list: { title: { fi: 'Norrbotten' } },
    })
    const { items } = await perform(listProfiles, stage, {})
    expect(items[0]).toMatchObject({ name: 'Norrbotten', builtIn: false })
  })

  test('of an unknown profile is refused with the names of those there are', async () => {
    await expect(drop(list(1), 'x.csv', { profile: 'nope' })).rejects.toThrow(/fi-2007-2013/)
  })
})

describe('rows that come again', () => {
  test('word for word are read once; with other words are put aside', async () => {
    const found = await bringIn(
      `${header}\n${line(1)}\n${line(2)}\n${line(1)}\nX2;Toinen nimi;Oy Ab;1.2.2015;31.12.2016;5\n`,
    )
    expect(found.counts).toMatchObject({ rows: 4, rejected: 1, repeated: 1 })
    const [, , same, clash] = await rowsOf(found.id)
    expect(same).toMatchObject({ state: 'same', problems: [{ code: 'repeated-row', other: '2' }] })
    expect(clash).toMatchObject({
      state: 'rejected',
      problems: [{ code: 'duplicate-code', row: 5, other: '3' }],
    })
  })

  test('without a code are projects of their own, numbered', async () => {
    const found = await bringIn(
      'Hankkeen nimi;Toteuttaja;Myönnetty €\nSama;A Oy;1\nSama;A Oy;2\nSama;A Oy;2\nSAMA;a oy;3\n',
    )
    expect(found.counts).toMatchObject({ rows: 4, rejected: 0, repeated: 1 })
    const rows = await database.db
      .selectFrom('import_row')
      .select(['project_key as key', 'state'])
      .orderBy('row_no')
      .execute()
    expect(rows.map((row) => row.state)).toEqual(['staged', 'staged', 'same', 'staged'])
    const [first, second, , fourth] = rows.map((row) => row.key)
    expect([second, fourth]).toEqual([`${first}#2`, `${first}#3`])
  })
})

test('rejected rows, mended in their file and dropped again, are the same list', async () => {
  const broken = `${header}\n${line(1)}\nX2;"Hanke 2, jatkuu";Oy;31.2.2015;31.12.2016;7\n`
  const found = await bringIn(broken)
  expect(found.counts).toMatchObject({ rows: 2, rejected: 1 })
  const sheet = rejectsSheet(found.layout.headers!, rejectedRows(database.db, found.id), 'fi')
  const file = await textOfStream(sheetStream('csv', sheet.columns, sheet.rows))
  expect(file).toContain('Alkaa: Tällaista päivää ei ole.')
  const again = await bringIn(file.replace('31.2.2015', '28.2.2015'), 'hylatyt.csv')
  expect(again).toMatchObject({ state: 'staged', counts: { rows: 1, rejected: 0 } })
  expect(again.layout.signature).toBe(found.layout.signature)
  expect((await rowsOf(again.id))[0]!.values).toMatchObject({
    code: 'X2',
    title: 'Hanke 2, jatkuu',
    start: '2015-02-28',
  })
})

test('a reading that dies goes on after its last stored batch, and ends as if it had not', {
  timeout: 120_000,
}, async () => {
  const content = list(9_000)
  const whole = await bringIn(content)
  const digest = async (id: string) => {
    const rows = await database.db
      .selectFrom('import_row')
      .where('import_id', '=', id)
      .orderBy('row_no')
      .select(['row_no', 'project_key', 'values', 'cells', 'problems', 'state'])
      .execute()
    return { n: rows.length, hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex') }
  }
  const wanted = await digest(whole.id)
  expect(wanted.n).toBe(9_000)

  const ids = await drop(content)
  const dying = async (after: number) =>
    readImport.run(stage, { importId: ids.id, attempt: ids.attempt }, async (done, _total, step) => {
      if (step === 'read' && done >= after) throw new Error('killed')
    })
  for (const after of [2_000, 4_000, 8_000]) {
    await expect(dying(after)).rejects.toThrow('killed')
    expect((await see(ids.id)).stagedRows).toBe(after)
  }
  await read(ids)
  expect(await see(ids.id)).toMatchObject({ state: 'staged', stagedRows: 9_000, counts: whole.counts })
  expect(await digest(ids.id)).toEqual(wanted)
})
