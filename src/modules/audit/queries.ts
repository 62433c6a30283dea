import { type RawBuilder, sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

export type AuditFilter = {
  /** An id, or a part of a name. */
  person?: string | undefined
  kind?: string | undefined
  record?: string | undefined
  /** An action's whole name, or its noun ("import"). */
  action?: string | undefined
  way?: string | undefined
  from?: Date | undefined
  until?: Date | undefined
  /** Only rows before this one. */
  before?: number | undefined
}

/** Everything, or what concerns these ecosystems; null among them stands for any ecosystem. */
export type Scope = 'all' | { ecosystems: readonly (string | null)[] }

export type AuditRow = {
  seq: number
  id: string
  action: string
  way: string
  actor_kind: string
  actor_id: string | null
  actor_name: string | null
  input: Record<string, unknown>
  changes: { kind: string; id: string; before: object | null; after: object | null }[]
  at: Date
}

const uuid = /^[0-9a-f-]{36}$/i

export async function readAudit(
  db: Read,
  filter: AuditFilter,
  scope: Scope,
  limit: number,
): Promise<AuditRow[]> {
  const where = [...conditions(filter), ...(scope === 'all' ? [] : [within(scope.ecosystems)])]
  const { rows } = await sql<AuditRow>`
    select e.seq, e.id, e.action, e.way, e.actor_kind, e.actor_id, coalesce(p.name || coalesce(' (' || e.actor_name || ')', ''), e.actor_name) as actor_name,
      e.input, e.changes, e.at
    from audit_entry e left join person p on p.id = e.actor_id
    ${where.length > 0 ? sql`where ${sql.join(where, sql` and `)}` : sql``}
    order by e.seq desc limit ${limit}`.execute(db as Tx)
  return rows
}

function conditions(f: AuditFilter): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = []
  if (f.person) {
    const part = `%${f.person.replaceAll(/[\\%_]/g, '\\$&')}%`
    all.push(
      uuid.test(f.person)
        ? sql`e.actor_id = ${f.person}::uuid`
        : sql`(e.actor_id in (select id from person where name ilike ${part} or email = lower(${f.person}))
            or e.actor_name ilike ${part})`,
    )
  }
  if (f.kind || f.record) {
    const pattern = { ...(f.kind && { kind: f.kind }), ...(f.record && { id: f.record }) }
    all.push(sql`e.changes @> ${JSON.stringify([pattern])}::jsonb`)
  }
  if (f.action)
    all.push(f.action.includes('.') ? sql`e.action = ${f.action}` : sql`e.action like ${`${f.action}.%`}`)
  if (f.way) all.push(sql`e.way = ${f.way}`)
  if (f.from) all.push(sql`e.at >= ${f.from}`)
  if (f.until) all.push(sql`e.at < ${f.until}`)
  if (f.before) all.push(sql`e.seq < ${f.before}`)
  return all
}

const names = ['ecosystem', 'ecosystemId', 'ecosystem_id']

/** Rows that say themselves which ecosystem they are about: by the record, its state before or after, or the input. */
function within(ecosystems: readonly (string | null)[]): RawBuilder<unknown> {
  if (ecosystems.includes(null)) {
    const said = sql.join(
      names.map((n) => sql`e.changes @? ${`$[*].*.${n} ? (@ != null)`}::jsonpath`),
      sql` or `,
    )
    return sql`(e.changes @> '[{"kind": "ecosystem"}]' or ${said} or e.input ? 'ecosystem')`
  }
  const has = (pattern: object) => sql`e.changes @> ${JSON.stringify([pattern])}::jsonb`
  const each = ecosystems.flatMap((id) => [
    has({ kind: 'ecosystem', id }),
    ...names.flatMap((n) => [has({ before: { [n]: id } }), has({ after: { [n]: id } })]),
    sql`e.input @> ${JSON.stringify({ ecosystem: id })}::jsonb`,
  ])
  return each.length > 0 ? sql`(${sql.join(each, sql` or `)})` : sql`false`
}

/** The personal values of some rows that are still known, by their hash. */
export async function sealedValues(db: Read, entries: readonly string[]): Promise<Map<string, unknown>> {
  const { rows } = await sql<{ hash: string; value: string }>`
    select encode(hash, 'hex') as hash, value from audit_sealed where entry_id = any(${entries}::uuid[])`.execute(
    db as Tx,
  )
  return new Map(rows.map((r) => [r.hash, JSON.parse(r.value) as unknown]))
}

/** Which actions and kinds of record the audit has, for its search form. */
export async function auditWords(db: Read): Promise<{ actions: string[]; kinds: string[] }> {
  const { rows } = await sql<{ actions: string[]; kinds: string[] }>`
    with recursive a as (
      (select action from audit_entry order by action limit 1)
      union all
      select (select action from audit_entry where action > a.action order by action limit 1) from a where a.action is not null
    )
    select array(select action from a where action is not null) as actions,
      array(select distinct c ->> 'kind' from (select changes from audit_entry order by seq desc limit 5000) e,
        jsonb_array_elements(e.changes) c order by 1) as kinds`.execute(db as Tx)
  return rows[0]!
}

/** What a person has done, oldest first, for the copy of one's own data. */
export const auditOfPerson = (db: Read, person: string, limit: number) =>
  db
    .selectFrom('audit_entry')
    .select(['at', 'action', 'way'])
    .where('actor_id', '=', person)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
