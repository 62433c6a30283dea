import { sql } from 'kysely'
import type { Held } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { dayIn } from '../../kernel/time.ts'
import { administratorsGuarded } from './queries.ts'

export type Standing = {
  id: string
  name: string
  offices: Held[]
  organisations: string[]
  linked: string[]
  /** Whether administrators must have a second factor, and this person has none. */
  unproved: boolean
}

/** What a person holds today, without a session: for a program that acts by the person's token. */
export async function standingOf(db: Read, person: string, now: Date): Promise<Standing | undefined> {
  const today = dayIn(now)
  const during = sql`starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date)`
  const { rows } = await sql<Standing>`
    with held as (
      select office, ecosystem_id from office_holding where person_id = ${person} and ended_at is null and ${during}
    )
    select person.id, person.name,
      ${administratorsGuarded} and not exists (select from one_time_code where person_id = ${person} and confirmed_at is not null)
        and not exists (select from passkey where person_id = ${person})
        and not exists (select from person_identity where person_id = ${person}) as unproved,
      (select coalesce(jsonb_agg(jsonb_build_object('office', office, 'ecosystem', ecosystem_id)), '[]') from held) as offices,
      array(select organisation_id from person_organisation where person_id = ${person} and ${during}) as organisations,
      array(
        select e.id from ecosystem e join ecosystem mine on mine.id in (select ecosystem_id from held)
          where e.id = mine.parent_id or e.parent_id = mine.id or e.parent_id = mine.parent_id
        union select to_id from ecosystem_link where mutual and to_id is not null and ecosystem_id in (select ecosystem_id from held)
        union select ecosystem_id from ecosystem_link where to_id in (select ecosystem_id from held)
      ) as linked
    from person where id = ${person} and closed_at is null`.execute(db as Tx)
  return rows[0]
}
