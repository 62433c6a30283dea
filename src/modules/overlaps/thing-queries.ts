import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

export type ApplicationRow = {
  id: string
  number: string
  title: string
  language: string
  ecosystem: string
  regions: string[]
  exercise: boolean
  summary: string | null
  more: string | null
  starts: string | null
  ends: string | null
  asked: string | null
  parties: { id: string; name: string }[]
}

/** Applications by what was sent last; of one that was never sent, its title. Sole traders are not named. */
export async function applicationRows(db: Read, ids: readonly string[]): Promise<ApplicationRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ApplicationRow>`
    select a.id, c.code || '/' || a.number as number, a.title, a.language, a.ecosystem_id as ecosystem, e.regions,
      c.exercise, v.answers ->> 'summary' as summary,
      concat_ws(E'\n', v.answers ->> 'need', v.answers ->> 'objectives') as more,
      v.answers ->> 'starts' as starts, v.answers ->> 'ends' as ends,
      (select sum(p.grant_asked)::text from application_partner p where p.application_id = a.id) as asked,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.canonical_id, 'name', p.name) order by p.position)
        from application_partner p join organisation o on o.id = p.organisation_id
        where p.application_id = a.id and not o.personal), '[]') as parties
    from application a join call c on c.id = a.call_id join ecosystem e on e.id = a.ecosystem_id
    left join application_version v on v.application_id = a.id and v.version = a.version
    where a.id = any(${[...ids]}::uuid[])`.execute(db as Tx)
  return rows
}

/** The applications of an ecosystem that wait for their decision. */
export async function applicationsWaiting(db: Read, ecosystem: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from application a
    where a.ecosystem_id = ${ecosystem} and a.version is not null and a.state <> 'withdrawn'
      and not exists (select from decision d where d.application_id = a.id and d.state = 'published')
    order by a.id`.execute(db as Tx)
  return rows.map(({ id }) => id)
}

/** The projects of an ecosystem: those of its own lists, and those that its decisions gave money. */
export async function portfolioOf(db: Read, ecosystem: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from project p where p.ecosystem_id = ${ecosystem}
    union
    select f.project_id from funding_decision f join decision d on d.id = f.decision_id
    join application a on a.id = d.application_id
    where a.ecosystem_id = ${ecosystem} and f.withdrawn_at is null order by 1`.execute(db as Tx)
  return rows.map(({ id }) => id)
}

/** The ecosystems whose portfolio a project is in. */
export async function ecosystemsWith(db: Read, project: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.ecosystem_id as id from project p where p.id = ${project} and p.ecosystem_id is not null
    union
    select a.ecosystem_id from funding_decision f join decision d on d.id = f.decision_id
    join application a on a.id = d.application_id where f.project_id = ${project} and f.withdrawn_at is null`.execute(
    db as Tx,
  )
  return rows.map(({ id }) => id)
}
