import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { visible } from '../../kernel/share.ts'
import { type Sight, seen } from '../projects/index.ts'
import type { Choice, FeedRow, Goal, Placement, Portfolio, Service, Source, TargetRow } from './record.ts'

const portfolios = (where: RawBuilder<unknown>) => sql<Portfolio>`
  select p.id, jsonb_build_object('id', e.id, 'key', e.key, 'name', coalesce(e.short_name, e.name)) as ecosystem,
    p.name, p.purpose, p.share, p.exercise, p.created_at as "createdAt", p.edited_at as "editedAt"
  from portfolio p join ecosystem e on e.id = p.ecosystem_id
  where ${where} order by e.position, e.key, p.created_at, p.id limit 500`

export async function portfolioById(db: Read, id: string): Promise<Portfolio | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await portfolios(sql`p.id = ${id}`).execute(db as Tx)
  return rows[0]
}

/** The portfolios that the actor may see, of one ecosystem or of all. */
export async function listPortfolios(db: Read, actor: Actor, ecosystem?: string): Promise<Portfolio[]> {
  const here = ecosystem ? sql`p.ecosystem_id = ${ecosystem}` : sql`true`
  return (await portfolios(sql`${here} and ${visible(actor, 'p', { person: true })}`).execute(db as Tx)).rows
}

const said = sql`x.at, person.name as by`
const author = sql`left join person on person.id = x.person_id`

export async function sourcesOf(db: Read, portfolio: string): Promise<Source[]> {
  const { rows } = await sql<Source>`
    select x.id, x.kind, x.filters, c.code as call, 0 as brings, ${said}
    from portfolio_source x ${author} left join call c on c.id = x.call_id
    where x.portfolio_id = ${portfolio} and x.removed_at is null order by x.at, x.id`.execute(db as Tx)
  return rows
}

export async function choicesOf(db: Read, portfolio: string): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    select x.id, x.thing_id as thing, x.stance, x.reason, ${said} from portfolio_choice x ${author}
    where x.portfolio_id = ${portfolio} and x.removed_at is null order by x.at, x.id`.execute(db as Tx)
  return rows
}

export async function placementsOf(db: Read, portfolio: string): Promise<Placement[]> {
  const { rows } = await sql<Placement>`
    select x.id, x.batch_id as batch, x.thing_id as thing, x.dimension, x.code, x.reason, ${said}
    from portfolio_placement x ${author}
    where x.portfolio_id = ${portfolio} and x.removed_at is null order by x.at, x.id`.execute(db as Tx)
  return rows
}

export async function targetsOf(db: Read, portfolio: string): Promise<TargetRow[]> {
  const { rows } = await sql<TargetRow>`
    select x.id, x.frame_values as values, x.measure, x.amount, ${said} from portfolio_target x ${author}
    where x.portfolio_id = ${portfolio} and x.removed_at is null order by x.frame_values`.execute(db as Tx)
  return rows
}

export async function feedsOf(db: Read, portfolio: string): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`
    select x.id, x.from_id as from, x.to_id as to, x.kind, x.reason, ${said} from portfolio_feed x ${author}
    where x.portfolio_id = ${portfolio} and x.removed_at is null order by x.at, x.id`.execute(db as Tx)
  return rows
}

export async function goalsOf(db: Read, portfolio: string): Promise<Goal[]> {
  const { rows } = await sql<Goal>`
    select x.id, x.organisation_id as organisation, x.owner, x.name, ${said} from portfolio_goal x ${author}
    where x.portfolio_id = ${portfolio} and x.removed_at is null order by x.owner, x.at, x.id`.execute(
    db as Tx,
  )
  return rows
}

export async function servicesOf(db: Read, portfolio: string): Promise<Service[]> {
  const { rows } = await sql<Service>`
    select x.id, x.goal_id as goal, x.thing_id as thing, x.strength, x.reason, ${said}
    from portfolio_service x ${author} join portfolio_goal g on g.id = x.goal_id
    where g.portfolio_id = ${portfolio} and g.removed_at is null and x.removed_at is null
    order by x.at, x.id`.execute(db as Tx)
  return rows
}

export type ProjectRow = {
  id: string
  registry: string
  code: string
  title: string
  starts: string | null
  ends: string | null
  currency: string | null
  granted: string | null
  fund: string | null
  region: string | null
  lead: string | null
  kind: string | null
  city: string | null
}

/** Projects by their ids, as far as the reader sees them, with their lead: a personal trader is never named. */
export async function projectsAmong(db: Read, sight: Sight, ids: readonly string[]): Promise<ProjectRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ProjectRow>`
    select p.id, p.registry, p.code, p.title, p.start_on as starts, p.end_on as ends, p.currency,
      p.granted::text as granted, p.fund, p.region,
      case when p.lead_personal then null else p.lead_name end as lead,
      case when p.lead_personal then null else o.kind end as kind,
      case when p.lead_personal then null else coalesce(o.place, one.place) end as city
    from project p left join organisation o on o.id = p.lead_id left join organisation one on one.id = o.canonical_id
    where p.id = any(${[...ids]}::uuid[]) and ${seen(sight, 'p')}
    order by p.code, p.id`.execute(db as Tx)
  return rows
}

/** The project that a code names, as far as the reader sees it. */
export async function projectWithCode(db: Read, sight: Sight, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select p.id from project p where p.code = ${code.trim().toUpperCase()} and ${seen(sight, 'p')}
    order by p.registry = 'eura' desc limit 1`.execute(db as Tx)
  return rows[0]?.id
}

/** What was answered in the version of each application that stands, with the form it was answered to. */
export async function answersAmong(
  db: Read,
  applications: readonly string[],
): Promise<{ application: string; answers: Record<string, unknown>; form: string; version: number }[]> {
  if (applications.length === 0) return []
  const { rows } = await sql<{
    application: string
    answers: Record<string, unknown>
    form: string
    version: number
  }>`
    select a.id as application, v.answers, v.form_id as form, v.form_version as version
    from application a join application_version v on v.application_id = a.id and v.version = a.version
    where a.id = any(${[...applications]}::uuid[])`.execute(db as Tx)
  return rows
}
