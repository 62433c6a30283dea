import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { anOrganisation, belongsTo } from '../../../test/organisations.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { actorOf } from '../people/index.ts'
import { addKind, endKind } from './kind-actions.ts'
import { answerOfTie, changeTie, endTie, listTies, type ShownTie, stateTie } from './tie-actions.ts'
import { waitingTies } from './tie-news.ts'

const now = new Date('2026-11-21T06:00:00Z')
let database: TestDatabase
let stage: Stage
let hgie: string
let hev: string
const organisations: Record<string, string> = {}
let coordinator: TestPerson
let elsewhere: TestPerson
let anna: TestPerson
let bo: TestPerson
let both: TestPerson
let outsider: TestPerson

const organisation = (name: string, more: Parameters<typeof anOrganisation>[2] = {}) =>
  anOrganisation(database, name, more)
const belongs = (person: TestPerson, id: string) => belongsTo(database, person, id)

beforeAll(async () => {
  database = await freshDatabase()
  stage = { database: database.db, actor: { kind: 'visitor' }, way: 'page', now, language: 'fi' } as Stage
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const keys = await database.db.selectFrom('ecosystem').select(['id', 'key']).execute()
  hgie = keys.find((e) => e.key === 'hgie')!.id
  hev = keys.find((e) => e.key === 'hev')!.id
  for (const name of ['Alfa Oy', 'Beeta Oy', 'Gamma ry']) organisations[name] = await organisation(name)
  organisations['Beta Ltd'] = await organisation('Beta Ltd', { canonical: organisations['Beeta Oy']! })
  organisations['Tmi Tekijä'] = await organisation('Tmi Tekijä', { personal: true })
  coordinator = await somebody(database, 'Kaarlo Koordinaattori', [['coordinator', hgie]])
  elsewhere = await somebody(database, 'Elli Muualta', [['coordinator', hev]])
  anna = await somebody(database, 'Anna Alfa', [['member', hgie]])
  bo = await somebody(database, 'Bo Beeta')
  both = await somebody(database, 'Molla Molemmat')
  outsider = await somebody(database, 'Ulla Ulkopuolinen')
  await belongs(anna, organisations['Alfa Oy']!)
  // Of the row that was joined to another: the person belongs to the one it is.
  await belongs(bo, organisations['Beta Ltd']!)
  await belongs(both, organisations['Alfa Oy']!)
  await belongs(both, organisations['Gamma ry']!)
})
afterAll(() => database.drop())

const as = (person: TestPerson) => actingAs(database, stage, person)
const alfa = () => organisations['Alfa Oy']!
const beeta = () => organisations['Beeta Oy']!
type Stated = { id: string; state: string }
const state = (person: TestPerson, more: object = {}) =>
  as(person)<Stated>(stateTie, { organisation: alfa(), other: 'Beeta Oy', kind: 'supplies', ...more })
const seenBy = async (person: TestPerson, of: string, ended = false) =>
  (await as(person)<{ items: ShownTie[] }>(listTies, { organisation: of, ended })).items
const complains = (field: string) => ({ complaints: [{ field }] })

describe('a tie that a person states', () => {
  let id: string

  it('waits for the other side, whose people are told and have a turn', async () => {
    const stated = await state(anna, { starts: '2024', strength: 3 })
    id = stated.id
    expect(stated.state).toBe('waiting')
    const told = await database.db.selectFrom('notification').select(['person_id', 'kind', 'path']).execute()
    expect(told).toEqual([{ person_id: bo.id, kind: 'tie', path: `/organisations/${beeta()}/ties` }])
    const actor = await actorOf(database.db, bo.session, now)
    const turns = await waitingTies.find({ db: database.db, actor, now })
    expect(turns.map((t) => t.what.fi)).toEqual(['1 yhteys odottaa vahvistustanne'])
    const own = await waitingTies.find({
      db: database.db,
      actor: await actorOf(database.db, anna.session, now),
      now,
    })
    expect(own).toEqual([])
  })

  it('is seen by both sides and by coordinators of its ecosystem alone while it is their own', async () => {
    expect((await seenBy(anna, alfa())).map((t) => t.id)).toEqual([id])
    expect((await seenBy(bo, beeta())).map((t) => t.id)).toEqual([id])
    // The row that was joined to another leads to the same ties.
    expect((await seenBy(bo, organisations['Beta Ltd']!)).map((t) => t.id)).toEqual([id])
    for (const person of [outsider, coordinator, elsewhere]) expect(await seenBy(person, alfa())).toEqual([])
    const visitors = await perform(listTies, stage, { organisation: alfa() })
    expect(visitors.items).toEqual([])
  })

  it('said twice by one side is refused with what stands', async () => {
    await expect(state(anna)).rejects.toMatchObject({ kind: 'conflict', ...complains('other') })
    await expect(state(anna)).rejects.toThrow(/customer, close, 2024–, waits for confirmation/)
    // The other way round it is another tie.
    const back = await state(anna, { kind: '~supplies' })
    await as(anna)(endTie, { id: back.id })
  })

  it('is answered by the other side alone', async () => {
    const said = { id, answer: 'confirmed' }
    await expect(as(anna)(answerOfTie, said)).rejects.toMatchObject({ kind: 'forbidden' })
    for (const person of [coordinator, outsider])
      await expect(as(person)(answerOfTie, said)).rejects.toMatchObject({ kind: 'missing' })
    await as(bo)(answerOfTie, { ...said, note: 'Vuodesta 2024' })
    const [tie] = await seenBy(anna, alfa())
    expect(tie).toMatchObject({ answer: 'confirmed', answered_by: 'Bo Beeta', answer_note: 'Vuodesta 2024' })
    // The last word of the other side stands.
    await as(bo)(answerOfTie, { id, answer: 'denied' })
    expect((await seenBy(anna, alfa()))[0]).toMatchObject({ answer: 'denied', answer_note: null })
  })

  it('changes by ending and being stated anew: nothing is overwritten', async () => {
    const input = { id, organisation: alfa(), kind: 'supplies', strength: 1, starts: '5.3.2024' }
    await expect(as(outsider)(changeTie, input)).rejects.toMatchObject({ kind: 'missing' })
    const changed = await as(anna)<Stated>(changeTie, input)
    expect(changed).toMatchObject({ state: 'waiting' })
    const all = await seenBy(anna, alfa(), true)
    expect(all.find((t) => t.id === id)).toMatchObject({ strength: 3, ended_by: 'Anna Alfa' })
    expect(all.find((t) => t.id === changed.id)).toMatchObject({ strength: 1, replaces_id: id, answer: null })
    await expect(as(anna)(endTie, { id })).rejects.toMatchObject({ kind: 'conflict' })
    id = changed.id
  })

  it('is confirmed by itself where the other side states the same', async () => {
    const same = { organisation: beeta(), other: alfa(), kind: '~supplies' }
    expect(await as(bo)<Stated>(stateTie, same)).toEqual({ id, state: 'confirmed' })
    await expect(as(bo)(stateTie, same)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('is told to everybody without the names of people where it is public', async () => {
    const { id: open } = await state(anna, { kind: 'agreement', share: 'public', other: 'gamma RY' })
    const [tie] = (await perform(listTies, stage, { organisation: organisations['Gamma ry']! })).items
    expect(tie).toMatchObject({ id: open, by_whom: '', person_id: null, organisation: alfa() })
    expect(JSON.stringify(tie)).not.toContain('Anna')
  })
})

describe('who may state which', () => {
  it('coordinators in their ecosystem, of organisations that are not theirs; either side confirms', async () => {
    await expect(state(coordinator, { kind: 'works-with' })).rejects.toMatchObject(complains('ecosystem'))
    await expect(state(elsewhere, { kind: 'works-with', ecosystem: hgie })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const { id } = await state(coordinator, { kind: 'works-with', ecosystem: hgie, share: 'agreement' })
    expect((await seenBy(anna, alfa())).find((t) => t.id === id)).toMatchObject({
      mayAnswer: true,
      organisation: null,
    })
    await as(anna)(answerOfTie, { id, answer: 'confirmed' })
    expect((await seenBy(coordinator, alfa())).find((t) => t.id === id)?.answer).toBe('confirmed')
    await expect(state(outsider)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('who belongs to both sides confirms at once', async () => {
    const { id } = await state(anna, { other: 'Gamma ry', kind: 'mentors' })
    await as(both)(answerOfTie, { id, answer: 'confirmed' })
    const own = await state(both, { other: 'Gamma ry', kind: 'owns' })
    expect(own.state).toBe('confirmed')
  })

  it('what is wrong is said at its field', async () => {
    await expect(state(anna, { other: 'Olematon Oy' })).rejects.toMatchObject(complains('other'))
    await expect(state(anna, { other: 'Tmi Tekijä' })).rejects.toMatchObject(complains('other'))
    await expect(state(anna, { other: 'Alfa Oy' })).rejects.toMatchObject(complains('other'))
    await expect(state(anna, { kind: 'project' })).rejects.toMatchObject(complains('kind'))
    await expect(state(anna, { kind: `own.${newId()}` })).rejects.toMatchObject(complains('kind'))
    await expect(state(anna, { starts: 'eilen' })).rejects.toMatchObject(complains('starts'))
    await expect(state(anna, { starts: '2024', ends: '2023' })).rejects.toMatchObject(complains('ends'))
    await expect(state(anna, { share: 'network' })).rejects.toMatchObject(complains('share'))
    await expect(state(anna, { ecosystem: hev })).rejects.toMatchObject(complains('ecosystem'))
  })
})

describe('an own kind of an ecosystem', () => {
  const name = { fi: 'käyttäjä', en: 'user' }
  const back = { fi: 'testialusta' }

  it('is made by its coordinators, used there, and ended without touching what was said', async () => {
    const add = (person: TestPerson, more: object = {}) =>
      as(person)<{ id: string }>(addKind, { key: 'hgie', name, directed: true, back, ...more })
    await expect(add(elsewhere)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(add(coordinator, { back: undefined })).rejects.toMatchObject(complains('back.fi'))
    const kind = await add(coordinator)
    await expect(add(coordinator)).rejects.toMatchObject(complains('name.fi'))
    await expect(state(anna, { kind: `own.${kind.id}` })).rejects.toMatchObject(complains('kind'))
    const own = { kind: `~own.${kind.id}`, ecosystem: hgie }
    const { id } = await state(anna, own)
    const [tie] = (await seenBy(anna, alfa())).filter((t) => t.id === id)
    expect(tie).toMatchObject({
      own: { name, back },
      directed: true,
      from: { id: beeta() },
      to: { id: alfa() },
    })
    await as(coordinator)(endKind, { key: 'hgie', id: kind.id })
    await as(anna)(endTie, { id })
    await expect(state(anna, own)).rejects.toMatchObject(complains('kind'))
    expect((await seenBy(anna, alfa(), true)).find((t) => t.id === id)?.own?.name).toEqual(name)
  })
})
