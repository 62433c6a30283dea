import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { PairToMerge } from './merging.ts'
import type { Contradiction, Identifier } from './rules.ts'

export type Act = {
  id: string
  decision: 'same' | 'different'
  reason: 'person' | 'identifiers'
  by_whom: string
  at: Date
}

export const insertAct = (tx: Tx, act: Act) => tx.insertInto('organisation_pair_act').values(act).execute()

/** An act and how many of its pairs still stand as it left them. */
export async function actWithPairs(
  db: Read,
  id: string,
): Promise<(Act & { pairs: { id: string; leftId: string; rightId: string }[] }) | undefined> {
  const { rows } = await sql<Act & { pairs: { id: string; leftId: string; rightId: string }[] }>`
    select a.*, coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'leftId', p.left_id, 'rightId', p.right_id))
      from organisation_pair p where p.act_id = a.id), '[]') as pairs
    from organisation_pair_act a where a.id = ${id}`.execute(db as Tx)
  return rows[0]
}

export const settlePairs = (tx: Tx, ids: readonly string[], act: Act) =>
  tx
    .updateTable('organisation_pair')
    .set({ state: act.decision, decided_by: act.by_whom, decided_at: act.at, act_id: act.id })
    .where('id', 'in', [...ids])
    .execute()

/** Back to the queue; what a person took back does not close by itself again. */
export const openAgain = (tx: Tx, ids: readonly string[], byPerson: boolean) =>
  tx
    .updateTable('organisation_pair')
    .set({ state: 'open', decided_by: null, decided_at: null, act_id: null, contradiction: null })
    .$if(byPerson, (update) => update.set({ stays_open: true }))
    .where('id', 'in', [...ids])
    .execute()

/** Joinings that a person's yes to pairs makes. Ids grow in the order of the list, and so does the joining. */
export async function insertPersonMerges(
  tx: Tx,
  rows: readonly (PairToMerge & { mergeId: string; evidence: unknown })[],
  by: string,
  at: Date,
): Promise<void> {
  const values = rows.map((r) => ({
    id: r.mergeId,
    kept_id: r.left,
    merged_id: r.right,
    evidence: { pair: r.id, evidence: r.evidence },
  }))
  await sql`
    insert into organisation_merge (id, kept_id, merged_id, by_whom, automatic, evidence, at)
    select id, kept_id, merged_id, ${by}, false, evidence, ${at}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as r (id uuid, kept_id uuid, merged_id uuid, evidence jsonb)`.execute(tx)
}

/** Takes back the joinings that a yes to these pairs made. */
export const undoMergesOfPairs = (tx: Tx, pairs: readonly string[], by: string, at: Date) =>
  tx
    .updateTable('organisation_merge')
    .set({ undone_at: at, undone_by: by })
    .where(sql<string>`evidence ->> 'pair'`, 'in', [...pairs])
    .where('undone_at', 'is', null)
    .execute()

export type PairWithIdentifiers = { id: string; left: Identifier[]; right: Identifier[] }

const identifiersBehind = (side: 'l' | 'r') => sql`coalesce((
    select jsonb_agg(distinct jsonb_build_object('scheme', i.scheme, 'value', i.value))
    from organisation_identifier i join organisation m on m.id = i.organisation_id
    where m.canonical_id = ${sql.ref(`${side}.canonical_id`)}), '[]')`

/** Pairs whose two sides both have identifiers: open ones that may close by themselves, and those that have. */
export async function pairsWithIdentifiers(
  db: Read,
  which: 'may-close' | 'closed',
): Promise<PairWithIdentifiers[]> {
  const { rows } = await sql<PairWithIdentifiers>`
    select p.id, ${identifiersBehind('l')} as left, ${identifiersBehind('r')} as right
    from organisation_pair p
    join organisation l on l.id = p.left_id
    join organisation r on r.id = p.right_id
    where ${
      which === 'closed'
        ? sql`p.state = 'different' and p.contradiction is not null`
        : sql`p.state = 'open' and not p.stays_open and l.canonical_id <> r.canonical_id`
    } order by p.id`.execute(db as Tx)
  return rows
}

export async function closeWithReasons(
  tx: Tx,
  rows: readonly { id: string; contradiction: Contradiction }[],
  act: Act,
): Promise<void> {
  await sql`
    update organisation_pair p set state = ${act.decision}, decided_by = ${act.by_whom}, decided_at = ${act.at},
      act_id = ${act.id}, contradiction = r.contradiction
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, contradiction jsonb)
    where p.id = r.id`.execute(tx)
}
