import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { mailDigest } from '../talk/index.ts'
import { tellHealth } from './health-watch.ts'
import type { Finding } from './rules.ts'

let database: TestDatabase
let stage: Stage
let people: TestPerson[]
const dayMs = 86_400_000
const began = new Date('2026-11-21T03:45:00Z')
const told = async () =>
  (
    await execute(
      database.db,
      `select p.name, n.title ->> 'fi' as title, n.excerpt from notification n join person p on p.id = n.person_id order by n.at, p.name, n.id`,
    )
  ).rows

beforeAll(async () => {
  database = await freshDatabase()
  people = [
    await somebody(database, 'Aino Ylläpitäjä', [['administrator', null]]),
    await somebody(database, 'Ulla Ylläpitäjä', [['administrator', null]]),
    await somebody(database, 'Kaisa Koordinaattori', [['coordinator', null]]),
  ]
  stage = {
    database: database.db,
    actor: { kind: 'system', name: 'test' },
    way: 'job',
    now: began,
    language: 'fi',
    subjects: new Map(),
    baseUrl: 'https://x.example',
    jobs: { enqueue: async () => 'x', emit: async () => undefined },
  } as unknown as Stage
})
afterAll(() => database.drop())

const disk = (health: Finding['health']): Finding => ({ check: 'disk', health, facts: { free: 1000 } })
const night = (n: number, findings: Finding[]) =>
  perform(tellHealth, { ...stage, now: new Date(began.getTime() + n * dayMs) }, { findings })

it('tells administrators once when something turns bad and once when it is good again, and again the next time', async () => {
  expect((await night(0, [disk('warn')])).told).toEqual([])
  const first = await night(1, [disk('bad')])
  expect(first.told.sort()).toEqual([people[0]!.id, people[1]!.id].sort())
  expect((await night(2, [disk('bad')])).told).toEqual([])
  expect(await told()).toEqual([
    { name: 'Aino Ylläpitäjä', title: expect.stringContaining('vika'), excerpt: expect.stringMatching(/\S/) },
    { name: 'Ulla Ylläpitäjä', title: expect.stringContaining('vika'), excerpt: expect.stringMatching(/\S/) },
  ])
  const { mail } = await perform(mailDigest, stage, { person: people[0]!.id })
  const { subject } = await database.db
    .selectFrom('mail')
    .select('subject')
    .where('id', '=', mail)
    .executeTakeFirstOrThrow()
  expect(subject).toBe('Talkoot: Asennuksessa on vika: Levytila')
  // Half good is good enough: what only asks to be seen to is no trouble.
  expect((await night(3, [disk('warn')])).told).toHaveLength(2)
  expect((await night(4, [disk('ok')])).told).toEqual([])
  expect((await night(5, [disk('bad')])).told).toHaveLength(2)
  expect((await told()).map((t) => String(t.title).split(':')[0])).toEqual([
    'Asennuksessa on vika',
    'Asennuksessa on vika',
    'Vika on poistunut',
    'Vika on poistunut',
    'Asennuksessa on vika',
    'Asennuksessa on vika',
  ])
})

it('tells nobody who has switched it off', async () => {
  await execute(
    database.db,
    `insert into notification_choice (person_id, kind, bell, mail) values ($1, 'health', false, false)`,
    [people[1]!.id],
  )
  const before = (await told()).length
  await night(6, [disk('bad'), { check: 'audit', health: 'bad', facts: { entries: 3, read: 1, first: 2 } }])
  expect((await told()).slice(before).map((t) => t.name)).toEqual(['Aino Ylläpitäjä'])
})
