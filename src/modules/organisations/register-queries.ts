import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { type Id, newId } from '../../kernel/id.ts'

export type OrganisationRow = {
  id: Id
  canonical_id: Id
  name: string
  kind: string
  personal: boolean
  place: string | null
  region: string | null
  country: string | null
  import_id: Id | null
  created_at: Date
  lexemes: string
}
export type NameRow = { id: Id; organisation_id: Id; name: string; name_key: string; source: string }
export type IdentifierRow = { organisation_id: Id; scheme: string; value: string; source: string }
export type Joining = { kept: Id; merged: Id; evidence: readonly unknown[]; score: number }
export type OpenPair = { left: Id; right: Id; evidence: readonly unknown[]; score: number }

export type RegistryRecord = {
  id: string
  canonicalId: string
  personal: boolean
  place: string | null
  country: string | null
  names: string[]
  identifiers: { scheme: string; value: string }[]
}

/** The whole registry as the matching engine takes it: a row with all its names, the current one first. */
export async function registryRecords(db: Read, spelled?: readonly string[]): Promise<RegistryRecord[]> {
  const among = spelled
    ? sql`where o.id in (select organisation_id from organisation_name where name_key = any(${[...spelled]}))`
    : sql``
  const { rows } = await sql<RegistryRecord>`
    select o.id, o.canonical_id as "canonicalId", o.personal, o.place, o.country,
      coalesce(n.names, '{}') as names, coalesce(i.identifiers, '[]') as identifiers
    from organisation o
    left join (
      select organisation_id, array_agg(name order by kind = 'name' desc, id) as names
      from organisation_name where kind in ('name', 'alias', 'former') group by organisation_id
    ) n on n.organisation_id = o.id
    left join (
      select organisation_id, jsonb_agg(jsonb_build_object('scheme', scheme, 'value', value)) as identifiers
      from organisation_identifier group by organisation_id
    ) i on i.organisation_id = o.id ${among}
    order by o.id`.execute(db as Tx)
  return rows
}

const json = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`

export async function insertOrganisations(tx: Tx, rows: readonly OrganisationRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into organisation (id, canonical_id, name, kind, personal, place, region, country, import_id, created_at, lexemes)
    select id, canonical_id, name, kind, personal, place, region, country, import_id, created_at, lexemes::tsvector
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, canonical_id uuid, name text, kind text, personal boolean,
      place text, region text, country text, import_id uuid, created_at timestamptz, lexemes text)`.execute(
    tx,
  )
}

export async function insertNames(tx: Tx, rows: readonly NameRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into organisation_name (id, organisation_id, name, name_key, kind, source)
    select id, organisation_id, name, name_key, 'name', source
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, organisation_id uuid, name text, name_key text, source text)`.execute(
    tx,
  )
}

export async function insertIdentifiers(tx: Tx, rows: readonly IdentifierRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into organisation_identifier (organisation_id, scheme, value, source)
    select organisation_id, scheme, value, source
    from jsonb_to_recordset(${json(rows)}) as r (organisation_id uuid, scheme text, value text, source text)
    on conflict do nothing`.execute(tx)
}

export async function insertMerges(tx: Tx, rows: readonly Joining[], now: Date): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((r) => ({
    ...r,
    id: newId(now.getTime()),
    evidence: { score: r.score, evidence: r.evidence },
  }))
  await sql`
    insert into organisation_merge (id, kept_id, merged_id, by_whom, automatic, evidence, at)
    select id, kept, merged, 'matching', true, evidence, ${now}
    from jsonb_to_recordset(${json(values)}) as r (id uuid, kept uuid, merged uuid, evidence jsonb)`.execute(
    tx,
  )
}

export async function insertPairs(tx: Tx, rows: readonly OpenPair[], now: Date): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((r) => ({ ...r, id: newId(now.getTime()) }))
  await sql`
    insert into organisation_pair (id, left_id, right_id, score, evidence, state, created_at)
    select id, "left", "right", score, evidence, 'open', ${now}
    from jsonb_to_recordset(${json(values)}) as r (id uuid, "left" uuid, "right" uuid, score float8, evidence jsonb)
    on conflict do nothing`.execute(tx)
}

/** What goes with a row of the registry: its own names and codes, what is computed of it, and what is asked about it. */
const goingAlong = [
  'organisation_name',
  'organisation_identifier',
  'organisation_pair',
  'organisation_merge',
  'organisation_summary',
  'organisation_closed',
  'lead_summary',
]

/**
 * Removes the organisations that a withdrawn list brought and nothing names any more: no project, and nothing that
 * people have typed or that holds a role, a profile or a tie, in whatever table refers to them. One that others have
 * been joined to stays, so that their joining keeps its meaning. Answers how many went.
 */
export async function dropOrganisationsOf(tx: Tx, importId: Id): Promise<number> {
  const { rows: naming } = await sql<{ table: string; column: string }>`
    select k.conrelid::regclass::text as table, a.attname as column from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'organisation'::regclass
      and not k.conrelid::regclass::text = any(${goingAlong}::text[])
    order by 1, 2`.execute(tx)
  const named = naming.map(
    ({ table, column }) =>
      sql`not exists (select 1 from ${sql.table(table)} x where x.${sql.ref(column)} = o.id)`,
  )
  const { rows } = await sql`
    delete from organisation o where o.import_id = ${importId}
      and ${sql.join(named, sql` and `)}
      and not exists (select 1 from organisation m where m.canonical_id = o.id and m.id <> o.id)
    returning o.id`.execute(tx)
  return rows.length
}
