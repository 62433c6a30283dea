import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import { job } from '../../kernel/job.ts'
import { queueMail } from '../../kernel/mail.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { isLanguage } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { contactsToReview, type ToReview, updateContact } from './contact-queries.ts'
import { dropOldCopies } from './copy-job.ts'
import { eraseDue } from './person-actions.ts'
import { applyRetention } from './retention-actions.ts'
import { daysFrom } from './rules.ts'
import { text } from './text.ts'

/** One mail to each keeper, of all contacts that are to be gone through within two weeks; once a month at most. */
export const remindOfReviews = command({
  name: 'contact.remind',
  summary: {
    fi: 'Muistuta yhteyshenkilöistä huolehtivia tietojen tarkistamisesta',
    sv: 'Påminn dem som sköter kontaktpersonerna om att granska uppgifterna',
    en: 'Remind those who keep contact persons to go through them',
  },
  input: z.object({ baseUrl: z.string() }),
  output: z.object({ mails: z.number() }),
  allow: systemOnly,
  run: async (ctx, { baseUrl }) => {
    const due = await contactsToReview(ctx.db, dayIn(daysFrom(ctx.now, 14)), dayIn(daysFrom(ctx.now, -30)))
    const keepers = new Map<string, ToReview[]>()
    for (const contact of due) {
      await updateContact(ctx.db, contact.id, { reminded_on: dayIn(ctx.now) })
      if (!contact.email) continue
      keepers.set(contact.email, [...(keepers.get(contact.email) ?? []), contact])
    }
    for (const [to, contacts] of keepers) {
      const language = isLanguage(contacts[0]!.language) ? contacts[0]!.language : 'fi'
      const t = text[language]
      const lines = contacts.map((c) => `${formatDay(c.review_on, language)}\n${baseUrl}${contactPlace(c)}`)
      await queueMail(ctx, {
        to,
        ...(contacts[0]!.creator && { person: contacts[0]!.creator }),
        kind: 'contact-review',
        subject: t.reviewSubject(contacts.length),
        text: [t.reviewMail, ...lines].join('\n\n'),
      })
    }
    return { mails: keepers.size }
  },
})

const contactPlace = (c: ToReview): string =>
  c.organisation_id ? `/organisations/${c.organisation_id}/contacts` : `/ecosystems/${c.key}/contacts`

/** Each night: those whose time has come are forgotten, old records go, keepers of contacts are reminded. */
export const nightly = job({
  name: 'privacy.nightly',
  summary: {
    fi: 'Säilytysajan ylittäneiden tietojen poisto ja muistutukset tarkistuksista',
    sv: 'Radera uppgifter vars lagringstid gått ut och påminn om granskningar',
    en: 'Remove data kept long enough, and remind of reviews',
  },
  input: z.object({}),
  schedule: '40 2 * * *',
  run: async (stage, _input, progress) => {
    await progress(0, 3, 'erase')
    await perform(eraseDue, stage, {})
    await progress(1, 3, 'retention')
    await perform(applyRetention, stage, {})
    await progress(2, 3, 'contacts')
    await perform(remindOfReviews, stage, { baseUrl: stage.installation?.baseUrl ?? '' })
    await dropOldCopies(stage.database, stage.now)
    await progress(3, 3, 'done')
  },
})
