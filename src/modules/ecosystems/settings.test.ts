import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { openFolder } from '../../../test/other-process.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { createFiles } from '../../kernel/file.ts'
import { get, list } from './actions.ts'
import {
  addDimension,
  addValue,
  changeValue,
  type FrameRecord,
  getFrame,
  moveValue,
  removeDimension,
  removeValue,
} from './frame-actions.ts'
import { listGoals, removeGoal, saveGoalAction } from './goal-actions.ts'
import { loadShippedEcosystems } from './load.ts'
import { getLogo, removeLogo, setLogo } from './logo-actions.ts'
import { changeSettings, getSettings } from './settings-actions.ts'

const now = new Date('2026-11-21T06:00:00Z')
const later = new Date('2027-03-01T06:00:00Z')
let database: TestDatabase
let stage: Stage
let keeper: TestPerson
let member: TestPerson
let outsider: TestPerson
const as = (person: TestPerson) => actingAs(database, stage, person)
const visit = (key: string) => perform(get, stage, { key })
const complaint = (field: string) => ({ kind: 'invalid', complaints: [{ field }] })

beforeAll(async () => {
  database = await freshDatabase()
  const files = createFiles(await openFolder('talkoot-settings-'))
  stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'page',
    now,
    language: 'fi',
    files,
  } as Stage
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const { id } = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'vitali')
    .executeTakeFirstOrThrow()
  keeper = await somebody(database, 'Ketju Koordinaattori', [['coordinator', id]])
  member = await somebody(database, 'Meri Jäsen', [['member', id]])
  outsider = await somebody(database, 'Ulla Ulkopuolinen')
})
afterAll(() => database.drop())

const settings = {
  key: 'vitali',
  name: { fi: 'Vihreä ruoka', sv: 'Grön mat', en: '' },
  summary: { fi: 'Lähiruokaa julkisiin keittiöihin.', sv: '', en: '' },
  contact: { name: 'Toimisto', email: 'toimisto@example.fi', phone: '' },
  colour: '#0a5',
  share: 'public',
}
const change = (more: object = {}) => as(keeper)(changeSettings, { ...settings, colour: '#00594f', ...more })
const lastAudit = () =>
  database.db
    .selectFrom('audit_entry')
    .select(['action', 'actor_id', 'changes'])
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()

describe('the settings', () => {
  it('belong to the ecosystem’s coordinator', async () => {
    for (const person of [member, outsider]) {
      await expect(as(person)(getSettings, { key: 'vitali' })).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(as(person)(changeSettings, settings)).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await expect(change({ key: 'hev' })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('refuse a pale colour with its contrast, and what is no colour, no name, no address', async () => {
    await expect(as(keeper)(changeSettings, settings)).rejects.toMatchObject({
      complaints: [
        { field: 'colour', text: { fi: expect.stringContaining('3,0'), en: expect.stringContaining('3.0') } },
      ],
    })
    await expect(change({ colour: 'blue; }' })).rejects.toMatchObject(complaint('colour'))
    await expect(change({ name: { fi: ' ', sv: 'X' } })).rejects.toMatchObject(complaint('name.fi'))
    await expect(change({ contact: { email: 'toimisto' } })).rejects.toMatchObject(complaint('contact.email'))
  })

  it('are told before and after, shown on the page and found by the search', async () => {
    await change({ seen: '' })
    const { ecosystem, look } = await visit('vitali')
    expect(ecosystem).toMatchObject({ name: { fi: 'Vihreä ruoka', sv: 'Grön mat' } })
    expect(look).toEqual({
      colour: '#00594f',
      contact: { name: 'Toimisto', email: 'toimisto@example.fi' },
      logo: null,
    })
    expect(await lastAudit()).toMatchObject({
      action: 'ecosystems.change-settings',
      actor_id: keeper.id,
      changes: [
        {
          kind: 'ecosystem',
          before: { colour: null },
          after: { colour: '#00594f', name: { fi: 'Vihreä ruoka' } },
        },
      ],
    })
    const found = async (q: string) => (await perform(list, stage, { q })).items.map((e) => e.key)
    expect(await found('lähiruoka')).toEqual(['vitali'])
  })

  it('tell of another’s change meanwhile in place of writing over it', async () => {
    await expect(change({ seen: '2026-11-20T06:00:00.000Z' })).rejects.toMatchObject({ kind: 'invalid' })
    const { editedAt } = await as(keeper)<{ editedAt: Date }>(getSettings, { key: 'vitali' })
    await change({ seen: editedAt.toISOString() })
  })

  it('hide the page by its share level, and show it to those inside', async () => {
    await change({ share: 'agreement' })
    await expect(visit('vitali')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(as(outsider)(get, { key: 'vitali' })).rejects.toMatchObject({ kind: 'forbidden' })
    const seen = await as(member)<{ may: object }>(get, { key: 'vitali' })
    expect(seen.may).toEqual({ change: false, members: true })
    const keys = async (person?: TestPerson) =>
      (person
        ? await as(person)<{ items: { key: string }[] }>(list, {})
        : await perform(list, stage, {})
      ).items.map((e) => e.key)
    expect(await keys()).not.toContain('vitali')
    expect(await keys(member)).toContain('vitali')
    await change()
  })

  it('stay as people have made them when the shipped ecosystems are loaded again', async () => {
    await as(keeper)(addValue, {
      key: 'vitali',
      dimension: (await frameOf()).dimensions[0]!.dimension,
      code: 'oma',
      name: { fi: 'Oma arvo' },
    })
    await transaction(database.db, (tx) => loadShippedEcosystems(tx, later))
    const { ecosystem } = await visit('vitali')
    expect(ecosystem.name.fi).toBe('Vihreä ruoka')
    expect(ecosystem.frame[0]!.values.map((v) => v.code)).toContain('oma')
  })
})

const frameOf = () => as(keeper)<FrameRecord>(getFrame, { key: 'vitali' })
const valuesOf = async (dimension: string) =>
  (await frameOf()).dimensions.find((d) => d.dimension === dimension)?.values ?? []

describe('the frame', () => {
  const own = { key: 'vitali', dimension: 'painopisteet-ja-muuta' }
  const add = (code: string, more: object = {}, at = now) =>
    as(keeper)<{ id: string }>(addValue, { ...own, code, name: { fi: `Arvo ${code}` }, ...more }, at)

  it('grows by dimensions and values, which the page shows with their source', async () => {
    await as(keeper)(addDimension, { key: 'vitali', kind: 'own', name: { fi: 'Painopisteet ja muuta' } })
    await expect(
      as(keeper)(addDimension, { key: 'vitali', kind: 'own', name: { fi: 'Painopisteet ja MUUTA!' } }),
    ).rejects.toMatchObject(complaint('name.fi'))
    await add('1', { name: { fi: 'Ruoka', sv: 'Mat' } })
    await add('2', { validFrom: '2027-01-01' })
    await expect(add('1')).rejects.toMatchObject(complaint('code'))
    await expect(add('3', { validFrom: '2027-01-01', validTo: '2026-01-01' })).rejects.toMatchObject(
      complaint('validTo'),
    )
    const { ecosystem, sources } = await visit('vitali')
    const shown = ecosystem.frame.find((d) => d.dimension === own.dimension)!
    expect(shown.values[0]).toMatchObject({
      code: '1',
      name: { fi: 'Ruoka', sv: 'Mat' },
      source: 'talkoot-vitali',
    })
    expect(sources['talkoot-vitali']).toMatchObject({ date: '2026-11-21' })
  })

  it('keeps the order that people give, to the ends and no further', async () => {
    const codes = async () => (await valuesOf(own.dimension)).map((v) => v.code)
    const { id } = await add('3')
    const move = (by: string) => as(keeper)(moveValue, { key: 'vitali', id, by })
    await move('up')
    expect(await codes()).toEqual(['1', '3', '2'])
    await move('up')
    await move('up')
    expect(await codes()).toEqual(['3', '1', '2'])
  })

  it('ends a value that has been in use, and deletes one that has not', async () => {
    const values = await valuesOf(own.dimension)
    const [third, first, second] = values as [(typeof values)[0], (typeof values)[0], (typeof values)[0]]
    expect(values.map((v) => v.inUse)).toEqual([false, false, false])
    const remove = (id: string, at: Date) => as(keeper)(removeValue, { key: 'vitali', id }, at)
    await remove(third.id, now)
    await expect(remove(first.id, later)).rejects.toMatchObject(complaint('validTo'))
    await expect(remove(second.id, later)).rejects.toMatchObject(complaint('validTo'))
    await as(keeper)(
      changeValue,
      {
        key: 'vitali',
        id: first.id,
        code: '1',
        name: { fi: 'Ruoka' },
        validTo: '2026-11-30',
      },
      now,
    )
    expect(await lastAudit()).toMatchObject({
      changes: [
        {
          kind: 'ecosystem-frame',
          before: { code: '1', validTo: null },
          after: { code: '1', validTo: '2026-11-30' },
        },
      ],
    })
    const after = (await as(keeper)<FrameRecord>(getFrame, { key: 'vitali' }, later)).dimensions
    const there = after.find((d) => d.dimension === own.dimension)!.values
    expect(there.map((v) => [v.code, v.state])).toEqual([
      ['1', 'ended'],
      ['2', 'now'],
    ])
    await expect(as(keeper)(removeDimension, own)).rejects.toMatchObject(complaint('dimension'))
  })

  it('never deletes what was read in a source', async () => {
    const shipped = (await frameOf()).dimensions[0]!.values[0]!
    expect(shipped.inUse).toBe(true)
    await expect(as(keeper)(removeValue, { key: 'vitali', id: shipped.id })).rejects.toMatchObject(
      complaint('validTo'),
    )
  })

  it('lets nobody touch a value of another ecosystem through the own one', async () => {
    const { id } = await database.db
      .selectFrom('ecosystem_value as v')
      .innerJoin('ecosystem as e', 'e.id', 'v.ecosystem_id')
      .select('v.id')
      .where('e.key', '=', 'hev')
      .executeTakeFirstOrThrow()
    for (const action of [removeValue, moveValue, changeValue])
      await expect(
        as(keeper)(action, { key: 'vitali', id, by: 'up', code: 'x', name: { fi: 'x' } }),
      ).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('the goals', () => {
  const save = (more: object) =>
    as(keeper)<{ id: string }>(saveGoalAction, {
      key: 'vitali',
      name: { fi: 'Uusia kokeiluja' },
      comparator: '>=',
      target: '1 234,5',
      unit: 'count',
      ...more,
    })

  it('have a number as people write it, and years in their order', async () => {
    await expect(save({ target: 'monta' })).rejects.toMatchObject(complaint('target'))
    await expect(save({ from: '2027', by: '2026' })).rejects.toMatchObject(complaint('by'))
    await expect(save({ name: { fi: '' } })).rejects.toMatchObject(complaint('name.fi'))
    const { id } = await save({ by: '2027' })
    expect((await visit('vitali')).ecosystem.goals?.at(-1)).toMatchObject({ target: '1234.5', by: 2027 })
    await save({ id, target: '30', unit: 'percent' })
    const { items } = await as(keeper)<{ items: { id: string; target: string; unit: string }[] }>(listGoals, {
      key: 'vitali',
    })
    expect(items.find((g) => g.id === id)).toMatchObject({ target: '30', unit: 'percent' })
    await as(keeper)(removeGoal, { key: 'vitali', id })
    expect(await lastAudit()).toMatchObject({
      action: 'goals.remove',
      changes: [{ before: { target: '30' }, after: null }],
    })
  })
})

describe('the logo', () => {
  const put = (content: Buffer) => stage.files.put(Readable.from([content]), 1e9)
  const set = async (content: Buffer) => as(keeper)(setLogo, { key: 'vitali', ...(await put(content)) })

  it.each(['png', 'jpeg', 'webp'] as const)(
    'is made anew from the pixels of a %s, small and without what else the file held',
    async (format) => {
      const drawn = sharp({
        create: { width: 900, height: 300, channels: 3, background: '#00594f' },
      }).withMetadata({
        exif: { IFD0: { Artist: 'Salainen Kuvaaja' } },
      })
      await set(await drawn.toFormat(format).toBuffer())
      const { bytes } = await perform(getLogo, stage, { key: 'vitali' })
      const { height, format: kept } = await sharp(bytes).metadata()
      expect([kept, height]).toEqual(['png', 112])
      expect(bytes.includes('Salainen')).toBe(false)
      expect((await visit('vitali')).look.logo).toMatchObject({ height: 112, width: 336 })
    },
  )

  it('is not a drawing with script, a page, a broken or an oversized file, whatever it is called', async () => {
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const bad = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      Buffer.from('GIF89a'),
      png.subarray(0, 40),
      Buffer.alloc(1024 * 1024 + 1, 1),
    ]
    for (const content of bad) await expect(set(content)).rejects.toMatchObject(complaint('logo'))
    await expect(
      as(keeper)(setLogo, { key: 'vitali', hash: 'a'.repeat(64), bytes: 1 }),
    ).rejects.toMatchObject(complaint('logo'))
  })

  it('is taken away', async () => {
    await as(keeper)(removeLogo, { key: 'vitali' })
    await expect(perform(getLogo, stage, { key: 'vitali' })).rejects.toMatchObject({ kind: 'missing' })
  })
})
