import { sql } from 'kysely'
import type { Value } from '../../engine/merging/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Held } from './rules.ts'

export type Draft = {
  id: string
  kind: string
  subject: string
  person_id: string | null
  created_at: Date
  saved_at: Date
  seq: number
  state: 'open' | 'submitted' | 'discarded'
  closed_at: Date | null
  closed_by: string | null
}

type Key = { kind: string; subject: string; person: string | null }

const nobody = '00000000-0000-0000-0000-000000000000'
const keyed = ({ kind, subject, person }: Key) =>
  sql`kind = ${kind} and subject = ${subject} and coalesce(person_id, ${nobody}) = ${person ?? nobody}::uuid and state = 'open'`

export async function openDraft(db: Read, key: Key): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select * from draft where ${keyed(key)}`.execute(db as Tx)
  return rows[0]
}

/** Of several forms, those that the person has begun. */
export async function openDraftsOf(
  db: Read,
  person: string,
  forms: readonly { kind: string; subject: string }[],
): Promise<Draft[]> {
  const { rows } = await sql<Draft>`select d.* from draft d
    join unnest(${forms.map((f) => f.kind)}::text[], ${forms.map((f) => f.subject)}::text[]) as f (kind, subject)
      on f.kind = d.kind and f.subject = d.subject
    where d.person_id = ${person} and d.state = 'open'`.execute(db as Tx)
  return rows
}

export async function draftById(db: Read, id: string): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select * from draft where id = ${id}`.execute(db as Tx)
  return rows[0]
}

/** The draft, begun if there is none, locked: savers of one draft come one after another. */
export async function lockDraft(tx: Tx, key: Key, id: string, now: Date): Promise<Draft> {
  for (;;) {
    const { rows } = await sql<Draft>`select * from draft where ${keyed(key)} for update`.execute(tx)
    if (rows[0]) return rows[0]
    await sql`insert into draft (id, kind, subject, person_id, created_at, saved_at, seq, state)
      values (${id}, ${key.kind}, ${key.subject}, ${key.person}, ${now}, ${now}, 0, 'open')
      on conflict do nothing`.execute(tx)
  }
}

export const lockById = async (tx: Tx, id: string): Promise<Draft | undefined> =>
  (await sql<Draft>`select * from draft where id = ${id} for update`.execute(tx)).rows[0]

export async function answerTo(tx: Tx, operations: readonly string[]) {
  const { rows } = await sql<{ id: string; answer: unknown; person_id: string }>`
    select id, answer, person_id from draft_operation where id = any(${[...operations]}::uuid[])`.execute(tx)
  return new Map(rows.map((r) => [r.id, r]))
}

export type HeldField = Held & {
  name: string
  seq: number
  person: string
  by: string
  at: Date
  /** What stood in the record before the draft. */
  onto: Value | null
}

/** The version of what stood in a record when the draft of a field began. */
export const versionOfRecord = 0

const heldFields = sql`
  select f.name, f.value, f.version, f.seq, f.person_id as person, p.name as by, f.at, o.value as onto
  from draft_field f join person p on p.id = f.person_id
    left join draft_change o on o.draft_id = f.draft_id and o.name = f.name and o.version = ${versionOfRecord}`

/** The fields of a draft, those that changed after `since`. */
export const fieldsOf = async (db: Read, draft: string, since = 0): Promise<HeldField[]> =>
  (
    await sql<HeldField>`${heldFields} where f.draft_id = ${draft} and f.seq > ${since} order by f.name`.execute(
      db as Tx,
    )
  ).rows

/** Those named: a save asks for what it changes, not for all that stands in a long form. */
export const fieldsNamed = async (db: Read, draft: string, names: readonly string[]): Promise<HeldField[]> =>
  (
    await sql<HeldField>`${heldFields} where f.draft_id = ${draft} and f.name = any(${[...names]}::text[])`.execute(
      db as Tx,
    )
  ).rows

/** What a field was at a version, or at the last one before it that is still kept. */
export async function valueAt(
  tx: Tx,
  draft: string,
  name: string,
  version: number,
): Promise<Value | undefined> {
  const { rows } = await sql<{ value: Value | null }>`
    select value from draft_change where draft_id = ${draft} and name = ${name} and version <= ${version}
    order by version desc limit 1`.execute(tx)
  return rows[0]?.value ?? undefined
}

export type NewChange = {
  id: string
  draft: string
  name: string
  version: number | null
  value: Value | null
  person: string
  at: Date
  how: 'typed' | 'merged' | 'restored' | 'aside'
}

export const insertChange = (tx: Tx, c: NewChange) =>
  sql`insert into draft_change (id, draft_id, name, version, value, person_id, at, how)
    values (${c.id}, ${c.draft}, ${c.name}, ${c.version}, ${json(c.value)}::jsonb, ${c.person}, ${c.at}, ${c.how})`.execute(
    tx,
  )

const json = (value: Value | null) => (value === null ? null : JSON.stringify(value))

export const setField = (
  tx: Tx,
  f: {
    draft: string
    name: string
    value: Value | null
    version: number
    seq: number
    person: string
    at: Date
  },
) =>
  sql`insert into draft_field (draft_id, name, value, version, seq, person_id, at)
    values (${f.draft}, ${f.name}, ${json(f.value)}::jsonb, ${f.version}, ${f.seq}, ${f.person}, ${f.at})
    on conflict (draft_id, name) do update set value = excluded.value, version = excluded.version,
      seq = excluded.seq, person_id = excluded.person_id, at = excluded.at`.execute(tx)

export const setSeq = (tx: Tx, draft: string, seq: number, at: Date) =>
  sql`update draft set seq = ${seq}, saved_at = ${at} where id = ${draft}`.execute(tx)

/** What this person wrote where another had written first, and nobody has decided on yet. */
export type Aside = { id: string; name: string; value: Value; at: Date }

export async function openAsides(db: Read, draft: string, person: string): Promise<Aside[]> {
  const { rows } = await sql<Aside>`
    select id, name, value, at from draft_change
    where draft_id = ${draft} and person_id = ${person} and how = 'aside' and settled_at is null
    order by at`.execute(db as Tx)
  return rows
}

export type NewSave = {
  draft: string
  person: string
  at: Date
  seq: number
  /** Fields that were sent: what was set aside of them is settled by that. */
  names: readonly string[]
  changes: readonly Omit<NewChange, 'draft' | 'person' | 'at'>[]
  fields: readonly { name: string; value: Value | null; version: number }[]
  /** The answer, by the operations that it answers. */
  operations: readonly string[]
  answer: unknown
}

/** All that a save writes, in one statement: a draft is saved every second of somebody's typing. */
export const writeSave = (tx: Tx, s: NewSave) =>
  sql`with settled as (
      update draft_change set settled_at = ${s.at} where draft_id = ${s.draft} and person_id = ${s.person}
        and name = any(${[...s.names]}::text[]) and how = 'aside' and settled_at is null
    ), changed as (
      insert into draft_change (id, draft_id, name, version, value, person_id, at, how)
      select id, ${s.draft}, name, version, value::jsonb, ${s.person}, ${s.at}::timestamptz, how
      from unnest(${s.changes.map((c) => c.id)}::uuid[], ${s.changes.map((c) => c.name)}::text[],
        ${s.changes.map((c) => c.version)}::int[], ${s.changes.map((c) => json(c.value))}::text[],
        ${s.changes.map((c) => c.how)}::text[]) as c (id, name, version, value, how)
    ), fields as (
      insert into draft_field (draft_id, name, value, version, seq, person_id, at)
      select ${s.draft}, name, value::jsonb, version, ${s.seq}, ${s.person}, ${s.at}::timestamptz
      from unnest(${s.fields.map((f) => f.name)}::text[], ${s.fields.map((f) => json(f.value))}::text[],
        ${s.fields.map((f) => f.version)}::int[]) as f (name, value, version)
      on conflict (draft_id, name) do update set value = excluded.value, version = excluded.version,
        seq = excluded.seq, person_id = excluded.person_id, at = excluded.at
    ), moved as (
      update draft set seq = ${s.seq}, saved_at = ${s.at}
      where id = ${s.draft} and ${s.fields.length > 0}
    )
    insert into draft_operation (id, draft_id, person_id, answer, at)
    select id, ${s.draft}, ${s.person}, ${JSON.stringify(s.answer)}::jsonb, ${s.at}::timestamptz
    from unnest(${[...s.operations]}::uuid[]) as o (id)
    on conflict do nothing`.execute(tx)

export const closeDraft = (
  tx: Tx,
  draft: string,
  state: 'submitted' | 'discarded',
  person: string | null,
  at: Date,
) =>
  sql`update draft set state = ${state}, closed_at = ${at}, closed_by = ${person} where id = ${draft}`.execute(
    tx,
  )

export async function reopenDraft(tx: Tx, draft: Draft): Promise<boolean> {
  const taken = await openDraft(tx, { ...draft, person: draft.person_id })
  if (taken) return false
  await sql`update draft set state = 'open', closed_at = null, closed_by = null where id = ${draft.id}`.execute(
    tx,
  )
  return true
}

export type ListedDraft = Draft & { fields: number; words: Value | null; others: string[] }

/** Drafts that a person has typed in: open ones, and discarded ones that can still be taken back. */
export async function draftsOf(db: Read, person: string, discardedAfter: Date): Promise<ListedDraft[]> {
  const { rows } = await sql<ListedDraft>`
    select d.*, count(f.name) as fields,
      (array_agg(f.value order by f.at desc) filter (where jsonb_typeof(f.value) = 'string' and f.value <> '""'
        and f.name not like '%.rows'))[1] as words,
      coalesce(array_agg(distinct p.name) filter (where p.id <> ${person}), '{}') as others
    from draft d
    left join draft_field f on f.draft_id = d.id
    left join person p on p.id = f.person_id
    where (d.person_id = ${person} or exists (
        select from draft_change c where c.draft_id = d.id and c.person_id = ${person}))
      and (d.state = 'open' or (d.state = 'discarded' and d.closed_at > ${discardedAfter}))
    group by d.id order by d.saved_at desc limit 100`.execute(db as Tx)
  return rows
}
