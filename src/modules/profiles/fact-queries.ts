import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import { organisationSeen } from '../organisations/index.ts'
import type { FactKind, FactOffice } from './rules.ts'

/** What a fact says in words, as far as its kind has such. */
export type FactContent = {
  title?: Names
  text?: Names
  /** How others may use a facility. */
  use?: Names
  place?: string
  website?: string
  /** Where a size class was read, and of which day it is. */
  source?: string
  day?: string
  width?: number
  height?: number
  /** The picture that stands first. */
  main?: boolean
}

/** A fact of a profile with who stated it: what later modules read of an actor. */
export type Fact = {
  id: string
  /** The thing that it is a version of; stays when the fact is changed. */
  entry: string
  /** The canonical organisation. */
  organisation: string
  kind: FactKind
  code: string | null
  codeList: string | null
  content: FactContent
  /** Concepts of YSO. */
  subjects: string[]
  openUntil: string | null
  share: ShareLevel
  ecosystem: string | null
  exercise: boolean
  file: string | null
  thumbnail: string | null
  by: string
  office: FactOffice
  at: Date
  /** Stated for the actor by somebody else, and not confirmed by it. */
  prefilled: boolean
}

export type PastFact = Fact & {
  endedAt: Date | null
  endedBy: string | null
  endedWhy: 'replaced' | 'removed' | null
}

const columns = sql`
  f.id, f.entry_id as entry, o.canonical_id as organisation, f.kind, f.code, f.code_list as "codeList", f.content,
  f.subjects, f.open_until as "openUntil", f.share, f.ecosystem_id as ecosystem, f.exercise, f.file_hash as file,
  f.thumbnail_file_hash as thumbnail, f.by_whom as by, f.office, f.at, f.prefilled and f.confirmed_at is null as prefilled`

/** Whether who asks may see a fact `f` of an organisation row `o`: by its share level, or as the keeper of the profile. */
export function factSeen(actor: Actor): RawBuilder<boolean> {
  const shared = visible(actor, 'f', { organisation: true, person: true })
  const kept =
    actor.kind === 'person'
      ? sql`o.canonical_id in (select ko.canonical_id from profile_keeper k join organisation ko on ko.id = k.organisation_id
          where k.person_id = ${actor.id}::uuid and k.ended_at is null
            and k.organisation_id = any(${[...actor.organisations]}::uuid[]))`
      : sql`false`
  return sql<boolean>`(${shared} or ${kept}) and not o.personal and ${organisationSeen(actor, 'o.canonical_id')}`
}

/** All facts of many organisations that the actor may see, as they stand, in one question; the oldest things first. */
export async function factsOf(
  db: Read,
  actor: Actor,
  organisations: readonly string[],
  kinds?: readonly FactKind[],
): Promise<Fact[]> {
  if (organisations.length === 0) return []
  const { rows } = await sql<Fact>`
    select ${columns} from profile_fact f join organisation o on o.id = f.organisation_id
    where o.canonical_id = any(${[...organisations]}::uuid[]) and f.ended_at is null
      and ${kinds ? sql`f.kind = any(${[...kinds]}::text[])` : sql`true`} and ${factSeen(actor)}
    order by f.entry_id, f.id`.execute(db as Tx)
  return rows
}

/** The organisations that have a fact now which the actor may see: of a kind, with a code or about a subject. */
export async function organisationsHaving(
  db: Read,
  actor: Actor,
  asked: { kind?: FactKind | undefined; code?: string | undefined; subject?: string | undefined },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct o.canonical_id as id from profile_fact f join organisation o on o.id = f.organisation_id
    where f.ended_at is null and ${asked.kind ? sql`f.kind = ${asked.kind}` : sql`true`}
      and ${asked.code ? sql`f.code = ${asked.code}` : sql`true`}
      and ${asked.subject ? sql`${asked.subject} = any(f.subjects)` : sql`true`}
      and ${factSeen(actor)} order by 1`.execute(db as Tx)
  return rows.map((r) => r.id)
}

/** One fact as it was or is, if the actor may see it. */
export async function factById(db: Read, actor: Actor, id: string): Promise<PastFact | undefined> {
  const { rows } = await sql<PastFact>`
    select ${columns}, f.ended_at as "endedAt", f.ended_by as "endedBy", f.ended_why as "endedWhy"
    from profile_fact f join organisation o on o.id = f.organisation_id
    where f.id = ${id}::uuid and ${factSeen(actor)}`.execute(db as Tx)
  return rows[0]
}

/** How an entry stands now; locked, so that two who change it at once do so one after the other. */
export async function lockEntry(tx: Tx, actor: Actor, entry: string): Promise<PastFact | undefined> {
  const { rows } = await sql<PastFact>`
    select ${columns}, f.ended_at as "endedAt", f.ended_by as "endedBy", f.ended_why as "endedWhy"
    from profile_fact f join organisation o on o.id = f.organisation_id
    where f.entry_id = ${entry}::uuid and f.ended_at is null and ${factSeen(actor)} for update of f`.execute(
    tx,
  )
  return rows[0]
}

/** Everything that was ever stated of an organisation, the newest first. */
export async function historyOf(db: Read, actor: Actor, canonical: string): Promise<PastFact[]> {
  const { rows } = await sql<PastFact>`
    select ${columns}, f.ended_at as "endedAt", f.ended_by as "endedBy", f.ended_why as "endedWhy"
    from profile_fact f join organisation o on o.id = f.organisation_id
    where o.canonical_id = ${canonical}::uuid and ${factSeen(actor)}
    order by f.at desc, f.id desc limit 300`.execute(db as Tx)
  return rows
}

export type NewFact = {
  id: string
  entry: string
  organisation: string
  kind: FactKind
  code: string | null
  codeList: string | null
  content: FactContent
  subjects: readonly string[]
  openUntil: string | null
  share: ShareLevel
  ecosystem: string | null
  exercise: boolean
  file?: string | null
  thumbnail?: string | null
  person: string | null
  by: string
  office: FactOffice
  at: Date
  prefilled: boolean
  lexemes: string
}

export const insertFact = (tx: Tx, f: NewFact): Promise<unknown> =>
  tx
    .insertInto('profile_fact')
    .values({
      id: f.id,
      entry_id: f.entry,
      organisation_id: f.organisation,
      kind: f.kind,
      code: f.code,
      code_list: f.codeList,
      content: JSON.stringify(f.content),
      subjects: [...f.subjects],
      open_until: f.openUntil,
      share: f.share,
      ecosystem_id: f.ecosystem,
      exercise: f.exercise,
      file_hash: f.file ?? null,
      thumbnail_file_hash: f.thumbnail ?? null,
      person_id: f.person,
      by_whom: f.by,
      office: f.office,
      at: f.at,
      prefilled: f.prefilled,
      lexemes: f.lexemes,
    })
    .execute()

export const endFact = (
  tx: Tx,
  id: string,
  ended: { at: Date; by: string; person: string | null; why: 'replaced' | 'removed' },
): Promise<unknown> =>
  tx
    .updateTable('profile_fact')
    .set({ ended_at: ended.at, ended_by: ended.by, ended_by_id: ended.person, ended_why: ended.why })
    .where('id', '=', id)
    .execute()

/** The actor's word for everything that others have stated for it; answers how many facts that were. */
export async function confirmFacts(tx: Tx, canonical: string, by: string, at: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update profile_fact f set confirmed_at = ${at}, confirmed_by = ${by}
    from organisation o where o.id = f.organisation_id and o.canonical_id = ${canonical}::uuid
      and f.ended_at is null and f.prefilled and f.confirmed_at is null returning f.id`.execute(tx)
  return rows.length
}

/** The canonical organisation that an entry belongs to, also of one that has been removed. */
export async function entryOwner(db: Read, entry: string): Promise<string | undefined> {
  if (!isId(entry)) return undefined
  const { rows } = await sql<{ id: string }>`
    select o.canonical_id as id from profile_fact f join organisation o on o.id = f.organisation_id
    where f.entry_id = ${entry}::uuid limit 1`.execute(db as Tx)
  return rows[0]?.id
}
