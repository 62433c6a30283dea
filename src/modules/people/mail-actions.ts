import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { readMail, listMails as readMails } from './mail-queries.ts'
import { withoutTokens } from './mail-rules.ts'
import { by } from './rules.ts'

const state = z.enum(['waiting', 'sent', 'failed', 'kept'])

const mailRow = z.object({
  id: z.string(),
  personId: z.string().nullable(),
  to: z.string(),
  kind: z.string(),
  subject: z.string(),
  state,
  createdAt: z.date(),
  sentAt: z.date().nullable(),
  attempts: z.number(),
  error: z.string().nullable(),
  answer: z.string().nullable(),
})

/** The mail log. `serverSet` false: no mail server is configured, so mails are kept and read here. */
export const listMails = query({
  name: 'mail.list',
  summary: {
    fi: 'Lähetetyt, odottavat, epäonnistuneet ja ilman sähköpostipalvelinta tänne jääneet viestit',
    sv: 'Meddelanden som skickats, väntar, misslyckats eller blivit här utan e-postserver',
    en: 'Mails that were sent, wait, failed, or are kept because no mail server is set',
  },
  input: z.object({
    state: state.optional(),
    q: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({ total: z.number(), serverSet: z.boolean(), mails: z.array(mailRow) }),
  route: { method: 'GET', path: '/mails' },
  allow: by('administrator'),
  run: async (ctx, { limit, offset, ...filters }) => {
    const { total, rows } = await readMails(ctx.db, filters, limit, offset)
    return { total, serverSet: ctx.site?.mail !== undefined, mails: rows.map(told) }
  },
})

/** One mail with its text. The secret of a link is shown only where there is no other way to get it to its reader. */
export const getMail = query({
  name: 'mail.get',
  summary: {
    fi: 'Yksi viesti teksteineen',
    sv: 'Ett meddelande med sin text',
    en: 'One mail with its text',
  },
  input: z.object({ id: z.uuid() }),
  output: mailRow.extend({ text: z.string() }),
  route: { method: 'GET', path: '/mails/{id}' },
  allow: by('administrator'),
  run: async (ctx, { id }) => {
    const mail = await readMail(ctx.db, id)
    if (!mail) throw new Refusal('missing', 'mail.missing')
    return { ...told(mail), text: mail.state === 'kept' ? mail.body : withoutTokens(mail.body) }
  },
})

type Row = Awaited<ReturnType<typeof readMails>>['rows'][number]

const told = (row: Row) => ({
  id: row.id,
  personId: row.person_id,
  to: row.recipient,
  kind: row.kind,
  subject: row.subject,
  state: row.state as z.output<typeof state>,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  attempts: row.attempts,
  error: row.error,
  answer: row.answer,
})
