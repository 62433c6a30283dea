import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import { newSecret } from '../../kernel/id.ts'
import { job } from '../../kernel/job.ts'
import { takeTurns } from '../../kernel/limit.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { everyone, systemOnly } from '../../kernel/rule.ts'
import { isLanguage, languages } from '../../kernel/text.ts'
import { mailText } from './mail-text.ts'
import { personByEmail } from './queries.ts'
import { hashOf, lifetimes, limits } from './rules.ts'
import { insertLink } from './sign-in-queries.ts'

const wanted = z.object({
  email: z.email().max(254),
  language: z.enum(languages),
  /** Where to go after signing in: a path of ours. */
  to: z.string().max(2000).optional(),
})

/**
 * Somebody asks for a link. Whether the address is known is looked up by a job: what this does, and how long it takes,
 * is the same for every address.
 */
export const askForLink = command({
  name: 'people.ask-for-link',
  summary: {
    fi: 'Pyydä kirjautumislinkki sähköpostiin',
    sv: 'Be om en inloggningslänk per e-post',
    en: 'Ask for a sign-in link by mail',
  },
  input: wanted,
  output: z.object({ again: z.date().optional() }),
  allow: everyone,
  run: async (ctx, input) => {
    const bucket = { key: `link ${input.email.toLowerCase()}`, limit: limits.linkToAddress }
    const again = await takeTurns(ctx.db, [bucket], ctx.now)
    if (again) return { again }
    await ctx.jobs.enqueue(ctx.db, 'people.send-link', input)
    return {}
  },
})

/** Mails a link to the person with the address, if there is one. */
export const sendLink = command({
  name: 'people.send-link',
  summary: {
    fi: 'Lähetä kirjautumislinkki osoitteen haltijalle',
    sv: 'Skicka en inloggningslänk till den som har adressen',
    en: 'Mail a sign-in link to the person with the address',
  },
  input: wanted,
  output: z.object({ sent: z.boolean() }),
  allow: systemOnly,
  run: async (ctx, { email, language, to }) => {
    const person = await personByEmail(ctx.db, email)
    if (!person?.email) return { sent: false }
    const token = newSecret()
    const expires = new Date(ctx.now.getTime() + lifetimes.mailedLink)
    await insertLink(ctx.db, {
      token_hash: hashOf(token),
      purpose: 'sign-in',
      person_id: person.id,
      expires_at: expires,
    })
    const query = new URLSearchParams({ token, ...(to && { to }) })
    const url = `${ctx.baseUrl}${localPath(language, '/sign-in')}?${query}`
    const t = mailText[isLanguage(language) ? language : 'fi']
    await queueMail(ctx, {
      to: person.email,
      person: person.id,
      kind: 'sign-in',
      subject: t.signIn.subject,
      text: t.signIn.body(url),
    })
    return { sent: true }
  },
})

export const sendLinkJob = job({
  name: 'people.send-link',
  summary: {
    fi: 'Kirjautumislinkin lähetys',
    sv: 'Skicka en inloggningslänk',
    en: 'Send a sign-in link',
  },
  input: wanted,
  run: async (stage, input) => {
    await perform(sendLink, stage, input)
  },
})
