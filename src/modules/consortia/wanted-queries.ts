import { type RawBuilder, sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { Language } from '../../kernel/text.ts'

/** What the public page tells of a consortium, in the words of those who gather it. */
export type Wanted = { id: string; on: boolean; text: string | null; partners: boolean; at: Date | null }

export async function wantedOf(db: Read, consortia: readonly string[]): Promise<ReadonlyMap<string, Wanted>> {
  const { rows } = await sql<Wanted>`
    select id, wanted as on, wanted_text as text, wanted_partners as partners, wanted_at as at from consortium
    where id = any(${consortia.filter(isId)}::uuid[])`.execute(db as Tx)
  return new Map(rows.map((row) => [row.id, row]))
}

export const setWantedRow = (
  tx: Tx,
  id: string,
  w: { on: boolean; text: string; partners: boolean; at: Date },
): Promise<unknown> =>
  sql`update consortium set wanted = ${w.on}, wanted_text = ${w.text}, wanted_partners = ${w.partners},
      wanted_at = case when not ${w.on} then null else coalesce(wanted_at, ${w.at}) end where id = ${id}`.execute(
    tx,
  )

/** Somebody who would join by themselves. */
export type Interest = {
  id: string
  consortium: string
  title: string
  organisation: string | null
  name: string
  words: string
  /** Whether an account says it, and so an organisation whose profile is kept. */
  kept: boolean
  email: string | null
  language: Language
  at: Date
  confirmedAt: Date | null
  withdrawnAt: Date | null
  answer: 'taken' | 'declined' | null
  answerText: string | null
  answeredBy: string | null
  answeredAt: Date | null
  partner: string | null
}

const interests = (where: RawBuilder<unknown>) => sql<Interest>`
  select i.id, i.consortium_id as consortium, c.title, o.canonical_id as organisation, i.name, i.words,
    i.person_id is not null as kept, i.email, i.language, i.at, i.confirmed_at as "confirmedAt",
    i.withdrawn_at as "withdrawnAt", i.answer, i.answer_text as "answerText", i.answered_by as "answeredBy",
    i.answered_at as "answeredAt", i.partner_id as partner
  from consortium_interest i join consortium c on c.id = i.consortium_id
    left join organisation o on o.id = i.organisation_id
  where ${where} order by i.at desc, i.id desc limit 500`

const told = sql`i.confirmed_at is not null and i.withdrawn_at is null`

/** Those who would join a consortium and whose word stands: the newest first. */
export const interestsIn = async (db: Read, consortium: string): Promise<Interest[]> =>
  (await interests(sql`i.consortium_id = ${consortium} and ${told}`).execute(db as Tx)).rows

/** What an organisation has said by itself, in consortia that are gathered. */
export const interestsOf = async (db: Read, organisation: string): Promise<Interest[]> =>
  (
    await interests(
      sql`o.canonical_id = ${organisation} and i.person_id is not null and ${told} and c.state = 'gathering'`,
    ).execute(db as Tx)
  ).rows

export const interestById = async (db: Read, id: string): Promise<Interest | undefined> =>
  (await interests(sql`i.id = ${id} and ${told}`).execute(db as Tx)).rows[0]

export const interestBySecret = async (db: Read, hash: string): Promise<Interest | undefined> =>
  (await interests(sql`i.secret_hash = ${hash}`).execute(db as Tx)).rows[0]

/** How many wait for those who gather, by consortium. */
export async function waitingInterests(
  db: Read,
): Promise<
  { consortium: string; title: string; ecosystem: string; lead: string | null; count: number; since: Date }[]
> {
  const { rows } = await sql<{
    consortium: string
    title: string
    ecosystem: string
    lead: string | null
    count: number
    since: Date
  }>`
    select c.id as consortium, c.title, c.ecosystem_id as ecosystem, l.canonical_id as lead, count(*)::int as count,
      min(i.confirmed_at) as since
    from consortium_interest i join consortium c on c.id = i.consortium_id
      left join organisation l on l.id = c.lead_id
    where ${told} and i.answer is null and c.state = 'gathering'
    group by c.id, l.canonical_id order by since`.execute(db as Tx)
  return rows
}

export type NewInterest = {
  id: string
  consortium: string
  organisation: string | null
  name: string
  words: string
  person: string | null
  email: string | null
  secretHash: string | null
  language: Language
  at: Date
  confirmedAt: Date | null
  partner: string | null
}

export const insertInterest = (tx: Tx, i: NewInterest): Promise<unknown> =>
  sql`insert into consortium_interest (id, consortium_id, organisation_id, name, words, person_id, email, secret_hash,
      language, at, confirmed_at, partner_id)
    values (${i.id}, ${i.consortium}, ${i.organisation}, ${i.name}, ${i.words}, ${i.person}, ${i.email},
      ${i.secretHash}, ${i.language}, ${i.at}, ${i.confirmedAt}, ${i.partner})`.execute(tx)

/** What it says by its link: other words, its word for the first time, or that it would not after all. */
export const setInterest = (
  tx: Tx,
  id: string,
  how: { words: string; at: Date; withdrawn: boolean },
): Promise<unknown> =>
  sql`update consortium_interest set words = ${how.words}, confirmed_at = coalesce(confirmed_at, ${how.at}),
      withdrawn_at = ${how.withdrawn ? how.at : null} where id = ${id}`.execute(tx)

export const answerInterestRow = (
  tx: Tx,
  id: string,
  a: { answer: 'taken' | 'declined'; text: string; by: string; at: Date; partner: string | null },
): Promise<unknown> =>
  sql`update consortium_interest set answer = ${a.answer}, answer_text = ${a.text || null}, answered_by = ${a.by},
      answered_at = ${a.at}, partner_id = ${a.partner} where id = ${id}`.execute(tx)

/** Takes a partner's own words down beside its state. */
export const setPartnerWords = (tx: Tx, partner: string, said: string): Promise<unknown> =>
  sql`update consortium_partner set said = ${said} where id = ${partner}`.execute(tx)

/** Addresses are for the link and the answer: they go when the consortium is over, unconfirmed ones sooner. */
export async function forgetInterests(
  tx: Tx,
  { ended, unused }: { ended: Date; unused: Date },
): Promise<number> {
  const gone = await sql`
    delete from consortium_interest where confirmed_at is null and at < ${unused}`.execute(tx)
  const emptied = await sql`
    update consortium_interest i set email = null, secret_hash = null from consortium c
    where c.id = i.consortium_id and i.email is not null
      and coalesce(c.ended_at, c.deadline, i.at + interval '2 years') < ${ended}`.execute(tx)
  return Number(gone.numAffectedRows ?? 0) + Number(emptied.numAffectedRows ?? 0)
}
