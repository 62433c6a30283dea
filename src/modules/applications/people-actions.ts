import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { everyone } from '../../kernel/rule.ts'
import { languages, type Names } from '../../kernel/text.ts'
import { admit, hashOf, isKnownAddress } from '../people/index.ts'
import { one, personOf, seen, withRight } from './access.ts'
import { writtenOf } from './answers.ts'
import { type Application, applicationPath, type Level, levels } from './application.ts'
import { refuse } from './error-text.ts'
import { mailInvitation } from './mails.ts'
import { titleIn } from './partners.ts'
import { applicationById, lockApplication } from './queries.ts'
import {
  acceptInvitation,
  endRight,
  giveRight,
  insertInvitation,
  invitationBy,
  openInvitations,
  revokeInvitation,
  rightsOf,
} from './right-queries.ts'
import { isAtLeast, levelOf } from './standing.ts'
import { happened } from './state.ts'

const lastsMs = 30 * 24 * 60 * 60 * 1000
const level = z.enum(levels).describe('view, edit or submit; each holds those before it.')
const ofPerson = { ...one, person: z.uuid() }

export const listPeople = query({
  name: 'application.people',
  summary: {
    fi: 'Ketkä tekevät hakemusta ja mitä kukin saa tehdä',
    sv: 'Vilka som skriver ansökan och vad var och en får göra',
    en: 'Who writes the application and what each may do',
  },
  route: { method: 'GET', path: '/applications/{application}/people' },
  input: z.object(one),
  output: z.object({
    items: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        level,
        organisation: z.string().nullable(),
        since: z.date(),
      }),
    ),
    invited: z.array(z.object({ id: z.string(), email: z.string(), level, until: z.date() })),
    level,
  }),
  allow: withRight('view'),
  run: async (ctx, { application: id }) => {
    const application = await seen(ctx, id)
    const own = levelOf(ctx.actor, application)
    if (!own) throw refuse('missing', 'missing')
    const leads = isAtLeast(own, 'submit')
    const invited = leads ? await openInvitations(ctx.db, id, ctx.now) : []
    return {
      items: await rightsOf(ctx.db, id),
      invited: invited.map((i) => ({ id: i.id, email: i.email, level: i.level, until: i.expires_at })),
      level: own,
    }
  },
})

export const inviteToApplication = command({
  name: 'application.invite',
  inPerson: true,
  summary: {
    fi: 'Kutsu henkilö sähköpostitse tekemään hakemusta',
    sv: 'Bjud in någon per e-post att skriva ansökan',
    en: 'Invite somebody by mail to write the application',
  },
  input: z.object({
    ...one,
    email: z.string().trim().max(254),
    level,
    organisation: z.string().trim().max(300).optional(),
  }),
  output: z.object({ id: z.string(), until: z.date() }),
  allow: withRight('submit'),
  run: async (ctx, input) => invitePerson(ctx, await seen(ctx, input.application), input),
})

type Invited = { email: string; level: Level; organisation?: string | undefined }

/** Offers a right in an application by mail to somebody who has none. */
export async function invitePerson(
  ctx: Context<Tx>,
  application: Application,
  input: Invited,
): Promise<{ id: string; until: Date }> {
  const email = z.email().safeParse(input.email.toLowerCase())
  if (!email.success) throw refuse('invalid', 'badEmail', 'email')
  const people = await rightsOf(ctx.db, application.id)
  if (people.some((p) => p.email?.toLowerCase() === email.data))
    throw refuse('conflict', 'alreadyHas', 'email')
  const again = (await openInvitations(ctx.db, application.id, ctx.now)).find((i) => i.email === email.data)
  if (again) await revokeInvitation(ctx.db, application.id, again.id, ctx.now)
  const id = newId(ctx.now.getTime())
  const token = newSecret()
  const until = new Date(ctx.now.getTime() + lastsMs)
  await insertInvitation(ctx.db, {
    id,
    application_id: application.id,
    email: email.data,
    level: input.level,
    organisation_name: input.organisation || null,
    secret_hash: hashOf(token),
    invited_by: personOf(ctx).id,
    invited_at: ctx.now,
    expires_at: until,
  })
  const title = await titleNow(ctx.db, application)
  await mailInvitation(ctx, { ...application, title }, email.data, token, until)
  const after = { application: application.id, email: email.data, level: input.level }
  ctx.changed({ kind: 'invitation', id, before: null, after })
  return { id, until }
}

export const revokeApplicationInvitation = command({
  name: 'application.revoke-invitation',
  inPerson: true,
  summary: {
    fi: 'Peru kutsu hakemukseen',
    sv: 'Återta en inbjudan till ansökan',
    en: 'Take back an invitation to the application',
  },
  input: z.object({ ...one, invitation: z.uuid() }),
  output: z.object({}),
  allow: withRight('submit'),
  run: async (ctx, input) => {
    await seen(ctx, input.application)
    if (await revokeInvitation(ctx.db, input.application, input.invitation, ctx.now))
      ctx.changed({ kind: 'invitation', id: input.invitation, before: {}, after: { state: 'revoked' } })
    return {}
  },
})

/** Its name as it is being written; until it has one, what it was begun with. */
const titleNow = async (db: Read, application: Application) =>
  titleIn((await writtenOf(db, application)).answers) || application.title

/** Who holds the letter reads what it offers; nothing more of the application is told. */
const offered = async (ctx: Context, token: string) => {
  const invitation = await invitationBy(ctx.db, hashOf(token))
  const open =
    invitation && !invitation.accepted_at && !invitation.revoked_at && invitation.expires_at > ctx.now
  const application = open && (await applicationById(ctx.db, invitation.application_id))
  if (!application) throw refuse('missing', 'noInvitation')
  return { invitation, application }
}
const secret = { token: z.string().min(20).max(100) }

export const showApplicationInvitation = query({
  name: 'application.invitation',
  summary: {
    fi: 'Mihin hakemukseen kutsu on ja millä oikeudella',
    sv: 'Till vilken ansökan inbjudan gäller och med vilken rätt',
    en: 'To which application an invitation is, and with which right',
  },
  input: z.object(secret),
  output: z.object({
    title: z.string(),
    call: z.custom<Names>(),
    level,
    email: z.string(),
    known: z.boolean().describe('Whether somebody with the address is known here.'),
  }),
  allow: everyone,
  run: async (ctx, { token }) => {
    const { invitation, application } = await offered(ctx, token)
    const title = await titleNow(ctx.db, application)
    const { level, email } = invitation
    return { title, call: application.call.title, level, email, known: await isKnownAddress(ctx.db, email) }
  },
})

/** The letter shows that its reader has the address: who is not known yet becomes so, and gets a link to sign in with. */
export const enterByInvitation = command({
  name: 'application.enter-by-invitation',
  summary: {
    fi: 'Tule palveluun hakemukseen tulleella kutsulla, kun osoitetta ei vielä tunneta',
    sv: 'Kom in i tjänsten med en inbjudan till en ansökan, när adressen inte är känd',
    en: 'Come in with an invitation to an application, when the address is not known yet',
  },
  input: z.object({ ...secret, name: z.string().trim().max(200), language: z.enum(languages) }),
  output: z.object({ link: z.string().optional().describe('Secret of a sign-in link.') }),
  allow: everyone,
  run: async (ctx, { token, name, language }) => {
    const { invitation } = await offered(ctx, token)
    if (!name) throw refuse('invalid', 'noName', 'name')
    const link = await admit(ctx, { email: invitation.email, name, language })
    return link ? { link } : {}
  },
})

export const joinApplication = command({
  name: 'application.join',
  inPerson: true,
  summary: {
    fi: 'Hyväksy kutsu hakemukseen',
    sv: 'Godkänn en inbjudan till en ansökan',
    en: 'Accept an invitation to an application',
  },
  input: z.object(secret),
  output: z.object({ path: z.string() }),
  allow: { who: ['signed-in'] },
  run: async (ctx, { token }) => {
    const person = personOf(ctx)
    const { invitation, application } = await offered(ctx, token)
    const locked = (await lockApplication(ctx.db, application.id))!
    const held = levelOf(person, locked)
    if (!isAtLeast(held, invitation.level)) {
      if (held) await endRight(ctx.db, locked.id, person.id, ctx.now)
      await giveRight(ctx.db, {
        application: locked.id,
        person: person.id,
        organisation: person.organisations[0] ?? null,
        level: invitation.level,
        by: invitation.invited_by,
        at: ctx.now,
      })
    }
    await acceptInvitation(ctx.db, invitation.id, person.id, ctx.now)
    await happened(ctx, locked, { event: 'join', to: locked.state })
    return { path: applicationPath(locked) }
  },
})

const leads = (application: Application) => application.rights.filter((r) => r.level === 'submit')

/** Changes or ends a right; somebody who may send it always stays. */
async function change(ctx: Context, input: { application: string; person: string }, to: Level | null) {
  await seen(ctx, input.application)
  const db = (ctx as Parameters<typeof happened>[0]).db
  const application = (await lockApplication(db, input.application))!
  const held = application.rights.find((r) => r.person === input.person)
  if (!held) throw refuse('missing', 'noRight')
  const isLast = held.level === 'submit' && leads(application).length === 1
  if (isLast && to !== 'submit') throw refuse('conflict', 'lastLeader')
  if (held.level === to) return
  const was = (await rightsOf(db, application.id)).find((r) => r.person === input.person)
  await endRight(db, application.id, input.person, ctx.now)
  if (to)
    await giveRight(db, {
      application: application.id,
      person: input.person,
      organisation: null,
      level: to,
      by: personOf(ctx).id,
      at: ctx.now,
    })
  ctx.changed({
    kind: 'application',
    id: application.id,
    before: { right: was?.level, person: input.person },
    after: { right: to, person: input.person },
  })
}

export const changeRight = command({
  name: 'application.change-right',
  inPerson: true,
  summary: {
    fi: 'Muuta, mitä henkilö saa tehdä hakemuksessa',
    sv: 'Ändra vad en person får göra i ansökan',
    en: 'Change what somebody may do in the application',
  },
  input: z.object({ ...ofPerson, level }),
  output: z.object({}),
  allow: withRight('submit'),
  run: async (ctx, input) => {
    await change(ctx, input, input.level)
    return {}
  },
})

export const endRightOf = command({
  name: 'application.end-right',
  inPerson: true,
  summary: {
    fi: 'Poista henkilön oikeus hakemukseen',
    sv: 'Ta bort en persons rätt till ansökan',
    en: 'End the right of somebody in the application',
  },
  input: z.object(ofPerson),
  output: z.object({}),
  allow: withRight('submit'),
  run: async (ctx, input) => {
    await change(ctx, input, null)
    return {}
  },
})
