import type pg from 'pg'
import { copyIn, copyOut } from './copy-queries.ts'

export type TableShape = { name: string; columns: string[] }
export type Planned = { queues: Record<string, unknown>[]; jobs: Record<string, unknown>[] }

const name = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`
const listOf = (table: TableShape) => `${name(table.name)} (${table.columns.map(name).join(', ')})`

/** How values are written is fixed, so that every version writes the same text for the same value. */
export const openExactly = async (client: pg.Client): Promise<void> => {
  await client.query(`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
    set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8';
    set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = 0`)
}

/** All that is read until the end of the transaction is of one moment, whatever others write. */
export const beginSnapshot = (client: pg.Client) =>
  client.query('begin isolation level repeatable read read only')

/** The product's tables with the columns that are stored, in the order of their names. */
export async function tablesOf(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`)
  return rows
}

export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.migration') is not null as there`,
  )
  if (!rows[0]!.there) return []
  const found = await client.query<{ name: string }>('select name from public.migration order by name')
  return found.rows.map((row) => row.name)
}

export async function serverVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return rows[0]!.server_version
}

/** Work that is planned or under way. What is done or has failed for good stays in the progress rows alone. */
export async function plannedJobs(client: pg.Client): Promise<Planned> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('pgboss.job') is not null as there`,
  )
  if (!rows[0]!.there) return { queues: [], jobs: [] }
  const queues = await client.query<{ q: Record<string, unknown> }>(
    'select to_jsonb(q) as q from pgboss.queue q order by name',
  )
  const jobs = await client.query<{ j: Record<string, unknown> }>(`
    select to_jsonb(j) as j from pgboss.job j
    where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss\\_\\_%' order by created_on, id`)
  return { queues: queues.rows.map((r) => r.q), jobs: jobs.rows.map((r) => r.j) }
}

export const readTable = (client: pg.Client, table: TableShape): AsyncGenerator<Buffer[]> =>
  copyOut(client, `copy public.${listOf(table)} to stdout`)

export const fillTable = (
  client: pg.Client,
  table: TableShape,
  pieces: AsyncIterable<Buffer>,
): Promise<number> => copyIn(client, `copy public.${listOf(table)} from stdin`, pieces)

/** Tables in which something stands as soon as anybody has used the product. */
const used = ['audit_entry', 'person', 'organisation', 'project', 'import', 'ecosystem']

export async function isInUse(client: pg.Client): Promise<boolean> {
  for (const { name: table } of await tablesOf(client)) {
    if (!used.includes(table)) continue
    const { rows } = await client.query(`select 1 from public.${name(table)} limit 1`)
    if (rows.length > 0) return true
  }
  return false
}

/** Other processes of the product that are connected to this database. */
export async function othersConnected(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
      and application_name like 'talkoot%'`)
  return rows[0]!.n
}

/** Takes away the product's tables and the queue; extensions and what others have put there stay. */
export async function dropTables(client: pg.Client): Promise<void> {
  const tables = await tablesOf(client)
  if (tables.length > 0)
    await client.query(`drop table ${tables.map((t) => `public.${name(t.name)}`).join(', ')} cascade`)
  await client.query('drop schema if exists pgboss cascade')
}

/** Runs one migration file and notes it, as the start of the product would. */
export async function applyMigration(client: pg.Client, file: string, text: string): Promise<void> {
  await client.query(
    'create table if not exists public.migration (name text primary key, applied_at timestamptz not null default now())',
  )
  await client.query(text)
  await client.query('insert into public.migration (name) values ($1)', [file])
}

export const emptyTables = (client: pg.Client, tables: readonly TableShape[]) =>
  client.query(`truncate ${tables.map((t) => `public.${name(t.name)}`).join(', ')} cascade`)

/**
 * Takes ties between tables and indexes that no constraint needs away, so that rows can come in any order and fast;
 * answers the statements that put them back.
 */
export async function loosen(client: pg.Client): Promise<string[]> {
  const ties = await client.query<{ table: string; tie: string; definition: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as tie, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)
  for (const { table, tie } of ties.rows) await client.query(`alter table ${table} drop constraint ${tie}`)
  const indexes = await client.query<{ name: string; definition: string }>(`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'i'
      and not exists (select 1 from pg_constraint where conindid = i.indexrelid)`)
  for (const index of indexes.rows) await client.query(`drop index ${index.name}`)
  return [
    ...indexes.rows.map((index) => index.definition),
    ...ties.rows.map((t) => `alter table ${t.table} add constraint ${t.tie} ${t.definition}`),
  ]
}

export const run = (client: pg.Client, statement: string) => client.query(statement)
