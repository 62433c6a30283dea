import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { decidingStage } from '../../../test/decision-offices.ts'
import { post, visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { applyList, loadSampleProjects, projectOf } from '../../../test/sample-projects.ts'
import { preparedSelection } from '../../../test/selection.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { actorOf } from '../people/index.ts'
import { selectionsModule } from './module.ts'
import { pages } from './pages.tsx'
import { callSelection } from './prepare-actions.ts'
import { readSelection } from './reading.ts'
import type { Room } from './room.ts'
import { candidatesFromList } from './take-in-page.tsx'
import { takeInText } from './take-in-text.ts'

// From a list of projects to the candidates of a meeting: what is told before anything is taken in is what comes.

let database: TestDatabase
let stage: Stage
let ecosystem = ''
let elsewhere = ''
let people: Record<'coordinator' | 'member' | 'both' | 'other', TestPerson>
const t = takeInText.fi
const list = '/projects?fund=ERDF&status=running'
const taking = `/selections/take-in?q=${encodeURIComponent(list)}`

beforeAll(async () => {
  database = await freshDatabase()
  await loadSampleProjects(database.db)
  const now = new Date('2026-11-21T10:00:00Z')
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const keys = await database.db.selectFrom('ecosystem').select(['id', 'key']).execute()
  const idOf = (key: string) => keys.find((e) => e.key === key)!.id
  ecosystem = idOf('hev')
  elsewhere = idOf('vitali')
  await applyList(
    database.db,
    'more.csv',
    '2014-01-01',
    [1, 2, 3].map((n) => projectOf('kolmikko', n)),
  )
  await applyList(database.db, 'closed.csv', '2014-01-01', [projectOf('salainen', 1)], {
    share: 'agreement',
    ecosystem: elsewhere,
  })
  people = {
    coordinator: await somebody(database, 'Kaisa Koordinaattori', [['coordinator', ecosystem]]),
    member: await somebody(database, 'Meri Jäsen', [['city-decider', ecosystem]]),
    both: await somebody(database, 'Bertta Kummassakin', [
      ['coordinator', ecosystem],
      ['member', elsewhere],
    ]),
    other: await somebody(database, 'Eero Etäinen', [['coordinator', elsewhere]]),
  }
  stage = {
    ...decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-take-in-'))),
    drafts: new Map(selectionsModule.drafts!.map((d) => [d.kind, d])),
    now,
  }
})
afterAll(() => database.drop())

const acting = async (who: keyof typeof people): Promise<Stage> => ({
  ...stage,
  actor: await actorOf(database.db, people[who].session, stage.now),
})
const page = async (who: keyof typeof people, address: string) =>
  whatIsSent(await visit(pages, await acting(who), address))
const prepared = () =>
  preparedSelection(database, ecosystem, [
    [people.member.id, 'chair'],
    [people.coordinator.id, 'member'],
  ])
const codes = async (selection: string) =>
  (
    await actingAs(database, stage, people.coordinator)<Room>(readSelection, { selection })
  ).candidates.flatMap((c) => /^Hanke (\S+?),/.exec(c.source)?.[1] ?? [])

it('the list has a way to it for who prepares meetings, with the filters of the list', async () => {
  const shown = async (actor: PageRequest['actor']) =>
    candidatesFromList.show({ actor, language: 'fi', link: (p: string) => p } as PageRequest, list)
  const button = await shown((await acting('coordinator')).actor)
  expect(await whatIsSent({ as: 'fragment', body: button!.body })).toContain(`href="${taking}"`)
  expect(await shown((await acting('member')).actor)).toBeUndefined()
  expect(await shown({ kind: 'visitor' })).toBeUndefined()
})

it('one chooses among the meetings that one prepares; each says what it has and would take in', async () => {
  const { selection } = await prepared()
  const html = await page('coordinator', taking)
  expect(html).toContain(`/selections/${selection}/candidates?q=${encodeURIComponent(list)}#projects`)
  expect(html).toContain(t.lead(3, String(3)))
  expect(html).toContain(`/selections/new?q=${encodeURIComponent(list)}`)
  expect(await page('other', taking)).not.toContain(selection)
  await expect(page('member', taking)).rejects.toMatchObject({ kind: 'forbidden' })
  const nothing = await page('coordinator', '/selections/take-in?q=/projects?q=olematonsana')
  expect(nothing).toContain(t.nothing)
})

it('takes in exactly what was told, once; what is there already cannot be chosen again', async () => {
  const { selection } = await prepared()
  const address = `/selections/${selection}/candidates?q=${encodeURIComponent(list)}`
  const before = await page('coordinator', address)
  expect(before).toContain(t.would(3))
  const box = /name="project" value="([^"]+)"/g
  const [first] = [...before.matchAll(box)].map((m) => m[1]!)
  expect([...before.matchAll(box)]).toHaveLength(3)
  const send = async (values: Record<string, string | readonly string[]>) =>
    post(pages, await acting('coordinator'), `/selections/${selection}/candidates/projects`, {
      q: list,
      'money-eur': 'granted',
      ...values,
    })
  expect(await send({ project: [first!] })).toMatchObject({ as: 'redirect' })
  const between = await page('coordinator', address)
  expect(between).toContain(t.would(2))
  expect(between).toContain(t.known(1))
  expect(between).toContain(t.isKnown)
  expect([...between.matchAll(box)].map((m) => m[1])).not.toContain(first)
  await send({ all: '1' })
  expect((await codes(selection)).sort()).toEqual(['kolmikko1', 'kolmikko2', 'kolmikko3'])
  const after = await page('coordinator', address)
  expect(after).toContain(t.allKnown)
  expect(after).not.toContain('name="all"')
  await send({ all: '1' })
  expect(await codes(selection)).toHaveLength(3)
})

it('counts no other money as euros', async () => {
  const { selection } = await prepared()
  const q = '/projects?q=Nordisk'
  await post(pages, await acting('coordinator'), `/selections/${selection}/candidates/projects`, {
    q,
    all: '1',
    'money-eur': 'granted',
  })
  const { candidates } = await actingAs(
    database,
    stage,
    people.coordinator,
  )<Room>(readSelection, { selection })
  expect(candidates.at(-1)).toMatchObject({ title: { fi: 'Nordisk digital samverkan' }, costs: {} })
})

it('says what it cannot take: another ecosystem’s projects, which its reader happens to see', async () => {
  const { selection } = await prepared()
  const q = encodeURIComponent('/projects?q=salainen')
  const html = await page('both', `/selections/${selection}/candidates?q=${q}`)
  expect(html).toContain(t.isClosed)
  expect(html).toContain(t.noneComes)
  expect(html).toContain(t.closed(1))
  expect(html).not.toContain('name="project"')
  expect(html).not.toContain('name="all"')
})

it('a new meeting goes on with the same list', async () => {
  const form = await page('coordinator', `/selections/new?q=${encodeURIComponent(list)}`)
  const action = /action="([^"]*\/selections\?[^"]*)"/.exec(form)![1]!.replaceAll('&amp;', '&')
  const made = await post(pages, await acting('coordinator'), action, {
    name: 'Luettelosta',
    day: '1.3.2027',
    criteria: 'Vaikuttavuus',
    budgets: 'Rahoitus | 100 000',
    low: '1',
    high: '5',
  })
  expect(made).toMatchObject({ as: 'redirect' })
  const { to } = made as { to: string }
  expect(to).toMatch(/^\/selections\/[0-9a-f-]{36}\/candidates\?q=/)
  expect(await page('coordinator', to)).toContain(t.would(3))
  // An address of another site leads nowhere.
  const away = await page('coordinator', '/selections/new?q=//paha.example/projects')
  expect(away).not.toContain('paha.example')
})

it('members see the candidates of a meeting that they are called to, and no way to take in more', async () => {
  const { selection } = await prepared()
  await actingAs(database, stage, people.coordinator)(callSelection, { selection })
  const html = await page('member', `/selections/${selection}/candidates?q=${encodeURIComponent(list)}`)
  expect(html).toContain('Hanke 1')
  expect(html).not.toContain('name="project"')
  expect(html).not.toContain('/candidates/sheet')
  expect(html).not.toContain('/candidates/remove')
})
