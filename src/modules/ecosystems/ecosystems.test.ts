import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { snapshot, transaction } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import { get, list } from './actions.ts'
import { loadShippedEcosystems } from './load.ts'
import { readEcosystems } from './queries.ts'
import { shippedEcosystems, shippedSources } from './shipped.ts'

const now = new Date('2026-11-21T06:00:00Z')
let database: TestDatabase
let stage: Stage

beforeAll(async () => {
  database = await freshDatabase()
  stage = { database: database.db, actor: { kind: 'visitor' }, now, language: 'fi' } as Stage
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
})
afterAll(() => database.drop())

const listed = async (raw: object) => (await perform(list, stage, raw)).items.map((e) => e.key)

describe('loading the shipped ecosystems', () => {
  it('keeps every fact: what is read back is what was shipped', async () => {
    const read = await snapshot(database.db, (db) => readEcosystems(db, {}, 100, 0))
    const shipped = shippedEcosystems.map((e) => ({
      ...e,
      // A tie to a record of ours is read back with that record's name.
      links: e.links.map((l) => ({
        ...l,
        ...(l.to && !l.name && { name: shippedEcosystems.find((x) => x.key === l.to)!.name }),
      })),
    }))
    expect(read).toEqual(shipped)
  })
  it('does nothing the second time, and leaves what people have changed', async () => {
    const before = await revision(database.db)
    await sql`update ecosystem set name = '{"fi": "Oma nimi"}' where key = 'vitali'`.execute(database.db)
    expect(await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))).toBe(0)
    expect(await revision(database.db)).toBe(before)
    expect((await perform(get, stage, { key: 'vitali' })).ecosystem.name).toEqual({ fi: 'Oma nimi' })
  })
})

describe('ecosystems.list', () => {
  it('narrows by kind, region and parent, with a total that does not depend on paging', async () => {
    expect((await perform(list, stage, { limit: '3', offset: '1' })).total).toBe(20)
    expect(await listed({ limit: '3', offset: '1' })).toEqual(['ic16', 'sixnet', 'hgie'])
    expect(await listed({ kind: ['region', 'theme-network'] })).toEqual(['sixnet', 'hgie'])
    expect(await listed({ region: 'MK05' })).toEqual(['sixnet', 'hgie'])
    expect(await listed({ parent: 'ic16' })).toHaveLength(16)
  })
  it.each([
    ['fotoniikkaa', 'joensuu'],
    ['akkukemian', 'kokkola'],
    ['hankintayksikkö', 'vitali'],
    ['Sotkamossa', 'kajaani'],
    ['grön elektrifiering', 'lappeenranta'],
    ['arctic tourism', 'rovaniemi'],
    ['teollisuusverkosto', 'sixnet'],
    ['mätteknik', 'kajaani'],
  ])('finds "%s" in any of the three languages', async (q, key) => {
    expect(await listed({ q })).toContain(key)
  })
  it('answers an empty list when nothing is like the words', async () => {
    expect(await perform(list, stage, { q: 'xyzzyqwkj' })).toMatchObject({ items: [], total: 0 })
  })
})

describe('ecosystems.get', () => {
  it('brings what belongs to it and the sources of its facts', async () => {
    const found = await perform(get, stage, { key: 'ic16' })
    expect(found.children).toHaveLength(16)
    expect(found.sources['pirkanmaa-ic16']).toEqual(shippedSources['pirkanmaa-ic16'])
  })
  it('refuses a key that is not there, in words', async () => {
    await expect(perform(get, stage, { key: 'nowhere' })).rejects.toMatchObject({
      kind: 'missing',
      reason: 'ecosystem.missing',
    })
  })
  it('shows nothing that is not public', async () => {
    await sql`update ecosystem set share = 'network' where key = 'mikkeli'`.execute(database.db)
    await expect(perform(get, stage, { key: 'mikkeli' })).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await perform(list, stage, {})).total).toBe(19)
    await sql`update ecosystem set share = 'public' where key = 'mikkeli'`.execute(database.db)
  })
})
