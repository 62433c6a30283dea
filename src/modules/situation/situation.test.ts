import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { applyList, loadSampleProjects, projectOf, sampleNow } from '../../../test/sample-projects.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute, transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { modules } from '../../modules.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { traceFigure } from '../picture/index.ts'
import { getFigure, getSituation, listSituations } from './actions.ts'
import { addSituation, composeSituation, endSituation } from './compose-actions.ts'
import type { Content } from './content.ts'
import { makePictures } from './making.ts'
import { idsInOrder } from './rules.ts'

let database: TestDatabase
let stage: Stage
let coordinator: TestPerson
let member: TestPerson
let own: string

const pages = modules.flatMap((m) => m.pages ?? [])
const at = (day: number): Stage => ({
  ...stage,
  actor: { kind: 'system', name: 'test' },
  now: new Date(sampleNow.getTime() + day * 86_400_000),
})
const shown = async (key: string, on?: string, as: Stage = stage) => {
  const found = await perform(getSituation, as, { key, ...(on && { on }) })
  return { ...found, content: found.content as Content }
}
const sent = async (path: string) => whatIsSent(await visit(pages, stage, path))
const compose = (person: TestPerson, key: string, said: object) =>
  actingAs(database, stage, person)(composeSituation, { key, share: 'public', tiles: ['projects'], ...said })

beforeAll(async () => {
  database = await freshDatabase()
  await loadSampleProjects(database.db)
  stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    now: sampleNow,
    language: 'fi',
    way: 'page',
    subjects: new Map(modules.flatMap((m) => m.subjects ?? []).map((s) => [s.kind, s])),
    turns: [],
    permissions: [],
    drafts: new Map(modules.flatMap((m) => m.drafts ?? []).map((d) => [d.kind, d])),
    jobs: { enqueue: async () => newId(), emit: async () => undefined },
    files: { open: () => Readable.from([]) },
  } as unknown as Stage
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, sampleNow))
  own = (
    await database.db
      .selectFrom('ecosystem')
      .select('id')
      .where('key', '=', 'rovaniemi')
      .executeTakeFirstOrThrow()
  ).id
  coordinator = await somebody(database, 'Kaarlo Koordinaattori', [['coordinator', own]])
  member = await somebody(database, 'Maija Mukana', [['member', own]])
  await execute(database.db, `update import set state = 'applied'`)
  await makePictures(at(0))
})
afterAll(() => database.drop())

describe('the pictures', () => {
  it('are made of the country, of each region and of each ecosystem without anybody asking', async () => {
    const { items } = await perform(listSituations, stage, {})
    const keys = items.map(({ key }) => key)
    expect(keys[0]).toBe('nation')
    expect(keys).toEqual(expect.arrayContaining(['region-mk06', 'ecosystem-rovaniemi', 'ecosystem-tampere']))
    expect(items.every(({ madeAt }) => madeAt !== null)).toBe(true)
  })

  it('say of projects what the origin of the same figure says', async () => {
    const { content } = await shown('nation')
    for (const figure of ['projects', 'granted', 'realised'] as const) {
      const traced = await perform(traceFigure, stage, { figure })
      expect(content.figures[`projects.${figure}`]?.value).toBe(traced.value)
    }
  })

  it('lay the sixteen agreements side by side', async () => {
    const { content } = await shown('nation')
    const rows = content.tiles.find(({ kind }) => kind === 'agreements')?.table?.rows ?? []
    expect(rows.length).toBe(16)
    expect(rows.every(({ cells }) => cells.every((id) => id && content.figures[id]))).toBe(true)
  })

  it('lead from every figure and every series to where it comes from, and on to what it is made of', async () => {
    const { items } = await perform(listSituations, stage, {})
    const origins = new Set<string>()
    let walked = 0
    for (const { key } of items) {
      const { content } = await shown(key)
      for (const id of [...idsInOrder(content), ...Object.keys(content.series)]) {
        const told = await perform(getFigure, stage, { key, figure: id })
        const one = (told.figure ?? told.series)!
        expect(told.method.fi, `${key} ${id}`).toBeTruthy()
        expect(told.sources.length, `${key} ${id}`).toBeGreaterThan(0)
        expect(one.origin, `${key} ${id}`).toBeTruthy()
        for (const path of [one.origin, ...told.sources.map(({ path }) => path)]) if (path) origins.add(path)
        walked++
      }
    }
    expect(walked).toBeGreaterThan(200)
    for (const path of origins) {
      const answer = await visit(pages, stage, path)
      expect(answer.as === 'page' ? (answer.status ?? 200) : answer.as, path).toBe(200)
    }
  })

  it('show a figure, its method, its sources and its history on its own page', async () => {
    const { content } = await shown('region-mk19')
    const html = await sent('/situation/region-mk19/figures/projects.projects')
    expect(html).toContain(content.methods[content.figures['projects.projects']!.method]!.fi!)
    expect(html).toContain('/sources/')
    expect(html).toContain('Aiemmat arvot')
  })

  it('are drawn whole, and none of their figures is without the way to its origin', async () => {
    const { content } = await shown('nation')
    const html = await sent('/situation/nation')
    const met = content.tiles.flatMap((t) => [
      ...t.figures,
      ...(t.table?.rows.flatMap(({ cells }) => cells) ?? []),
    ])
    for (const id of met) expect(html).toContain(`/situation/nation/figures/${encodeURIComponent(id!)}`)
  })
})

describe('a snapshot', () => {
  it('is kept where something has changed, only then, and stays as it was', async () => {
    expect(await makePictures(at(1))).toBe(0)
    const before = await shown('nation')
    await applyList(database.db, 'more.csv', '2017-01-01', [projectOf('lisätty', 1)])
    expect(await makePictures(at(2))).toBeGreaterThan(0)
    const after = await shown('nation')
    const count = (content: Content) => Number(content.figures['projects.projects']!.value)
    expect(count(after.content)).toBe(count(before.content) + 1)
    expect(after.since?.changed).toContainEqual({
      figure: 'projects.projects',
      before: String(count(before.content)),
      after: String(count(after.content)),
    })
    const then = await shown('nation', '2026-11-22')
    expect(then.content).toEqual(before.content)
    expect(then.hash).toBe(before.hash)
    await expect(shown('nation', '2026-11-20')).rejects.toThrow()
    expect(await sent('/situation/nation')).toContain('id="changes"')
  })

  it('is the later one however long ago its making began', async () => {
    await applyList(database.db, 'late.csv', '2017-02-01', [projectOf('myöhäinen', 1)])
    const before = await shown('nation')
    expect(await makePictures(at(1))).toBeGreaterThan(0)
    const after = await shown('nation')
    expect(Number(after.content.figures['projects.projects']!.value)).toBe(
      Number(before.content.figures['projects.projects']!.value) + 1,
    )
  })

  it('tells of a figure what it was before', async () => {
    const { history } = await perform(getFigure, stage, { key: 'nation', figure: 'projects.projects' })
    expect(history.length).toBe(3)
    expect(Number(history[0]!.value) - Number(history[1]!.value)).toBe(1)
  })

  it('has all its figures in the files, each with its address', async () => {
    const csv = await sent('/situation/nation/export.csv')
    const { content } = await shown('nation')
    for (const id of Object.keys(content.figures))
      expect(csv).toContain(`http://localhost/situation/nation/figures/${encodeURIComponent(id)}`)
    const svg = await sent('/situation/nation/tiles/money/chart.svg')
    expect(svg).toContain('<svg')
    expect(svg).toContain('Koko maa')
  })
})

describe('who sees what', () => {
  let internal: string

  it('lets the office of the place compose it, and nobody else', async () => {
    await expect(compose(member, 'ecosystem-rovaniemi', {})).rejects.toThrow()
    await expect(compose(coordinator, 'nation', {})).rejects.toThrow()
    await expect(compose(coordinator, 'ecosystem-tampere', {})).rejects.toThrow()
    await compose(coordinator, 'ecosystem-rovaniemi', { tiles: ['projects', 'network'], apart: ['projects'] })
    await expect(compose(coordinator, 'ecosystem-rovaniemi', { version: 1 })).rejects.toThrow()
  })

  it('gives the picture of the country only what an ecosystem shares of itself', async () => {
    await makePictures(at(3))
    const { content } = await shown('nation')
    const rows = content.tiles.find(({ kind }) => kind === 'agreements')!.table!.rows
    const row = rows.find(({ path }) => path === '/situation/ecosystem-rovaniemi')!
    const figures = row.cells.map((id) => content.figures[id!]!)
    expect(figures.filter(({ unit, value }) => unit === 'euro' && value !== null)).toEqual([])
    expect(figures.some(({ missing }) => missing?.fi === 'Ei jaettu')).toBe(true)
  })

  it('shows an internal picture to those of the ecosystem, with what is shared with them', async () => {
    await applyList(database.db, 'closed.csv', '2018-01-01', [projectOf('suljettu', 1)], {
      share: 'agreement',
      ecosystem: own,
    })
    const as = actingAs(database, stage, coordinator)
    internal = (await as<{ key: string }>(addSituation, { key: 'ecosystem-rovaniemi' })).key
    await compose(coordinator, internal, { share: 'agreement', tiles: ['coverage-theme', 'projects'] })
    await makePictures(at(4))
    await expect(shown(internal)).rejects.toThrow()
    const { items } = await perform(listSituations, stage, {})
    expect(items.map(({ key }) => key)).not.toContain(internal)
    const seen = await actingAs(
      database,
      stage,
      member,
    )<{ picture: { share: string }; content: Content }>(getSituation, { key: internal })
    expect(seen.picture.share).toBe('agreement')
    expect(seen.content.tiles.map(({ kind }) => kind)).toContain('projects')
    const open = await shown('ecosystem-rovaniemi')
    const count = (content: Content) => Number(content.figures['projects.projects']?.value)
    expect(count(seen.content)).toBe(count(open.content) + 1)
    await expect(visit(pages, stage, `/situation/${internal}/tiles/projects`)).rejects.toThrow()
    await expect(visit(pages, stage, `/situation/${internal}/embed`)).rejects.toThrow()
  })

  it('takes no slice of a dataset that is not there', async () => {
    const statistics = ['/statistics/019ae8cd-e900-76e3-bddf-66c27ea16142?d.Tiedot=tk_menot']
    await expect(compose(coordinator, 'ecosystem-rovaniemi', { statistics })).rejects.toMatchObject({
      reason: 'situation.noDataset',
    })
  })

  it('closes with its ecosystem, also as it was before', async () => {
    const settle = (share: string) =>
      execute(database.db, `update ecosystem set share = $1 where key = 'rovaniemi'`, [share])
    await settle('agreement')
    try {
      await expect(shown('ecosystem-rovaniemi')).rejects.toThrow()
      await expect(shown('ecosystem-rovaniemi', '2026-11-22')).rejects.toThrow()
      const { items } = await perform(listSituations, stage, {})
      expect(items.map(({ key }) => key)).not.toContain('ecosystem-rovaniemi')
      const seen = await actingAs(
        database,
        stage,
        member,
      )<{ picture: { share: string } }>(getSituation, {
        key: 'ecosystem-rovaniemi',
      })
      expect(seen.picture.share).toBe('agreement')
    } finally {
      await settle('public')
    }
  })

  it('tells of a day that has not come what is known, and of one before all that there is nothing', async () => {
    expect((await shown('nation', '9999-12-31')).content.tiles.length).toBeGreaterThan(0)
    await expect(shown('nation', '0001-01-01')).rejects.toThrow()
  })

  it('keeps the standard picture of a place, and lets an office end its own', async () => {
    const as = actingAs(database, stage, coordinator)
    await expect(as(endSituation, { key: 'ecosystem-rovaniemi' })).rejects.toThrow()
    await as(endSituation, { key: internal })
    await expect(as(getSituation, { key: internal })).rejects.toThrow()
  })

  it('lets a tile of a public picture stand on another site, without navigation', async () => {
    const answer = await visit(pages, stage, '/situation/nation/tiles/projects')
    expect(answer).toMatchObject({ as: 'page', framed: true })
    expect(await sent('/situation/nation/embed')).toContain(
      '&lt;iframe src=&quot;http://localhost/situation/nation/tiles/projects',
    )
  })
})
