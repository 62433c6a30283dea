import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { paging } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, type Rule, signedIn } from '../../kernel/rule.ts'
import { seesSubject } from '../../kernel/subject.ts'
import type { Names } from '../../kernel/text.ts'
import { hashOf, readPeople } from '../people/index.ts'
import { complaint } from './error-text.ts'
import { followedBy, look, setFollowing } from './follow-queries.ts'
import {
  choicesOf,
  choose,
  markRead,
  type Notification,
  notificationsOf,
  offLink,
  pathOf,
  ringing,
  useOffLink,
} from './notification-queries.ts'
import { type Choice, kindsFor, type NotificationKind, notificationKinds, usual } from './rules.ts'
import { personOf, seenSubject, subjectInput, subjectOf, subjectRecord } from './subject.ts'

export const follow = command({
  name: 'subject.follow',
  summary: {
    fi: 'Ala seurata kohdetta tai lopeta seuraaminen',
    sv: 'Börja följa något eller sluta följa',
    en: 'Follow something, or leave it',
  },
  input: z.object({ ...subjectInput, following: z.boolean() }),
  output: z.object({ path: z.string() }),
  allow: { ...signedIn, record: subjectRecord },
  run: async (ctx, { following, ...subject }) => {
    const found = await seenSubject(ctx, subject)
    await setFollowing(ctx.db, personOf(ctx).id, subject, following, ctx.now)
    return { path: found.path }
  },
})

/** Marks a subject as looked at, and what was told of it as read; answers when it was looked at before. */
export const lookAt = command({
  name: 'subject.look',
  summary: {
    fi: 'Merkitse kohde luetuksi',
    sv: 'Märk något som läst',
    en: 'Mark something as read',
  },
  input: z.object(subjectInput),
  output: z.object({ before: z.date().nullable() }),
  allow: { ...signedIn, record: subjectRecord },
  run: async (ctx, subject) => {
    const person = personOf(ctx)
    await markRead(ctx.db, person.id, { kind: subject.kind, subject: subject.id }, ctx.now)
    return { before: await look(ctx.db, person.id, subject, ctx.now) }
  },
})

export const listNotifications = query({
  name: 'notification.list',
  summary: {
    fi: 'Omat ilmoitukset, uusin ensin',
    sv: 'Egna aviseringar, de nyaste först',
    en: 'What you have been told, the newest first',
  },
  route: { method: 'GET', path: '/notifications' },
  input: z.object({ ...paging, unread: z.coerce.boolean().default(false) }),
  output: z.object({
    items: z.array(z.custom<Notification & { ecosystem: Names | null }>()),
    total: z.number(),
    ringing: z.number(),
  }),
  allow: signedIn,
  run: async (ctx, asked) => {
    const person = personOf(ctx)
    const { items, total } = await notificationsOf(ctx.db, person, asked)
    const names = await ecosystemNames(ctx, items)
    return {
      items: items.map((n) => ({ ...n, ecosystem: names.get(n.ecosystem_id) ?? null })),
      total,
      ringing: await ringing(ctx.db, person),
    }
  },
})

/** The names of the ecosystems that notifications stand under. */
export async function ecosystemNames(
  ctx: Pick<Context<Read>, 'db' | 'subjects'>,
  items: readonly { ecosystem_id: string | null }[],
): Promise<Map<string | null, Names>> {
  const names = new Map<string | null, Names>()
  for (const id of new Set(items.map((n) => n.ecosystem_id))) {
    const found = id && (await ctx.subjects.get('ecosystem')?.find(ctx.db, id))
    if (found) names.set(id, found.title)
  }
  return names
}

export const readNotifications = command({
  name: 'notification.read',
  summary: {
    fi: 'Merkitse ilmoitus tai kaikki ilmoitukset luetuiksi',
    sv: 'Märk en avisering eller alla som lästa',
    en: 'Mark a notification, or all of them, as read',
  },
  input: z.object({ id: z.uuid().optional().describe('Without it, all.') }),
  output: z.object({ read: z.number() }),
  allow: signedIn,
  run: async (ctx, { id }) => ({
    read: await markRead(ctx.db, personOf(ctx).id, id ? { id } : 'all', ctx.now),
  }),
})

export const openNotification = command({
  name: 'notification.open',
  summary: {
    fi: 'Merkitse ilmoitus luetuksi ja kerro, minne se johtaa',
    sv: 'Märk en avisering som läst och svara vart den leder',
    en: 'Mark a notification as read and answer where it leads',
  },
  input: z.object({ id: z.uuid() }),
  output: z.object({ to: z.string() }),
  allow: signedIn,
  run: async (ctx, { id }) => {
    const person = personOf(ctx).id
    const to = await pathOf(ctx.db, person, id)
    if (!to) throw new Refusal('missing', 'notification.missing')
    await markRead(ctx.db, person, { id }, ctx.now)
    return { to }
  },
})

const choices = z.object({ kind: z.enum(notificationKinds), bell: z.boolean(), mail: z.boolean() })

export const notificationSettings = query({
  name: 'notification.settings',
  summary: {
    fi: 'Mistä ja miten ilmoitetaan ja mitä seurataan',
    sv: 'Vad man får veta och hur, och vad man följer',
    en: 'Of what you are told and how, and what you follow',
  },
  input: z.object({}),
  output: z.object({
    choices: z.array(choices),
    following: z.array(
      z.object({ kind: z.string(), id: z.string(), title: z.custom<Names>(), path: z.string() }),
    ),
  }),
  allow: signedIn,
  run: async (ctx) => {
    const person = personOf(ctx)
    const following = []
    for (const { kind, id } of await followedBy(ctx.db, person.id)) {
      const found = await subjectOf(ctx, { kind, id })
      if (found && seesSubject(person, found))
        following.push({ kind, id, title: found.title, path: found.path })
    }
    const kinds = kindsFor(person.offices)
    const all = await choicesFor(ctx.db, person.id)
    return { choices: all.filter((c) => kinds.includes(c.kind)), following }
  },
})

async function choicesFor(db: Read, person: string) {
  const made = (await choicesOf(db, [person])).get(person) ?? {}
  return notificationKinds.map((kind) => ({ kind, ...(made[kind] ?? usual[kind]) }))
}

/** Writes the choices that differ from what held, and tells the audit of them. */
async function write(
  ctx: Context<Tx>,
  person: string,
  wanted: readonly (Choice & { kind: NotificationKind })[],
): Promise<void> {
  const held = await choicesFor(ctx.db, person)
  for (const { kind, bell, mail } of wanted) {
    const before = held.find((c) => c.kind === kind)!
    if (before.bell === bell && before.mail === mail) continue
    await choose(ctx.db, person, kind, { bell, mail })
    ctx.changed({ kind: 'notification-choice', id: person, before, after: { kind, bell, mail } })
  }
}

export const chooseNotifications = command({
  name: 'notification.choose',
  summary: {
    fi: 'Valitse, mistä ilmoitetaan palvelussa ja sähköpostitse',
    sv: 'Välj vad du får veta i tjänsten och per e-post',
    en: 'Choose of what you are told, in the bell and by mail',
  },
  input: z.object({ choices: z.array(choices) }),
  output: z.object({}),
  allow: signedIn,
  run: async (ctx, input) => {
    await write(ctx, personOf(ctx).id, input.choices)
    return {}
  },
})

const withLink: Rule = everyone
const dayMs = 86_400_000
/** How long the link at the foot of a mail works. */
const linkLasts = 365 * dayMs

async function ownerOf(ctx: Context, secret: string): Promise<string> {
  const link = await offLink(ctx.db, hashOf(secret))
  if (!link || ctx.now.getTime() - link.created_at.getTime() > linkLasts)
    throw new Refusal('missing', 'mail-off.gone', [complaint('offLinkGone')])
  return link.person_id
}

export const mailsOfLink = query({
  name: 'mail-off.read',
  summary: {
    fi: 'Mitkä viestit sähköpostin alareunan linkillä voi lopettaa',
    sv: 'Vilka meddelanden som länken längst ner i ett brev kan stänga av',
    en: 'Which mails the link at the foot of a mail can switch off',
  },
  input: z.object({ secret: z.string().min(20).max(100) }),
  output: z.object({ on: z.array(z.enum(notificationKinds)) }),
  allow: withLink,
  run: async (ctx, { secret }) => {
    const owner = await ownerOf(ctx, secret)
    const [person] = await readPeople(ctx.db, ctx.now, [owner])
    const kinds = kindsFor(person?.actor.offices ?? [])
    const on = (await choicesFor(ctx.db, owner)).filter((c) => c.mail && kinds.includes(c.kind))
    return { on: on.map((c) => c.kind) }
  },
})

export const switchMailsOff = command({
  name: 'mail-off.use',
  summary: {
    fi: 'Lopeta viestit sähköpostin alareunan linkillä kirjautumatta',
    sv: 'Stäng av meddelanden med länken längst ner i ett brev, utan att logga in',
    en: 'Switch mails off by the link at the foot of one, without signing in',
  },
  input: z.object({
    secret: z.string().min(20).max(100),
    kinds: z.array(z.enum(notificationKinds)).optional().describe('Without them, all.'),
  }),
  output: z.object({}),
  allow: withLink,
  run: async (ctx, { secret, kinds = notificationKinds }) => {
    const person = await ownerOf(ctx, secret)
    const held = await choicesFor(ctx.db, person)
    await write(
      ctx,
      person,
      held.filter((c) => kinds.includes(c.kind)).map((c) => ({ ...c, mail: false })),
    )
    await useOffLink(ctx.db, hashOf(secret), ctx.now)
    return {}
  },
})
