import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import type { Actor } from './actor.ts'
import { newId } from './id.ts'
import { canSee, overseers, type SharedRecord, shareLevels, visible } from './share.ts'

const ids = (n: number) => Array.from({ length: n }, () => newId(0))
const ecosystems = ids(3)
const organisations = ids(3)
const people = ids(3)

const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list)
const anEcosystem = fc.option(oneOf(ecosystems), { nil: null })
const anOffice = oneOf(['administrator', 'coordinator', 'preparer', 'member', 'viewer'])

const anActor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Actor>({ kind: 'visitor' }) },
  { weight: 1, arbitrary: fc.constant<Actor>({ kind: 'system', name: 'test' }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      id: oneOf(people),
      name: fc.constant('A Person'),
      offices: fc.array(fc.record({ office: anOffice, ecosystem: anEcosystem }), { maxLength: 3 }),
      organisations: fc.uniqueArray(oneOf(organisations), { maxLength: 2 }),
      linked: fc.uniqueArray(oneOf(ecosystems), { maxLength: 2 }),
    }),
  },
)
const aRecord: fc.Arbitrary<SharedRecord> = fc.record({
  share: oneOf(shareLevels),
  ecosystem: anEcosystem,
  organisation: fc.option(oneOf(organisations), { nil: null }),
  person: fc.option(oneOf(people), { nil: null }),
})

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await sql`create table thing (n int, share text, ecosystem_id uuid, organisation_id uuid, person_id uuid)`.execute(
    database.db,
  )
})
afterAll(() => database.drop())

/** Which of the records a list shows, by the condition in SQL. */
async function listed(actor: Actor, records: readonly SharedRecord[], has: Parameters<typeof visible>[2]) {
  const rows = records.map((r, n) => ({
    n,
    share: r.share,
    ecosystem_id: r.ecosystem,
    organisation_id: r.organisation,
    person_id: r.person,
  }))
  const found = await sql<{ n: number }>`
    select thing.n from jsonb_populate_recordset(null::thing, ${JSON.stringify(rows)}::jsonb) as thing
    where ${visible(actor, 'thing', has)} order by n`.execute(database.db)
  return found.rows.map((row) => row.n)
}
const seenAlone = (actor: Actor, records: readonly SharedRecord[]) =>
  records.flatMap((record, n) => (canSee(actor, record) ? [n] : []))

describe('who sees a record', () => {
  const manyRecords = fc.array(aRecord, { minLength: 20, maxLength: 40 })

  it('is the same for one record and for lists', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anActor, manyRecords, async (actor, records) => {
        expect(await listed(actor, records, { organisation: true, person: true })).toEqual(
          seenAlone(actor, records),
        )
      }),
      { numRuns: 400 },
    )
  })

  it('is the same where a table has no maker', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anActor, manyRecords, async (actor, records) => {
        const bare = records.map(({ share, ecosystem }) => ({ share, ecosystem }))
        expect(await listed(actor, bare, {})).toEqual(seenAlone(actor, bare))
      }),
      { numRuns: 100 },
    )
  })

  it('widens with the level: what is seen at one is seen at every wider one', () => {
    fc.assert(
      fc.property(anActor, aRecord, (actor, record) => {
        const seen = shareLevels.map((share) => canSee(actor, { ...record, share }))
        expect(seen).toEqual([...seen].sort((a, b) => Number(a) - Number(b)))
      }),
    )
  })

  it('never narrows by one office more', () => {
    fc.assert(
      fc.property(anActor, aRecord, anOffice, anEcosystem, (actor, record, office, ecosystem) => {
        fc.pre(actor.kind === 'person')
        const more = { ...actor, offices: [...actor.offices, { office, ecosystem }] }
        if (canSee(actor, record)) expect(canSee(more, record)).toBe(true)
      }),
    )
  })
})

describe('each share level, told by example', () => {
  const [here, elsewhere] = ecosystems as [string, string]
  const person = (more: Partial<Extract<Actor, { kind: 'person' }>>): Actor => ({
    kind: 'person',
    id: people[0]!,
    name: 'A Person',
    offices: [],
    organisations: [],
    linked: [],
    ...more,
  })
  const holder = (office: string, ecosystem: string | null) => person({ offices: [{ office, ecosystem }] })
  const levelsSeenBy = (actor: Actor) =>
    shareLevels.filter((share) =>
      canSee(actor, { share, ecosystem: here, organisation: organisations[0]!, person: people[1]! }),
    )

  it.each<[string, Actor, readonly string[]]>([
    ['a visitor', { kind: 'visitor' }, ['public']],
    ['somebody without an office', person({}), ['public']],
    ['a member here', holder('member', here), ['agreement', 'network', 'public']],
    ['a member elsewhere', holder('member', elsewhere), ['public']],
    ['a member of what is linked', person({ linked: [here] }), ['network', 'public']],
    ['a viewer everywhere', holder('viewer', null), ['agreement', 'network', 'public']],
    ['the maker’s colleague', person({ organisations: [organisations[0]!] }), [...shareLevels]],
    ['the maker', person({ id: people[1]! }), [...shareLevels]],
    ['a coordinator elsewhere', holder('coordinator', elsewhere), ['public']],
    ...overseers.map((office): [string, Actor, readonly string[]] => [
      `a ${office} here`,
      holder(office, here),
      [...shareLevels],
    ]),
    ['the product', { kind: 'system', name: 'test' }, [...shareLevels]],
  ])('%s sees %s', (_who, actor, levels) => {
    expect(levelsSeenBy(actor)).toEqual(levels)
  })
})
