import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { Names } from '../../kernel/text.ts'
import type { Letter, LetterKind, Template } from './letter.ts'

export async function templatesOf(
  db: Read,
  ecosystem: string,
): Promise<Partial<Record<LetterKind, Template>>> {
  const rows = await db
    .selectFrom('letter_template')
    .where('ecosystem_id', '=', ecosystem)
    .select(['kind', 'subject', 'body'])
    .execute()
  return Object.fromEntries(rows.map((r) => [r.kind, { subject: r.subject as Names, body: r.body as Names }]))
}

export async function guidanceOf(db: Read, ecosystem: string): Promise<Names> {
  const row = await db
    .selectFrom('appeal_guidance')
    .where('ecosystem_id', '=', ecosystem)
    .select('body')
    .executeTakeFirst()
  return (row?.body ?? {}) as Names
}

export const putTemplate = (tx: Tx, ecosystem: string, kind: LetterKind, t: Template, now: Date) =>
  sql`
    insert into letter_template (id, ecosystem_id, kind, subject, body, updated_at)
    values (${newId(now.getTime())}, ${ecosystem}, ${kind}, ${JSON.stringify(t.subject)}::jsonb,
      ${JSON.stringify(t.body)}::jsonb, ${now})
    on conflict (ecosystem_id, kind) do update
    set subject = excluded.subject, body = excluded.body, updated_at = excluded.updated_at`.execute(tx)

export const putGuidance = (tx: Tx, ecosystem: string, body: Names, person: string, now: Date) =>
  sql`
    insert into appeal_guidance (ecosystem_id, body, person_id, updated_at)
    values (${ecosystem}, ${JSON.stringify(body)}::jsonb, ${person}, ${now})
    on conflict (ecosystem_id) do update
    set body = excluded.body, person_id = excluded.person_id, updated_at = excluded.updated_at`.execute(tx)

/** Without an address they read it in the product alone. */
export type Recipient = { person: string; name: string; email: string | null }

/** Those who may send the application: the letter is theirs. */
export async function recipientsOf(db: Read, application: string): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select p.id as person, p.name, p.email from application_right r join person p on p.id = r.person_id
    where r.application_id = ${application} and r.level = 'submit' and r.ended_at is null
      and p.closed_at is null order by p.name`.execute(db as Tx)
  return rows
}

export const insertLetter = (
  tx: Tx,
  l: Letter & { id: string; decision: string; round: number; person: string; people: string[]; at: Date },
) =>
  tx
    .insertInto('decision_letter')
    .values({
      id: l.id,
      decision_id: l.decision,
      round: l.round,
      kind: l.kind,
      language: l.language,
      subject: l.subject,
      body: l.body,
      person_id: l.person,
      people: l.people,
      sent_at: l.at,
    })
    .execute()
