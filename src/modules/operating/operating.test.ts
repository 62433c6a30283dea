import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { anOrganisation } from '../../../test/organisations.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { actorOf } from '../people/index.ts'
import {
  endOperating,
  getOperating,
  listOperating,
  type RoleHeld,
  reviewOperating,
  rolesOfOrganisation,
  saveOperating,
} from './actions.ts'
import type { Item } from './content.ts'
import type { Linked } from './queries.ts'
import { operatingSubject } from './subjects.ts'
import { overdueWays } from './turns.ts'

const now = new Date('2026-11-23T06:00:00Z')
const later = new Date('2027-12-01T06:00:00Z')
let database: TestDatabase
let stage: Stage
let coordinator: TestPerson
let member: TestPerson
let elsewhere: TestPerson
let outsider: TestPerson
const ids: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  stage = { database: database.db, actor: { kind: 'visitor' }, way: 'page', now, language: 'fi' } as Stage
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const keys = await database.db.selectFrom('ecosystem').select(['id', 'key']).execute()
  const of = (key: string) => keys.find((e) => e.key === key)!.id
  ids.alfa = await anOrganisation(database, 'Alfa Oy', { businessId: '0737546-2' })
  ids.beeta = await anOrganisation(database, 'Beeta Oy')
  ids.twin = await anOrganisation(database, 'Kaksoset Oy')
  await anOrganisation(database, 'Kaksoset Oy')
  coordinator = await somebody(database, 'Kaarlo Koordinaattori', [['coordinator', of('hgie')]])
  member = await somebody(database, 'Maija Mukana', [['member', of('hgie')]])
  elsewhere = await somebody(database, 'Elli Muualta', [['coordinator', of('hev')]])
  outsider = await somebody(database, 'Ulla Ulkopuolinen')
})
afterAll(() => database.drop())

const as = (person: TestPerson) => actingAs(database, stage, person)
const key = 'hgie'
const save = (said: object, person = coordinator, at = now) =>
  as(person)<{ entry: string }>(saveOperating, { key, ...said }, at)
type Got = { items: Item[]; linked: Record<string, Linked>; keeps: boolean }
const list = (person: TestPerson) => as(person)<Got>(listOperating, { key })
const get = (entry: string, person = coordinator) =>
  as(person)<{ versions: Item[]; template?: Item }>(getOperating, { key, entry })
const way = {
  kind: 'way',
  title: { fi: 'Uusi idea' },
  text: { fi: 'Idea kirjataan.' },
  owner: 'Koordinaattori',
}

describe('a way of working', () => {
  let entry: string

  it('is written by those who keep the ecosystem, and by nobody else', async () => {
    for (const person of [member, elsewhere, outsider])
      await expect(save(way, person)).rejects.toMatchObject({ kind: 'forbidden' })
    entry = (await save(way)).entry
    const { items, keeps } = await list(member)
    expect(keeps).toBe(false)
    expect(items.map((i) => [i.content.title.fi, i.reviewOn, i.byWhom])).toEqual([
      ['Uusi idea', '2027-11-23', 'Kaarlo Koordinaattori'],
    ])
  })

  it('is read by the members alone until it is shared more widely, and then without names of people', async () => {
    expect((await list(outsider)).items).toEqual([])
    await expect(get(entry, outsider)).rejects.toMatchObject({ kind: 'missing' })
    await save({ ...way, entry, share: 'public', reason: 'Kaikille' })
    const [seen] = (await list(outsider)).items
    expect([seen?.content.text.fi, seen?.byWhom, seen?.reason, seen?.person]).toEqual([
      'Idea kirjataan.',
      '',
      null,
      null,
    ])
    const visitor = await perform(listOperating, stage, { key })
    expect(visitor.items.map((i) => i.entry)).toEqual([entry])
  })

  it('keeps every version, with what changed; a closed one stays closed', async () => {
    const { versions } = await get(entry)
    expect(versions.map((v) => [v.share, v.reason, v.endedAt === null])).toEqual([
      ['public', 'Kaikille', true],
      ['agreement', null, false],
    ])
    expect((await get(entry, outsider)).versions.map((v) => v.share)).toEqual(['public'])
  })

  it('comes to its coordinator when its day has passed, and goes when it has been gone through', async () => {
    const turns = async (person: TestPerson) =>
      (
        await overdueWays.find({
          db: database.db,
          actor: await actorOf(database.db, person.session, later),
          now: later,
        })
      ).map((turn) => turn.path)
    expect(await turns(coordinator)).toEqual(['/ecosystems/hgie/operating#way'])
    expect(await turns(elsewhere)).toEqual([])
    expect(await turns(member)).toEqual([])
    const done = await as(coordinator)<{ next: string }>(reviewOperating, { key, entry }, later)
    expect(done.next).toBe('2028-12-01')
    expect(await turns(coordinator)).toEqual([])
    const { versions } = await get(entry)
    expect(versions.length).toBe(2)
    expect(versions[0]?.reviewedBy).toBe('Kaarlo Koordinaattori')
  })

  it('goes out of use once, and stays in its history', async () => {
    await as(coordinator)(endOperating, { key, entry }, later)
    expect((await list(coordinator)).items).toEqual([])
    expect((await get(entry)).versions[0]?.endedBy).toBe('Kaarlo Koordinaattori')
    for (const again of [endOperating, reviewOperating])
      await expect(as(coordinator)(again, { key, entry })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(save({ ...way, entry })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await operatingSubject.find(database.db, entry)).toMatchObject({ closed: true })
  })
})

describe('a contract', () => {
  it('finds its parties in the registry, and keeps the others as they were written', async () => {
    const template = await save({ kind: 'template', title: { fi: 'Pohja' }, state: 'in-use', version: '1.0' })
    const contract = {
      kind: 'contract',
      title: { fi: 'Testialusta' },
      state: 'signed',
      signed: '5.3.2026',
      parties: '0737546-2\nRyhmä Rämä',
      template: template.entry,
    }
    const { entry } = await save(contract)
    const { versions, template: of } = await get(entry)
    expect(versions[0]?.content.parties).toEqual([
      { name: 'Alfa Oy', organisation: ids.alfa },
      { name: 'Ryhmä Rämä', organisation: null },
    ])
    expect(versions[0]?.content.signed).toBe('2026-03-05')
    expect(of?.content.version).toBe('1.0')
    expect((await list(member)).linked[ids.alfa!]?.name).toEqual({ fi: 'Alfa Oy' })

    // A template that has gone out of use since is still what it was made from.
    await as(coordinator)(endOperating, { key, entry: template.entry })
    await save({ ...contract, entry, state: 'ended', ends: '6.3.2026' })
    expect((await get(entry)).versions[0]?.content.template).toBe(template.entry)
    await expect(save({ ...contract, title: { fi: 'Toinen' } })).rejects.toMatchObject({
      complaints: [{ field: 'template' }],
    })
  })

  it('asks for a business id where a name does not tell', async () => {
    const said = { kind: 'contract', title: { fi: 'Kaksin' }, state: 'draft', parties: 'Kaksoset Oy' }
    await expect(save(said)).rejects.toMatchObject({ reason: 'operating.many-organisations' })
  })
})

describe('a role', () => {
  const role = { kind: 'role', organisation: 'Beeta Oy', role: 'buyer', share: 'public' }

  it('is of an organisation of the registry, and in a theme of the frame', async () => {
    await expect(save({ ...role, organisation: 'Ei ole Oy' })).rejects.toMatchObject({
      complaints: [{ field: 'organisation' }],
    })
    await expect(save({ ...role, theme: 'priority/none' })).rejects.toMatchObject({
      complaints: [{ field: 'theme' }],
    })
    const theme = await database.db
      .selectFrom('ecosystem_value as v')
      .innerJoin('ecosystem as e', 'e.id', 'v.ecosystem_id')
      .select(['v.dimension', 'v.code'])
      .where('e.key', '=', key)
      .executeTakeFirstOrThrow()
    await save({ ...role, theme: `${theme.dimension}/${theme.code}`, starts: '1.1.2026' })
    const { items } = await as(outsider)<{ items: RoleHeld[] }>(rolesOfOrganisation, { id: ids.beeta })
    expect(items.map((r) => [r.key, r.item.content.role, r.theme.length, r.item.byWhom])).toEqual([
      [key, 'buyer', 1, ''],
    ])
  })

  it('is told where it is shared alone', async () => {
    await save({ ...role, organisation: 'Alfa Oy', share: 'agreement' })
    const held = async (person: TestPerson) =>
      (await as(person)<{ items: RoleHeld[] }>(rolesOfOrganisation, { id: ids.alfa })).items.length
    expect(await held(outsider)).toBe(0)
    expect(await held(member)).toBe(1)
  })
})

describe('a good practice', () => {
  const practice = {
    kind: 'practice',
    title: { fi: 'Kokeilu' },
    text: { fi: 'Kokeiltiin.' },
    result: 'Toimi.',
  }

  it('is shared by every member, and changed by who shared it and by those who keep the ecosystem', async () => {
    await expect(save(practice, outsider)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(save({ ...practice, result: '' }, member)).rejects.toMatchObject({
      complaints: [{ field: 'result' }],
    })
    const { entry } = await save({ ...practice, share: 'public' }, member)
    await save({ ...practice, entry, share: 'public', place: 'Lahti' }, member)
    await save({ ...practice, entry, share: 'public', place: 'Lahti ja Hämeenlinna' })
    expect((await list(outsider)).items.find((i) => i.entry === entry)?.content.place).toBe(
      'Lahti ja Hämeenlinna',
    )
    await as(member)(endOperating, { key, entry })
    expect((await list(outsider)).items.filter((i) => i.kind === 'practice')).toEqual([])
    const { entry: theirs } = await save(practice)
    await expect(save({ ...practice, entry: theirs }, member)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('does not let a member write the rest of the model by its name', async () => {
    const { entry } = await save(way)
    await expect(save({ ...way, kind: 'practice', entry }, member)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
