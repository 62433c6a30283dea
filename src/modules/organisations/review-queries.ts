import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Join } from './components.ts'

export type PairSide = {
  id: string
  name: string
  kind: string
  place: string | null
  personal: boolean
  names: { name: string; kind: string; source: string }[]
  identifiers: { scheme: string; value: string }[]
}

export type ReviewPair = {
  id: string
  score: number
  evidence: unknown
  state: string
  decided_by: string | null
  decided_at: Date | null
  left: PairSide
  right: PairSide
}

const side = (alias: string) => sql`jsonb_build_object(
  'id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}, 'kind', ${sql.ref(`${alias}.kind`)},
  'place', ${sql.ref(`${alias}.place`)}, 'personal', ${sql.ref(`${alias}.personal`)},
  'names', coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'kind', n.kind, 'source', n.source) order by n.id)
    from organisation_name n join organisation m on m.id = n.organisation_id
    where m.canonical_id = ${sql.ref(`${alias}.canonical_id`)}), '[]'),
  'identifiers', coalesce((select jsonb_agg(distinct jsonb_build_object('scheme', i.scheme, 'value', i.value))
    from organisation_identifier i join organisation m on m.id = i.organisation_id
    where m.canonical_id = ${sql.ref(`${alias}.canonical_id`)}), '[]'))`

/** Pairs in one state, the likeliest first. Pairs that have meanwhile become one by another way are left out of the open ones. */
export async function reviewPairs(
  db: Read,
  state: string,
  limit: number,
  offset: number,
): Promise<ReviewPair[]> {
  const { rows } = await sql<ReviewPair>`
    select p.id, p.score, p.evidence, p.state, p.decided_by, p.decided_at, ${side('l')} as left, ${side('r')} as right
    from organisation_pair p
    join organisation l on l.id = p.left_id
    join organisation r on r.id = p.right_id
    where p.state = ${state} and (p.state <> 'open' or l.canonical_id <> r.canonical_id)
    order by ${state === 'open' ? sql`p.score desc` : sql`p.decided_at desc`}, p.id
    limit ${limit} offset ${offset}`.execute(db as Tx)
  return rows
}

export async function pairCounts(db: Read): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; pairs: number }>`
    select p.state, count(*) as pairs from organisation_pair p
    join organisation l on l.id = p.left_id
    join organisation r on r.id = p.right_id
    where p.state <> 'open' or l.canonical_id <> r.canonical_id
    group by p.state`.execute(db as Tx)
  return Object.fromEntries(rows.map((r) => [r.state, r.pairs]))
}

export const pairForUpdate = (tx: Tx, id: string) =>
  tx.selectFrom('organisation_pair').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const decidePair = (
  tx: Tx,
  id: string,
  decision: { state: 'open' | 'same' | 'different'; decided_by: string | null; decided_at: Date | null },
) => tx.updateTable('organisation_pair').set(decision).where('id', '=', id).execute()

/** Identifiers of everything that stands behind two rows, to see whether they contradict each other. */
export async function identifiersBehind(db: Read, id: string): Promise<{ scheme: string; value: string }[]> {
  const { rows } = await sql<{ scheme: string; value: string }>`
    select distinct i.scheme, i.value from organisation o
    join organisation m on m.canonical_id = o.canonical_id
    join organisation_identifier i on i.organisation_id = m.id
    where o.id = ${id}`.execute(db as Tx)
  return rows
}

export const insertMerge = (
  tx: Tx,
  merge: { id: string; kept_id: string; merged_id: string; by_whom: string; evidence: string; at: Date },
) =>
  tx
    .insertInto('organisation_merge')
    .values({ ...merge, automatic: false })
    .execute()

export const canonicalOf = (db: Read, id: string) =>
  db.selectFrom('organisation').where('id', '=', id).select('canonical_id').executeTakeFirst()

export const mergeForUpdate = (tx: Tx, id: string) =>
  tx.selectFrom('organisation_merge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const markMergeUndone = (tx: Tx, id: string, by: string, at: Date) =>
  tx.updateTable('organisation_merge').set({ undone_at: at, undone_by: by }).where('id', '=', id).execute()

/** Takes back the joinings that a decision on a pair made. */
export const undoMergesOfPair = (tx: Tx, pairId: string, by: string, at: Date) =>
  tx
    .updateTable('organisation_merge')
    .set({ undone_at: at, undone_by: by })
    .where(sql<string>`evidence ->> 'pair'`, '=', pairId)
    .where('undone_at', 'is', null)
    .execute()

/** The rows of the groups that the given rows belong to, and the joinings that hold among them, in their order. */
export async function groupsOf(db: Read, ids: readonly string[]): Promise<{ rows: string[]; joins: Join[] }> {
  const found = await sql<{ id: string }>`
    select id from organisation where canonical_id in (select canonical_id from organisation where id = any(${[...ids]}::uuid[]))
    order by id`.execute(db as Tx)
  const rows = found.rows.map((r) => r.id)
  const joins = await db
    .selectFrom('organisation_merge')
    .where('undone_at', 'is', null)
    .where('merged_id', 'in', rows)
    .orderBy('at')
    .orderBy('id')
    .select(['kept_id as kept', 'merged_id as merged'])
    .execute()
  return { rows, joins }
}

export async function pointAt(tx: Tx, canonical: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...canonical].map(([id, canonical_id]) => ({ id, canonical_id }))
  await sql`
    update organisation o set canonical_id = r.canonical_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, canonical_id uuid)
    where o.id = r.id and o.canonical_id <> r.canonical_id`.execute(tx)
}
