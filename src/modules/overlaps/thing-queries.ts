import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'

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

export type WaitingApplication = {
  id: string
  ecosystem: string
  /** Whether the person writes it, or may look at it as one of its own people. */
  own: boolean
}

/** The applications that were sent and wait for their decision. */
export async function applicationsWaiting(db: Read, person: string | null): Promise<WaitingApplication[]> {
  const { rows } = await sql<WaitingApplication>`
    select a.id, a.ecosystem_id as ecosystem, exists (select from application_right r
      where r.application_id = a.id and r.person_id = ${person} and r.ended_at is null) as own
    from application a
    where a.version is not null and a.state <> 'withdrawn'
      and not exists (select from decision d where d.application_id = a.id and d.state = 'published')
    order by a.id`.execute(db as Tx)
  return rows
}

export type IdeaRow = {
  id: string
  portfolio: string
  ecosystem: string
  title: string
  language: string
  body: string
  starts: string | null
  ends: string | null
  amount: string
  regions: string[]
  share: ShareLevel
  exercise: boolean
}

/** The ideas that stand in portfolios that the actor sees: those with these ids, or all. */
export async function ideaRows(db: Read, actor: Actor, ids?: readonly string[]): Promise<IdeaRow[]> {
  if (ids?.length === 0) return []
  const { rows } = await sql<IdeaRow>`
    select x.id, p.id as portfolio, p.ecosystem_id as ecosystem, x.title, x.language, x.body, x.starts, x.ends,
      x.amount::text as amount, e.regions, p.share, p.exercise
    from portfolio_idea x join portfolio p on p.id = x.portfolio_id join ecosystem e on e.id = p.ecosystem_id
    where x.removed_at is null and ${visible(actor, 'p')} and ${ids ? sql`x.id = any(${[...ids]}::uuid[])` : sql`true`}
    order by x.id`.execute(db as Tx)
  return rows
}

/** Whether one of the organisations, or one that it is the same as, leads one of the projects. */
export async function leadsAny(
  db: Read,
  organisations: readonly string[],
  projects: readonly string[],
): Promise<boolean> {
  if (organisations.length === 0 || projects.length === 0) return false
  const { rows } = await sql<{ leads: boolean }>`
    select exists (select from project p join organisation l on l.id = p.lead_id
      join organisation mine on mine.canonical_id = l.canonical_id
      where p.id = any(${[...projects]}::uuid[]) and mine.id = any(${[...organisations]}::uuid[])) as leads`.execute(
    db as Tx,
  )
  return rows[0]!.leads
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
