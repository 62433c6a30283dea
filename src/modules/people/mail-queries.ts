import type { Read, Tx } from '../../kernel/db.ts'

export const readMail = (db: Read, id: string) =>
  db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()

export type MailFilters = {
  state?: 'waiting' | 'sent' | 'failed' | 'kept' | undefined
  /** A part of the address or the subject. */
  q?: string | undefined
}

const narrowed = (db: Read, { state, q }: MailFilters) =>
  db
    .selectFrom('mail')
    .$if(state !== undefined, (s) => s.where('state', '=', state!))
    .$if(!!q, (s) => {
      const like = `%${q!.replaceAll(/[\\%_]/g, '\\$&')}%`
      return s.where((eb) => eb.or([eb('recipient', 'ilike', like), eb('subject', 'ilike', like)]))
    })

export async function listMails(db: Read, filters: MailFilters, limit: number, offset: number) {
  const { total } = await narrowed(db, filters)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await narrowed(db, filters)
    .select(['id', 'person_id', 'recipient', 'kind', 'subject', 'state', 'created_at', 'sent_at', 'attempts'])
    .select(['error', 'answer'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total, rows }
}

/** What became of a try to send: taken by the server, kept to be read here, to be tried again, or given up. */
export const markMail = (
  tx: Tx,
  id: string,
  what: {
    state: 'waiting' | 'sent' | 'failed' | 'kept'
    body?: string
    attempts?: number
    sent_at?: Date
    error?: string | null
    answer?: string
  },
) => tx.updateTable('mail').set(what).where('id', '=', id).where('state', '=', 'waiting').execute()

/** Mails whose links may still stand in them though they work no longer. */
export const oldSecretMails = (db: Read, before: Date) =>
  db
    .selectFrom('mail')
    .select(['id', 'body'])
    .where('kind', 'in', ['sign-in', 'email'])
    .where('created_at', '<', before)
    .where('body', 'like', '%token=%')
    .where('body', 'not like', '%token=…%')
    .limit(1000)
    .execute()

export const setMailBody = (tx: Tx, id: string, body: string) =>
  tx.updateTable('mail').set({ body }).where('id', '=', id).execute()
