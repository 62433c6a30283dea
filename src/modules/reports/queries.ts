import { type RawBuilder, sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { PartContent, VersionContent } from './content.ts'
import type { ReportEvent, ReportState } from './rules.ts'

export type Report = {
  id: string
  ecosystem: string
  ecosystemKey: string
  ecosystemName: Names
  scheme: string
  guidance: Names
  project: string
  projectName: Names
  registry: string
  code: string
  projectShare: ShareLevel
  from: Day
  to: Day
  dueOn: Day
  state: ReportState
  version: number
  openedAt: Date
}

const reports = (where: RawBuilder<unknown>) => sql<Report>`
  select r.id, r.ecosystem_id as ecosystem, e.key as "ecosystemKey", coalesce(e.short_name, e.name) as "ecosystemName",
    r.scheme_id as scheme, s.guidance, r.project_id as project,
    jsonb_build_object(case when p.language in ('sv', 'en') then p.language else 'fi' end, p.title) as "projectName",
    p.registry, p.code, p.share as "projectShare", r.period_from as from, r.period_to as to, r.due_on as "dueOn",
    r.state, r.version, r.opened_at as "openedAt"
  from report r join ecosystem e on e.id = r.ecosystem_id join reporting_scheme s on s.id = r.scheme_id
    join project p on p.id = r.project_id
  where ${where} order by r.due_on desc, p.title, r.id`

export const reportById = async (db: Read, id: string): Promise<Report | undefined> =>
  (await reports(sql`r.id = ${id}`).execute(db as Tx)).rows[0]

/** Reports of an ecosystem, the newest period first; a page shows so many. */
export const reportsOfEcosystem = async (db: Read, ecosystem: string): Promise<Report[]> =>
  (await reports(sql`r.ecosystem_id = ${ecosystem}`).execute(db as Tx)).rows

export const reportsOfProject = async (db: Read, project: string): Promise<Report[]> =>
  (await reports(sql`r.project_id = ${project}`).execute(db as Tx)).rows

/** Of which ecosystems, null for all, and of projects of which organisations. */
type Of = { ecosystems: readonly string[] | null; organisations: readonly string[] }

const among = ({ ecosystems, organisations }: Of) => sql`(
  ${ecosystems === null ? sql`true` : sql`r.ecosystem_id = any(${[...ecosystems]}::uuid[])`}
  or ${partyOf(sql`r.project_id`, organisations)})`

/** Reports that are due between two days, in one ecosystem by its key or in all. */
export const reportsDue = async (
  db: Read,
  { from, to, ecosystem }: { from: Day; to: Day; ecosystem?: string | undefined },
  of: Of,
): Promise<Report[]> =>
  (
    await reports(sql`r.due_on between ${from} and ${to} and ${among(of)}
      and (${ecosystem ?? null}::text is null or e.key = ${ecosystem ?? null})`).execute(db as Tx)
  ).rows

/** The reports in these states that are any of: of the ecosystems, or of projects of the organisations. */
export const reportsWaiting = async (db: Read, states: readonly ReportState[], of: Of): Promise<Report[]> =>
  (await reports(sql`r.state = any(${[...states]}::text[]) and ${among(of)}`).execute(db as Tx)).rows

const partyOf = (project: RawBuilder<unknown>, organisations: readonly string[]) => sql`exists (
  select from organisation mine join organisation o on o.canonical_id = mine.canonical_id
  where mine.id = any(${[...organisations]}::uuid[]) and (
    exists (select from project_party x where x.project_id = ${project} and x.organisation_id = o.id)
    or exists (select from project x where x.id = ${project} and x.lead_id = o.id)))`

/** Held until the transaction ends: two people act on a report one after another. */
export async function lockReport(tx: Tx, id: string): Promise<Report | undefined> {
  await sql`select id from report where id = ${id} for update`.execute(tx)
  return reportById(tx, id)
}

export const setReport = (tx: Tx, id: string, state: ReportState, version: number): Promise<unknown> =>
  tx.updateTable('report').set({ state, version }).where('id', '=', id).execute()

/** An organisation of a project: the lead first. */
export type Party = { organisation: string; name: string; personal: boolean }

export async function partiesOf(db: Read, project: string): Promise<Party[]> {
  const { rows } = await sql<Party>`
    select o.canonical_id as organisation, c.name, c.personal
    from (
      select lead_id as id, -1 as position from project where id = ${project} and lead_id is not null
      union all select organisation_id, position from project_party where project_id = ${project}
    ) x join organisation o on o.id = x.id join organisation c on c.id = o.canonical_id
    group by o.canonical_id, c.name, c.personal order by min(x.position), c.name`.execute(db as Tx)
  return rows
}

/** Every row of the registry that stands for an organisation of the project. */
export async function partyRows(db: Read, project: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select all_rows.id from organisation all_rows where all_rows.canonical_id in (
      select o.canonical_id from organisation o
      where o.id in (select organisation_id from project_party where project_id = ${project})
        or o.id in (select lead_id from project where id = ${project}))`.execute(db as Tx)
  return rows.map(({ id }) => id)
}

/** Who belongs to the organisations of a project on a day; an organisation by the row that they belong to. */
export async function representativesOf(
  db: Read,
  project: string,
  today: Day,
): Promise<{ organisation: string; person: string }[]> {
  const { rows } = await sql<{ organisation: string; person: string }>`
    select distinct m.organisation_id as organisation, m.person_id as person
    from person_organisation m join organisation mine on mine.id = m.organisation_id
      join organisation o on o.canonical_id = mine.canonical_id
    where m.starts_on <= ${today}::date and (m.ends_on is null or m.ends_on >= ${today}::date) and (
      o.id in (select organisation_id from project_party where project_id = ${project})
      or o.id in (select lead_id from project where id = ${project}))
    order by 1, 2`.execute(db as Tx)
  return rows
}

export const canonicalOf = async (db: Read, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0
    ? []
    : (
        await db
          .selectFrom('organisation')
          .where('id', 'in', [...ids])
          .select('canonical_id')
          .execute()
      ).map((row) => row.canonical_id)

export type Part = { organisation: string; content: PartContent; byWhom: string; at: Date }

export async function partsOf(db: Read, report: string): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select organisation_id as organisation, content, by_whom as "byWhom", at from report_part
    where report_id = ${report} order by at`.execute(db as Tx)
  return rows
}

export async function savePart(
  tx: Tx,
  part: {
    report: string
    organisation: string
    content: PartContent
    person: string | null
    byWhom: string
    at: Date
  },
): Promise<void> {
  const values = {
    content: JSON.stringify(part.content),
    person_id: part.person,
    by_whom: part.byWhom,
    at: part.at,
  }
  await tx
    .insertInto('report_part')
    .values({ report_id: part.report, organisation_id: part.organisation, ...values })
    .onConflict((c) => c.columns(['report_id', 'organisation_id']).doUpdateSet(values))
    .execute()
}

export type Version = {
  version: number
  content: VersionContent
  person: string | null
  byWhom: string
  at: Date
}

export async function versionOf(db: Read, report: string, version: number): Promise<Version | undefined> {
  const row = await db
    .selectFrom('report_version')
    .where('report_id', '=', report)
    .where('version', '=', version)
    .select(['version', 'content', 'person_id as person', 'by_whom as byWhom', 'at'])
    .executeTakeFirst()
  return row as Version | undefined
}

export const insertVersion = (tx: Tx, report: string, v: Version): Promise<unknown> =>
  tx
    .insertInto('report_version')
    .values({
      report_id: report,
      version: v.version,
      content: JSON.stringify(v.content),
      person_id: v.person,
      by_whom: v.byWhom,
      at: v.at,
    })
    .execute()

/** The newest version that was sent of an earlier period of the project: what a new report is prefilled from. */
export async function previousVersion(db: Read, report: Report): Promise<VersionContent | undefined> {
  const { rows } = await sql<{ content: VersionContent }>`
    select v.content from report r join report_version v on v.report_id = r.id and v.version = r.version
    where r.ecosystem_id = ${report.ecosystem} and r.project_id = ${report.project} and r.period_to < ${report.from}
    order by r.period_to desc limit 1`.execute(db as Tx)
  return rows[0]?.content
}

export type EventRow = {
  event: ReportEvent
  to: ReportState
  version: number
  byWhom: string
  at: Date
  reason: string | null
}

export async function eventsOf(db: Read, report: string): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select event, to_state as to, version, by_whom as "byWhom", at, reason from report_event
    where report_id = ${report} order by at desc, id desc`.execute(db as Tx)
  return rows
}

export const insertEvent = (
  tx: Tx,
  e: EventRow & { id: string; report: string; from: ReportState; person: string | null },
): Promise<unknown> =>
  tx
    .insertInto('report_event')
    .values({
      id: e.id,
      report_id: e.report,
      event: e.event,
      from_state: e.from,
      to_state: e.to,
      version: e.version,
      person_id: e.person,
      by_whom: e.byWhom,
      at: e.at,
      reason: e.reason,
    })
    .execute()
