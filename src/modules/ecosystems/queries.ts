import { type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { matches } from '../../kernel/search.ts'
import { visible } from '../../kernel/share.ts'
import { type Ecosystem, type EcosystemSource, ecosystemRecord, type TieFrom, tieFrom } from './record.ts'

/** What a list may be narrowed to. */
export type EcosystemFilters = {
  key?: string | undefined
  kind?: readonly string[]
  region?: readonly string[]
  /** Key of the ecosystem that they belong to. */
  parent?: string | undefined
  tsquery?: string | undefined
}

const visitor: Actor = { kind: 'visitor' }

/** What the actor sees of them. */
const narrowed = (db: Read, f: EcosystemFilters, actor: Actor) =>
  db
    .selectFrom('ecosystem')
    .leftJoin('ecosystem as parent', 'parent.id', 'ecosystem.parent_id')
    .where(visible(actor, 'ecosystem', { ecosystem: 'id' }))
    .$if(f.key !== undefined, (q) => q.where('ecosystem.key', '=', f.key!))
    .$if(!!f.kind?.length, (q) => q.where('ecosystem.kind', 'in', f.kind!))
    .$if(!!f.region?.length, (q) =>
      q.where(sql<SqlBool>`ecosystem.regions && ${[...(f.region ?? [])]}::text[]`),
    )
    .$if(f.parent !== undefined, (q) => q.where('parent.key', '=', f.parent!))
    .$if(f.tsquery !== undefined, (q) => q.where(matches(sql.ref('ecosystem.lexemes'), f.tsquery!)))

export async function countEcosystems(db: Read, filters: EcosystemFilters, actor = visitor): Promise<number> {
  const row = await narrowed(db, filters, actor)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** The records with everything in them, in their order, read in one statement. */
export async function readEcosystems(
  db: Read,
  filters: EcosystemFilters,
  limit: number,
  offset: number,
  actor = visitor,
): Promise<Ecosystem[]> {
  const rows = await narrowed(db, filters, actor)
    .selectAll('ecosystem')
    .select('parent.key as parent_key')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('ecosystem_dimension as d')
          .select(['d.dimension', 'd.name'])
          .whereRef('d.ecosystem_id', '=', 'ecosystem.id')
          .orderBy('d.position'),
      ).as('dimensions'),
      jsonArrayFrom(
        eb
          .selectFrom('ecosystem_value as v')
          .select([
            'v.dimension',
            'v.code',
            'v.name',
            'v.unofficial',
            'v.detail',
            'v.valid_from as validFrom',
            'v.valid_to as validTo',
            'v.source',
          ])
          .whereRef('v.ecosystem_id', '=', 'ecosystem.id')
          .orderBy('v.position'),
      ).as('values'),
      jsonArrayFrom(
        eb
          .selectFrom('ecosystem_role as r')
          .select([
            'r.role',
            'r.name',
            'r.business_id as businessId',
            'r.authority',
            'r.what',
            'r.valid_from as validFrom',
            'r.valid_to as validTo',
            'r.source',
          ])
          .whereRef('r.ecosystem_id', '=', 'ecosystem.id')
          .orderBy('r.position'),
      ).as('roles'),
      jsonArrayFrom(
        eb
          .selectFrom('ecosystem_money as m')
          // As text: a JSON number would not keep the cents of a large amount.
          .select(sql<string>`m.amount::text`.as('amount'))
          .select(['m.currency', 'm.qualifier', 'm.what', 'm.fund', 'm.year', 'm.payer as from', 'm.source'])
          .whereRef('m.ecosystem_id', '=', 'ecosystem.id')
          .orderBy('m.position'),
      ).as('money'),
      jsonArrayFrom(
        eb
          .selectFrom('ecosystem_goal as g')
          .select(sql<string>`trim_scale(g.target)::text`.as('target'))
          .select(['g.name', 'g.comparator', 'g.unit', 'g.from_year as from', 'g.by_year as by', 'g.source'])
          .whereRef('g.ecosystem_id', '=', 'ecosystem.id')
          .orderBy('g.position'),
      ).as('goals'),
      jsonArrayFrom(
        eb
          .selectFrom('ecosystem_group as t')
          .select(['t.reach', 't.name', 't.source'])
          .whereRef('t.ecosystem_id', '=', 'ecosystem.id')
          .orderBy('t.position'),
      ).as('groups'),
      jsonArrayFrom(
        eb
          .selectFrom('ecosystem_fact as f')
          .select(['f.text', 'f.source'])
          .whereRef('f.ecosystem_id', '=', 'ecosystem.id')
          .orderBy('f.position'),
      ).as('facts'),
      jsonArrayFrom(
        eb
          .selectFrom('ecosystem_link as l')
          .leftJoin('ecosystem as target', 'target.id', 'l.to_id')
          .select(['l.kind', 'target.key as to', 'l.what', 'l.source'])
          .select((inner) => inner.fn.coalesce('l.name', 'target.name').as('name'))
          .whereRef('l.ecosystem_id', '=', 'ecosystem.id')
          .orderBy('l.position'),
      ).as('links'),
    ])
    .orderBy('ecosystem.position')
    .orderBy('ecosystem.key')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => {
    const parties = row.roles.filter((r) => r.role === 'party').map(({ role, source, ...party }) => party)
    const record = {
      key: row.key,
      kind: row.kind,
      parent: row.parent_key,
      featured: row.featured || null,
      name: row.name,
      short: row.short_name,
      unofficial: row.unofficial,
      summary: row.summary,
      description: row.description,
      period: row.period_source && { start: row.starts, end: row.ends, source: row.period_source },
      regions: row.regions,
      municipalities: row.municipalities,
      agreement: row.agreement_source && {
        signed: row.signed_on,
        validTo: row.agreement_until,
        parties,
        source: row.agreement_source,
      },
      roles: row.roles.filter((r) => r.role !== 'party'),
      // A dimension that has no values yet is not told.
      frame: row.dimensions
        .map((d) => ({
          ...d,
          values: row.values.filter((v) => v.dimension === d.dimension).map(({ dimension, ...v }) => v),
        }))
        .filter((d) => d.values.length > 0),
      money: row.money,
      goals: row.goals,
      targetGroups: row.groups,
      facts: row.facts,
      links: row.links,
      partial: row.partial,
    }
    return ecosystemRecord.parse(withoutNothing(record))
  })
}

const listsThatStay = new Set(['regions', 'parties', 'roles', 'frame', 'money', 'facts', 'links', 'values'])

/** Without what is null, and without the optional lists that are empty: nothing is said by leaving it out. */
function withoutNothing(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutNothing)
  if (typeof data !== 'object' || data === null) return data
  const kept = Object.entries(data).filter(
    ([name, value]) =>
      value !== null && !(Array.isArray(value) && value.length === 0 && !listsThatStay.has(name)),
  )
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutNothing(value)]))
}

/** The sources with these keys. */
export async function readSources(
  db: Read,
  keys: readonly string[],
): Promise<Record<string, EcosystemSource>> {
  const rows = await db
    .selectFrom('ecosystem_source')
    .selectAll()
    .where('key', 'in', [...keys, ''])
    .orderBy('key')
    .execute()
  return Object.fromEntries(
    rows.map((row) => [
      row.key,
      {
        title: row.title,
        publisher: row.publisher,
        address: row.address,
        ...(row.published_on && { date: row.published_on }),
      },
    ]),
  )
}

/** The ecosystems that are tied to this one from their side, but for those that are part of it. */
export async function readTiesTo(db: Read, key: string, actor = visitor): Promise<TieFrom[]> {
  const rows = await db
    .selectFrom('ecosystem_link as l')
    .innerJoin('ecosystem as target', 'target.id', 'l.to_id')
    .innerJoin('ecosystem as origin', 'origin.id', 'l.ecosystem_id')
    .select(['l.kind', 'origin.key', 'origin.name', 'l.what'])
    .where('target.key', '=', key)
    .where(visible(actor, 'origin', { ecosystem: 'id' }))
    .where('l.kind', '!=', 'part-of')
    .orderBy('origin.position')
    .execute()
  return rows.map((row) => tieFrom.parse(withoutNothing(row)))
}
