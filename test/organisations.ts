import { newId } from '../src/kernel/id.ts'
import { nameKeyOf } from '../src/modules/organisations/rules.ts'
import type { TestDatabase } from './database.ts'
import type { TestPerson } from './people.ts'

const at = new Date('2026-11-21T06:00:00Z')

/** An organisation of the registry with its name, and with a business id where one is given; answers its id. */
export async function anOrganisation(
  { db }: Pick<TestDatabase, 'db'>,
  name: string,
  more: { personal?: boolean; canonical?: string; businessId?: string } = {},
): Promise<string> {
  const id = newId(at.getTime())
  const row = { kind: 'company', created_at: at, lexemes: '', personal: more.personal ?? false }
  await db
    .insertInto('organisation')
    .values({ id, canonical_id: more.canonical ?? id, name, ...row })
    .execute()
  const spelling = { id: newId(at.getTime()), organisation_id: id, name, name_key: nameKeyOf(name) }
  await db
    .insertInto('organisation_name')
    .values({ ...spelling, kind: 'name', source: 'test' })
    .execute()
  if (more.businessId)
    await db
      .insertInto('organisation_identifier')
      .values({ organisation_id: id, scheme: 'fi-business-id', value: more.businessId, source: 'test' })
      .execute()
  return id
}

/** The person belongs to the organisation from the start of the year. */
export const belongsTo = (
  { db }: Pick<TestDatabase, 'db'>,
  person: Pick<TestPerson, 'id'>,
  organisation_id: string,
): Promise<unknown> =>
  db
    .insertInto('person_organisation')
    .values({ person_id: person.id, organisation_id, starts_on: '2026-01-01' })
    .execute()
