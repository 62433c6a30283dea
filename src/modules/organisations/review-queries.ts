import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Join } from './components.ts'
import type { PairToMerge } from './merging.ts'
import type { Contradiction, Identifier, PairSort } from './rules.ts'
import { sourceSeen, spellingSeen } from './sight-queries.ts'

export type PairSide = {
  id: string
  /** The row that stands for it now. */
  canonicalId: string
  name: string
  kind: string
  place: string | null
  personal: boolean
  names: { name: string; kind: string; source: string }[]
  identifiers: Identifier[]
  /** Projects it leads, and the euros granted to them. */
  led: number
  granted: string
}

export type ReviewPair = {
  id: string
  score: number
  evidence: unknown
  state: string
  /** Euros that stand under the wrong name if the pair is one and stays two: those of the smaller side. */
  atStake: string
  contradiction: Contradiction | null
  decidedBy: string | null
  decidedAt: Date | null
  /** The act that settled it, and how many pairs it settled that are still so. */
  act: { id: string; pairs: number } | null
  left: PairSide
  right: PairSide
}

/** Which pairs: in one state, with any of the reasons. */
export type PairFilter = { state: string; reason: readonly string[] }

const side = (actor: Actor, alias: string, sums: string) => sql`jsonb_build_object(
  'id', ${sql.ref(`${alias}.id`)}, 'canonicalId', ${sql.ref(`${alias}.canonical_id`)},
  'name', ${sql.ref(`${alias}.name`)}, 'kind', ${sql.ref(`${alias}.kind`)},
  'place', ${sql.ref(`${alias}.place`)}, 'personal', ${sql.ref(`${alias}.personal`)},
  'led', coalesce(${sql.ref(`${sums}.led`)}, 0), 'granted', coalesce(${sql.ref(`${sums}.granted_eur`)}, 0)::text,
  'names', coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'kind', n.kind, 'source', ${sourceSeen(actor, 'm', 'n.source')}) order by n.id)
    from organisation_name n join organisation m on m.id = n.organisation_id
    where m.canonical_id = ${sql.ref(`${alias}.canonical_id`)} and ${spellingSeen(actor, 'm.id')}), '[]'),
  'identifiers', ${identifiersOf(`${alias}.canonical_id`)})`

function identifiersOf(canonical: string) {
  return sql`coalesce((select jsonb_agg(distinct jsonb_build_object('scheme', i.scheme, 'value', i.value))
    from organisation_identifier i join organisation m on m.id = i.organisation_id
    where m.canonical_id = ${sql.ref(canonical)}), '[]')`
}

/** Pairs of which who asks may know both sides. */
const pairsWithSides = (actor: Actor) => sql`organisation_pair p
    join organisation l on l.id = p.left_id and ${spellingSeen(actor, 'l.id')}
    join organisation r on r.id = p.right_id and ${spellingSeen(actor, 'r.id')}`

/** Pairs that have meanwhile become one by another way are left out of the open ones. */
const stillAsked = sql`(p.state <> 'open' or l.canonical_id <> r.canonical_id)`

function narrowing({ state, reason }: PairFilter) {
  if (reason.length === 0) return sql`p.state = ${state} and ${stillAsked}`
  const any = reason.map((kind) => sql`p.evidence @> ${JSON.stringify([{ kind }])}::jsonb`)
  return sql`p.state = ${state} and ${stillAsked} and (${sql.join(any, sql` or `)})`
}

const least = sql`least(coalesce(ls.granted_eur, 0), coalesce(rs.granted_eur, 0))`
const greatest = sql`greatest(coalesce(ls.granted_eur, 0), coalesce(rs.granted_eur, 0))`
const orders: Record<PairSort, RawBuilder<unknown>> = {
  '-money': sql`${least} desc, ${greatest} desc, p.id`,
  '-likelihood': sql`p.score desc, ${least} desc, p.id`,
  name: sql`lower(l.name), lower(r.name), p.id`,
}

export async function reviewPairs(
  db: Read,
  actor: Actor,
  filter: PairFilter & { sort: PairSort; limit: number; offset: number },
): Promise<ReviewPair[]> {
  const { rows } = await sql<ReviewPair>`
    select p.id, p.score, p.evidence, p.state, p.contradiction, p.decided_by as "decidedBy", p.decided_at as "decidedAt",
      ${least}::text as "atStake",
      (select jsonb_build_object('id', a.id, 'pairs', count(*)) from organisation_pair_act a
        join organisation_pair other on other.act_id = a.id where a.id = p.act_id group by a.id) as act,
      ${side(actor, 'l', 'ls')} as left, ${side(actor, 'r', 'rs')} as right
    from ${pairsWithSides(actor)}
    left join organisation_summary ls on ls.organisation_id = l.canonical_id
    left join organisation_summary rs on rs.organisation_id = r.canonical_id
    where ${narrowing(filter)}
    order by ${filter.state === 'open' ? orders[filter.sort] : sql`p.decided_at desc, p.id`}
    limit ${filter.limit} offset ${filter.offset}`.execute(db as Tx)
  return rows
}

/** How many pairs there are in each state, and how many of those that the filter leaves. */
export async function pairCounts(
  db: Read,
  actor: Actor,
  filter: PairFilter,
): Promise<{ counts: Record<string, number>; total: number }> {
  const { rows } = await sql<{ state: string; pairs: number; narrowed: number }>`
    select p.state, count(*) as pairs, count(*) filter (where ${narrowing(filter)}) as narrowed
    from ${pairsWithSides(actor)} where ${stillAsked} group by p.state`.execute(db as Tx)
  return {
    counts: Object.fromEntries(rows.map((r) => [r.state, r.pairs])),
    total: rows.reduce((sum, r) => sum + r.narrowed, 0),
  }
}

/** How many pairs of a state have each reason among their evidence, whatever their other reasons. */
export async function reasonCounts(db: Read, actor: Actor, state: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ kind: string; pairs: number }>`
    select e.kind, count(*) as pairs from ${pairsWithSides(actor)},
      lateral (select distinct x ->> 'kind' as kind from jsonb_array_elements(p.evidence) x) e
    where p.state = ${state} and ${stillAsked} group by e.kind`.execute(db as Tx)
  return Object.fromEntries(rows.map((r) => [r.kind, r.pairs]))
}

/** Open pairs among the given ones, in their order, with the canonical rows of their sides; kept for us alone. */
export async function openPairs(
  db: Read,
  actor: Actor,
  ids: readonly string[],
  hold = false,
): Promise<(PairToMerge & { leftId: string; rightId: string; evidence: unknown })[]> {
  const { rows } = await sql<PairToMerge & { leftId: string; rightId: string; evidence: unknown }>`
    select p.id, p.left_id as "leftId", p.right_id as "rightId", p.evidence,
      l.canonical_id as left, r.canonical_id as right
    from ${pairsWithSides(actor)}
    where p.id = any(${[...ids]}::uuid[]) and p.state = 'open'
    order by array_position(${[...ids]}::uuid[], p.id) ${hold ? sql`for update of p` : sql``}`.execute(
    db as Tx,
  )
  return rows
}

/** What the named canonical rows are called, know about themselves and lead. */
export async function canonicalFacts(
  db: Read,
  ids: readonly string[],
): Promise<Map<string, { name: string; led: number; granted: string; identifiers: Identifier[] }>> {
  const { rows } = await sql<{
    id: string
    name: string
    led: number
    granted: string
    identifiers: Identifier[]
  }>`
    select o.id, o.name, coalesce(s.led, 0) as led, coalesce(s.granted_eur, 0)::text as granted,
      ${identifiersOf('o.id')} as identifiers
    from organisation o left join organisation_summary s on s.organisation_id = o.id
    where o.id = any(${[...ids]}::uuid[])`.execute(db as Tx)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

export const pairForUpdate = (tx: Tx, id: string) =>
  tx.selectFrom('organisation_pair').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const mergeForUpdate = (tx: Tx, id: string) =>
  tx.selectFrom('organisation_merge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const markMergeUndone = (tx: Tx, id: string, by: string, at: Date) =>
  tx.updateTable('organisation_merge').set({ undone_at: at, undone_by: by }).where('id', '=', id).execute()

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
