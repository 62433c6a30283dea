import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'

/** An approved value with everything that it knows of itself. */
export type ValueRow = {
  id: string
  indicator: string
  definition: number
  project: string
  organisation: string | null
  from: Day
  to: Day
  /** Exact decimals; null where there was nothing to report. */
  amount: string | null
  per: string | null
  narrative: string | null
  version: number
  report: string
  byWhom: string
  at: Date
  approvedBy: string
  approvedAt: Date
  reason: string | null
}

/** Every approved value of one indicator of an ecosystem, or of one project in it, also those that were corrected. */
export async function valuesOf(
  db: Read,
  of: { ecosystem: string; indicator?: string; project?: string },
): Promise<ValueRow[]> {
  const { rows } = await sql<ValueRow>`
    select id, indicator_id as indicator, definition_version as definition, project_id as project,
      organisation_id as organisation, period_from as from, period_to as to, trim_scale(amount)::text as amount,
      trim_scale(per)::text as per, narrative, version, report_id as report, by_whom as "byWhom", at,
      approved_by as "approvedBy", approved_at as "approvedAt", reason
    from indicator_value
    where ecosystem_id = ${of.ecosystem} and (${of.indicator ?? null}::uuid is null or indicator_id = ${of.indicator ?? null}::uuid)
      and (${of.project ?? null}::uuid is null or project_id = ${of.project ?? null}::uuid)
    order by period_to, period_from, project_id, organisation_id, version, id`.execute(db as Tx)
  return rows
}

/** An enterprise that stands behind a value. */
export type SupportRow = { value: string; business: string | null; name: string }

export async function supportsOf(db: Read, values: readonly string[]): Promise<SupportRow[]> {
  if (values.length === 0) return []
  const { rows } = await sql<SupportRow>`
    select e.value_id as value, e.business_id as business, e.name from indicator_value_enterprise e
    where e.value_id = any(${[...values]}::uuid[])`.execute(db as Tx)
  return rows
}

export type EnterpriseRow = {
  business: string
  name: string
  personal: boolean
  size: string | null
  region: string | null
  kind: string | null
  organisation: string | null
}

/** What is known of the enterprises that stand behind the values, each once. */
export async function enterprisesBehind(db: Read, values: readonly string[]): Promise<EnterpriseRow[]> {
  if (values.length === 0) return []
  const { rows } = await sql<EnterpriseRow>`
    select business_id as business, name, personal, size, region, kind, organisation_id as organisation
    from supported_enterprise where business_id in (
      select business_id from indicator_value_enterprise where value_id = any(${[...values]}::uuid[]))`.execute(
    db as Tx,
  )
  return rows
}

export type NewValue = Omit<ValueRow, 'at' | 'approvedAt' | 'byWhom' | 'approvedBy'> & {
  ecosystem: string
  person: string | null
  byWhom: string
  at: Date
  approver: string | null
  approvedBy: string
  approvedAt: Date
}

export const insertValue = (tx: Tx, v: NewValue): Promise<unknown> =>
  tx
    .insertInto('indicator_value')
    .values({
      id: v.id,
      ecosystem_id: v.ecosystem,
      indicator_id: v.indicator,
      definition_version: v.definition,
      project_id: v.project,
      organisation_id: v.organisation,
      period_from: v.from,
      period_to: v.to,
      amount: v.amount,
      per: v.per,
      narrative: v.narrative,
      version: v.version,
      report_id: v.report,
      person_id: v.person,
      by_whom: v.byWhom,
      at: v.at,
      approved_person_id: v.approver,
      approved_by: v.approvedBy,
      approved_at: v.approvedAt,
      reason: v.reason,
    })
    .execute()

/** What is known of enterprises, the newest word of each; what it does not say stays as it was. */
export async function saveEnterprises(tx: Tx, rows: readonly EnterpriseRow[], at: Date): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into supported_enterprise (business_id, name, personal, size, region, kind, organisation_id, updated_at)
    select business, name, personal, size, region, kind, organisation, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (business text, name text, personal boolean, size text,
      region text, kind text, organisation uuid)
    order by business
    on conflict (business_id) do update set name = excluded.name, personal = excluded.personal,
      size = coalesce(excluded.size, supported_enterprise.size),
      region = coalesce(excluded.region, supported_enterprise.region),
      kind = coalesce(excluded.kind, supported_enterprise.kind),
      organisation_id = coalesce(excluded.organisation_id, supported_enterprise.organisation_id),
      updated_at = excluded.updated_at`.execute(tx)
}

export async function insertSupports(
  tx: Tx,
  value: string,
  list: readonly { business: string | null; name: string }[],
): Promise<void> {
  if (list.length === 0) return
  const rows = list.map((one, position) => ({ position, ...one }))
  await sql`
    insert into indicator_value_enterprise (value_id, position, business_id, name)
    select ${value}, position, business, name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (position int, business text, name text)`.execute(
    tx,
  )
}

/** What the registry knows of these business ids: name, kind, region, whether it is a sole trader's. */
export async function registryOf(db: Read, ids: readonly string[]): Promise<EnterpriseRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<EnterpriseRow>`
    select distinct on (i.value) i.value as business, c.name, c.personal, null as size, c.region, c.kind,
      c.id as organisation
    from organisation_identifier i join organisation o on o.id = i.organisation_id
      join organisation c on c.id = o.canonical_id
    where i.scheme = 'fi-business-id' and i.value = any(${[...ids]}::text[]) order by i.value, c.id`.execute(
    db as Tx,
  )
  return rows
}

/** Titles of projects and the names of organisations, as a list of values shows them. */
export async function namesOf(
  db: Read,
  projects: readonly string[],
): Promise<{ id: string; title: string; language: string; registry: string; code: string }[]> {
  if (projects.length === 0) return []
  return db
    .selectFrom('project')
    .where('id', 'in', [...projects])
    .select(['id', 'title', 'language', 'registry', 'code'])
    .execute()
}

export async function organisationNames(db: Read, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await db
    .selectFrom('organisation')
    .where('id', 'in', [...ids])
    .where('personal', '=', false)
    .select(['id', 'name'])
    .execute()
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
