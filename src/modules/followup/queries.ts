import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { entriesIn } from '../../kernel/entries.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Item, Kind } from './content.ts'

export const items = entriesIn<Item>('followup_item')

/** A project that an ecosystem follows. Money is decimal strings of `currency`. */
export type Followed = {
  project: string
  name: Names
  registry: string
  code: string
  share: ShareLevel
  /** Of the list that tells of it, where that is not public. */
  circle: string | null
  status: string | null
  starts: Day | null
  ends: Day | null
  currency: string | null
  granted: string | null
  cost: string | null
  ecosystem: string
  ecosystemKey: string
  ecosystemName: Names
  /** Whether its money was decided here. */
  decided: boolean
}

/**
 * Projects that are followed: those whose money was decided here, those that report here, and those that somebody has
 * begun to follow. Where several ecosystems would, the one that decided does.
 */
const followed = (where: RawBuilder<unknown>, narrow: RawBuilder<unknown> = sql`true`) => sql<Followed>`
  with ways as (
    select f.project_id, d.ecosystem_id, 1 as rank
    from funding_decision f join decision d on d.id = f.decision_id where f.withdrawn_at is null
    union all select project_id, ecosystem_id, 2 from reporting_project
    union all select project_id, ecosystem_id, 3 from followup
  ), one as (
    select distinct on (w.project_id) w.* from ways w where ${narrow} order by w.project_id, w.rank, w.ecosystem_id
  )
  select p.id as project,
    jsonb_build_object(case when p.language in ('sv', 'en') then p.language else 'fi' end, p.title) as name,
    p.registry, p.code, p.share, p.ecosystem_id as circle, p.status, p.start_on as starts, p.end_on as ends, p.currency,
    p.granted::text as granted, coalesce(p.total_cost, p.planned_public, p.granted)::text as cost,
    e.id as ecosystem, e.key as "ecosystemKey", coalesce(e.short_name, e.name) as "ecosystemName", one.rank = 1 as decided
  from one join project p on p.id = one.project_id join ecosystem e on e.id = one.ecosystem_id
  where ${where} order by p.title, p.id`

export const followedById = async (db: Read, project: string): Promise<Followed | undefined> =>
  (await followed(sql`true`, sql`w.project_id = ${project}`).execute(db as Tx)).rows[0]

export const followedIn = async (db: Read, ecosystem: string): Promise<Followed[]> =>
  (await followed(sql`e.id = ${ecosystem}`).execute(db as Tx)).rows

/** Projects that are followed and any of: in the ecosystems, null for all; of the organisations. */
export type Of = { ecosystems: readonly string[] | null; organisations: readonly string[] }

export const followedAmong = async (db: Read, { ecosystems, organisations }: Of): Promise<Followed[]> => {
  const within = ecosystems === null ? sql`true` : sql`e.id = any(${[...ecosystems]}::uuid[])`
  return (await followed(sql`(${within} or ${partyOf(organisations)})`).execute(db as Tx)).rows
}

const partyOf = (organisations: readonly string[]) => sql`exists (
  select from organisation mine join organisation o on o.canonical_id = mine.canonical_id
  where mine.id = any(${[...organisations]}::uuid[]) and (
    exists (select from project_party x where x.project_id = p.id and x.organisation_id = o.id) or p.lead_id = o.id))`

export const saveFollowed = (
  tx: Tx,
  f: { project: string; ecosystem: string; person: string | null; name: string; at: Date },
): Promise<unknown> =>
  sql`insert into followup (project_id, ecosystem_id, person_id, by_whom, at)
    values (${f.project}, ${f.ecosystem}, ${f.person}, ${f.name}, ${f.at}) on conflict (project_id) do nothing`.execute(
    tx,
  )

/** A project by its code, as far as the actor sees it. */
export async function projectCoded(db: Read, actor: Actor, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select p.id from project p where p.code = ${code} and ${visible(actor, 'p')}
    order by p.share = 'public' desc, p.registry = 'eura' desc, p.id limit 1`.execute(db as Tx)
  return rows[0]?.id
}

/** Things of several projects that hold, by kind: what lists, turns and calendars are made of. */
export async function itemsOfProjects(
  db: Read,
  projects: readonly string[],
  kinds: readonly Kind[],
): Promise<(Pick<Item, 'id' | 'entry' | 'kind' | 'content' | 'share' | 'at'> & { project: string })[]> {
  if (projects.length === 0) return []
  const { rows } = await sql<
    Pick<Item, 'id' | 'entry' | 'kind' | 'content' | 'share' | 'at'> & { project: string }
  >`
    select id, entry_id as entry, project_id as project, kind, content, share, at from followup_item
    where ended_at is null and project_id = any(${[...projects]}::uuid[]) and kind = any(${[...kinds]}::text[])
    order by entry_id`.execute(db as Tx)
  return rows
}

/** The budget of a granted application as it was sent: what was asked by category, and the cost that was decided. */
export type BudgetRow = {
  application: string
  decision: string
  budget: { model: string; partners: { lines: Record<string, string> }[] } | null
  models: unknown
  cost: string
}

export async function budgetsOf(db: Read, project: string): Promise<BudgetRow[]> {
  const { rows } = await sql<BudgetRow>`
    select d.application_id as application, d.id as decision, f.cost::text as cost, c.settings->'costModels' as models,
      (select v.budget from application_version v where v.application_id = d.application_id
        order by v.version desc limit 1) as budget
    from funding_decision f join decision d on d.id = f.decision_id join application a on a.id = d.application_id
      join call c on c.id = a.call_id
    where f.project_id = ${project} and f.withdrawn_at is null order by f.decided_on, a.number`.execute(
    db as Tx,
  )
  return rows
}

/** What was promised beside indicators in the granted applications: who goes on with what, who else pays. */
export type Commitment = { kind: 'financing' | 'continuation'; organisation: string; what: string | null }

export async function commitmentsOf(db: Read, project: string): Promise<Commitment[]> {
  const { rows } = await sql<Commitment>`
    select k.kind, k.organisation, k.what from project_commitment k join funding_decision f on f.id = k.funding_decision_id
    where f.project_id = ${project} and f.withdrawn_at is null order by f.decided_on, k.position`.execute(
    db as Tx,
  )
  return rows
}

/** Reports of indicators of these projects that are due and have not come. */
export async function lateReports(db: Read, projects: readonly string[], today: Day): Promise<string[]> {
  if (projects.length === 0) return []
  const { rows } = await sql<{ project: string }>`
    select distinct project_id as project from report
    where project_id = any(${[...projects]}::uuid[]) and state in ('open', 'returned') and due_on < ${today}
    order by 1`.execute(db as Tx)
  return rows.map(({ project }) => project)
}
