import { z } from 'zod'
import { transaction } from '../../kernel/db.ts'
import { job } from '../../kernel/job.ts'
import { oldSecretMails, setMailBody } from './mail-queries.ts'
import { withoutTokens } from './mail-rules.ts'
import { lifetimes } from './rules.ts'
import { deleteExpired } from './sign-in-queries.ts'

const day = 24 * 60 * 60 * 1000

/** Each night: links, steps, sessions and limits that are over go, and so do dead links in mails that were kept. */
export const tidySignIn = job({
  name: 'people.tidy',
  summary: {
    fi: 'Vanhentuneiden kirjautumistietojen poisto',
    sv: 'Ta bort inloggningsuppgifter som gått ut',
    en: 'Remove sign-in records that have ended',
  },
  input: z.object({}),
  schedule: '17 3 * * *',
  run: async ({ database, now }) => {
    const idleSince = new Date(now.getTime() - lifetimes.sessionIdle)
    await transaction(database, (tx) => deleteExpired(tx, new Date(now.getTime() - day), idleSince))
    const mails = await oldSecretMails(database, new Date(now.getTime() - lifetimes.mailedLink))
    for (const { id, body } of mails) {
      await transaction(database, (tx) => setMailBody(tx, id, withoutTokens(body)))
    }
  },
})
