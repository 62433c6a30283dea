import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../../test/people.ts'
import { perform } from '../../../kernel/action.ts'
import type { Stage } from '../../../kernel/context.ts'
import { transaction } from '../../../kernel/db.ts'
import { get, list } from '../actions.ts'
import { loadShippedEcosystems } from '../load.ts'
import { changeSettings } from '../settings-actions.ts'
import { changeAbout, foundEcosystem, getAbout } from './about-actions.ts'
import { listActors, removeActor, saveActorAction } from './actor-actions.ts'
import { listMoney, removeMoney, saveMoneyAction } from './money-actions.ts'
import { confirmTieAction, listTies, removeTie, saveTieAction } from './tie-actions.ts'
import { askedTies } from './turns.ts'

const now = new Date('2026-11-21T06:00:00Z')
let database: TestDatabase
let stage: Stage
let founder: TestPerson
let vitali: TestPerson
let sixnet: TestPerson
const ids = new Map<string, string>()
const as = (person: TestPerson) => actingAs(database, stage, person)
const visit = async (key: string) => (await perform(get, stage, { key })).ecosystem
const nothing = { fi: '', sv: '', en: '' }
const fi = (text: string) => ({ ...nothing, fi: text })
const complaint = (field: string) => ({ kind: 'invalid', complaints: [{ field }] })

beforeAll(async () => {
  database = await freshDatabase()
  stage = { database: database.db, actor: { kind: 'visitor' }, way: 'page', now, language: 'fi' } as Stage
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  for (const { id, key } of await database.db.selectFrom('ecosystem').select(['id', 'key']).execute())
    ids.set(key, id)
  founder = await somebody(database, 'Pirkko Perustaja', [['coordinator', null]])
  vitali = await somebody(database, 'Ketju Koordinaattori', [['coordinator', ids.get('vitali')!]])
  sixnet = await somebody(database, 'Kuutti Koordinaattori', [['coordinator', ids.get('sixnet')!]])
})
afterAll(() => database.drop())

const found = (person: TestPerson, more: object = {}) =>
  as(person)<{ id: string; key: string }>(foundEcosystem, {
    name: fi('Lapin kylmä verkosto'),
    summary: fi('Kylmän ilmaston osaajat.'),
    kind: 'theme-network',
    share: 'public',
    ...more,
  })
const about = (more: object = {}) => ({
  key: 'lapin-kylma-verkosto',
  kind: 'theme-network',
  short: nothing,
  description: fi('Kylmän ilmaston osaajat yhdessä.'),
  ...more,
})

describe('a new ecosystem', () => {
  it('is made by who looks after the whole installation, under an address made from its name', async () => {
    await expect(found(vitali)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await found(founder)).toMatchObject({ key: 'lapin-kylma-verkosto' })
    expect(await visit('lapin-kylma-verkosto')).toMatchObject({
      name: { fi: 'Lapin kylmä verkosto' },
      roles: [],
    })
    const { items, may } = await perform(list, stage, { q: 'kylmässä' })
    expect(items.map((e) => e.key)).toEqual(['lapin-kylma-verkosto'])
    expect(may.found).toBe(false)
    expect((await as(founder)<{ may: object }>(list, {})).may).toEqual({ found: true })
  })

  it.each([
    [{ name: nothing }, 'name.fi'],
    [{ summary: nothing }, 'summary.fi'],
    [{ key: 'Isot Kirjaimet' }, 'key'],
    [{ key: 'hev' }, 'key'],
    [{ key: 'new' }, 'key'],
    [{}, 'key'],
  ])('is refused at its field: %j', async (more, field) => {
    await expect(found(founder, more)).rejects.toMatchObject(complaint(field))
  })

  it('is made once where several make it in the same moment; the others are told at the field', async () => {
    const made = await Promise.allSettled(
      Array.from({ length: 5 }, () => found(founder, { name: fi('Samaan aikaan'), share: 'own' })),
    )
    const refused = made.flatMap((m) => (m.status === 'rejected' ? [m.reason] : []))
    expect(refused).toHaveLength(4)
    for (const reason of refused) expect(reason).toMatchObject(complaint('key'))
  })

  it('is seen by nobody else as long as it is its makers’ own', async () => {
    const { key } = await found(founder, { name: fi('Salainen'), share: 'own' })
    await expect(visit(key)).rejects.toMatchObject({ kind: expect.stringMatching(/missing|forbidden/) })
    expect(await as(founder)(get, { key })).toMatchObject({ ecosystem: { name: { fi: 'Salainen' } } })
  })

  it('gets a kind, a period as precise as it is known, an area and an agreement', async () => {
    const say = (more: object) => as(founder)(changeAbout, about(more))
    await say({ starts: '3/2026', ends: '2029', regions: ['MK19'], short: fi('LKV') })
    expect(await visit('lapin-kylma-verkosto')).toMatchObject({
      short: { fi: 'LKV' },
      period: { start: '2026-03', end: '2029', source: 'talkoot-lapin-kylma-verkosto' },
      regions: ['MK19'],
    })
    expect(await as(founder)(getAbout, { key: 'lapin-kylma-verkosto' })).toMatchObject({ starts: '2026-03' })
    await say({ signed: '2026-02-01', validTo: '2029-12-31' })
    const bare = await visit('lapin-kylma-verkosto')
    expect(bare.period).toBeUndefined()
    expect(bare.agreement).toMatchObject({ signed: '2026-02-01', parties: [] })
    await expect(say({ starts: 'pian' })).rejects.toMatchObject(complaint('starts'))
    await expect(say({ starts: '2027', ends: '2026' })).rejects.toMatchObject(complaint('ends'))
    await expect(say({ signed: '2027-01-01', validTo: '2026-01-01' })).rejects.toMatchObject(
      complaint('validTo'),
    )
    await expect(say({ description: nothing })).rejects.toMatchObject(complaint('description.fi'))
  })

  it('that ships with the product keeps the source of what stays as it was', async () => {
    const before = await visit('vitali')
    const told = await as(vitali)<Record<string, unknown>>(getAbout, { key: 'vitali' })
    const { id, name, ...same } = told
    await as(vitali)(changeAbout, {
      ...same,
      short: nothing,
      starts: told.starts ?? '',
      ends: told.ends ?? '',
      description: fi('Uusi kuvaus.'),
    })
    const after = await visit('vitali')
    expect(after.description).toEqual({ fi: 'Uusi kuvaus.' })
    expect(after.period).toEqual(before.period)
  })
})

describe('its actors and money', () => {
  const key = 'lapin-kylma-verkosto'

  it('an actor is added, changed and taken out, and the page follows', async () => {
    const add = (more: object = {}) =>
      as(founder)<{ id: string }>(saveActorAction, {
        key,
        name: fi('Lapin liitto'),
        role: 'authority',
        ...more,
      })
    await expect(add({ name: nothing })).rejects.toMatchObject(complaint('name.fi'))
    await expect(add({ businessId: '0201256-7' })).rejects.toMatchObject(complaint('businessId'))
    const wrong = { validFrom: '2027-01-01', validTo: '2026-01-01' }
    await expect(add(wrong)).rejects.toMatchObject(complaint('validTo'))
    const { id } = await add({ businessId: '0201256-6', validFrom: '2026-01-01' })
    await add({ name: fi('Rovaniemen kaupunki'), role: 'party', what: fi('Allekirjoittaa') })
    const page = await visit(key)
    expect(page.roles).toMatchObject([{ name: { fi: 'Lapin liitto' }, businessId: '0201256-6' }])
    expect(page.agreement?.parties).toMatchObject([{ name: { fi: 'Rovaniemen kaupunki' } }])
    await add({ id, name: fi('Lapin liitto, Lappi'), role: 'funder' })
    expect((await visit(key)).roles).toMatchObject([{ name: { fi: 'Lapin liitto, Lappi' }, role: 'funder' }])
    await as(founder)(removeActor, { key, id })
    expect((await visit(key)).roles).toEqual([])
    expect(await as(founder)(listActors, { key })).toMatchObject({ items: [{ role: 'party' }] })
    await expect(as(founder)(removeActor, { key, id })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('money is kept to the cent', async () => {
    const add = (amount: string, more: object = {}) =>
      as(founder)<{ id: string }>(saveMoneyAction, { key, what: fi('Koordinaatio'), amount, ...more })
    await expect(add('paljon')).rejects.toMatchObject(complaint('amount'))
    await expect(add('10', { currency: 'euro' })).rejects.toMatchObject(complaint('currency'))
    const { id } = await add('90 071 992 547 409,93', { fund: 'EAKR', year: '2027' })
    expect((await visit(key)).money).toMatchObject([
      { amount: '90071992547409.93', currency: 'EUR', fund: 'EAKR', year: 2027 },
    ])
    expect(await as(founder)(listMoney, { key })).toMatchObject({ items: [{ id }] })
    await as(founder)(removeMoney, { key, id })
    expect((await visit(key)).money).toEqual([])
  })

  it('belong to the ecosystem’s coordinator alone', async () => {
    const actor = { key, name: fi('Minä'), role: 'lead' }
    await expect(as(vitali)(saveActorAction, actor)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(as(vitali)(listMoney, { key })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(as(vitali)(listTies, { key })).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a tie', () => {
  const seesOther = async (person: TestPerson, key: string) =>
    as(person)(get, { key }).then(
      () => true,
      () => false,
    )
  const waiting = async (person: TestPerson) =>
    as(person)<{ asked: { id: string; mutual: boolean }[] }>(listTies, {
      key: person === vitali ? 'vitali' : 'sixnet',
    })

  it('opens the other’s records only when the other has confirmed it, and closes them again', async () => {
    const tie = { key: 'sixnet', kind: 'complements', to: 'vitali' }
    const { id } = await as(sixnet)<{ id: string }>(saveTieAction, tie)
    const settings = { name: fi('V'), summary: fi('V'), share: 'network' }
    await as(vitali)(changeSettings, { key: 'vitali', ...settings })
    await as(sixnet)(changeSettings, { key: 'sixnet', ...settings })
    expect(await seesOther(sixnet, 'vitali')).toBe(false)
    // Who stated it has opened their own.
    expect(await seesOther(vitali, 'sixnet')).toBe(true)
    const turns = await askedTies.find({
      db: database.db,
      actor: {
        kind: 'person',
        id: vitali.id,
        name: vitali.name,
        offices: [{ office: 'coordinator', ecosystem: ids.get('vitali')! }],
        organisations: [],
        linked: [],
      },
      now,
    })
    expect(turns).toMatchObject([{ path: '/ecosystems/vitali/settings/ties' }])
    expect((await waiting(vitali)).asked).toMatchObject([{ id, mutual: false }])
    // Changing what it says does not confirm it; nor can who stated it.
    await as(sixnet)(saveTieAction, { ...tie, id, what: fi('Samat asiakkaat') })
    expect(await seesOther(sixnet, 'vitali')).toBe(false)
    await expect(as(sixnet)(confirmTieAction, { key: 'vitali', id, mutual: true })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await as(vitali)(confirmTieAction, { key: 'vitali', id, mutual: true })
    expect(await seesOther(sixnet, 'vitali')).toBe(true)
    await as(vitali)(confirmTieAction, { key: 'vitali', id, mutual: false })
    expect(await seesOther(sixnet, 'vitali')).toBe(false)
    await as(sixnet)(removeTie, { key: 'sixnet', id })
    expect(await seesOther(vitali, 'sixnet')).toBe(false)
  })

  it('that would make two parts of each other is refused; a part is one when both say so', async () => {
    const parent = { key: 'vitali', kind: 'part-of', to: 'hgie' }
    const { id } = await as(vitali)<{ id: string }>(saveTieAction, parent)
    const parentOf = async () =>
      (await as(vitali)<{ ecosystem: { parent?: string } }>(get, { key: 'vitali' })).ecosystem
    expect((await parentOf()).parent).toBeUndefined()
    await as(founder)(confirmTieAction, { key: 'hgie', id, mutual: true })
    expect((await parentOf()).parent).toBe('hgie')
    const ring = { key: 'hgie', kind: 'part-of', to: 'vitali' }
    await expect(as(founder)(saveTieAction, ring)).rejects.toMatchObject(complaint('to'))
    await as(vitali)(removeTie, { key: 'vitali', id })
    expect((await parentOf()).parent).toBeUndefined()
    // Who looks after both says it for both.
    await as(founder)(saveTieAction, ring)
    expect((await as(founder)<{ ecosystem: object }>(get, { key: 'hgie' })).ecosystem).toMatchObject({
      parent: 'vitali',
    })
  })

  it.each([
    [{ kind: 'related' }, 'to'],
    [{ kind: 'related', to: 'vitali', name: fi('Jokin') }, 'to'],
    [{ kind: 'related', to: 'sixnet' }, 'to'],
    [{ kind: 'related', to: 'ei-ole' }, 'to'],
  ])('%j is refused at its field', async (said, field) => {
    await expect(as(sixnet)(saveTieAction, { key: 'sixnet', ...said })).rejects.toMatchObject(
      complaint(field),
    )
  })

  it('to what has no record here has a name', async () => {
    await as(sixnet)(saveTieAction, { key: 'sixnet', kind: 'continues', name: fi('Aiempi verkosto') })
    const { items } = await as(sixnet)<{ items: object[] }>(listTies, { key: 'sixnet' })
    expect(items).toContainEqual(expect.objectContaining({ name: { fi: 'Aiempi verkosto' }, mutual: true }))
  })
})
