import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Circle } from './fold.ts'
import type { ProjectRow } from './row.ts'

export type KnownProject = { id: string; registry: string; code: string }

const within = (circle: Circle) =>
  circle === 'public'
    ? sql`p.share = 'public'`
    : sql`p.share <> 'public' and p.ecosystem_id is not distinct from ${circle.ecosystem}::uuid`

/** The projects of a circle that already stand under the given codes of their registries. */
export async function projectsByCode(
  db: Read,
  keys: readonly { registry: string; code: string }[],
  circle: Circle,
): Promise<KnownProject[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<KnownProject>`
    select p.id, p.registry, p.code
    from jsonb_to_recordset(${JSON.stringify(keys.map(({ registry, code }) => ({ registry, code })))}::jsonb) as k (registry text, code text)
    join project p on p.registry = k.registry and p.code = k.code and ${within(circle)}`.execute(db as Tx)
  return rows
}

/**
 * Marks the rows of a public list that say word for word what a list of the same day has said of the same project: the
 * same list dropped again. What `saysNothingNew` would say of each, at once; answers how many they were.
 */
export async function markRepeated(tx: Tx, importId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update import_row r set state = 'same', project_id = p.id
    from project p, import i
    where r.import_id = ${importId} and r.state = 'staged' and i.id = r.import_id
      and p.registry = r.registry and p.code = r.project_key and p.share = 'public'
      and exists (
        select from import_row told join import before on before.id = told.import_id
        where told.project_id = p.id and told.state = 'applied' and told."values" = r."values"
          and before.as_of = i.as_of)`.execute(tx)
  return Number(numAffectedRows)
}

export async function projectsById(
  db: Read,
  ids: readonly string[],
): Promise<(KnownProject & { circle: Circle })[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('project')
    .where('id', 'in', [...ids])
    .select(['id', 'registry', 'code', 'share', 'ecosystem_id'])
    .execute()
  return rows.map(({ share, ecosystem_id: ecosystem, ...p }) => ({
    ...p,
    circle: share === 'public' ? 'public' : { ecosystem },
  }))
}

const columns = `id uuid, registry text, code text, title text, language text, summary text, fund text, programme text,
  period text, priority text, objective text, authority text, authority_name text, status text, start_on date, end_on date,
  start_year int, region text, region_from text, themes text[], currency text, granted numeric, realised numeric,
  planned_public numeric, realised_public numeric, total_cost numeric, eu_amount numeric, amount_class int, lead_id uuid,
  lead_name text, lead_personal boolean, url text, facet_key bigint, statements int, share text, ecosystem_id uuid`

const names = columns.split(',').map((c) => c.trim().split(' ')[0]!)
const kept = new Set(['id', 'registry', 'code'])
const written = names.filter((n) => !kept.has(n))

const insertHead = `insert into project (${names.join(', ')}, created_at, updated_at)
  select ${names.join(', ')}`
const onConflict = `on conflict (id) do update set
  ${written.map((n) => `${n} = excluded.${n}`).join(', ')}, updated_at = excluded.updated_at`

/** Writes projects whole: new ones are made, known ones replaced. */
export async function upsertProjects(tx: Tx, rows: readonly ProjectRow[], now: Date): Promise<void> {
  if (rows.length === 0) return
  await sql`${sql.raw(insertHead)}, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows.map(({ lexemes: _, ...row }) => row))}::jsonb)
      as r (${sql.raw(columns)})
    ${sql.raw(onConflict)}`.execute(tx)
  const searched = rows.map((r) => ({
    project_id: r.id,
    facet_key: r.facet_key,
    granted: r.granted,
    realised: r.realised,
    currency: r.currency,
    lexemes: r.lexemes,
    share: r.share,
    ecosystem_id: r.ecosystem_id,
  }))
  await sql`
    insert into project_search (project_id, facet_key, granted, realised, currency, lexemes, share, ecosystem_id)
    select project_id, facet_key, granted, realised, currency, lexemes::tsvector, share, ecosystem_id
    from jsonb_to_recordset(${JSON.stringify(searched)}::jsonb)
      as r (project_id uuid, facet_key bigint, granted numeric, realised numeric, currency text, lexemes text,
        share text, ecosystem_id uuid)
    on conflict (project_id) do update set facet_key = excluded.facet_key, granted = excluded.granted,
      realised = excluded.realised, currency = excluded.currency, lexemes = excluded.lexemes,
      share = excluded.share, ecosystem_id = excluded.ecosystem_id`.execute(tx)
}

export type PartyRow = {
  project_id: string
  position: number
  organisation_id: string
  role: 'lead' | 'partner'
  name: string
}

/** Replaces the parties of some projects. */
export async function replaceParties(
  tx: Tx,
  projectIds: readonly string[],
  rows: readonly PartyRow[],
): Promise<void> {
  if (projectIds.length > 0) {
    await tx
      .deleteFrom('project_party')
      .where('project_id', 'in', [...projectIds])
      .execute()
  }
  if (rows.length === 0) return
  await sql`
    insert into project_party (project_id, position, organisation_id, role, name)
    select project_id, position, organisation_id, role, name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (project_id uuid, position int, organisation_id uuid, role text, name text)`.execute(tx)
}

export const deleteProjects = (tx: Tx, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve()
    : tx
        .deleteFrom('project')
        .where('id', 'in', [...ids])
        .execute()
