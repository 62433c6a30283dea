import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import { type ShareLevel, shareLevels } from '../../kernel/share.ts'
import { modules } from '../../modules.ts'
import { addEvent } from '../calendar/index.ts'
import { addTopic } from '../discussion/index.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { everything } from './everything.ts'

const now = new Date('2026-11-21T06:00:00Z')
let database: TestDatabase
let stage: Stage
let here: string
let elsewhere: string
let people: Record<'coordinator' | 'member' | 'stranger', TestPerson>

type Found = { items: { type: string; title: string; url: string }[]; groups: Record<string, string> }
const searched = async (q: string, who?: TestPerson) =>
  who
    ? actingAs(database, stage, who)<Found>(everything, { q, limit: 20 })
    : ((await perform(everything, stage, { q, limit: 20 })) as Found)
const titles = async (q: string, who?: TestPerson) =>
  (await searched(q, who)).items.map((i) => i.title).sort()

beforeAll(async () => {
  database = await freshDatabase()
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const keys = await database.db.selectFrom('ecosystem').select(['id', 'key']).orderBy('key').execute()
  here = keys.find((e) => e.key === 'hgie')!.id
  elsewhere = keys.find((e) => e.key !== 'hgie')!.id
  people = {
    coordinator: await somebody(database, 'Kaisa Koordinaattori', [['coordinator', here]]),
    member: await somebody(database, 'Meri Jäsen', [['member', here]]),
    stranger: await somebody(database, 'Outi Outo', [['member', elsewhere]]),
  }
  stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'page',
    now,
    language: 'fi',
    subjects: new Map(modules.flatMap((m) => m.subjects ?? []).map((s) => [s.kind, s])),
    finders: modules.flatMap((m) => m.finders ?? []),
    followers: modules.flatMap((m) => m.follow ?? []),
    jobs: { enqueue: async () => 'x', emit: async () => undefined },
  } as unknown as Stage
  const does = actingAs(database, stage, people.coordinator)
  for (const share of shareLevels) {
    await does(addTopic, {
      ecosystem: here,
      language: 'fi',
      title: `Kvanttisillat ${share}`,
      text: 'Mitä sovittiin?',
      share,
    })
    await does(addEvent, {
      ecosystem: here,
      kind: 'event',
      title: `Kvanttipäivä ${share}`,
      startDay: '2026-12-01',
      place: 'Kuopio',
      share,
    })
  }
})
afterAll(() => database.drop())

it('finds topics and events as far as each who asks may see them', async () => {
  const of = (levels: readonly ShareLevel[]) =>
    levels.flatMap((l) => [`Kvanttipäivä ${l}`, `Kvanttisillat ${l}`]).sort()
  const both = async (who?: TestPerson) =>
    [...(await titles('kvanttisillat', who)), ...(await titles('kvanttipäivä', who))].sort()
  expect(await both()).toEqual(of(['public']))
  expect(await both(people.stranger)).toEqual(of(['public']))
  expect(await both(people.member)).toEqual(of(['agreement', 'network', 'public']))
  expect(await both(people.coordinator)).toEqual(of(shareLevels))
})

it('finds an event by an inflected word and by its place', async () => {
  expect(await titles('kvanttipäivänä')).toEqual(['Kvanttipäivä public'])
  expect(await titles('kuopio')).toContain('Kvanttipäivä public')
})

it('finds an ecosystem that is not public only for those who may see it', async () => {
  await database.db.updateTable('ecosystem').set({ share: 'agreement' }).where('id', '=', here).execute()
  const found = async (who?: TestPerson) =>
    (await searched('hgie', who)).items.filter((i) => i.type === 'ecosystem').length
  expect([await found(), await found(people.stranger)]).toEqual([0, 0])
  await database.db.updateTable('ecosystem').set({ share: 'public' }).where('id', '=', here).execute()
})

it('leads to the pages of the workspace that somebody has use of, and nobody else', async () => {
  const places = async (q: string, who?: TestPerson) =>
    (await searched(q, who)).items.filter((i) => i.type === 'place').map((i) => i.url)
  expect(await places('oikeudet')).toEqual([])
  expect(await places('oikeudet', people.member)).toEqual(['/permissions'])
  expect(await places('webhook', people.member)).toEqual([])
  expect(await places('asetukset', people.coordinator)).toContain('/ecosystems/hgie/settings')
  expect(await places('asetukset', people.member)).not.toContain('/ecosystems/hgie/settings')
})

it('has searches that were kept for visitors made anew when something public comes, and only then', async () => {
  const does = actingAs(database, stage, people.coordinator)
  const add = (share: ShareLevel) =>
    does(addEvent, { ecosystem: here, kind: 'meeting', title: 'Kokous', startDay: '2026-12-02', share })
  const before = await revision(database.db)
  await add('agreement')
  expect(await revision(database.db)).toBe(before)
  await add('public')
  expect(await revision(database.db)).not.toBe(before)
})
