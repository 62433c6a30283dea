import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { organisationSeen } from '../organisations/index.ts'

export type Organisation = { id: string; names: Names; kind: string; exercise: boolean }

/** The canonical organisation behind any of its rows, if the actor may know of it; a personal trader has no profile. */
export async function organisationOf(db: Read, actor: Actor, id: string): Promise<Organisation | undefined> {
  const { rows } = await sql<Organisation>`
    select o.id, jsonb_build_object('fi', o.name, 'sv', o.name_sv, 'en', o.name_en) as names, o.kind,
      exists (select from profile_fact f join organisation r on r.id = f.organisation_id
        where r.canonical_id = o.id and f.exercise and f.ended_at is null) as exercise
    from organisation any_row join organisation o on o.id = any_row.canonical_id
    where any_row.id = ${id}::uuid and not o.personal and ${organisationSeen(actor, 'o.id')}`.execute(
    db as Tx,
  )
  return rows[0]
}

/** Keepers whose place in the organisation holds on the day: by any of the rows that are the same organisation. */
const holding = (day: string) => sql`
  k.ended_at is null and exists (select from person_organisation po
    where po.person_id = k.person_id and po.organisation_id = k.organisation_id
      and po.starts_on <= ${day}::date and (po.ends_on is null or po.ends_on >= ${day}::date))`

/** Whether a person keeps the profile of an organisation now. */
export async function keepsProfile(
  db: Read,
  person: string,
  organisation: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from profile_keeper k join organisation ko on ko.id = k.organisation_id
    join organisation asked on asked.canonical_id = ko.canonical_id
    where asked.id = ${organisation}::uuid and k.person_id = ${person}::uuid and ${holding(dayIn(now))} limit 1`.execute(
    db as Tx,
  )
  return rows.length > 0
}

export type Keeper = {
  id: string
  person: string
  name: string
  email: string | null
  language: string
  since: Date
  way: 'invited' | 'asked'
}

/** Who keeps the profile of an organisation now, the earliest first. */
export async function keepersOf(db: Read, canonical: string, now: Date): Promise<Keeper[]> {
  const { rows } = await sql<Keeper>`
    select k.id, k.person_id as person, p.name, p.email, p.language, k.since, k.way
    from profile_keeper k join organisation o on o.id = k.organisation_id join person p on p.id = k.person_id
    where o.canonical_id = ${canonical}::uuid and p.closed_at is null and ${holding(dayIn(now))}
    order by k.since, k.id`.execute(db as Tx)
  return rows
}

/** The organisations whose profiles a person keeps now. */
export async function keptBy(
  db: Read,
  person: string,
  now: Date,
): Promise<{ organisation: string; names: Names }[]> {
  const { rows } = await sql<{ organisation: string; names: Names }>`
    select distinct c.id as organisation, jsonb_build_object('fi', c.name, 'sv', c.name_sv, 'en', c.name_en) as names
    from profile_keeper k join organisation o on o.id = k.organisation_id join organisation c on c.id = o.canonical_id
    where k.person_id = ${person}::uuid and ${holding(dayIn(now))} order by c.id`.execute(db as Tx)
  return rows
}

/** Everybody who keeps a profile now, by organisation. */
export async function allKeepers(db: Read, now: Date): Promise<{ organisation: string; person: string }[]> {
  const { rows } = await sql<{ organisation: string; person: string }>`
    select distinct o.canonical_id as organisation, k.person_id as person
    from profile_keeper k join organisation o on o.id = k.organisation_id join person p on p.id = k.person_id
    where p.closed_at is null and ${holding(dayIn(now))} order by 1, 2`.execute(db as Tx)
  return rows
}

export async function insertKeeper(
  tx: Tx,
  k: {
    id: string
    organisation: string
    person: string
    at: Date
    by: string | null
    way: 'invited' | 'asked'
    joined: boolean
  },
): Promise<void> {
  await sql`
    insert into profile_keeper (id, organisation_id, person_id, since, given_by, way, joined)
    values (${k.id}, ${k.organisation}, ${k.person}, ${k.at}, ${k.by}, ${k.way}, ${k.joined})
    on conflict (organisation_id, person_id) where ended_at is null do nothing`.execute(tx)
}

/** Ends a person's keeping of a profile; answers the rows of the organisation to which they came to belong by it. */
export async function endKeeper(
  tx: Tx,
  e: { organisation: string; person: string; by: string | null; at: Date },
): Promise<string[]> {
  const { rows } = await sql<{ organisation: string; joined: boolean }>`
    update profile_keeper set ended_at = ${e.at}, ended_by = ${e.by}
    where person_id = ${e.person} and ended_at is null and organisation_id in (
      select id from organisation where canonical_id = ${e.organisation})
    returning organisation_id as organisation, joined`.execute(tx)
  return rows.filter((row) => row.joined).map((row) => row.organisation)
}

export type KeeperInvitation = {
  id: string
  organisation_id: string
  email: string
  language: string
  invited_by: string | null
  inviter: string | null
  invited_at: Date
  expires_at: Date
  revoked_at: Date | null
  declined_at: Date | null
  accepted_at: Date | null
}

const invitations = sql`
  select i.id, i.organisation_id, i.email, i.language, i.invited_by, p.name as inviter, i.invited_at, i.expires_at,
    i.revoked_at, i.declined_at, i.accepted_at
  from profile_invitation i left join person p on p.id = i.invited_by`

export async function invitationsTo(db: Read, canonical: string): Promise<KeeperInvitation[]> {
  const { rows } = await sql<KeeperInvitation>`${invitations}
    join organisation o on o.id = i.organisation_id where o.canonical_id = ${canonical}
    order by i.invited_at desc, i.id desc limit 100`.execute(db as Tx)
  return rows
}

export async function invitationBySecret(db: Read, hash: string): Promise<KeeperInvitation | undefined> {
  const { rows } = await sql<KeeperInvitation>`${invitations} where i.secret_hash = ${hash}`.execute(db as Tx)
  return rows[0]
}

export const insertInvitation = (
  tx: Tx,
  i: {
    id: string
    organisation_id: string
    email: string
    language: string
    secret_hash: string
    invited_by: string | null
    invited_at: Date
    expires_at: Date
  },
): Promise<unknown> => tx.insertInto('profile_invitation').values(i).execute()

/** What becomes of an open invitation; answers whether it was open. */
export async function settleInvitation(
  tx: Tx,
  id: string,
  how: { revoked_at: Date } | { declined_at: Date } | { accepted_at: Date; accepted_by: string },
): Promise<boolean> {
  const done = await tx
    .updateTable('profile_invitation')
    .set(how)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('accepted_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}

/** An open invitation to the same address gives way to a newer one. */
export const revokeOlder = (tx: Tx, canonical: string, email: string, at: Date): Promise<unknown> =>
  sql`update profile_invitation set revoked_at = ${at} where email = ${email} and accepted_at is null
    and declined_at is null and revoked_at is null and organisation_id in (
      select id from organisation where canonical_id = ${canonical})`.execute(tx)

export type KeeperRequest = {
  id: string
  organisation: string
  names: Names
  person: string
  name: string
  email: string | null
  language: string
  words: string
  at: Date
  answer: 'granted' | 'refused' | 'withdrawn' | null
  answered_at: Date | null
}

const requests = sql`
  select q.id, c.id as organisation, jsonb_build_object('fi', c.name, 'sv', c.name_sv, 'en', c.name_en) as names,
    q.person_id as person, p.name, p.email, p.language, q.words, q.at, q.answer, q.answered_at
  from profile_request q join organisation o on o.id = q.organisation_id
  join organisation c on c.id = o.canonical_id join person p on p.id = q.person_id`

/** Open requests to keep profiles: of one organisation, or of all. */
export async function openRequests(db: Read, canonical?: string): Promise<KeeperRequest[]> {
  const { rows } = await sql<KeeperRequest>`${requests}
    where q.answer is null and ${canonical ? sql`c.id = ${canonical}::uuid` : sql`true`}
    order by q.at, q.id limit 200`.execute(db as Tx)
  return rows
}

export async function requestById(db: Read, id: string): Promise<KeeperRequest | undefined> {
  const { rows } = await sql<KeeperRequest>`${requests} where q.id = ${id}::uuid`.execute(db as Tx)
  return rows[0]
}

/** What a person has asked and been answered since a moment, and what still waits. */
export async function requestsOf(db: Read, person: string, since: Date): Promise<KeeperRequest[]> {
  const { rows } = await sql<KeeperRequest>`${requests}
    where q.person_id = ${person}::uuid and (q.answer is null or q.answered_at > ${since})
    order by q.at desc, q.id limit 50`.execute(db as Tx)
  return rows
}

export const insertRequest = (
  tx: Tx,
  q: { id: string; organisation_id: string; person_id: string; words: string; at: Date },
): Promise<unknown> => tx.insertInto('profile_request').values(q).execute()

/** Answers an open request; false where somebody has answered it already. */
export async function answerRequest(
  tx: Tx,
  id: string,
  answer: 'granted' | 'refused' | 'withdrawn',
  by: string | null,
  at: Date,
): Promise<boolean> {
  const done = await tx
    .updateTable('profile_request')
    .set({ answer, answered_by: by, answered_at: at })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}
