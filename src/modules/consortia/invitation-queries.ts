import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { Language } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Partner } from './record.ts'
import type { PartnerState } from './rules.ts'

export const answers = ['declined', 'interested', 'committed'] as const
export type Answer = (typeof answers)[number]
export type Capacity = 'free' | 'little' | 'none'

/** A partner with all that it has told. Amounts are decimal euros. */
export type AskedPartner = Partner & {
  consortium: string
  businessId: string | null
  ownShare: string | null
  /** What it would do. */
  said: string | null
  changedAt: Date
}

/** A question to one partner, and its answer. */
export type Invitation = {
  id: string
  partner: string
  consortium: string
  email: string | null
  language: Language
  message: string
  person: string | null
  inviter: string | null
  sentAt: Date
  answerBy: Day | null
  expiresAt: Date
  answer: Answer | null
  answerText: string | null
  questions: string | null
  answeredBy: string | null
  answeredAt: Date | null
  withdrawnAt: Date | null
  withdrawnWhy: string | null
  reminders: number
}

const partners = sql`
  select y.id, y.consortium_id as consortium, o.canonical_id as organisation, (select min(i.value) from organisation_identifier i
      where i.organisation_id = o.canonical_id and i.scheme = 'fi-business-id') as "businessId", y.name,
    y.part, y.state, y.share, y.own_share as "ownShare", y.capacity, y.said, y.changed_at as "changedAt",
    exists (select from consortium_letter l where l.partner_id = y.id and l.withdrawn_at is null) as signed
  from consortium_partner y left join organisation o on o.id = y.organisation_id`

export async function partnerById(db: Read, id: string): Promise<AskedPartner | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<AskedPartner>`${partners} where y.id = ${id} and y.ended_at is null`.execute(
    db as Tx,
  )
  return rows[0]
}

export async function askedPartners(db: Read, consortium: string): Promise<AskedPartner[]> {
  const { rows } = await sql<AskedPartner>`${partners}
    where y.consortium_id = ${consortium} and y.ended_at is null order by y.at, y.id`.execute(db as Tx)
  return rows
}

const invitations = sql`
  select i.id, i.partner_id as partner, y.consortium_id as consortium, i.email, i.language, i.message,
    i.person_id as person, p.name as inviter, i.sent_at as "sentAt", i.answer_by as "answerBy",
    i.expires_at as "expiresAt", i.answer, i.answer_text as "answerText", i.questions, i.answered_by as "answeredBy",
    i.answered_at as "answeredAt", i.withdrawn_at as "withdrawnAt", i.withdrawn_why as "withdrawnWhy", i.reminders
  from consortium_invitation i join consortium_partner y on y.id = i.partner_id
    left join person p on p.id = i.person_id`

/** By the link of the letter, or of a reminder. */
export async function invitationByHash(db: Read, hash: string): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`${invitations}
    where i.secret_hash = ${hash} or i.reminder_hashes @> array[${hash}]`.execute(db as Tx)
  return rows[0]
}

/** The questions to the partners of a consortium, the newest first. */
export async function invitationsOf(db: Read, consortium: string): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`${invitations}
    where y.consortium_id = ${consortium} order by i.sent_at desc, i.id desc`.execute(db as Tx)
  return rows
}

export const insertInvitation = (
  tx: Tx,
  i: Pick<
    Invitation,
    'id' | 'partner' | 'email' | 'language' | 'message' | 'person' | 'sentAt' | 'answerBy'
  > & {
    hash: string | null
    expiresAt: Date
  },
): Promise<unknown> =>
  sql`insert into consortium_invitation (id, partner_id, email, secret_hash, language, message, person_id, sent_at,
      answer_by, expires_at)
    values (${i.id}, ${i.partner}, ${i.email}, ${i.hash}, ${i.language}, ${i.message}, ${i.person}, ${i.sentAt},
      ${i.answerBy}, ${i.expiresAt})`.execute(tx)

export const answerInvitation = (
  tx: Tx,
  id: string,
  a: { answer: Answer; text: string | null; questions: string | null; by: string; at: Date },
): Promise<unknown> =>
  sql`update consortium_invitation set answer = ${a.answer}, answer_text = ${a.text}, questions = ${a.questions},
    answered_by = ${a.by}, answered_at = ${a.at} where id = ${id}`.execute(tx)

/** Takes back the open questions to a partner; answers how many there were. */
export async function withdrawInvitations(
  tx: Tx,
  partner: string,
  w: { at: Date; why: string | null },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update consortium_invitation set withdrawn_at = ${w.at}, withdrawn_why = ${w.why}
    where partner_id = ${partner} and withdrawn_at is null returning id`.execute(tx)
  return rows.length
}

export const setPartnerAnswer = (
  tx: Tx,
  id: string,
  p: {
    state: PartnerState
    share: string | null
    ownShare: string | null
    capacity: Capacity | null
    said: string | null
    at: Date
  },
): Promise<unknown> =>
  sql`update consortium_partner set state = ${p.state}, share = ${p.share}, own_share = ${p.ownShare},
    capacity = ${p.capacity}, said = ${p.said}, changed_at = ${p.at} where id = ${id}`.execute(tx)

/** Open questions that nobody has answered and that end in the days to come. */
export async function unanswered(db: Read, { now, by }: { now: Date; by: Day }): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`${invitations} join consortium c on c.id = y.consortium_id
    where i.answer is null and i.withdrawn_at is null and i.expires_at > ${now} and i.reminders < 2
      and i.answer_by <= ${by}::date and c.state = 'gathering' and y.state = 'invited'
    order by i.sent_at, i.id limit 500`.execute(db as Tx)
  return rows
}

export const setReminded = (tx: Tx, id: string, r: { hash: string | null; at: Date }): Promise<unknown> =>
  sql`update consortium_invitation set reminders = reminders + 1, reminded_at = ${r.at},
    reminder_hashes = case when ${r.hash}::text is null then reminder_hashes
      else reminder_hashes || ${r.hash}::text end
    where id = ${id}`.execute(tx)

/** Addresses and links of consortia that ended, and of questions that ran out, before the moment. */
export async function forgetAddresses(tx: Tx, before: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update consortium_invitation i set email = null, secret_hash = null, reminder_hashes = '{}'
    from consortium_partner y join consortium c on c.id = y.consortium_id
    where y.id = i.partner_id and (i.email is not null or i.secret_hash is not null)
      and coalesce(c.ended_at, greatest(c.deadline, i.expires_at)) < ${before} returning i.id`.execute(tx)
  return rows.length
}
