import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { transaction } from '../../kernel/db.ts'
import { loadParticipants, loadReference } from './index.ts'

let database: TestDatabase
const now = new Date('2026-11-21T06:00:00Z')
const load = () =>
  transaction(database.db, (tx) => loadParticipants(tx, 'data/organisations/h2020-fi.json', 'FI', now))

beforeAll(async () => {
  database = await freshDatabase()
  await transaction(database.db, (tx) => loadReference(tx, 'data/organisations/ror-nordic.jsonl.gz', now))
})
afterAll(() => database.drop())

const canonicalOf = async (pic: string): Promise<string | undefined> => {
  const { rows } = await database.pool.query<{ name: string }>(
    `select c.name from organisation_identifier i
     join organisation o on o.id = i.organisation_id join organisation c on c.id = o.canonical_id
     where i.scheme = 'pic' and i.value = $1`,
    [pic],
  )
  return rows[0]?.name
}

describe('participants of Horizon 2020', () => {
  it('join those whom the registry knows, by whatever spelling, and nobody else', async () => {
    expect(await load()).toBe(324)
    expect(await canonicalOf('999903355')).toBe('Åbo Akademi University')
    expect(await canonicalOf('934392174')).toBe('AlphaSense Oy')
    const { rows } = await database.pool.query<{ joined: number; numbers: number; twice: number }>(
      `select count(*) filter (where o.canonical_id <> o.id)::int as joined, count(*)::int as numbers,
         (count(*) - count(distinct o.canonical_id))::int as twice
       from organisation_identifier i join organisation o on o.id = i.organisation_id where i.scheme = 'pic'`,
    )
    expect(rows[0]!.numbers).toBe(324)
    expect(rows[0]!.joined).toBeGreaterThan(30)
    expect(rows[0]!.twice).toBe(0)
  })
  it('are loaded once', async () => {
    expect(await load()).toBe(0)
  })
  it('name no person', async () => {
    const { rows } = await database.pool.query<{ people: number }>(
      `select count(*)::int as people from organisation o join organisation_identifier i on i.organisation_id = o.id
       where i.scheme = 'pic' and o.personal`,
    )
    expect(rows[0]).toEqual({ people: 0 })
  })
})
