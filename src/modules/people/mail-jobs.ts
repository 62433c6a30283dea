import nodemailer from 'nodemailer'
import { z } from 'zod'
import { transaction } from '../../kernel/db.ts'
import { job } from '../../kernel/job.ts'
import { markMail, readMail } from './mail-queries.ts'
import { htmlOf, isFinal, mailTries, withoutTokens } from './mail-rules.ts'
import { languageOfPerson } from './queries.ts'

const patience = 20_000 // ms that a mail server may take for each step

/**
 * Sends one planned mail, at least once; its id is its Message-ID, so who gets it twice sees it once. Without a mail
 * server the mail is kept, to be read in the administration.
 */
export const sendMail = job({
  name: 'mail.send',
  summary: {
    fi: 'Sähköpostin lähetys',
    sv: 'Skicka e-post',
    en: 'Send a mail',
  },
  input: z.object({ id: z.string() }),
  retries: mailTries - 1,
  run: async ({ database, site, baseUrl, now, log }, { id }) => {
    const mail = await readMail(database, id)
    if (mail?.state !== 'waiting') return
    if (!site?.mail) {
      await transaction(database, (tx) => markMail(tx, id, { state: 'kept' }))
      return
    }
    const language = (await languageOfPerson(database, mail.person_id)) ?? 'fi'
    const server = nodemailer.createTransport(site.mail.server, {
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
    } as object)
    const attempts = mail.attempts + 1
    try {
      const { response } = await server.sendMail({
        from: site.mail.from,
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: mail.body,
        html: htmlOf(mail.body, language),
        messageId: `<${id}@${new URL(baseUrl).hostname}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': language,
          // Mail programs show it as their own button.
          ...(mail.off_link && { 'List-Unsubscribe': `<${mail.off_link}>` }),
        },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      const body = withoutTokens(mail.body)
      await transaction(database, (tx) =>
        markMail(tx, id, { state: 'sent', body, attempts, sent_at: now, error: null, answer: response }),
      )
    } catch (error) {
      const { message } = error as Error
      const over = isFinal(error) || attempts >= mailTries
      await transaction(database, (tx) =>
        markMail(tx, id, { state: over ? 'failed' : 'waiting', attempts, error: message }),
      )
      if (!over) throw error
      log.warn({ mail: id, error: message }, 'mail not sent')
    } finally {
      server.close()
    }
  },
})
