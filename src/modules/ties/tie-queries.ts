import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import { type Day, dayIn } from '../../kernel/time.ts'
import { organisationSeen } from '../organisations/index.ts'

/** An organisation at one end of a tie. */
export type End = { id: string; name: Names }

/** A stated tie with its two ends as they are known now: by the row that represents each. */
export type Tie = {
  id: string
  from: End
  to: End
  kind: string
  own: { id: string; name: Names; back: Names | null } | null
  directed: boolean
  starts_on: Day | null
  ends_on: Day | null
  strength: number
  source: 'stated' | 'survey' | 'file'
  note: string | null
  share: ShareLevel
  ecosystem: { id: string; key: string; name: Names } | null
  /** Whose word it is. */
  organisation: string | null
  person_id: string | null
  by_whom: string
  at: Date
  answer: 'confirmed' | 'denied' | null
  answer_note: string | null
  answered_by: string | null
  answered_at: Date | null
  ended_at: Date | null
  ended_by: string | null
  replaces_id: string | null
}

const nameOf = (alias: string) =>
  sql`jsonb_strip_nulls(jsonb_build_object('fi', ${sql.ref(`${alias}.name`)}, 'sv', ${sql.ref(`${alias}.name_sv`)}, 'en', ${sql.ref(`${alias}.name_en`)}))`

const ties = (condition: RawBuilder<unknown>, rest: RawBuilder<unknown> = sql``) => sql<Tie>`
  select t.id, jsonb_build_object('id', f.id, 'name', ${nameOf('f')}) as "from",
    jsonb_build_object('id', o.id, 'name', ${nameOf('o')}) as "to",
    t.kind, case when k.id is null then null else jsonb_build_object('id', k.id, 'name', k.name, 'back', k.back_name) end as own,
    coalesce(k.directed, t.kind in ('supplies', 'member-of', 'owns', 'mentors')) as directed,
    t.starts_on, t.ends_on, t.strength, t.source, t.note, t.share,
    case when e.id is null then null else jsonb_build_object('id', e.id, 'key', e.key, 'name', e.name) end as ecosystem,
    w.canonical_id as organisation, t.person_id, t.by_whom, t.at, t.answer, t.answer_note, t.answered_by,
    t.answered_at, t.ended_at, t.ended_by, t.replaces_id
  from network_tie t
  join organisation fr on fr.id = t.from_id join organisation f on f.id = fr.canonical_id
  join organisation tr on tr.id = t.to_id join organisation o on o.id = tr.canonical_id
  left join organisation w on w.id = t.organisation_id
  left join network_tie_kind k on k.id = t.kind_id
  left join ecosystem e on e.id = t.ecosystem_id
  where f.id <> o.id and not f.personal and not o.personal and ${condition} ${rest}`

/** Ties that the actor may see: by share level, and every tie of an organisation of one's own. */
const seenBy = (actor: Actor) => {
  const own = actor.kind === 'person' ? actor.organisations : []
  return sql<boolean>`${organisationSeen(actor, 'f.id')} and ${organisationSeen(actor, 'o.id')} and (
    ${visible(actor, 't', { organisation: true, person: true })}
    or exists (select 1 from organisation m where m.id = any(${own}::uuid[]) and m.canonical_id in (f.id, o.id)))`
}

const touches = (organisations: readonly string[]) =>
  sql`(f.id = any(${organisations}::uuid[]) or o.id = any(${organisations}::uuid[]))`

const living = sql`t.ended_at is null`

/** The stated ties of an organisation as far as the actor may see them; those that wait for an answer first. */
export async function tiesOf(
  db: Read,
  actor: Actor,
  organisation: string,
  { ended = false, limit = 500 }: { ended?: boolean; limit?: number } = {},
): Promise<Tie[]> {
  const condition = sql`${touches([organisation])} and ${seenBy(actor)}${ended ? sql`` : sql` and ${living}`}`
  const order = sql`order by (t.ended_at is null) desc, (t.answer is null) desc, t.strength desc, t.at desc, t.id limit ${limit}`
  return (await ties(condition, order).execute(db as Tx)).rows
}

/** Living ties that the actor may see and that are not public; of a denied one nothing is left. */
export const closedTies = async (db: Read, actor: Actor): Promise<Tie[]> =>
  (
    await ties(
      sql`t.share <> 'public' and ${living} and t.answer is distinct from 'denied' and ${seenBy(actor)}`,
      sql`order by t.id`,
    ).execute(db as Tx)
  ).rows

export async function tieById(db: Read, actor: Actor, id: string): Promise<Tie | undefined> {
  if (!isId(id)) return undefined
  return (await ties(sql`t.id = ${id} and ${seenBy(actor)}`).execute(db as Tx)).rows[0]
}

/** The living ties between two organisations, whoever may see them: what is said twice is found. */
export const livingTies = async (db: Read, a: string, b: string): Promise<Tie[]> =>
  (await ties(sql`${touches([a])} and ${touches([b])} and ${living}`).execute(db as Tx)).rows

/** Living ties that these organisations are asked about and have not answered. */
export const waitingFor = async (db: Read, organisations: readonly string[]): Promise<Tie[]> =>
  organisations.length === 0
    ? []
    : (
        await ties(
          sql`${touches(organisations)} and ${living} and t.answer is null
            and not coalesce(w.canonical_id = any(${organisations}::uuid[]), false)`,
          sql`order by t.at limit 100`,
        ).execute(db as Tx)
      ).rows

/** The organisations to which the actor belongs, by the rows that represent them. */
export async function ownOrganisations(db: Read, actor: Actor): Promise<string[]> {
  if (actor.kind !== 'person' || actor.organisations.length === 0) return []
  const rows = await db
    .selectFrom('organisation')
    .select('canonical_id')
    .distinct()
    .where('id', 'in', actor.organisations)
    .execute()
  return rows.map((row) => row.canonical_id)
}

/** An organisation that the actor may know of, by any of its ids; never a personal trader. */
export async function organisationById(db: Read, actor: Actor, id: string): Promise<End | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<End>`
    select c.id, ${nameOf('c')} as name from organisation o join organisation c on c.id = o.canonical_id
    where o.id = ${id} and not c.personal and ${organisationSeen(actor, 'c.id')}`.execute(db as Tx)
  return rows[0]
}

/** Those who belong to an organisation today: ids of people. */
export async function peopleOf(db: Read, organisation: string, now: Date): Promise<string[]> {
  const today = dayIn(now)
  const rows = await db
    .selectFrom('person_organisation as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select('p.person_id')
    .distinct()
    .where('o.canonical_id', '=', organisation)
    .where('p.starts_on', '<=', today)
    .where((eb) => eb.or([eb('p.ends_on', 'is', null), eb('p.ends_on', '>=', today)]))
    .execute()
  return rows.map((row) => row.person_id)
}

export type NewTie = {
  id: string
  from_id: string
  to_id: string
  kind: string
  kind_id: string | null
  starts_on: Day | null
  ends_on: Day | null
  strength: number
  source: 'stated' | 'survey' | 'file'
  source_id: string | null
  note: string | null
  ecosystem_id: string | null
  share: ShareLevel
  organisation_id: string | null
  person_id: string | null
  by_whom: string
  at: Date
  replaces_id?: string
}

export const insertTie = (tx: Tx, tie: NewTie): Promise<unknown> =>
  tx.insertInto('network_tie').values(tie).execute()

export const answerTie = (
  tx: Tx,
  id: string,
  said: { answer: 'confirmed' | 'denied'; by: string; person: string | null; note: string | null; at: Date },
): Promise<unknown> =>
  tx
    .updateTable('network_tie')
    .set({
      answer: said.answer,
      answered_by: said.by,
      answered_person_id: said.person,
      answered_at: said.at,
      answer_note: said.note,
    })
    .where('id', '=', id)
    .execute()

/** Ends a living tie; false when another has ended it meanwhile. */
export async function endTieRow(tx: Tx, id: string, by: string, at: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('network_tie')
    .set({ ended_at: at, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

/** Ties by their ids, whoever may see them: for those who have made them. */
export const tiesById = async (db: Read, ids: readonly string[]): Promise<Tie[]> =>
  ids.length === 0 ? [] : (await ties(sql`t.id = any(${ids}::uuid[])`).execute(db as Tx)).rows

export type Known = End & { asked: string; personal: boolean }

/** The organisations that these ids lead to now, each with the id that was asked. */
export async function organisationsById(db: Read, ids: readonly string[]): Promise<Known[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Known>`
    select o.id as asked, c.id, ${nameOf('c')} as name, c.personal from organisation o
    join organisation c on c.id = o.canonical_id where o.id = any(${ids}::uuid[])`.execute(db as Tx)
  return rows
}
