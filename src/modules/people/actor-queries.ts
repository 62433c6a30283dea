import { sql } from 'kysely'
import type { Person } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Language } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'

/** Somebody who is not asking, with everything that decides what they may see. */
export type KnownPerson = { actor: Person; email: string | null; language: Language }

type Row = Omit<Person, 'kind'> & { email: string | null; language: Language }

/** The people with these ids (or all) whose account is open, with what each holds today. */
export async function readPeople(db: Read, now: Date, ids?: readonly string[]): Promise<KnownPerson[]> {
  if (ids?.length === 0) return []
  const today = dayIn(now)
  const during = sql`starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date)`
  const among = ids ? sql`and person.id = any(${[...ids]}::uuid[])` : sql``
  const { rows } = await sql<Row>`
    with whose as (
      select id, name, email, language from person where closed_at is null ${among}
    ), held as (
      select person_id, office, ecosystem_id from office_holding
      where ended_at is null and ${during} and person_id in (select id from whose)
    ), tie as (
      select e.id as here, mine.id as there from ecosystem e join ecosystem mine
        on e.id = mine.parent_id or e.parent_id = mine.id or e.parent_id = mine.parent_id
      union select to_id, ecosystem_id from ecosystem_link where mutual and to_id is not null
      union select ecosystem_id, to_id from ecosystem_link where to_id is not null
    )
    select whose.*,
      (select coalesce(jsonb_agg(jsonb_build_object('office', office, 'ecosystem', ecosystem_id)), '[]')
        from held where person_id = whose.id) as offices,
      array(select organisation_id from person_organisation where person_id = whose.id and ${during}) as organisations,
      array(select distinct tie.here from tie join held on held.ecosystem_id = tie.there
        where held.person_id = whose.id) as linked
    from whose order by name, id`.execute(db as Tx)
  return rows.map(({ email, language, ...person }) => ({
    actor: { kind: 'person', ...person },
    email,
    language,
  }))
}
