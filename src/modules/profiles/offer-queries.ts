import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { matches } from '../../kernel/search.ts'
import type { Names } from '../../kernel/text.ts'
import { type FactContent, factSeen } from './fact-queries.ts'
import type { FactKind } from './rules.ts'

/** What a list of offers narrows by: little of each, so that all of them are counted in one go. */
export type OfferKey = {
  id: string
  kind: FactKind
  sort: string | null
  subjects: string[]
  /** Regions that the actor serves; where it names none, its own. */
  regions: string[]
}

type Asked = { kinds: readonly FactKind[]; tsquery?: string | undefined; today: string }

const open = (actor: Actor, { kinds, tsquery, today }: Asked): RawBuilder<boolean> => sql<boolean>`
  f.ended_at is null and f.kind = any(${[...kinds]}::text[])
  and (f.open_until is null or f.open_until >= ${today}::date)
  and ${tsquery === undefined ? sql`true` : matches(sql.ref('f.lexemes'), tsquery)} and ${factSeen(actor)}`

/** Every open offer, need or facility that the actor may see, by what it is narrowed by; the newest first. */
export async function offerKeys(db: Read, actor: Actor, asked: Asked): Promise<OfferKey[]> {
  const { rows } = await sql<OfferKey>`
    select f.id, f.kind, f.code as sort, f.subjects,
      case when served.codes is null then array_remove(array[c.region], null) else served.codes end as regions
    from profile_fact f join organisation o on o.id = f.organisation_id join organisation c on c.id = o.canonical_id
    left join lateral (
      select array_agg(distinct r.code) as codes from profile_fact r join organisation ro on ro.id = r.organisation_id
      where ro.canonical_id = c.id and r.kind = 'region' and r.ended_at is null
    ) served on true
    where ${open(actor, asked)} order by f.entry_id desc limit 20000`.execute(db as Tx)
  return rows
}

export async function anyOffer(db: Read, actor: Actor, asked: Asked): Promise<boolean> {
  const { rows } = await sql`
    select 1 from profile_fact f join organisation o on o.id = f.organisation_id where ${open(actor, asked)} limit 1`.execute(
    db as Tx,
  )
  return rows.length > 0
}

export type OfferRow = {
  id: string
  entry: string
  kind: FactKind
  sort: string | null
  content: FactContent
  subjects: string[]
  openUntil: string | null
  at: Date
  prefilled: boolean
  exercise: boolean
  organisation: string
  names: Names
  place: string | null
}

/** The cards with these ids, with whose they are, in the order of the ids. */
export async function offersWith(db: Read, ids: readonly string[]): Promise<OfferRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<OfferRow>`
    select f.id, f.entry_id as entry, f.kind, f.code as sort, f.content, f.subjects, f.open_until as "openUntil", f.at,
      f.prefilled and f.confirmed_at is null as prefilled, f.exercise, c.id as organisation,
      jsonb_build_object('fi', c.name, 'sv', c.name_sv, 'en', c.name_en) as names, c.place
    from profile_fact f join organisation o on o.id = f.organisation_id join organisation c on c.id = o.canonical_id
    where f.id = any(${[...ids]}::uuid[]) order by array_position(${[...ids]}::uuid[], f.id)`.execute(
    db as Tx,
  )
  return rows
}

export type FoundOffer = {
  id: string
  title: string | null
  kind: FactKind
  names: Names
  organisation: string
}

/** What a search over everything finds of profiles: offers, needs, facilities and competences by their words. */
export async function offersCalled(
  db: Read,
  actor: Actor,
  asked: { tsquery: string; today: string },
  language: string,
  limit: number,
): Promise<{ items: FoundOffer[]; total: number }> {
  const kinds: FactKind[] = ['offer', 'need', 'facility', 'competence']
  const { rows } = await sql<FoundOffer & { total: number }>`
    select f.id, f.kind, c.id as organisation,
      coalesce(f.content -> 'title' ->> ${language}, f.content -> 'title' ->> 'fi', f.content -> 'title' ->> 'sv',
        f.content -> 'title' ->> 'en') as title,
      jsonb_build_object('fi', c.name, 'sv', c.name_sv, 'en', c.name_en) as names, count(*) over () as total
    from profile_fact f join organisation o on o.id = f.organisation_id join organisation c on c.id = o.canonical_id
    where ${open(actor, { kinds, ...asked })}
    order by array_position(array['offer', 'need', 'facility', 'competence'], f.kind), f.entry_id desc limit ${limit}`.execute(
    db as Tx,
  )
  return { items: rows, total: rows[0]?.total ?? 0 }
}
