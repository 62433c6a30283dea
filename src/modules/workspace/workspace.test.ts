import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { modules } from '../../modules.ts'
import { home } from './actions.ts'
import { byUrgency, hasteOf, newestFirst } from './rules.ts'

describe('the order of turns', () => {
  const day = fc
    .integer({ min: 0, max: 4000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
  const turn = fc.record({
    due: fc.option(day, { nil: undefined }),
    since: fc.option(fc.date({ noInvalidDate: true }), { nil: undefined }),
  })

  it('puts the nearest day first, what has no day last, and the oldest first among equals', () => {
    fc.assert(
      fc.property(fc.array(turn), (turns) => {
        const sorted = [...turns].sort(byUrgency)
        const days = sorted.map((t) => t.due ?? '9999')
        expect(days).toEqual([...days].sort())
        for (const [i, t] of sorted.entries()) {
          const next = sorted[i + 1]
          if (next && next.due === t.due && t.since && next.since)
            expect(t.since.getTime()).toBeLessThanOrEqual(next.since.getTime())
        }
        const news = [...turns].sort(newestFirst).map((t) => t.since?.getTime() ?? 0)
        expect(news).toEqual([...news].sort((a, b) => b - a))
      }),
    )
  })

  it('says late, today, soon within a week, or later', () => {
    const on = (due: string) => hasteOf(due, '2026-11-21')
    expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29'].map(on)).toEqual([
      'late',
      'today',
      'soon',
      'soon',
      'later',
    ])
  })
})

describe('a person’s own page', () => {
  const now = new Date('2026-11-21T06:00:00Z')
  let database: TestDatabase
  let stage: Stage
  let coordinator: TestPerson
  let member: TestPerson
  type Home = {
    turns: { what: { fi: string; en: string }; path: string; due?: string; haste?: string }[]
    left: { path: string }[]
    news: { what: { fi: string } }[]
  }
  const homeOf = (person: TestPerson, more: readonly TurnSource[] = []) =>
    actingAs(database, { ...stage, turns: [...stage.turns, ...more] }, person)<Home>(home, {})

  beforeAll(async () => {
    database = await freshDatabase()
    const turns = modules.flatMap((m) => m.turns ?? [])
    stage = {
      database: database.db,
      actor: { kind: 'visitor' },
      way: 'page',
      now,
      language: 'fi',
      turns,
    } as unknown as Stage
    coordinator = await somebody(database, 'Kaisa Koordinaattori', [['coordinator', null]])
    member = await somebody(database, 'Meri Jäsen', [['member', null]])
    const organisation = async (name: string) => {
      const id = newId(now.getTime())
      await database.db
        .insertInto('organisation')
        .values({
          id,
          canonical_id: id,
          name,
          kind: 'other',
          personal: false,
          created_at: now,
          lexemes: '',
        } as never)
        .execute()
      return id
    }
    await database.db
      .insertInto('organisation_pair')
      .values({
        id: newId(now.getTime()),
        left_id: await organisation('A'),
        right_id: await organisation('B'),
        score: 1,
        evidence: '[]',
        state: 'open',
        created_at: now,
      } as never)
      .execute()
    for (const [i, state] of ['staged', 'applied', 'failed'].entries())
      await database.db
        .insertInto('import')
        .values({
          id: newId(now.getTime() + i),
          file_name: `${state}.csv`,
          file_hash: state,
          file_bytes: 1,
          layout: '{}',
          list: JSON.stringify({ title: { fi: `Luettelo ${state}` } }),
          state,
          counts: '{}',
          staged_rows: 0,
          created_at: now,
          ...(state === 'applied' && { applied_at: now }),
        })
        .execute()
    await database.db
      .updateTable('office_holding')
      .set({ ends_on: '2026-11-25' })
      .where('person_id', '=', member.id)
      .execute()
  })
  afterAll(() => database.drop())

  it('has open pairs and waiting lists for coordinators, and for others what is theirs', async () => {
    const mine = await homeOf(coordinator)
    expect(mine.turns.map((t) => t.what.fi)).toEqual([
      'Luettelo odottaa: Luettelo failed',
      'Luettelo odottaa: Luettelo staged',
      'Yksi pari odottaa ratkaisua',
    ])
    expect(mine.news.map((t) => t.what.fi)).toEqual(['Luettelo tilannekuvassa: Luettelo applied'])
    const theirs = await homeOf(member)
    expect(theirs.turns).toMatchObject([
      { what: { en: 'Your office ends: Member, the whole service' }, due: '2026-11-25', haste: 'soon' },
    ])
  })

  it('shows what any module adds to it', async () => {
    const said = (fi: string) => ({ fi, sv: fi, en: fi })
    const more: TurnSource[] = [
      { place: 'turn', find: async () => [{ what: said('Arvioi'), path: '/a', due: '2026-11-20' }] },
      { place: 'left', find: async () => [{ what: said('Luonnos'), path: '/b', since: now }] },
    ]
    const mine = await homeOf(coordinator, more)
    expect(mine.turns[0]).toMatchObject({ path: '/a', haste: 'late' })
    expect(mine.left).toMatchObject([{ path: '/b' }])
  })

  it('is for the signed-in alone', async () => {
    await expect(perform(home, stage, {})).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
