import type { Register } from '../../src/engine/conflict/index.ts'
import { newId } from '../../src/kernel/id.ts'
import type { TestDatabase } from '../database.ts'
import type { Planted } from './planted.ts'
import type { Planting } from './planting.ts'

const at = new Date('2026-11-15T06:00:00Z')

/** One deed around an application, as the row that the act itself leaves. */
export async function plantDeed(
  { db }: TestDatabase,
  of: {
    person: string
    application: string
    did: Planting['deeds'][number]['did']
    call: string
    ecosystem: string
  },
  register: { deeds: Register['deeds'][number][] },
  matter: Planted['matters'][number],
): Promise<void> {
  const { person, application, did } = of
  const id = newId()
  const deed = (kind: Register['deeds'][number]['kind'], key: string, source: string) =>
    register.deeds.push({ id: key, source, person, kind, at: at.toISOString(), application })
  switch (did) {
    case 'right':
      await db
        .insertInto('application_right')
        .values({ id, application_id: application, person_id: person, level: 'edit', given_at: at })
        .execute()
      matter.writers.push([id, person])
      return
    case 'version':
      await db
        .insertInto('application_version')
        .values({
          id,
          application_id: application,
          version: 100 + register.deeds.length,
          answers: '{}',
          form_id: newId(),
          form_version: 1,
          files: '[]',
          hash: 'h',
          receipt: id,
          late: false,
          person_id: person,
          by_whom: 'x',
          at,
        })
        .execute()
      deed('wrote', `sent:${application}:${person}`, 'version')
      return
    case 'check':
      await db
        .insertInto('eligibility_check')
        .values({
          id,
          application_id: application,
          criterion: 'objective',
          version: 1,
          result: 'pass',
          ground: 'x',
          person_id: person,
          by_whom: 'x',
          at,
          replaced_at: at,
        })
        .execute()
      deed('proposed', `check:${application}:${person}`, 'check')
      return
    case 'proposal': {
      const known = await db
        .selectFrom('decision')
        .select('id')
        .where('application_id', '=', application)
        .executeTakeFirst()
      const decision = known?.id ?? newId()
      if (!known)
        await db
          .insertInto('decision')
          .values({
            id: decision,
            application_id: application,
            call_id: of.call,
            ecosystem_id: of.ecosystem,
            state: 'preparing',
            round: 1,
            updated_at: at,
          })
          .execute()
      await db
        .insertInto('decision_event')
        .values({
          id,
          decision_id: decision,
          event: 'propose',
          from_state: 'preparing',
          to_state: 'with-city',
          round: 1,
          person_id: person,
          by_whom: 'x',
          at,
        })
        .execute()
      deed('proposed', `proposal:${application}:${person}`, 'proposal')
      return
    }
    default:
      await db
        .insertInto('application_advice')
        .values({
          id,
          application_id: application,
          person_id: person,
          kind: did,
          given_on: '2026-11-15',
          words: '',
          noted_at: at,
        })
        .execute()
      deed(did, id, 'advice')
  }
}
