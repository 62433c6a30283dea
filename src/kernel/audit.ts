import { sql } from 'kysely'
import type { Change, Context } from './context.ts'
import type { Read, Tx } from './db.ts'
import { newId } from './id.ts'

/**
 * Who did what to which record, by which way: one row for each command, in the command's own transaction. Each row's
 * hash covers the row and the hash before it, so a row that is changed, taken out or slipped in breaks the chain;
 * `audit_head` holds the end of it, so the last rows cannot be cut off unseen either.
 */
export async function recordAudit(
  ctx: Context<Tx>,
  action: string,
  input: unknown,
  changes: readonly Change[],
): Promise<void> {
  const { actor } = ctx
  const row = {
    id: newId(ctx.now.getTime()),
    action,
    way: ctx.way,
    actor_kind: actor.kind,
    actor_id: actor.kind === 'person' ? actor.id : null,
    actor_name: actor.kind === 'visitor' ? null : actor.name,
    input: JSON.stringify(withoutSecrets(input)),
    changes: JSON.stringify(withoutSecrets(changes)),
  }
  // Whoever holds the head writes the next link; the others wait for the commit.
  await sql`select seq from audit_head for update`.execute(ctx.db)
  await sql`
    with said as (
      select head.seq + 1 as seq, ${row.id}::uuid as id, ${row.action}::text as action, ${row.way}::text as way,
        ${row.actor_kind}::text as actor_kind, ${row.actor_id}::uuid as actor_id, ${row.actor_name}::text as actor_name,
        ${row.input}::jsonb as input, ${row.changes}::jsonb as changes, ${ctx.now}::timestamptz as at,
        head.hash as previous
      from audit_head head
    ), written as (
      insert into audit_entry
        (seq, id, action, way, actor_kind, actor_id, actor_name, input, changes, at, previous, hash)
      select seq, id, action, way, actor_kind, actor_id, actor_name, input, changes, at, previous, ${hashOf('said')}
      from said returning seq, hash
    )
    update audit_head set seq = written.seq, hash = written.hash from written`.execute(ctx.db)
}

/** SHA-256 over the hash before and every column of the row, in the one form that migration 0009 began with. */
const hashOf = (alias: string) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const told = ['seq', 'id', 'action', 'way', 'actor_kind', 'actor_id', 'actor_name', 'input', 'changes']
  return sql`sha256(${column('previous')} || convert_to(
    ${sql.join(
      told.map((name) => sql`coalesce(${column(name)}::text, '') || chr(31)`),
      sql` || `,
    )}
    || to_char(${column('at')} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 'UTF8'))`
}

export type AuditVerdict = {
  entries: number
  /** The end of the chain, to be kept elsewhere and compared later. */
  head: string
  /** The first rows where the chain does not hold, and why. */
  broken: { seq: number; why: 'changed' | 'missing' | 'cut off' }[]
}

/** Reads the whole chain and says whether every link holds. */
export async function verifyAudit(db: Read): Promise<AuditVerdict> {
  const { rows } = await sql<{ seq: number; why: 'changed' | 'missing' }>`
    select seq, case when changed then 'changed' else 'missing' end as why from (
      select seq, hash is distinct from ${hashOf('e')} as changed,
        previous is distinct from coalesce(lag(hash) over (order by seq), decode('00', 'hex')) as torn,
        seq is distinct from coalesce(lag(seq) over (order by seq) + 1, 1) as gap
      from audit_entry e
    ) as links where changed or torn or gap order by seq limit 20`.execute(db as Tx)
  const found = await sql<{ entries: number; last: number; seq: number; head: string; same: boolean }>`
    select (select count(*) from audit_entry) as entries, coalesce(last.seq, 0) as last, head.seq,
      encode(head.hash, 'hex') as head, head.hash = coalesce(last.hash, decode('00', 'hex')) as same
    from audit_head head left join lateral (select seq, hash from audit_entry order by seq desc limit 1) last on true`.execute(
    db as Tx,
  )
  const { entries, last, seq, head, same } = found.rows[0]!
  const broken: AuditVerdict['broken'] = [...rows]
  if (last !== seq || !same) broken.push({ seq: last + 1, why: 'cut off' })
  return { entries, head, broken }
}

const secret = /token|secret|password|key$/i

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([k, v]) => [k, secret.test(k) ? '(left out)' : withoutSecrets(v)]),
  )
}
