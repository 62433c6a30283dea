import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { By } from './definition-queries.ts'

export const scopes = ['ecosystem', 'priority', 'call', 'project'] as const
export type Scope = (typeof scopes)[number]

/** A target that was set: amounts are exact decimal strings. */
export type Target = {
  id: string
  indicator: string
  scope: Scope
  /** 'dimension/code', or the id of a call or a project; empty for the ecosystem. */
  subject: string
  baseline: string
  target: string
  startsOn: Day
  dueOn: Day
  byWhom: string
  at: Date
  reason: string | null
  endedAt: Date | null
}

/** Every target of an ecosystem, also those that have given way; the newest first. */
export async function targetsOf(db: Read, ecosystem: string): Promise<Target[]> {
  const { rows } = await sql<Target>`
    select id, indicator_id as indicator, scope, subject, trim_scale(baseline)::text as baseline,
      trim_scale(target)::text as target, starts_on as "startsOn", due_on as "dueOn", by_whom as "byWhom", at, reason,
      ended_at as "endedAt"
    from indicator_target where ecosystem_id = ${ecosystem} order by ended_at is not null, at desc, id desc`.execute(
    db as Tx,
  )
  return rows
}

export const insertTarget = (
  tx: Tx,
  ecosystem: string,
  t: Omit<Target, 'byWhom' | 'at' | 'endedAt'>,
  by: By,
): Promise<unknown> =>
  tx
    .insertInto('indicator_target')
    .values({
      id: t.id,
      ecosystem_id: ecosystem,
      indicator_id: t.indicator,
      scope: t.scope,
      subject: t.subject,
      baseline: t.baseline,
      target: t.target,
      starts_on: t.startsOn,
      due_on: t.dueOn,
      person_id: by.person,
      by_whom: by.name,
      at: by.at,
      reason: t.reason,
    })
    .execute()

/** The target that holds gives way. */
export async function endTarget(
  tx: Tx,
  of: { ecosystem: string; indicator: string; scope: Scope; subject: string },
  by: By,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('indicator_target')
    .set({ ended_at: by.at, ended_by: by.name })
    .where('ecosystem_id', '=', of.ecosystem)
    .where('indicator_id', '=', of.indicator)
    .where('scope', '=', of.scope)
    .where('subject', '=', of.subject)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A target that an application promised and a decision took in: the project's own from its first day. */
export type Promised = {
  project: string
  indicator: string
  unit: string | null
  baseline: string | null
  target: string | null
  application: string
  /** Call and running number of the application. */
  number: string
}

/** What the decisions of an ecosystem, or of one project in it, took in. */
export async function promisedIn(
  db: Read,
  ecosystem: string,
  project: string | null = null,
): Promise<Promised[]> {
  const { rows } = await sql<Promised>`
    select f.project_id as project, p.indicator, p.unit, trim_scale(p.baseline)::text as baseline,
      trim_scale(p.target)::text as target, a.id as application, c.code || '/' || a.number as number
    from funding_decision f join decision d on d.id = f.decision_id join application a on a.id = d.application_id
      join call c on c.id = a.call_id join project_indicator p on p.funding_decision_id = f.id
    where f.withdrawn_at is null and d.ecosystem_id = ${ecosystem}
      and (${project}::uuid is null or f.project_id = ${project}::uuid)
    order by f.project_id, c.code, a.number, p.position`.execute(db as Tx)
  return rows
}

export type LightSetting = { green: string; amber: string }

export const lightOf = (db: Read, ecosystem: string): Promise<LightSetting | undefined> =>
  db
    .selectFrom('indicator_light')
    .where('ecosystem_id', '=', ecosystem)
    .select([
      sql<string>`trim_scale(green)::text`.as('green'),
      sql<string>`trim_scale(amber)::text`.as('amber'),
    ])
    .executeTakeFirst()

export function saveLight(tx: Tx, ecosystem: string, light: LightSetting, by: By): Promise<unknown> {
  const values = { ...light, person_id: by.person, by_whom: by.name, at: by.at }
  return tx
    .insertInto('indicator_light')
    .values({ ecosystem_id: ecosystem, ...values })
    .onConflict((c) => c.column('ecosystem_id').doUpdateSet(values))
    .execute()
}

/** Calls of an ecosystem and the projects that its decisions began, for which targets may be set. */
export async function targetSubjects(
  db: Read,
  ecosystem: string,
): Promise<{ scope: 'call' | 'project'; subject: string; name: Names }[]> {
  const { rows } = await sql<{ scope: 'call' | 'project'; subject: string; name: Names }>`
    select 'call' as scope, id::text as subject, title as name from call where ecosystem_id = ${ecosystem}
    union all
    select distinct 'project', p.id::text, jsonb_build_object(p.language, p.title)
    from funding_decision f join decision d on d.id = f.decision_id join project p on p.id = f.project_id
    where f.withdrawn_at is null and d.ecosystem_id = ${ecosystem} and p.language in ('fi', 'sv', 'en')
    order by 1, 2 limit 500`.execute(db as Tx)
  return rows
}
