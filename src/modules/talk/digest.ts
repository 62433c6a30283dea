import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import { newSecret } from '../../kernel/id.ts'
import { job } from '../../kernel/job.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { type Language, type Names, pick } from '../../kernel/text.ts'
import { hashOf, readPeople } from '../people/index.ts'
import { ecosystemNames } from './notification-actions.ts'
import { insertOffLink, markMailed, type Notification, peopleToMail, toMail } from './notification-queries.ts'
import { notificationText } from './notification-text.ts'
import { groupedForDigest } from './rules.ts'

/** One person's digest, in the transaction that marks what it tells as told. */
export const mailDigest = command({
  name: 'notification.mail-digest',
  summary: {
    fi: 'Lähetä henkilölle kooste lukemattomista; ei mitään, jos uutta ei ole',
    sv: 'Skicka en person ett sammandrag av det olästa; inget när inget är nytt',
    en: 'Mail to one person what is new and unread; nothing when there is nothing',
  },
  input: z.object({ person: z.uuid() }),
  output: z.object({ mail: z.string().nullable(), told: z.number() }),
  allow: systemOnly,
  run: async (ctx, input) => {
    const [person] = await readPeople(ctx.db, ctx.now, [input.person])
    if (!person?.email) return { mail: null, told: 0 }
    const items = await toMail(ctx.db, person.actor)
    if (items.length === 0) return { mail: null, told: 0 }
    const secret = newSecret()
    await insertOffLink(ctx.db, {
      token_hash: hashOf(secret),
      person_id: person.actor.id,
      created_at: ctx.now,
    })
    await markMailed(
      ctx.db,
      items.map((n) => n.id),
      ctx.now,
    )
    const { language } = person
    const address = (path: string) => `${ctx.baseUrl}${localPath(language, path)}`
    const offLink = address(`/notifications/off/${secret}`)
    const mail = await queueMail(ctx, {
      to: person.email,
      person: person.actor.id,
      kind: 'digest',
      subject: subjectOf(items, language),
      text: digestText(items, await ecosystemNames(ctx, items), language, address, offLink),
      offLink,
    })
    return { mail, told: items.length }
  },
})

/** What is wrong with the installation is said in the subject itself; other things can wait for the mail to be opened. */
function subjectOf(items: readonly Notification[], language: Language): string {
  const urgent = items.filter((n) => n.kind === 'health')
  if (urgent.length === 0) return notificationText[language].digestSubject(items.length)
  const titles = urgent.map((n) => pick(n.title, language)?.text ?? '').slice(0, mostNamed)
  const rest = items.length - titles.length
  return `Talkoot: ${titles.join('; ')}${rest > 0 ? ` (+${rest})` : ''}`
}
const mostNamed = 3

/** Plain words, one paragraph a line, addresses on lines of their own. */
function digestText(
  items: readonly Notification[],
  names: ReadonlyMap<string | null, Names>,
  language: Language,
  address: (path: string) => string,
  offLink: string,
): string {
  const t = notificationText[language]
  const nameOf = (of: Names | undefined) => (of && pick(of, language)?.text) ?? t.everywhere
  const told = items.map((n) => ({
    ...n,
    ecosystem: n.ecosystem_id,
    subject: `${n.subject_kind} ${n.subject_id}`,
  }))
  const lines = [t.digestLead(items.length), '']
  for (const group of groupedForDigest(told)) {
    lines.push(nameOf(names.get(group.ecosystem)).toLocaleUpperCase(language), '')
    for (const { title, items: about } of group.subjects) {
      lines.push(nameOf(title))
      for (const n of about) lines.push(`${t.what[n.kind](n.actor_name ?? t.talkoot)}: ${n.excerpt}`)
      lines.push(address(about[0]!.path), '')
    }
  }
  lines.push(t.digestFoot, address('/notifications'), '', t.digestOff, offLink)
  return lines.join('\n')
}

/** Every weekday morning; whoever has nothing new gets nothing. */
export const sendDigests = job({
  name: 'notification.send-digests',
  summary: {
    fi: 'Ilmoituskoosteiden lähetys',
    sv: 'Skicka sammandrag av aviseringar',
    en: 'Send the digests of notifications',
  },
  input: z.object({}),
  schedule: '30 7 * * 1-5',
  run: async (stage) => {
    for (const person of await peopleToMail(stage.database)) await perform(mailDigest, stage, { person })
  },
})
