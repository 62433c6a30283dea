import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { openFolder } from '../../../test/other-process.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import type { Action } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { createFiles } from '../../kernel/file.ts'
import { createLog } from '../../kernel/log.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import {
  confirmImport,
  discardImport,
  getImport,
  importRows,
  listImportsAction,
  receiveImport,
  reviseImport,
  withdrawImport,
} from './actions.ts'
import type { ImportHead } from './queries.ts'
import { importProgress } from './source-actions.ts'
import { waitingImports } from './turns.ts'

const now = new Date('2026-11-21T06:00:00Z')
let database: TestDatabase
let stage: Stage
let places: string[]
const people: Record<string, TestPerson> = {}

beforeAll(async () => {
  database = await freshDatabase()
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const ecosystems = await database.db.selectFrom('ecosystem').select('id').orderBy('key').execute()
  places = ecosystems.map((e) => e.id)
  const [here, there] = places as [string, string]
  people.here = await somebody(database, 'Aino Tässä', [['coordinator', here]])
  people.there = await somebody(database, 'Berit Tuolla', [['coordinator', there]])
  people.both = await somebody(database, 'Cecilia Kumpikin', [
    ['coordinator', here],
    ['coordinator', there],
  ])
  people.everywhere = await somebody(database, 'Dan Kaikkialla', [['coordinator', null]])
  stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'api',
    baseUrl: 'http://localhost',
    now,
    language: 'en',
    files: createFiles(path.join(await openFolder('talkoot-places-'), 'files')),
    jobs: { enqueue: async () => '019b0000-0000-7000-8000-000000000000', emit: async () => undefined },
    subjects: new Map(),
    turns: [],
    permissions: [],
    log: createLog('silent'),
  }
})
afterAll(() => database.drop())

const as = (who: string) => actingAs(database, stage, people[who]!)

async function bringIn(who: string, ecosystem?: string | null): Promise<ImportHead> {
  const kept = await stage.files.put(Readable.from(['Koodi;Nimi\nA1;Hanke\n']), 1e6)
  const input = { name: 'lista.csv', ...kept, ...(ecosystem !== undefined && { ecosystem }) }
  const { id } = await as(who)<{ id: string }>(receiveImport as unknown as Action, input)
  return as(who)(getImport as unknown as Action, { id })
}

describe('the ecosystem of a list that is brought in', () => {
  it('is the one that its bringer coordinates, or the whole installation', async () => {
    expect((await bringIn('here')).ecosystem).toBe(places[0])
    expect((await bringIn('everywhere')).ecosystem).toBe(null)
    expect((await bringIn('everywhere', places[1])).ecosystem).toBe(places[1])
  })

  it('is asked for when there are several, and is one of them', async () => {
    await expect(bringIn('both')).rejects.toMatchObject({ reason: 'imports.choose-ecosystem' })
    expect((await bringIn('both', places[1])).ecosystem).toBe(places[1])
    await expect(bringIn('both', places[2])).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(bringIn('both', null)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(bringIn('here', places[1])).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a list of another ecosystem', () => {
  const deeds = [
    getImport,
    importRows,
    importProgress,
    reviseImport,
    confirmImport,
    withdrawImport,
    discardImport,
  ] as unknown as Action[]

  it('is neither seen, changed, applied, undone nor thrown away by others', async () => {
    const mine = await bringIn('here')
    const everybodys = await bringIn('everywhere')
    for (const action of deeds) {
      const asking = (who: string, id: string) =>
        as(who)(action, { id }).then(
          () => 'done',
          (error: { kind?: string }) => error.kind ?? 'fault',
        )
      expect([action.name, await asking('there', mine.id)]).toEqual([action.name, 'forbidden'])
      expect([action.name, await asking('here', everybodys.id)]).toEqual([action.name, 'forbidden'])
      // Whoever may is refused at most for the state that the list is in.
      for (const who of ['here', 'both', 'everywhere'].slice(0, action === deeds.at(-1) ? 1 : 3)) {
        expect([action.name, who, await asking(who, mine.id)]).not.toContain('forbidden')
      }
    }
  })

  it('is not in their list, nor waiting on their page', async () => {
    const mine = await bringIn('here')
    const listed = async (who: string) =>
      (
        await as(who)<{ items: ImportHead[] }>(listImportsAction as unknown as Action, { limit: 100 })
      ).items.map((i) => i.id)
    expect(await listed('here')).toContain(mine.id)
    expect(await listed('everywhere')).toContain(mine.id)
    expect(await listed('there')).not.toContain(mine.id)
    const { actorOf } = await import('../people/index.ts')
    const waiting = async (who: string) => {
      const actor = await actorOf(database.db, people[who]!.session, now)
      const found = await waitingImports.find({ ...stage, db: database.db, actor } as never)
      return found.map((f) => f.path)
    }
    expect(await waiting('here')).toContain(`/sources/${mine.id}`)
    expect(await waiting('there')).not.toContain(`/sources/${mine.id}`)
  })
})
