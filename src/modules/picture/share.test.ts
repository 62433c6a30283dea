import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { applyList, loadSampleProjects, projectOf, sampleNow } from '../../../test/sample-projects.ts'
import { perform } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { canSee, type ShareLevel, shareLevels } from '../../kernel/share.ts'
import { modules } from '../../modules.ts'
import { readList } from '../saved/lists.ts'
import { importById, shareText } from '../sources/index.ts'

let database: TestDatabase
const [own, other] = [newId(0), newId(0)]
/** The closed lists, by the word that each of their projects bears. */
const closed: { word: string; share: ShareLevel; ecosystem: string; list: string }[] = []

const actions = modules.flatMap((m) => [...(m.actions ?? []), ...(m.innerActions ?? [])])
const actionOf = (name: string) => actions.find((a) => a.name === name)!
const pages = modules.flatMap((m) => m.pages ?? [])

const stageOf = (actor: Actor): Stage =>
  ({
    database: database.db,
    actor,
    now: sampleNow,
    language: 'fi',
    way: 'api',
    subjects: new Map(modules.flatMap((m) => m.subjects ?? []).map((s) => [s.kind, s])),
    turns: [],
    permissions: [],
    finders: [],
    jobs: { enqueue: async () => newId(), emit: async () => undefined },
  }) as unknown as Stage
const person = (office: string, ecosystem: string | null, linked: string[] = []): Actor => ({
  kind: 'person',
  id: newId(0),
  name: 'Testi',
  offices: [{ office, ecosystem }],
  organisations: [],
  linked,
})
/** What the answers of the actions asked here have among them. */
type Answer = {
  items: { id: string; code: string; led: number; joined: number }[]
  total: number
  closed: number
  ids: string[]
  name: string
  led: number
  joined: number
  years: { joined: number }[]
  totals: Record<string, number>
}
const ask = (actor: Actor, name: string, input: object) =>
  perform(actionOf(name), stageOf(actor), input) as Promise<Answer>
/** Euros granted in all, as the picture sums them. */
const grantedTo = async (actor: Actor) => {
  const { total } = (await perform(actionOf('figures.sum'), stageOf(actor), {})) as {
    total: { granted: string }
  }
  return Number(total.granted)
}

beforeAll(async () => {
  database = await freshDatabase()
  await loadSampleProjects(database.db)
  for (const [id, key] of [
    [own, 'oma'],
    [other, 'muu'],
  ]) {
    await execute(
      database.db,
      `insert into ecosystem (id, key, kind, position, featured, name, unofficial, summary, description, regions, municipalities, share, created_at, updated_at, lexemes)
       values ($1, $2, 'region', 1, false, '{"fi":"E"}', '{}', '{"fi":"E"}', '{"fi":"E"}', '{}', '{}', 'public', now(), now(), '')`,
      [id, key],
    )
  }
  for (const [place, ecosystem] of [
    ['oma', own],
    ['muu', other],
  ] as const) {
    for (const share of ['own', 'agreement', 'network'] as const) {
      const word = `salainen${place}${share}`
      const rows = [projectOf(word, 1), projectOf(word, 2)]
      const list = await applyList(database.db, `${word}.csv`, '2020-01-01', rows, { share, ecosystem })
      await execute(database.db, `update import set state = 'applied', applied_at = $2 where id = $1`, [
        list,
        sampleNow,
      ])
      closed.push({ word, share, ecosystem, list })
    }
  }
}, 60_000)
afterAll(() => database.drop())

const seenBy = (actor: Actor) => closed.filter((c) => canSee(actor, c))
const hiddenFrom = (actor: Actor) => closed.filter((c) => !canSee(actor, c))
const publicProjects = 5

const readers: Record<string, () => Actor> = {
  'a visitor': () => ({ kind: 'visitor' }),
  'a viewer of the ecosystem': () => person('viewer', own),
  'its coordinator': () => person('coordinator', own),
  'a member elsewhere': () => person('member', other),
  'a member of a linked one': () => person('member', other, [own]),
  'a viewer everywhere': () => person('viewer', null),
  'a coordinator everywhere': () => person('coordinator', null),
  'the product itself': () => ({ kind: 'system', name: 'test' }),
}

describe('projects that are not public', () => {
  it('are listed, counted and summed for those alone who may see each of them', async () => {
    const anOffice = fc.record({
      office: fc.constantFrom('coordinator', 'preparer', 'member', 'viewer', 'administrator'),
      ecosystem: fc.constantFrom(own, other, null),
    })
    const anyone: fc.Arbitrary<Actor> = fc.oneof(
      fc.constant<Actor>({ kind: 'visitor' }),
      fc.record({
        kind: fc.constant('person' as const),
        id: fc.constant(newId(0)),
        name: fc.constant('N'),
        offices: fc.array(anOffice, { maxLength: 2 }),
        organisations: fc.constant([]),
        linked: fc.subarray([own, other]),
      }),
    )
    await fc.assert(
      fc.asyncProperty(anyone, async (actor) => {
        const seen = seenBy(actor)
        const found = await ask(actor, 'projects.list', { limit: 100, sort: 'name' })
        const codes = found.items.map((p) => p.code).filter((c: string) => /salainen/.test(c))
        expect(codes.sort()).toEqual(seen.flatMap((c) => [`${c.word}1`, `${c.word}2`]).sort())
        expect(found.total).toBe(publicProjects + 2 * seen.length)
        expect(await grantedTo(actor)).toBe(799_000 + 2000 * seen.length)
        const trace = await ask(actor, 'figures.trace', { figure: 'projects', fund: 'ERDF' })
        expect(trace.closed).toBe(2 * seen.length)
        const searched = await ask(actor, 'projects.list', { q: 'hanke', limit: 100 })
        expect(searched.total).toBe(2 * seen.length)
        const { ids } = await ask(actor, 'projects.select', { sort: '-granted' })
        expect(ids).toHaveLength(publicProjects + 2 * seen.length)
        const narrow = await ask(actor, 'projects.list', { min: '500', max: '1500', limit: 100 })
        expect(narrow.items).toHaveLength(2 * seen.length)
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  for (const [name, make] of Object.entries(readers)) {
    it(`are told nowhere to ${name} beyond what the share level gives`, async () => {
      const actor = make()
      const seen = seenBy(actor)
      const all = await database.db.selectFrom('project').select(['id', 'code']).execute()
      const organisations = await database.db.selectFrom('organisation').select(['id', 'name']).execute()
      const said: string[] = []
      const tell = async (name: string, input: object) => {
        const answer = await ask(actor, name, input).catch((error) => {
          if (!(error instanceof Refusal)) throw error
          // What was asked is said back; of the reader's office nothing is.
          return error.kind === 'missing' || error.kind === 'forbidden' ? null : Promise.reject(error)
        })
        said.push(JSON.stringify(answer))
      }
      for (const { word, list } of closed) {
        await tell('projects.list', { q: word, limit: 50 })
        said.push(said.pop()!.replace(/"words":"\w+"/, ''))
        for (const n of [1, 2]) {
          await tell('projects.get', { code: `${word}${n}` })
          await tell('projects.context', { code: `${word}${n}` })
          await tell('projects.provenance', { code: `${word}${n}`, field: 'granted' })
        }
        await tell('source.get', { id: list })
        await tell('organisations.list', { q: `${word} Oy` })
        await tell('search.everything', { q: `${word} Oy` })
        await tell('search.everything', { q: `${word}1` })
      }
      await tell('projects.rows', { ids: all.map((p) => p.id) })
      for (const o of organisations) await tell('organisations.get', { id: o.id })
      await tell('organisations.list', { limit: 100 })
      await tell('leads.rank', { limit: 100 })
      await tell('lists.behind', {})
      await tell('figures.trace', { figure: 'granted' })
      await tell('projects.lists-behind', {})
      await tell('source.list', { limit: 100 })
      await tell('addresses.list', { kind: 'projects' })
      await tell('addresses.list', { kind: 'organisations' })
      await tell('projects.context', { code: 'A10001' })
      await tell('organisations.pairs', {})
      for (const path of ['/projects', '/organisations']) {
        said.push(JSON.stringify(await readList(database.db, actor, { path, question: '' })))
      }
      for (const path of [
        '/',
        '/projects',
        '/projects/export.csv',
        '/projects/export.json',
        '/projects/provenance',
        '/provenance?figure=granted',
        '/provenance?figure=leads',
        '/organisations',
        '/regions',
        '/regions/MK19',
        '/authorities/lapin-liitto',
        '/feed.xml',
        '/sitemap/organisations-1.xml',
        '/sitemap/projects-1.xml',
        '/sources',
      ]) {
        said.push(await whatIsSent(await visit(pages, stageOf(actor), path)))
      }
      const whole = said.join('\n')
      expect(hiddenFrom(actor).flatMap(({ word }) => (whole.includes(word) ? [word] : []))).toEqual([])
      expect(seen.flatMap(({ word }) => (whole.includes(word) ? [] : [word]))).toEqual([])
    })
  }

  it('are marked in a file that holds them, and leave no trace in one that does not', async () => {
    for (const make of Object.values(readers)) {
      const actor = make()
      const file = await whatIsSent(await visit(pages, stageOf(actor), '/projects/export.json'))
      const rows = JSON.parse(file) as Record<string, string>[]
      const seen = seenBy(actor)
      expect(rows).toHaveLength(publicProjects + 2 * seen.length)
      for (const row of rows) {
        const from = closed.find(({ word }) => row.Koodi!.startsWith(word))
        const said = seen.length === 0 ? undefined : shareText.fi.shares[from?.share ?? 'public']
        expect(row[shareText.fi.share]).toBe(said)
      }
    }
  })

  it('do not count for an organisation where the reader does not see them', async () => {
    const university = await database.db
      .selectFrom('organisation')
      .where('name', '=', 'Oulun yliopisto')
      .select('canonical_id as id')
      .executeTakeFirstOrThrow()
    for (const make of Object.values(readers)) {
      const actor = make()
      const found = await ask(actor, 'organisations.get', { id: university.id })
      const joined = 2 * seenBy(actor).length
      expect([found.led, found.joined]).toEqual([1, 1 + joined])
      expect(found.years.reduce((n, y) => n + y.joined, 0)).toBe(1 + joined)
      const listed = await ask(actor, 'organisations.list', { limit: 100 })
      const inList = listed.items.find((o) => o.id === university.id)
      expect([inList?.led, inList?.joined]).toEqual([1, 1 + joined])
    }
  })

  it('are spoken of by those alone who see them', async () => {
    const [subject] = modules.flatMap((m) => m.subjects ?? []).filter((s) => s.kind === 'project')
    const rows = await database.db.selectFrom('project').select(['id', 'share', 'ecosystem_id']).execute()
    for (const row of rows) {
      const found = await subject!.find(database.db, row.id)
      expect(found!.record).toMatchObject({ share: row.share, ecosystem: row.ecosystem_id })
    }
  })

  it('offer nobody their words as what may have been meant', async () => {
    const { rows } = await database.pool.query(`select word from search_word where word like 'salai%'`)
    expect(rows).toEqual([])
  })
})

describe('a list that changes its share level', () => {
  const coordinator = () => person('coordinator', own)
  const visitor: Actor = { kind: 'visitor' }
  const word = 'salainenomaagreement'
  const shared = (share: ShareLevel) => {
    const { list } = closed.find((c) => c.word === word)!
    return ask(coordinator(), 'import.share', { id: list, share })
  }
  const idsOf = async () =>
    (
      await database.db
        .selectFrom('project')
        .where('code', 'like', `${word}%`)
        .select('id')
        .orderBy('id')
        .execute()
    ).map((p) => p.id)

  it('takes its projects along, which stay the same projects', async () => {
    const before = await idsOf()
    await shared('public')
    expect(await idsOf()).toEqual(before)
    expect((await ask(visitor, 'projects.list', { q: word })).total).toBe(2)
    expect((await ask(visitor, 'projects.get', { code: `${word}1` })).name).toBe(`Hanke ${word}`)
    expect(
      (await ask(visitor, 'search.everything', { q: `${word} Oy` })).totals.organisation,
    ).toBeGreaterThan(0)
    expect(await grantedTo(visitor)).toBe(801_000)
    for (const level of shareLevels) {
      await shared(level)
      expect(await idsOf()).toEqual(before)
      const rows = await database.db
        .selectFrom('project as p')
        .innerJoin('project_search as s', 's.project_id', 'p.id')
        .where('p.code', 'like', `${word}%`)
        .select(['p.share', 'p.ecosystem_id', 's.share as found', 's.ecosystem_id as where'])
        .execute()
      const ecosystem = level === 'public' ? null : own
      for (const row of rows)
        expect(row).toEqual({ share: level, ecosystem_id: ecosystem, found: level, where: ecosystem })
    }
    await shared('agreement')
    expect((await ask(visitor, 'projects.list', { q: word })).total).toBe(0)
    await expect(ask(visitor, 'projects.get', { code: `${word}1` })).rejects.toMatchObject({
      kind: 'missing',
    })
  })

  it('waits for a job when it is long, and says so', async () => {
    const { list } = closed.find((c) => c.word === word)!
    const found = () => importById(database.db, list)
    await execute(database.db, `update import set staged_rows = 5000 where id = $1`, [list])
    expect(await shared('network')).toEqual({ id: list, done: false })
    expect(await found()).toMatchObject({ share: 'agreement', shareWanted: 'network' })
    await expect(shared('own')).rejects.toMatchObject({ kind: 'conflict' })
    const job = modules.flatMap((m) => m.jobs ?? []).find((j) => j.name === 'projects.share-import')!
    await job.run(stageOf({ kind: 'system', name: 'job' }), { importId: list }, async () => undefined)
    expect(await found()).toMatchObject({ share: 'network', shareWanted: null })
    const rows = await database.db
      .selectFrom('project')
      .where('code', 'like', `${word}%`)
      .select('share')
      .execute()
    expect(rows.map((p) => p.share)).toEqual(['network', 'network'])
    await execute(database.db, `update import set staged_rows = 2 where id = $1`, [list])
    await shared('agreement')
  })

  it('shares a project no more widely than the narrowest of its lists', async () => {
    const shareOf = async () =>
      (await database.db.selectFrom('project').where('code', '=', `${word}1`).select('share').execute())[0]!
        .share
    const rows = [{ ...projectOf(word, 1), granted: '7.00' }]
    const list = await applyList(database.db, 'suppea.csv', '2023-01-01', rows, {
      share: 'own',
      ecosystem: own,
    })
    await execute(database.db, `update import set state = 'applied' where id = $1`, [list])
    expect(await shareOf()).toBe('own')
    await ask(coordinator(), 'import.share', { id: list, share: 'network' })
    expect(await shareOf()).toBe('agreement')
    await ask(coordinator(), 'import.share', { id: list, share: 'public' })
    const both = await database.db
      .selectFrom('project')
      .where('code', '=', `${word}1`)
      .select(['share', 'granted', 'statements'])
      .orderBy('share')
      .execute()
    expect(both).toEqual([
      { share: 'agreement', granted: '1000.00', statements: 1 },
      { share: 'public', granted: '7.00', statements: 1 },
    ])
    await ask(coordinator(), 'import.share', { id: list, share: 'agreement' })
    expect(await shareOf()).toBe('agreement')
    expect((await ask(visitor, 'projects.list', { q: word })).total).toBe(0)
  })

  it('may only by a coordinator of its ecosystem', async () => {
    const { list } = closed.find((c) => c.word === word)!
    for (const actor of [visitor, person('viewer', own), person('coordinator', other)]) {
      await expect(ask(actor, 'import.share', { id: list, share: 'public' })).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })

  it('says nothing of a public project until it is public, and takes its word back when it is not', async () => {
    const title = async () => (await ask(visitor, 'projects.get', { code: 'A10004' })).name
    const rows = [{ ...projectOf('vaihtuva', 1), code: 'A10004' }, projectOf('vaihtuva', 2)]
    const hand = { share: 'agreement', ecosystem: own } as const
    const list = await applyList(database.db, 'vaihtuva.csv', '2022-01-01', rows, hand)
    await execute(database.db, `update import set state = 'applied' where id = $1`, [list])
    const share = (level: ShareLevel) => ask(coordinator(), 'import.share', { id: list, share: level })
    const counted = async (actor: Actor) => (await ask(actor, 'projects.list', { q: 'vaihtuva' })).total
    expect(await title()).toBe('Avoin data maakunnissa')
    expect([await counted(visitor), await counted(coordinator())]).toEqual([0, 1])
    await share('public')
    expect(await title()).toBe('Hanke vaihtuva')
    expect([await counted(visitor), await counted(coordinator())]).toEqual([2, 2])
    await share('own')
    expect(await title()).toBe('Avoin data maakunnissa')
    expect([await counted(visitor), await counted(coordinator())]).toEqual([0, 1])
  })
})
