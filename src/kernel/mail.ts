import type { Context } from './context.ts'
import type { Tx } from './db.ts'
import { newId } from './id.ts'

/** A mail to one person: plain text, one paragraph a line, addresses on lines of their own. */
export type Mail = {
  /** The address; the person's own when one is given too. */
  to: string
  person?: string
  /** Why it is sent, as the mail log and the person's switches name it. */
  kind: string
  subject: string
  text: string
  /** The address of a page where its reader switches this kind of mail off without signing in. */
  offLink?: string
}

/** Plans a mail in the transaction of what it tells about: it goes out if and only if that happened. */
export async function queueMail(ctx: Context<Tx>, mail: Mail): Promise<string> {
  const id = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('mail')
    .values({
      id,
      person_id: mail.person ?? null,
      recipient: mail.to,
      kind: mail.kind,
      subject: mail.subject,
      body: mail.text,
      off_link: mail.offLink ?? null,
      created_at: ctx.now,
      state: 'waiting',
    })
    .execute()
  await ctx.jobs.enqueue(ctx.db, 'mail.send', { id })
  return id
}
