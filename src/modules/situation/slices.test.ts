import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { createFiles } from '../../kernel/file.ts'
import { datasets, headOf, shippedStatistics } from '../statistics/index.ts'
import { sliceOf } from './rules.ts'
import { narrowedBy, sliceFault } from './slices.ts'

const visitor = { kind: 'visitor' } as const
const research = 'statfin_tkke_pxt_13tn'
let database: TestDatabase
let ids: Map<string | null, string>

beforeAll(async () => {
  database = await freshDatabase()
  const stage = {
    database: database.db,
    actor: { kind: 'system', name: 'test' },
    way: 'command',
    now: new Date('2026-11-23T09:00:00Z'),
    language: 'fi',
    subjects: new Map(),
    files: createFiles(await mkdtemp(join(tmpdir(), 'talkoot-slices-'))),
    jobs: { enqueue: async () => 'x', emit: async () => undefined },
  } as unknown as Stage
  await shippedStatistics(stage)
  const { items } = await datasets(database.db, stage.actor, stage.now)
  ids = new Map(items.map(({ id, table }) => [table, id]))
})
afterAll(() => database.drop())

const faultOf = (table: string, query: string) =>
  sliceFault(database.db, visitor, sliceOf(`/statistics/${ids.get(table)}?${query}`)!)

describe('a slice of statistics', () => {
  it('is one figure for each place and period, whatever place and period its address names', async () => {
    expect(await faultOf(research, 'd.Sektori=SSS&d.Tiedot=tk_menot')).toBeUndefined()
    expect(
      await faultOf(research, 'd.Alue=MK05&d.Vuosi=2023&d.Sektori=SSS&d.Tiedot=tk_menot'),
    ).toBeUndefined()
    const { dimensions } = await headOf(database.db, visitor, { dataset: ids.get(research)! })
    const codes = { Alue: 'MK05', Vuosi: '2023', Sektori: 'SSS', Tiedot: 'tk_menot', rows: 'x' }
    expect(narrowedBy(codes, dimensions)).toEqual([
      ['Sektori', 'SSS'],
      ['Tiedot', 'tk_menot'],
    ])
  })

  it('is refused where a classification is left open, or a category is not one of it', async () => {
    expect(await faultOf(research, '')).toBe('openSlice')
    expect(await faultOf(research, 'd.Sektori=SSS')).toBe('openSlice')
    expect(await faultOf(research, 'd.Sektori=SSS&d.Tiedot=toinen')).toBe('openSlice')
    expect(await faultOf('nama_10r_3gdp', 'd.unit=EUR_HAB')).toBeUndefined()
  })

  it('is refused where the readers of the picture may not see it', async () => {
    await execute(database.db, `update statistic_dataset set share = 'own' where id = $1`, [
      ids.get(research),
    ])
    expect(await faultOf(research, 'd.Sektori=SSS&d.Tiedot=tk_menot')).toBe('noDataset')
  })
})
