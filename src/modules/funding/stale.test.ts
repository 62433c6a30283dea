import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { actorOf } from '../people/index.ts'
import { addFunding, archiveFunding, checkFunding, listFundingAction, readFunding } from './actions.ts'
import { staleTurns, tellStale } from './stale.ts'

let database: TestDatabase
let stage: Stage
let keeper: TestPerson
let member: TestPerson
const start = new Date('2026-11-22T05:00:00Z')
const after = (days: number) => new Date(start.getTime() + days * 86_400_000)

beforeAll(async () => {
  database = await freshDatabase()
  keeper = await somebody(database, 'Kaisa Koordinaattori', [['coordinator', null]])
  member = await somebody(database, 'Matti Jäsen', [['member', null]])
  stage = {
    database: database.db,
    actor: { kind: 'system', name: 'test' },
    way: 'job',
    now: start,
    language: 'fi',
    subjects: new Map(),
    baseUrl: 'https://x.example',
    jobs: { enqueue: async () => 'x', emit: async () => undefined },
  } as unknown as Stage
})
afterAll(() => database.drop())

const tell = (days: number) => perform(tellStale, { ...stage, now: after(days) }, {})
const notices = async () =>
  (
    await execute(
      database.db,
      `select p.name, n.kind, n.excerpt from notification n join person p on p.id = n.person_id order by n.at`,
    )
  ).rows
const turnsOf = async (person: TestPerson, days: number) => {
  const now = after(days)
  return staleTurns.find({ db: database.db, actor: await actorOf(database.db, person.session, now), now })
}

it('tells those who keep the catalogue once of what has grown old, and again only after a check', async () => {
  const act = actingAs(database, stage, keeper)
  const { id } = await act<{ id: string }>(addFunding, { titleFi: 'Vanheneva', stage: 'continuous' })
  await act(addFunding, { titleFi: 'Päättyvä', stage: 'open', closes: '1.12.2026' })
  await act(addFunding, { titleFi: 'Suljettu', stage: 'closed', closes: '1.12.2026' })
  const gone = await act<{ id: string }>(addFunding, { titleFi: 'Poistettu', stage: 'continuous' })
  await act(archiveFunding, { id: gone.id, archived: true })

  expect(await tell(0)).toEqual({ told: 0 })
  expect(await turnsOf(keeper, 0)).toEqual([])
  expect(await tell(10)).toEqual({ told: 1 })
  expect(await tell(11)).toEqual({ told: 0 })
  expect(await tell(91)).toEqual({ told: 1 })
  expect(await tell(92)).toEqual({ told: 0 })
  expect(await notices()).toEqual([
    { name: keeper.name, kind: 'funding', excerpt: 'Päättyvä' },
    { name: keeper.name, kind: 'funding', excerpt: 'Vanheneva' },
  ])
  expect(await turnsOf(keeper, 92)).toMatchObject([{ what: { fi: 'Tarkista 2 rahoitusmahdollisuutta' } }])
  expect(await turnsOf(member, 92)).toEqual([])

  await act(checkFunding, { id }, after(92))
  expect(await turnsOf(keeper, 92)).toMatchObject([{ what: { sv: 'Kontrollera en finansieringsmöjlighet' } }])
  expect(await tell(182)).toEqual({ told: 0 })
  expect(await tell(183)).toEqual({ told: 1 })
})

it('the list says which are old, and who checked is told to those who keep it alone', async () => {
  const now = after(92)
  const old = { ...stage, now }
  const { items, total } = await perform(listFundingAction, old, { stale: '1' })
  expect([total, items.map((f) => f.title.fi)]).toEqual([1, ['Päättyvä']])
  const found = await perform(listFundingAction, { ...old, actor: { kind: 'visitor' } }, { q: 'vaneheva' })
  expect(found.items.map((f) => f.title.fi)).not.toContain('Poistettu')
  const { id } = (await perform(listFundingAction, old, { q: 'vanheneva' })).items[0]!
  const seen = async (person: TestPerson) =>
    (await actingAs(database, stage, person)<{ funding: { checker: string | null } }>(readFunding, { id }))
      .funding
  expect((await seen(keeper)).checker).toBe(keeper.name)
  expect((await seen(member)).checker).toBeNull()
  const archived = { archived: '1' }
  expect((await perform(listFundingAction, old, archived)).total).toBe(1)
  const visitor = await perform(listFundingAction, { ...old, actor: { kind: 'visitor' } }, archived)
  expect(visitor.items.map((f) => f.title.fi)).not.toContain('Poistettu')
})
