import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { Language } from '../../kernel/text.ts'

/** A letter of commitment, as it was signed. */
export type Letter = {
  id: string
  partner: string
  name: string
  language: Language
  body: string
  signer: string
  signerTitle: string
  signedAt: Date
  hash: string
  withdrawnAt: Date | null
  withdrawnWhy: string | null
}

/** The letters of a consortium, the newest first. */
export async function lettersOf(db: Read, consortium: string): Promise<Letter[]> {
  const { rows } = await sql<Letter>`
    select l.id, l.partner_id as partner, y.name, l.language, l.body, l.signer, l.signer_title as "signerTitle",
      l.signed_at as "signedAt", l.hash, l.withdrawn_at as "withdrawnAt", l.withdrawn_why as "withdrawnWhy"
    from consortium_letter l join consortium_partner y on y.id = l.partner_id
    where y.consortium_id = ${consortium} order by l.signed_at desc, l.id desc`.execute(db as Tx)
  return rows
}

export const insertLetter = (
  tx: Tx,
  l: Omit<Letter, 'name' | 'withdrawnAt' | 'withdrawnWhy'> & {
    invitation: string | null
    person: string | null
  },
): Promise<unknown> =>
  sql`insert into consortium_letter (id, partner_id, language, body, signer, signer_title, signed_at, hash,
      invitation_id, person_id)
    values (${l.id}, ${l.partner}, ${l.language}, ${l.body}, ${l.signer}, ${l.signerTitle}, ${l.signedAt}, ${l.hash},
      ${l.invitation}, ${l.person})`.execute(tx)

/** Withdraws the letter that stands; answers its id. */
export async function withdrawLetter(
  tx: Tx,
  partner: string,
  { at, why }: { at: Date; why: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update consortium_letter set withdrawn_at = ${at}, withdrawn_why = ${why}
    where partner_id = ${partner} and withdrawn_at is null returning id`.execute(tx)
  return rows[0]?.id
}

/** The words of an ecosystem's own template, where it has one in the language. */
export async function templateOf(
  db: Read,
  ecosystem: string,
  language: Language,
): Promise<string | undefined> {
  const { rows } = await sql<{ body: string }>`
    select body from consortium_letter_template
    where ecosystem_id = ${ecosystem} and language = ${language} and ended_at is null`.execute(db as Tx)
  return rows[0]?.body
}

/** Sets the template of an ecosystem; null goes back to the one that the product has. */
export async function setTemplate(
  tx: Tx,
  t: { ecosystem: string; language: Language; body: string | null; person: string | null; at: Date },
): Promise<void> {
  await sql`update consortium_letter_template set ended_at = ${t.at}
    where ecosystem_id = ${t.ecosystem} and language = ${t.language} and ended_at is null`.execute(tx)
  if (t.body === null) return
  await sql`insert into consortium_letter_template (id, ecosystem_id, language, body, person_id, at)
    values (${newId(t.at.getTime())}, ${t.ecosystem}, ${t.language}, ${t.body}, ${t.person}, ${t.at})`.execute(
    tx,
  )
}
