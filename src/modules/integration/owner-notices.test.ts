import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Context, Stage } from '../../kernel/context.ts'
import { execute, type Tx, transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { tellStopped, warnOfTokens } from './owner-notices.ts'
import { dueWarning, expiryOf, tokenDays, warnings } from './rules.ts'

const now = new Date('2026-11-21T06:00:00Z')
const dayMs = 86_400_000
let database: TestDatabase
let stage: Stage
let anna: TestPerson
let coordinator: TestPerson

beforeAll(async () => {
  database = await freshDatabase()
  anna = await somebody(database, 'Anna Aalto', [['member', null]])
  coordinator = await somebody(database, 'Kaisa Koordinaattori', [['coordinator', null]])
  stage = {
    database: database.db,
    actor: { kind: 'system', name: 'test' },
    way: 'job',
    now,
    language: 'fi',
    subjects: new Map(),
  } as unknown as Stage
})
afterAll(() => database.drop())

it('warns of every token that lives longer, each time once, and never of one that has just been made so', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tokenDays), fc.array(fc.nat({ max: 370 })), (days, nights) => {
      const createdAt = now
      const expiresAt = expiryOf(days, now)
      let warnedDays: number | null = null
      const given: number[] = []
      for (const n of nights.sort((a, b) => a - b)) {
        const due = dueWarning({ createdAt, expiresAt, warnedDays }, new Date(now.getTime() + n * dayMs))
        if (due === undefined) continue
        expect(days - n).toBeLessThanOrEqual(due)
        expect(n).toBeLessThan(days)
        given.push(due)
        warnedDays = due
      }
      expect(given).toEqual([...new Set(given)])
      expect(given.every((d) => d < days)).toBe(true)
    }),
  )
  const everyNight = (days: number) => {
    let warnedDays: number | null = null
    const given: number[] = []
    for (let n = 0; n < days + 3; n++) {
      const due = dueWarning(
        { createdAt: now, expiresAt: expiryOf(days, now), warnedDays },
        new Date(now.getTime() + n * dayMs),
      )
      if (due === undefined) continue
      given.push(due)
      warnedDays = due
    }
    return given
  }
  expect([everyNight(365), everyNight(30), everyNight(7)]).toEqual([[...warnings], [...warnings], [3]])
})

const titles = async (person: TestPerson) =>
  (
    await execute(database.db, `select title ->> 'fi' as title from notification where person_id = $1`, [
      person.id,
    ])
  ).rows.map((r) => r.title)

it('tells the owner of a token 14 and 3 days before its end, and no more of one that is revoked', async () => {
  for (const [name, revoked] of [
    ['Raportti', null],
    ['Vanha', now],
  ])
    await execute(
      database.db,
      `insert into api_token (id, person_id, name, token_hash, ending, scopes, created_at, expires_at, revoked_at)
       values (gen_random_uuid(), $1, $2, $2, 'abcd', '{read}', $3, $4, $5)`,
      [anna.id, name, now, expiryOf(90, now), revoked],
    )
  const on = (day: number) =>
    perform(warnOfTokens, { ...stage, now: new Date(now.getTime() + day * dayMs) }, {})
  const given = []
  for (const day of [1, 75, 76, 77, 86, 87, 88, 91]) given.push((await on(day)).told)
  expect(given).toEqual([0, 0, 1, 0, 0, 1, 0, 0])
  expect(await titles(anna)).toEqual(['Tunniste Raportti', 'Tunniste Raportti'])
})

it('tells who made a webhook that it is stopped; when they are gone, those who keep it', async () => {
  const hook = { id: newId(), address: 'https://r.example/x', ecosystem_id: null, created_by: anna.id }
  const tell = (webhook: typeof hook) =>
    transaction(database.db, (db) => tellStopped({ ...stage, db } as unknown as Context<Tx>, webhook))
  await tell(hook)
  expect(await titles(anna)).toContain('Webhook https://r.example/x')
  expect(await titles(coordinator)).toEqual([])
  await database.db.updateTable('person').set({ closed_at: now }).where('id', '=', anna.id).execute()
  await tell({ ...hook, id: newId() })
  expect(await titles(coordinator)).toEqual(['Webhook https://r.example/x'])
})
