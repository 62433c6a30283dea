import { perform } from '../src/kernel/action.ts'
import type { Stage } from '../src/kernel/context.ts'
import { transaction } from '../src/kernel/db.ts'
import { newId, newSecret } from '../src/kernel/id.ts'
import { actorOf } from '../src/modules/people/index.ts'
import { hashOf } from '../src/modules/people/rules.ts'
import { saveSecuritySetting } from '../src/modules/people/security-queries.ts'
import type { TestDatabase } from './database.ts'

export type TestPerson = { id: string; name: string; email: string; session: string }

/** A stored person who is signed in, with the offices given: [office, ecosystem id or null for everywhere]. */
export async function somebody(
  { db }: TestDatabase,
  name: string,
  offices: readonly (readonly [office: string, ecosystem: string | null])[] = [],
  now = new Date('2026-11-21T06:00:00Z'),
): Promise<TestPerson> {
  const person = {
    id: newId(now.getTime()),
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@example.fi`,
  }
  const session = newSecret()
  await db
    .insertInto('person')
    .values({ ...person, language: 'fi', created_at: now })
    .execute()
  await db
    .insertInto('session')
    .values({
      token_hash: hashOf(session),
      person_id: person.id,
      // Signed in just now, and with a second factor, at whatever time the test plays.
      created_at: new Date('2125-12-31'),
      way: 'passkey',
      expires_at: new Date('2126-01-01'),
      // In use at whatever time the test plays.
      seen_at: new Date('2125-12-31'),
    })
    .execute()
  for (const [office, ecosystem_id] of offices)
    await db
      .insertInto('office_holding')
      .values({
        id: newId(now.getTime()),
        person_id: person.id,
        office,
        ecosystem_id,
        starts_on: '2026-01-01',
        granted_at: now,
      })
      .execute()
  return { ...person, session }
}

/** Runs actions as the person: who they are is read from the session each time, as for a request. */
export const actingAs =
  ({ db }: TestDatabase, stage: Stage, person: TestPerson) =>
  async <T>(action: Parameters<typeof perform>[0], raw: unknown, now = stage.now): Promise<T> =>
    (await perform(action, { ...stage, now, actor: await actorOf(db, person.session, now) }, raw)) as T

/** As an administrator may have set it: their office does not wait for a second factor. */
export const withoutSecondFactor = ({ db }: Pick<TestDatabase, 'db'>) =>
  transaction(db, (tx) => saveSecuritySetting(tx, { administratorsNeedSecondFactor: false }))
