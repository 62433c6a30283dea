import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { anOrganisation } from '../../../test/organisations.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { networkCapable } from './cell-actions.ts'
import { networkLearning } from './learning-actions.ts'
import { makePicture } from './making.ts'
import { networkMeet } from './meet-actions.ts'
import { networkRegions } from './region-actions.ts'

const now = new Date('2026-11-23T06:00:00Z')
let database: TestDatabase
let stage: Stage
const ids: Record<string, string> = {}
const key = 'sixnet'
// Pirkanmaa and Kanta-Häme, two of SIXNET's five regions.
const [pirkanmaa, hame] = ['MK06', 'MK05']

beforeAll(async () => {
  database = await freshDatabase()
  stage = { database: database.db, actor: { kind: 'visitor' }, way: 'page', now, language: 'fi' } as Stage
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  for (const name of ['Alfa Oy', 'Beeta Oy', 'Gamma Oy', 'Delta Oy'])
    ids[name] = await anOrganisation(database, name)
  await placed('Alfa Oy', pirkanmaa)
  await placed('Beeta Oy', hame)
  await placed('Gamma Oy', pirkanmaa)
  await placed('Delta Oy', hame)
  await fact('Delta Oy', 'need', 'Robotiikan perusteet')
  await role('Delta Oy', 'public')
  await role('Gamma Oy', 'agreement')
  await fact('Alfa Oy', 'need', 'Robotiikan kokeilu hitsaukseen')
  await fact('Beeta Oy', 'offer', 'Robotiikan testialusta')
  await fact('Gamma Oy', 'offer', 'Robotiikan koulutus')
  for (const [a, b] of [
    ['Alfa Oy', 'Beeta Oy'],
    ['Beeta Oy', 'Gamma Oy'],
  ] as const)
    await database.db
      .insertInto('network_tie')
      .values({
        ...{ id: newId(now.getTime()), from_id: ids[a]!, to_id: ids[b]!, kind: 'supplies', strength: 2 },
        ...{ source: 'stated', share: 'public', by_whom: 'Anna Alfa', at: now, starts_on: '2026-03-01' },
      })
      .execute()
  await transaction(database.db, (tx) => bumpRevision(tx))
  await makePicture(stage)
})
afterAll(() => database.drop())

const placed = (name: string, region: string) =>
  database.db.updateTable('organisation').set({ region }).where('id', '=', ids[name]!).execute()

async function role(name: string, share: string) {
  const id = newId(now.getTime())
  const { id: ecosystem } = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  await database.db
    .insertInto('operating_item')
    .values({
      ...{ id, entry_id: id, ecosystem_id: ecosystem, kind: 'role', organisation_id: ids[name]! },
      content: JSON.stringify({ title: {}, text: {}, role: 'user', starts: '2026-01-01', ends: null }),
      ...{ share, by_whom: 'Kaarlo', at: now },
    })
    .execute()
}

async function fact(name: string, kind: string, title: string, share = 'public') {
  const id = newId(now.getTime())
  await database.db
    .insertInto('profile_fact')
    .values({
      ...{
        id,
        entry_id: id,
        organisation_id: ids[name]!,
        kind,
        content: JSON.stringify({ title: { fi: title } }),
      },
      ...{
        subjects: [],
        share,
        exercise: false,
        by_whom: 'Anna',
        office: 'keeper',
        at: now,
        prefilled: false,
      },
      lexemes: '',
    })
    .execute()
}

describe('the theme network by region', () => {
  it('has the regions that the ecosystem names as columns, and all on demand', async () => {
    const own = await perform(networkRegions, stage, { key })
    expect(own.regions).toHaveLength(5)
    expect(own.regions).toContain(pirkanmaa)
    expect((await perform(networkRegions, stage, { key, all: true })).regions.length).toBeGreaterThan(15)
    await expect(perform(networkRegions, stage, { key: 'none' })).rejects.toMatchObject({ kind: 'missing' })
  })

  it('counts those who say in their profile that they know a subject, by their region', async () => {
    const { cells, subjects } = await perform(networkRegions, stage, { key })
    expect(subjects.length).toBeGreaterThan(0)
    const here = cells.filter((cell) => cell.region === hame)
    expect(here.map((cell) => [cell.actors, cell.projects, cell.granted])).toContainEqual([1, 0, '0.00'])
    const [subject] = here.map((cell) => cell.subject)
    const behind = await perform(networkCapable, stage, { key, region: hame, subject })
    expect(behind.items.map((one) => [one.id, one.says[0]?.fi])).toEqual([
      [ids['Beeta Oy'], 'Robotiikan testialusta'],
    ])
    await expect(
      perform(networkCapable, stage, { key, region: hame, subject: 'ei-ole' }),
    ).rejects.toMatchObject({ kind: 'missing' })
  })

  it('names from whom one could learn, the other region first, with the reason', async () => {
    const { pairs, needs } = await perform(networkLearning, stage, { key, actor: ids['Alfa Oy'] })
    expect(needs).toBe(1)
    expect(pairs[0]?.teachers.map((one) => [one.id, one.across])).toEqual([
      [ids['Beeta Oy'], true],
      [ids['Gamma Oy'], false],
    ])
    expect(pairs[0]?.teachers[0]?.grounds).toEqual([{ by: 'offer', title: { fi: 'Robotiikan testialusta' } }])
  })

  it('counts as members those whose role people have stated in public, and asks what they look for', async () => {
    const { members } = await perform(networkRegions, stage, { key })
    const names = members.map((one) => one.name)
    expect(names).toContain('Delta Oy')
    expect(names).not.toContain('Gamma Oy')
    const { pairs } = await perform(networkLearning, stage, { key })
    expect(pairs.map((pair) => [pair.seeker.name.fi, pair.teachers[0]?.name.fi])).toEqual([
      ['Delta Oy', 'Gamma Oy'],
    ])
  })

  it('shows nobody what a profile shares with others alone', async () => {
    await fact('Beeta Oy', 'need', 'Robotiikan tuki', 'own')
    const { needs } = await perform(networkLearning, stage, { key, actor: ids['Beeta Oy'] })
    expect(needs).toBe(0)
  })
})

it('those who share a partner and are not tied might meet', async () => {
  const { items } = await perform(networkMeet, stage, { id: ids['Alfa Oy'] })
  expect(items.map((one) => [one.name, one.common, one.partners.map((p) => p.name)])).toEqual([
    ['Gamma Oy', 1, ['Beeta Oy']],
  ])
})
