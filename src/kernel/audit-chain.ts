import { sql } from 'kysely'
import { type Database, type Read, snapshot, type Tx } from './db.ts'

/** SHA-256 over the hash before and every column of the row, in the one form that migration 0009 began with. */
export const hashOfEntry = (alias: string) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const told = ['seq', 'id', 'action', 'way', 'actor_kind', 'actor_id', 'actor_name', 'input', 'changes']
  return sql`sha256(${column('previous')} || convert_to(
    ${sql.join(
      told.map((name) => sql`coalesce(${column(name)}::text, '') || chr(31)`),
      sql` || `,
    )}
    || to_char(${column('at')} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 'UTF8'))`
}

/** A personal value's hash: over its salt, the row it belongs to, whose it is, and its JSON text. */
export const hashOfSealed = (alias: string) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`sha256(${column('salt')} || convert_to(${column('entry_id')}::text || chr(31)
    || coalesce(${column('person_id')}::text, '') || chr(31) || ${column('value')}, 'UTF8'))`
}

export type Fault =
  | 'changed'
  | 'missing'
  | 'cut off'
  | 'begun late'
  | 'personal value changed'
  | 'not as kept'

export type AuditVerdict = {
  entries: number
  /** The end of the chain, to be kept elsewhere and compared later. */
  head: string
  /** The number of the first row that is still there: more than 1 when old rows have been removed by their rule. */
  first: number
  /** The first rows where the chain does not hold, and why. */
  broken: { seq: number; why: Fault }[]
}

export type VerifyOptions = {
  /** A hash kept elsewhere: it must be the end of the chain or one of its rows. Hexadecimal. */
  expect?: string
  /** Hears how many rows have been read. */
  told?: (rows: number) => void
}

const batch = 20_000
const most = 20

/** Reads the whole chain in one snapshot, some thousand rows at a time, and says whether every link holds. */
export const verifyAudit = (database: Database, options: VerifyOptions = {}): Promise<AuditVerdict> =>
  snapshot(database, (db) => verifyChain(db, options))

/** The same within a transaction that is open already. */
export async function verifyChain(db: Read, { expect, told }: VerifyOptions): Promise<AuditVerdict> {
  const head = await headOf(db)
  const broken: AuditVerdict['broken'] = []
  const zero = Buffer.from([0])
  let { base_seq: seq, base_hash: hash } = head ?? { base_seq: 0, base_hash: zero }
  const first = seq + 1
  let entries = 0
  // What stands before the beginning was slipped in.
  broken.push(...(await entriesUpTo(db, seq)))
  for (;;) {
    const part = await readLinks(db, seq, hash)
    if (part.count === 0) break
    entries += part.count
    broken.push(...part.broken)
    seq = part.seq!
    hash = part.hash!
    told?.(entries)
    if (part.count < batch) break
  }
  if (!head || head.seq !== seq || !head.hash.equals(hash)) broken.push({ seq: seq + 1, why: 'cut off' })
  if (first > 1 && !(await beginningIsTold(db, head!))) broken.push({ seq: first, why: 'begun late' })
  broken.push(...(await changedSealed(db)))
  if (expect !== undefined && !(await isInChain(db, expect, head?.hash)))
    broken.push({ seq, why: 'not as kept' })
  return { entries, head: head?.hash.toString('hex') ?? '', first, broken: broken.slice(0, most) }
}

type Head = { seq: number; hash: Buffer; base_seq: number; base_hash: Buffer }

async function headOf(db: Read): Promise<Head | undefined> {
  const { rows } = await sql<Head>`select seq, hash, base_seq, base_hash from audit_head`.execute(db as Tx)
  return rows[0]
}

async function entriesUpTo(db: Read, seq: number): Promise<AuditVerdict['broken']> {
  const { rows } = await sql<{ seq: number }>`
    select seq from audit_entry where seq <= ${seq} order by seq limit ${most}`.execute(db as Tx)
  return rows.map((row) => ({ seq: row.seq, why: 'changed' as const }))
}

type Links = { count: number; seq: number | null; hash: Buffer | null; broken: AuditVerdict['broken'] }

/**
 * The next rows of the chain. A name is null, never empty, and no text holds the separator: otherwise a change from
 * the one to the other would leave the hash as it was.
 */
async function readLinks(db: Read, after: number, hash: Buffer): Promise<Links> {
  const { rows } = await sql<Links>`
    with part as materialized (
      select seq, hash, previous,
        hash is distinct from ${hashOfEntry('e')} or actor_name = ''
          or strpos(concat(action, way, actor_kind, actor_name), chr(31)) > 0 as changed
      from audit_entry e where seq > ${after} order by seq limit ${batch}
    ), links as (
      select seq, hash, changed,
        previous is distinct from lag(hash, 1, ${hash}::bytea) over (order by seq)
          or seq is distinct from lag(seq, 1, ${after}::bigint) over (order by seq) + 1 as torn
      from part
    ), wrong as (select seq, changed from links where changed or torn order by seq limit ${most})
    select (select count(*) from links) as count, (select max(seq) from links) as seq,
      (select hash from links order by seq desc limit 1) as hash,
      coalesce((select jsonb_agg(jsonb_build_object('seq', seq, 'why',
        case when changed then 'changed' else 'missing' end) order by seq) from wrong), '[]') as broken`.execute(
    db as Tx,
  )
  return rows[0]!
}

/** Old rows go by their rule only, and the rule's command says in the chain where it now begins. */
async function beginningIsTold(db: Read, head: Head): Promise<boolean> {
  const told = [{ kind: 'audit', after: { through: head.base_seq, hash: head.base_hash.toString('hex') } }]
  const { rows } = await sql`
    select 1 from audit_entry where changes @> ${JSON.stringify(told)}::jsonb limit 1`.execute(db as Tx)
  return rows.length > 0
}

async function changedSealed(db: Read): Promise<AuditVerdict['broken']> {
  const { rows } = await sql<{ seq: number | null }>`
    select e.seq from audit_sealed s left join audit_entry e on e.id = s.entry_id
    where s.hash is distinct from ${hashOfSealed('s')} limit ${most}`.execute(db as Tx)
  return rows.map((row) => ({ seq: row.seq ?? 0, why: 'personal value changed' as const }))
}

async function isInChain(db: Read, expected: string, head: Buffer | undefined): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(expected)) return false
  const wanted = Buffer.from(expected, 'hex')
  if (head?.equals(wanted)) return true
  const { rows } = await sql`select 1 from audit_entry where hash = ${wanted} limit 1`.execute(db as Tx)
  return rows.length > 0
}

/**
 * Removes the oldest rows, those before `before`, and lets the chain begin after them. The caller's command must say
 * what comes out as a change of the kind "audit". Nothing is removed when nothing is that old.
 */
export async function shortenAudit(
  tx: Tx,
  before: Date,
): Promise<{ through: number; hash: string; removed: number } | undefined> {
  await sql`select seq from audit_head for update`.execute(tx)
  const { rows } = await sql<{ seq: number; hash: Buffer }>`
    select seq, hash from audit_entry
    where seq < coalesce((select min(seq) from audit_entry where at >= ${before}),
      (select max(seq) from audit_entry))
    order by seq desc limit 1`.execute(tx)
  const last = rows[0]
  if (!last) return undefined
  await sql`delete from audit_sealed where entry_id in (select id from audit_entry where seq <= ${last.seq})`.execute(
    tx,
  )
  const gone = await sql`delete from audit_entry where seq <= ${last.seq}`.execute(tx)
  await sql`update audit_head set base_seq = ${last.seq}, base_hash = ${last.hash}`.execute(tx)
  return { through: last.seq, hash: last.hash.toString('hex'), removed: Number(gone.numAffectedRows ?? 0) }
}
