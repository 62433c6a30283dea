import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { organisationSeen } from '../organisations/index.ts'
import type { Content, Item, Kind } from './content.ts'

const items = (db: Read) =>
  db
    .selectFrom('operating_item as i')
    .select([
      'i.id',
      'i.entry_id as entry',
      'i.kind',
      'i.content',
      'i.share',
      'i.person_id as person',
      'i.by_whom as byWhom',
      'i.at',
      'i.reason',
      'i.review_on as reviewOn',
      'i.reviewed_at as reviewedAt',
      'i.reviewed_by as reviewedBy',
      'i.ended_at as endedAt',
      'i.ended_by as endedBy',
    ])

const seenBy = (actor: Actor) => visible(actor, 'i', { person: true })

/** What holds today in an ecosystem, as far as the actor may see it; the oldest entry first. */
export const currentItems = async (db: Read, actor: Actor, ecosystem: string): Promise<Item[]> =>
  (await items(db)
    .where('i.ecosystem_id', '=', ecosystem)
    .where('i.ended_at', 'is', null)
    .where(seenBy(actor))
    .orderBy('i.entry_id')
    .execute()) as Item[]

/** The versions of one thing that the actor may see, the newest first; none where the newest is not for them. */
export async function versionsOf(db: Read, actor: Actor, ecosystem: string, entry: string): Promise<Item[]> {
  const rows = await items(db)
    .select(seenBy(actor).as('seen'))
    .where('i.ecosystem_id', '=', ecosystem)
    .where('i.entry_id', '=', entry)
    .orderBy('i.at', 'desc')
    .orderBy('i.id', 'desc')
    .execute()
  if (!rows[0]?.seen) return []
  return rows.filter((row) => row.seen).map(({ seen: _, ...row }) => row as Item)
}

/** The version that holds, held until the transaction ends. */
export const lockCurrent = (tx: Tx, ecosystem: string, entry: string): Promise<Item | undefined> =>
  items(tx)
    .where('i.ecosystem_id', '=', ecosystem)
    .where('i.entry_id', '=', entry)
    .where('i.ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst() as Promise<Item | undefined>

/** A thing by its entry alone, where it is spoken of: its newest version and its ecosystem. */
export const newestOf = (
  db: Read,
  entry: string,
): Promise<(Item & { ecosystem: string; key: string }) | undefined> =>
  items(db)
    .innerJoin('ecosystem as e', 'e.id', 'i.ecosystem_id')
    .select(['e.id as ecosystem', 'e.key'])
    .where('i.entry_id', '=', entry)
    .orderBy('i.at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(1)
    .executeTakeFirst() as Promise<(Item & { ecosystem: string; key: string }) | undefined>

/** What kind of thing it is, and who wrote its first version. */
export const firstOf = (
  db: Read,
  entry: string,
): Promise<{ kind: string; person: string | null } | undefined> =>
  db
    .selectFrom('operating_item')
    .select(['kind', 'person_id as person'])
    .where('entry_id', '=', entry)
    .orderBy('at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

export type NewItem = {
  id: string
  entry: string
  ecosystem: string
  kind: Kind
  content: Content
  share: ShareLevel
  reviewOn: Day | null
  reason: string | null
}
export type By = { person: string | null; name: string; at: Date }

export const insertItem = (tx: Tx, item: NewItem, by: By): Promise<unknown> =>
  tx
    .insertInto('operating_item')
    .values({
      id: item.id,
      entry_id: item.entry,
      ecosystem_id: item.ecosystem,
      kind: item.kind,
      content: JSON.stringify(item.content),
      organisation_id: item.content.organisation?.organisation ?? null,
      share: item.share,
      person_id: by.person,
      by_whom: by.name,
      at: by.at,
      reason: item.reason,
      review_on: item.reviewOn,
    })
    .execute()

export const endItem = (tx: Tx, id: string, by: By): Promise<unknown> =>
  tx
    .updateTable('operating_item')
    .set({ ended_at: by.at, ended_by: by.name, ended_person_id: by.person })
    .where('id', '=', id)
    .execute()

export const reviewItem = (tx: Tx, id: string, next: Day, by: By): Promise<unknown> =>
  tx
    .updateTable('operating_item')
    .set({ reviewed_at: by.at, reviewed_by: by.name, reviewed_person_id: by.person, review_on: next })
    .where('id', '=', id)
    .execute()

/** Where an organisation that is named leads: its row in the registry as it is known now. */
export type Linked = { id: string; name: Names }

/** The organisations that are named, by the ids that stand in the contents, as far as the actor may know of them. */
export async function linkedOf(
  db: Read,
  actor: Actor,
  ids: readonly string[],
): Promise<Record<string, Linked>> {
  if (ids.length === 0) return {}
  const { rows } = await sql<{ asked: string } & Linked>`
    select o.id as asked, c.id,
      jsonb_strip_nulls(jsonb_build_object('fi', c.name, 'sv', c.name_sv, 'en', c.name_en)) as name
    from organisation o join organisation c on c.id = o.canonical_id
    where o.id = any(${ids}::uuid[]) and not c.personal and ${organisationSeen(actor, 'c.id')}`.execute(
    db as Tx,
  )
  return Object.fromEntries(rows.map(({ asked, ...linked }) => [asked, linked]))
}

/** Ways of working that should have been gone through by the day, in the ecosystems given; null is all of them. */
export async function overdueIn(
  db: Read,
  ecosystems: readonly string[] | null,
  today: Day,
): Promise<{ key: string; name: Names; count: number; since: Day }[]> {
  const { rows } = await sql<{ key: string; name: Names; count: number; since: Day }>`
    select e.key, coalesce(e.short_name, e.name) as name, count(*)::int as count, min(i.review_on) as since
    from operating_item i join ecosystem e on e.id = i.ecosystem_id
    where i.kind = 'way' and i.ended_at is null and i.review_on < ${today}
      and ${ecosystems === null ? sql`true` : sql`e.id = any(${ecosystems}::uuid[])`}
    group by e.key, e.short_name, e.name order by min(i.review_on), e.key limit 20`.execute(db as Tx)
  return rows
}

type HeldIn = { key: string; name: Names; ecosystem: string }

/** The roles that an organisation holds by people's word, with its ecosystem. */
export async function rolesOf(db: Read, actor: Actor, organisation: string): Promise<(Item & HeldIn)[]> {
  return (await items(db)
    .innerJoin('ecosystem as e', 'e.id', 'i.ecosystem_id')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .innerJoin('organisation as asked', 'asked.canonical_id', 'o.canonical_id')
    .select(['e.key', 'e.name', 'e.id as ecosystem'])
    .where('asked.id', '=', organisation)
    .where('i.kind', '=', 'role')
    .where('i.ended_at', 'is', null)
    .where(seenBy(actor))
    .where(visible(actor, 'e', { ecosystem: 'id' }))
    .orderBy('e.position')
    .orderBy('i.entry_id')
    .execute()) as (Item & HeldIn)[]
}
