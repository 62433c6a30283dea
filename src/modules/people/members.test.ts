import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import { verifyAudit } from '../../kernel/audit-chain.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { actorOf, holds } from './index.ts'
import {
  endOffice,
  getHolding,
  giveOffice,
  listEcosystemMembers,
  listMembers,
  nameDeputy,
} from './member-actions.ts'
import { endPreview, startPreview } from './preview-actions.ts'

const now = new Date('2026-11-21T06:00:00Z')
const day = (text: string) => new Date(`${text}T10:00:00Z`)
let database: TestDatabase
let stage: Stage
let here: string
let admin: TestPerson
let coordinator: TestPerson
let member: TestPerson
let newcomer: TestPerson
const as = (person: TestPerson) => actingAs(database, stage, person)
/** Who the person is at a moment, in a session that is in use then. */
async function actorAt(person: TestPerson, at: Date) {
  await database.db.updateTable('session').set({ seen_at: at }).where('person_id', '=', person.id).execute()
  return actorOf(database.db, person.session, at)
}

beforeAll(async () => {
  database = await freshDatabase()
  stage = { database: database.db, actor: { kind: 'visitor' }, way: 'page', now, language: 'fi' } as Stage
  const { loadShippedEcosystems } = await import('../ecosystems/index.ts')
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const found = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hgie')
    .executeTakeFirstOrThrow()
  here = found.id
  admin = await somebody(database, 'Aino Ylläpitäjä', [['administrator', null]])
  coordinator = await somebody(database, 'Kaarlo Koordinaattori', [['coordinator', here]])
  member = await somebody(database, 'Meri Jäsen', [['member', here]])
  newcomer = await somebody(database, 'Uuno Uusi')
})
afterAll(() => database.drop())

const give = (by: TestPerson, more: object) =>
  as(by)<{ id: string }>(giveOffice, { email: newcomer.email, office: 'viewer', ecosystem: 'hgie', ...more })
const end = (by: TestPerson, id: string, on?: string) => as(by)(endOffice, { id, ...(on && { on }) })
const forbidden = { kind: 'forbidden' }
const complaint = (field: string) => ({ kind: 'invalid', complaints: [{ field }] })

describe('giving an office', () => {
  it('is a coordinator’s right in the own ecosystem alone, and never of the administrator’s office', async () => {
    await expect(give(coordinator, { ecosystem: 'hev' })).rejects.toMatchObject(forbidden)
    await expect(give(coordinator, { ecosystem: undefined })).rejects.toMatchObject(forbidden)
    await expect(give(coordinator, { office: 'administrator', ecosystem: undefined })).rejects.toMatchObject(
      forbidden,
    )
    await expect(give(coordinator, { office: 'administrator' })).rejects.toMatchObject(forbidden)
    await expect(give(member, {})).rejects.toMatchObject(forbidden)
    await expect(give(newcomer, {})).rejects.toMatchObject(forbidden)
    await expect(give(admin, { office: 'administrator' })).rejects.toMatchObject(complaint('office'))
    await expect(give(admin, { ecosystem: 'atlantis' })).rejects.toMatchObject({ kind: 'missing' })
  })

  it('holds from the first day to the last, both included, and is told in the audit with before and after', async () => {
    const { id } = await give(coordinator, { office: 'assessor', starts: '2026-12-01', ends: '2026-12-31' })
    for (const [text, holding] of [
      ['2026-11-30', false],
      ['2026-12-01', true],
      ['2026-12-31', true],
      ['2027-01-01', false],
    ] as const)
      expect([text, holds(await actorAt(newcomer, day(text)), ['assessor'], here)]).toEqual([text, holding])
    const entry = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'actor_id', 'changes'])
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      action: 'offices.give',
      actor_id: coordinator.id,
      changes: [
        {
          kind: 'office',
          id,
          before: null,
          after: { office: 'assessor', ecosystem: 'hgie', starts: '2026-12-01', ends: '2026-12-31' },
        },
      ],
    })
    await end(coordinator, id)
  })

  it('says what is wrong: nobody there, an end before the start, an end gone by, the same office twice', async () => {
    await expect(give(coordinator, { email: 'nobody@example.fi' })).rejects.toMatchObject(complaint('email'))
    await expect(give(coordinator, { starts: '2026-12-02', ends: '2026-12-01' })).rejects.toMatchObject(
      complaint('ends'),
    )
    await expect(give(coordinator, { starts: '2026-10-02', ends: '2026-10-03' })).rejects.toMatchObject(
      complaint('ends'),
    )
    const { id } = await give(coordinator, { email: newcomer.email.toUpperCase(), ends: '2026-12-31' })
    await expect(give(coordinator, { starts: '2026-12-31' })).rejects.toMatchObject(complaint('starts'))
    const later = await give(coordinator, { starts: '2027-01-01' })
    await end(coordinator, id)
    await end(coordinator, later.id)
  })
})

describe('ending an office', () => {
  it('takes the right away at once, or after the day that is named', async () => {
    const first = await give(coordinator, { office: 'preparer' })
    expect(holds(await actorAt(newcomer, now), ['preparer'], here)).toBe(true)
    await end(coordinator, first.id)
    expect(holds(await actorAt(newcomer, now), ['preparer'], here)).toBe(false)
    await expect(end(coordinator, first.id)).rejects.toMatchObject({ kind: 'conflict' })

    const second = await give(coordinator, { office: 'preparer' })
    await expect(end(coordinator, second.id, '2026-11-20')).rejects.toMatchObject(complaint('on'))
    await end(coordinator, second.id, '2026-11-30')
    await expect(end(coordinator, second.id, '2026-12-24')).rejects.toMatchObject(complaint('on'))
    expect(holds(await actorAt(newcomer, day('2026-11-30')), ['preparer'], here)).toBe(true)
    expect(holds(await actorAt(newcomer, day('2026-12-01')), ['preparer'], here)).toBe(false)
  })

  it('leaves an administrator: the last one without an end cannot go, whoever tries, by whichever day', async () => {
    const { items } = await as(admin)<{ items: { id: string; offices: { id: string; office: string }[] }[] }>(
      listMembers,
      {},
    )
    const own = items.find((p) => p.id === admin.id)!.offices.find((o) => o.office === 'administrator')!
    await expect(end(admin, own.id)).rejects.toMatchObject(complaint('on'))
    await expect(end(admin, own.id, '2030-01-01')).rejects.toMatchObject(complaint('on'))
    // One whose office ends is no reason to let the last one go.
    const passing = await give(admin, { office: 'administrator', ecosystem: undefined, ends: '2026-12-31' })
    await expect(end(admin, own.id)).rejects.toMatchObject(complaint('on'))
    await end(admin, passing.id)
    const staying = await give(admin, { office: 'administrator', ecosystem: undefined })
    // Two administrators end each other's office at the same moment: one of them stays.
    const both = await Promise.allSettled([end(newcomer, own.id), end(admin, staying.id)])
    expect(both.filter((b) => b.status === 'fulfilled')).toHaveLength(1)
    const left = both[0]!.status === 'fulfilled' ? newcomer : admin
    if (left === newcomer) {
      await give(newcomer, { email: admin.email, office: 'administrator', ecosystem: undefined })
      await end(admin, staying.id)
    }
    expect(holds(await actorAt(admin, now), ['administrator'], null)).toBe(true)
    expect(holds(await actorAt(newcomer, now), ['administrator'], null)).toBe(false)
  })

  it('is not a coordinator’s to do elsewhere or to an administrator', async () => {
    const elsewhere = await give(admin, { ecosystem: 'hev' })
    await expect(end(coordinator, elsewhere.id)).rejects.toMatchObject(forbidden)
    await expect(as(coordinator)(getHolding, { id: elsewhere.id })).rejects.toMatchObject(forbidden)
    await end(admin, elsewhere.id)
  })
})

describe('a deputy', () => {
  it('holds the same office for the period, within that of the holder, and ends with it', async () => {
    const main = await give(coordinator, { office: 'council-officer', ends: '2027-06-30' })
    const name = (email: string, starts: string, ends: string) =>
      as(coordinator)<{ id: string }>(nameDeputy, { id: main.id, email, starts, ends })
    await expect(name(newcomer.email, '2026-12-01', '2026-12-31')).rejects.toMatchObject(complaint('email'))
    await expect(name(member.email, '2027-06-01', '2027-07-31')).rejects.toMatchObject(complaint('starts'))
    await expect(name(member.email, '2026-12-31', '2026-12-01')).rejects.toMatchObject(complaint('ends'))
    const deputy = await name(member.email, '2026-12-01', '2026-12-31')
    const deputises = async (text: string) =>
      holds(await actorAt(member, day(text)), ['council-officer'], here)
    expect([
      await deputises('2026-11-30'),
      await deputises('2026-12-01'),
      await deputises('2027-01-01'),
    ]).toEqual([false, true, false])
    expect(holds(await actorAt(newcomer, day('2026-12-01')), ['council-officer'], here)).toBe(true)
    await expect(
      as(coordinator)(nameDeputy, {
        id: deputy.id,
        email: admin.email,
        starts: '2026-12-02',
        ends: '2026-12-03',
      }),
    ).rejects.toMatchObject(complaint('email'))
    await end(coordinator, main.id)
    expect(await deputises('2026-12-01')).toBe(false)
  })
})

describe('the list of members', () => {
  it('shows addresses to those who look after the members, and not to others', async () => {
    const seen = async (person: TestPerson) =>
      (
        await as(person)<{ items: { name: string; email: string | null }[] }>(listEcosystemMembers, {
          ecosystem: 'hgie',
        })
      ).items
    expect((await seen(coordinator)).find((p) => p.name === member.name)?.email).toBe(member.email)
    expect((await seen(member)).map((p) => p.email)).toEqual((await seen(member)).map(() => null))
    await expect(seen(await somebody(database, 'Ulla Ulkopuolinen'))).rejects.toMatchObject(forbidden)
    await expect(as(coordinator)(listMembers, {})).rejects.toMatchObject(forbidden)
  })

  it('finds people by a part of the name, letter by letter', async () => {
    const found = await as(admin)<{ items: { name: string }[]; total: number }>(listMembers, { q: 'jäse' })
    expect(found.items.map((p) => p.name)).toEqual([member.name])
    expect((await as(admin)<{ total: number }>(listMembers, { q: '%' })).total).toBe(0)
  })
})

describe('the preview of an office', () => {
  const start = (by: TestPerson, office: string, ecosystem?: string) =>
    as(by)(startPreview, { office, ecosystem })

  it('shows what the office sees and lets nothing be changed until it is ended', async () => {
    await start(coordinator, 'viewer', 'hgie')
    const actor = await actorAt(coordinator, now)
    expect(actor).toMatchObject({ previewing: 'viewer', offices: [{ office: 'viewer', ecosystem: here }] })
    expect(holds(actor, ['coordinator'])).toBe(false)
    await expect(give(coordinator, {})).rejects.toMatchObject({ kind: 'forbidden', reason: 'previewing' })
    await as(coordinator)(endPreview, {})
    expect(holds(await actorAt(coordinator, now), ['coordinator'], here)).toBe(true)
  })

  it('is for offices that one may give', async () => {
    await expect(start(coordinator, 'administrator')).rejects.toMatchObject(forbidden)
    await expect(start(coordinator, 'viewer', 'hev')).rejects.toMatchObject(forbidden)
    await expect(start(coordinator, 'viewer')).rejects.toMatchObject(forbidden)
    await expect(start(member, 'viewer', 'hgie')).rejects.toMatchObject(forbidden)
  })

  it('lasts no longer than the right to it', async () => {
    const passing = await somebody(database, 'Piia Piipahtaja')
    const { id } = await give(admin, { email: passing.email, office: 'coordinator' })
    await start(passing, 'city-decider', 'hgie')
    expect(holds(await actorAt(passing, now), ['city-decider'], here)).toBe(true)
    await end(admin, id)
    expect(await actorAt(passing, now)).toMatchObject({ offices: [] })
  })
})

it('leaves an audit whose chain holds', async () => {
  const verdict = await verifyAudit(database.db)
  expect(verdict.broken).toEqual([])
  expect(verdict.entries).toBeGreaterThan(15)
  await expect(perform(endPreview, stage, {})).rejects.toMatchObject(forbidden)
})
