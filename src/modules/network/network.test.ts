import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { anOrganisation } from '../../../test/organisations.ts'
import { actingAs, somebody } from '../../../test/people.ts'
import { readDrawing } from '../../engine/network/index.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute, transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { networkChange } from './change-actions.ts'
import { type NetworkActor, networkActor } from './ego-actions.ts'
import { networkFacts } from './fact-actions.ts'
import { dayWithin } from './gather.ts'
import { networkLeft } from './left-actions.ts'
import { makePicture } from './making.ts'
import { type NetworkAnswer, networkDrawing, networkMap } from './map-actions.ts'
import { partsAndWholes } from './register-ties.ts'

const now = new Date('2026-11-21T06:00:00Z')
let database: TestDatabase
let stage: Stage
let [alfa, beeta, tampere] = ['', '', '']

beforeAll(async () => {
  database = await freshDatabase()
  stage = { database: database.db, actor: { kind: 'visitor' }, way: 'page', now, language: 'fi' } as Stage
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  alfa = await anOrganisation(database, 'Alfa Oy')
  beeta = await anOrganisation(database, 'Beeta Oy')
  tampere = await anOrganisation(database, 'Tampereen kaupunki', { businessId: '0211675-2' })
  await tie('public', null)
})
afterAll(() => database.drop())

const tie = async (share: string, answer: 'confirmed' | null) => {
  await database.db
    .insertInto('network_tie')
    .values({
      id: newId(now.getTime()),
      from_id: alfa,
      to_id: beeta,
      kind: 'supplies',
      strength: 2,
      source: 'stated',
      share,
      by_whom: 'Anna Alfa',
      at: now,
      starts_on: '2026-03-01',
      ...(answer && { answer, answered_at: now, answered_by: 'Bo Beeta' }),
    })
    .execute()
  await transaction(database.db, (tx) => bumpRevision(tx))
}

describe('the picture of the network', () => {
  it('is not there before it has been computed', async () => {
    expect(await perform(networkMap, stage, {})).toMatchObject({ total: 0, at: null })
  })

  it('is computed from agreements and stated ties, and only when something has changed', async () => {
    expect(await makePicture(stage)).toBe(true)
    expect(await makePicture(stage)).toBe(false)
    await transaction(database.db, (tx) => bumpRevision(tx))
    expect(await makePicture(stage)).toBe(false)
    const found = await perform(networkMap, stage, { limit: 1000 })
    expect(found.at).toEqual(now)
    const city = found.items.find((row) => row.id === tampere)
    expect(city?.roles).toContain('tampere:party')
    expect(city?.others).toBeGreaterThan(0)
    expect(found.items.find((row) => row.id === alfa)).toMatchObject({ others: 1, strength: 0.5 })
  })

  it('is narrowed by kind of tie and year, and says the same as a whole graph', async () => {
    const found = await perform(networkMap, stage, { tie: 'supplies', from: 2026 })
    expect(found.items.map((row) => row.name)).toEqual(['Alfa Oy', 'Beeta Oy'])
    const left = await perform(networkLeft, stage, { tie: 'supplies' })
    expect(left.ties).toEqual([
      expect.objectContaining({ a: 0, b: 1, kind: 'supplies', weight: 0.5, since: '2026-03-01' }),
    ])
    expect((await perform(networkMap, stage, { tie: 'supplies', to: 2025 })).total).toBe(0)
  })

  it('tells one actor’s ties with what shows them', async () => {
    const of = await perform(networkActor, stage, { id: tampere })
    const ministry = of.partners.find((partner) => partner.name === 'Työ- ja elinkeinoministeriö')
    expect(ministry?.ties[0]).toMatchObject({ kind: 'agreement', page: '/ecosystems/tampere' })
    await expect(perform(networkActor, stage, { id: newId(1) })).rejects.toMatchObject({ kind: 'missing' })
  })

  it('names communities in words and says who would be cut off', async () => {
    const facts = await perform(networkFacts, stage, {})
    const { facets } = await perform(networkMap, stage, {})
    expect(Object.keys(facts.communities).sort()).toEqual(Object.keys(facets.community!).sort())
    expect(Object.values(facts.communities).every((name) => name.length > 2)).toBe(true)
    expect(facts.cutting[0]?.says).toContain(facts.cutting[0]?.name)
  })

  it('tells what changed between two days', async () => {
    const change = await perform(networkChange, stage, { from: '2026-01-01', to: '2026-06-01' })
    const brought = change.first.find((pair) => [pair.a.id, pair.b.id].includes(alfa))
    expect(brought?.by).toEqual([expect.objectContaining({ kind: 'supplies', since: '2026-03-01' })])
    expect(change.figures.came).toBe(2)
    const earlier = await perform(networkChange, stage, { from: '2025-01-01', to: '2025-06-01' })
    expect(earlier.first).toEqual([])
  })

  it('leaves out what is not public, keeps places and counts a confirmed tie whole', async () => {
    const before = await perform(networkLeft, stage, {})
    await tie('agreement', 'confirmed')
    expect(await makePicture(stage)).toBe(false)
    await tie('public', 'confirmed')
    expect(await makePicture({ ...stage, now: new Date(now.getTime() + 1000) })).toBe(true)
    const after = await perform(networkLeft, stage, {})
    expect(after.ties.filter((one) => one.kind === 'supplies').map((one) => one.weight)).toEqual([0.5, 1])
    const size = (side: 'x' | 'y') =>
      Math.max(...before.actors.map((a) => a[side])) - Math.min(...before.actors.map((a) => a[side]))
    const moves = before.actors.map((actor, i) =>
      Math.hypot(after.actors[i]!.x - actor.x, after.actors[i]!.y - actor.y),
    )
    const mean = moves.reduce((sum, move) => sum + move, 0) / moves.length
    expect(mean).toBeLessThan(0.02 * Math.hypot(size('x'), size('y')))
  })
})

it('a day, a month or a year is the first or the last day that it can mean', () => {
  expect(dayWithin('2021', false)).toBe('2021-01-01')
  expect(dayWithin('2027', true)).toBe('2027-12-31')
  expect(dayWithin('2024-02', true)).toBe('2024-02-29')
  expect(dayWithin('2021-02-09', true)).toBe('2021-02-09')
  expect(dayWithin(null, true)).toBe(null)
})

it('ties parts of a research organisation to the whole, as the register of them tells, where one of them acts', async () => {
  const whole = await anOrganisation(database, 'Alfan tutkimuslaitos')
  const alone = await anOrganisation(database, 'Kaukainen laitos')
  const part = await anOrganisation(database, 'Kaukaisen laitoksen osa')
  const [one, other] = (await partsAndWholes()).filter(
    (tie, i, all) => all.findIndex((t) => t.from === tie.from || t.to === tie.to) === i,
  )
  for (const [organisation, value] of [
    [alfa, one!.from],
    [whole, one!.to],
    [part, other!.from],
    [alone, other!.to],
  ])
    await execute(
      database.db,
      `insert into organisation_identifier (organisation_id, scheme, value, source) values ($1, 'ror', $2, 'x')`,
      [organisation, value],
    )
  await transaction(database.db, (tx) => bumpRevision(tx))
  expect(await makePicture({ ...stage, now: new Date('2026-11-22T06:00:00Z') })).toBe(true)
  const { partners } = await perform(networkActor, stage, { id: alfa })
  const told = partners.find(({ id }) => id === whole)?.ties
  expect(told).toMatchObject([
    { kind: 'part-of', weight: 1, title: { en: 'Research Organization Registry, ROR' } },
  ])
  const found = await perform(networkMap, stage, { limit: 1000 })
  expect(found.items.some(({ id }) => id === part || id === alone)).toBe(false)
})

it('shows ties that are not public to who may see them, and to nobody else', async () => {
  const hidden = await anOrganisation(database, 'Piilo Oy')
  const further = await anOrganisation(database, 'Kaukana Oy')
  const partner = await anOrganisation(database, 'Kaukaisen kumppani Oy')
  const { id: sixnet } = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'sixnet')
    .executeTakeFirstOrThrow()
  for (const [from, to] of [
    [alfa, hidden],
    [further, partner],
  ])
    await database.db
      .insertInto('network_tie')
      .values({
        id: newId(now.getTime()),
        from_id: from!,
        to_id: to!,
        kind: 'mentors',
        strength: 3,
        source: 'stated',
        share: 'agreement',
        ecosystem_id: sixnet,
        by_whom: 'Anna Alfa',
        at: now,
      })
      .execute()
  const inside = actingAs(database, stage, await somebody(database, 'Kaisa', [['coordinator', sixnet]]))
  const outside = actingAs(database, stage, await somebody(database, 'Olli'))
  const seen = await inside<NetworkAnswer>(networkMap, { limit: 1000 })
  const names = (found: typeof seen) => found.items.map(({ name }) => name)
  expect(names(seen)).toEqual(expect.arrayContaining(['Piilo Oy', 'Kaukana Oy', 'Kaukaisen kumppani Oy']))
  expect(seen.closed).toBe(2)
  const ego = await inside<NetworkActor>(networkActor, { id: alfa })
  expect(ego.partners.find(({ id }) => id === hidden)?.ties).toMatchObject([
    { kind: 'mentors', weight: 0.75 },
  ])
  const { json } = await inside<{ json: string }>(networkDrawing, {})
  expect(readDrawing(JSON.parse(json)).names).toContain('Piilo Oy')
  const found = await outside<NetworkAnswer>(networkMap, { limit: 1000 })
  expect([found.closed, names(found).includes('Piilo Oy')]).toEqual([0, false])
  expect((await outside<{ json: string }>(networkDrawing, {})).json).not.toContain('Piilo')
  await expect(outside(networkActor, { id: hidden })).rejects.toMatchObject({ kind: 'missing' })
  await expect(perform(networkActor, stage, { id: hidden })).rejects.toMatchObject({ kind: 'missing' })
})
