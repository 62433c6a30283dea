import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { takeTurns } from '../../kernel/limit.ts'
import { everyone, type Rule } from '../../kernel/rule.ts'
import { isLanguage, languages, type Names } from '../../kernel/text.ts'
import {
  admit,
  hashOf,
  isKnownAddress,
  joinOrganisation,
  leaveOrganisation,
  signInLimits,
} from '../people/index.ts'
import { mailAnswer, mailKeeperInvitation } from './keeper-mails.ts'
import {
  answerRequest,
  endKeeper,
  insertInvitation,
  insertKeeper,
  insertRequest,
  invitationBySecret,
  invitationsTo,
  keepersOf,
  openRequests,
  requestById,
  revokeOlder,
  settleInvitation,
} from './keeper-queries.ts'
import { idOfActor, mustBe, officeFor, stating } from './keeping.ts'
import { refuse } from './refusals.ts'
import { invitationDays, stateOfInvitation } from './rules.ts'
import { rulesText as text } from './rules-text.ts'

const organisation = { id: z.string().max(60).describe('Id of the organisation.') }
const day = 24 * 60 * 60 * 1000

export const readKeepers = query({
  name: 'actor-profile.keepers',
  summary: {
    fi: 'Ketkä pitävät toimijan profiilia, ketkä on kutsuttu ja ketkä ovat pyytäneet',
    sv: 'Vilka som sköter en aktörs profil, vilka som är inbjudna och vilka som har bett om det',
    en: 'Who keeps the profile of an actor, who is invited and who has asked',
  },
  route: { method: 'GET', path: '/organisations/{id}/profile/keepers' },
  input: z.object(organisation),
  output: z.object({
    id: z.uuid(),
    names: z.custom<Names>(),
    keepers: z.array(
      z.object({
        person: z.uuid(),
        name: z.string(),
        since: z.date(),
        way: z.enum(['invited', 'asked']),
        self: z.boolean(),
      }),
    ),
    invited: z.array(
      z.object({
        id: z.uuid(),
        email: z.string(),
        by: z.string().nullable(),
        at: z.date(),
        until: z.date(),
        state: z.enum(['open', 'accepted', 'declined', 'revoked', 'expired']),
      }),
    ),
    requests: z.array(z.object({ id: z.uuid(), name: z.string(), words: z.string(), at: z.date() })),
  }),
  allow: stating,
  run: async (ctx, { id }) => {
    const of = await mustBe(ctx, id)
    const self = idOfActor(ctx)
    return {
      id: of.id,
      names: of.names,
      keepers: (await keepersOf(ctx.db, of.id, ctx.now)).map(({ person, name, since, way }) => ({
        person,
        name,
        since,
        way,
        self: person === self,
      })),
      invited: (await invitationsTo(ctx.db, of.id))
        .map((i) => ({
          id: i.id,
          email: i.email,
          by: i.inviter,
          at: i.invited_at,
          until: i.expires_at,
          state: stateOfInvitation(i, ctx.now),
        }))
        .filter((i) => i.state !== 'accepted' && i.state !== 'revoked'),
      requests: (await openRequests(ctx.db, of.id)).map(({ id, name, words, at }) => ({
        id,
        name,
        words,
        at,
      })),
    }
  },
})

export const inviteKeeper = command({
  name: 'actor-profile.invite',
  inPerson: true,
  summary: {
    fi: 'Kutsu toimijan edustaja sähköpostitse pitämään sen profiilia',
    sv: 'Bjud in en företrädare för aktören per e-post att sköta dess profil',
    en: 'Invite somebody of an actor by mail to keep its profile',
  },
  route: { method: 'POST', path: '/organisations/{id}/profile/invitations' },
  input: z.object({
    ...organisation,
    email: z.string().trim().max(254),
    language: z.enum(languages).default('fi'),
  }),
  output: z.object({ id: z.uuid(), until: z.date() }),
  allow: stating,
  run: async (ctx, input) => {
    const of = await mustBe(ctx, input.id)
    const email = z.email().safeParse(input.email.toLowerCase())
    if (!email.success) throw refuse('invalid', 'badEmail', 'email')
    const keepers = await keepersOf(ctx.db, of.id, ctx.now)
    if (keepers.some((k) => k.email?.toLowerCase() === email.data))
      throw refuse('conflict', 'alreadyKeeps', 'email')
    const bucket = { key: `profile-invitation ${idOfActor(ctx)}`, limit: signInLimits.mailByPerson }
    if (await takeTurns(ctx.db, [bucket], ctx.now)) throw refuse('conflict', 'tooMany', 'email')
    await revokeOlder(ctx.db, of.id, email.data, ctx.now)
    const id = newId(ctx.now.getTime())
    const token = newSecret()
    const until = new Date(ctx.now.getTime() + invitationDays * day)
    await insertInvitation(ctx.db, {
      id,
      organisation_id: of.id,
      email: email.data,
      language: input.language,
      secret_hash: hashOf(token),
      invited_by: idOfActor(ctx),
      invited_at: ctx.now,
      expires_at: until,
    })
    await mailKeeperInvitation(ctx, { of, email: email.data, language: input.language, token, until })
    ctx.changed({
      kind: 'profile-invitation',
      id,
      before: null,
      after: { organisation: of.id, email: email.data },
    })
    return { id, until }
  },
})

export const revokeKeeperInvitation = command({
  name: 'actor-profile.revoke-invitation',
  inPerson: true,
  summary: {
    fi: 'Peru kutsu pitää profiilia',
    sv: 'Återta en inbjudan att sköta en profil',
    en: 'Take back an invitation to keep a profile',
  },
  route: { method: 'POST', path: '/organisations/{id}/profile/invitations/{invitation}/revoke' },
  input: z.object({ ...organisation, invitation: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  allow: stating,
  run: async (ctx, { id, invitation }) => {
    const of = await mustBe(ctx, id)
    if (!(await invitationsTo(ctx.db, of.id)).some((i) => i.id === invitation))
      throw refuse('missing', 'noInvitation')
    if (await settleInvitation(ctx.db, invitation, { revoked_at: ctx.now }))
      ctx.changed({ kind: 'profile-invitation', id: invitation, before: {}, after: { state: 'revoked' } })
    return { id: of.id }
  },
})

const secret = { token: z.string().min(20).max(100) }

/** Who holds the letter reads what it offers, while it is open. */
async function offered(ctx: Context, token: string) {
  const invitation = await invitationBySecret(ctx.db, hashOf(token))
  if (!invitation || stateOfInvitation(invitation, ctx.now) !== 'open')
    throw refuse('missing', 'noInvitation')
  const of = await mustBe(
    { db: ctx.db, actor: { kind: 'system', name: 'invitation' } },
    invitation.organisation_id,
  )
  return { invitation, of }
}

export const showKeeperInvitation = query({
  name: 'actor-profile.invitation',
  summary: {
    fi: 'Minkä toimijan profiilia kutsun saanutta pyydetään pitämään',
    sv: 'Vilken aktörs profil den inbjudna ombeds sköta',
    en: 'Of which actor somebody is invited to keep the profile',
  },
  input: z.object(secret),
  output: z.object({
    organisation: z.uuid(),
    names: z.custom<Names>(),
    inviter: z.string().nullable(),
    known: z.boolean().describe('Whether somebody with the address is known here.'),
  }),
  allow: everyone,
  run: async (ctx, { token }) => {
    const { invitation, of } = await offered(ctx, token)
    const known = await isKnownAddress(ctx.db, invitation.email)
    return { organisation: of.id, names: of.names, inviter: invitation.inviter, known }
  },
})

/** The letter shows that its reader has the address: who is not known yet becomes so, and gets a link to sign in with. */
export const enterByKeeperInvitation = command({
  name: 'actor-profile.enter-by-invitation',
  summary: {
    fi: 'Tule palveluun profiilin pitäjäksi kutsuttuna, kun osoitetta ei vielä tunneta',
    sv: 'Kom in i tjänsten med en inbjudan att sköta en profil, när adressen inte är känd',
    en: 'Come in with an invitation to keep a profile, when the address is not known yet',
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

export const acceptKeeping = command({
  name: 'actor-profile.accept',
  inPerson: true,
  summary: {
    fi: 'Ota profiili pidettäväksi kutsun mukaan',
    sv: 'Ta hand om en profil enligt inbjudan',
    en: 'Accept an invitation to keep a profile',
  },
  input: z.object(secret),
  output: z.object({ id: z.uuid() }),
  allow: { who: ['signed-in'] },
  run: async (ctx, { token }) => {
    const { invitation, of } = await offered(ctx, token)
    const person = idOfActor(ctx)!
    await settleInvitation(ctx.db, invitation.id, { accepted_at: ctx.now, accepted_by: person })
    await give(ctx, { of: of.id, person, by: invitation.invited_by, way: 'invited' })
    return { id: of.id }
  },
})

export const declineKeeping = command({
  name: 'actor-profile.decline',
  summary: {
    fi: 'Kieltäydy kutsusta pitää profiilia',
    sv: 'Tacka nej till att sköta en profil',
    en: 'Decline an invitation to keep a profile',
  },
  input: z.object(secret),
  output: z.object({}),
  allow: everyone,
  run: async (ctx, { token }) => {
    const { invitation } = await offered(ctx, token)
    await settleInvitation(ctx.db, invitation.id, { declined_at: ctx.now })
    ctx.changed({ kind: 'profile-invitation', id: invitation.id, before: {}, after: { state: 'declined' } })
    return {}
  },
})

async function give(
  ctx: Context<Tx>,
  { of, person, by, way }: { of: string; person: string; by: string | null; way: 'invited' | 'asked' },
): Promise<void> {
  const joined = await joinOrganisation(ctx.db, person, of, ctx.now)
  const id = newId(ctx.now.getTime())
  await insertKeeper(ctx.db, { id, organisation: of, person, at: ctx.now, by, way, joined })
  ctx.changed({ kind: 'profile-keeper', id: of, before: null, after: { person, way }, person })
}

/** Anybody signed in who does not keep it yet. */
const asking: Rule<{ id: string }, Context> = {
  who: ['signed-in'],
  only: {
    says: { fi: text.fi.asking, sv: text.sv.asking, en: text.en.asking },
    check: async (ctx, { id }) => (await officeFor(ctx, id)) !== 'keeper',
    why: () => refuse('conflict', 'youKeep'),
  },
}

export const askToKeep = command({
  name: 'actor-profile.ask',
  summary: {
    fi: 'Pyydä toimijan profiili pidettäväksi',
    sv: 'Be att få sköta en aktörs profil',
    en: 'Ask to keep the profile of an actor',
  },
  route: { method: 'POST', path: '/organisations/{id}/profile/requests' },
  input: z.object({ ...organisation, words: z.string().trim().max(2000) }),
  output: z.object({ id: z.uuid() }),
  allow: asking,
  run: async (ctx, { id, words }) => {
    const of = await mustBe(ctx, id)
    if (words === '') throw refuse('invalid', 'noWords', 'words')
    const person = idOfActor(ctx)!
    if ((await openRequests(ctx.db, of.id)).some((q) => q.person === person))
      throw refuse('conflict', 'asked', 'words')
    const request = newId(ctx.now.getTime())
    await insertRequest(ctx.db, {
      id: request,
      organisation_id: of.id,
      person_id: person,
      words,
      at: ctx.now,
    })
    ctx.changed({
      kind: 'profile-request',
      id: request,
      before: null,
      after: { organisation: of.id },
      person,
    })
    return { id: request }
  },
})

export const answerToKeep = command({
  name: 'actor-profile.answer',
  inPerson: true,
  summary: {
    fi: 'Anna profiili pyytäjän pidettäväksi tai hylkää pyyntö',
    sv: 'Ge den som bett om det rätt att sköta profilen, eller avslå begäran',
    en: 'Let somebody who asked keep a profile, or refuse it',
  },
  route: { method: 'POST', path: '/organisations/{id}/profile/requests/{request}' },
  input: z.object({ ...organisation, request: z.uuid(), granted: z.boolean() }),
  output: z.object({ id: z.uuid() }),
  allow: stating,
  run: async (ctx, { id, request, granted }) => {
    const of = await mustBe(ctx, id)
    const asked = await requestById(ctx.db, request)
    if (!asked || asked.organisation !== of.id) throw refuse('missing', 'noRequest')
    const answer = granted ? 'granted' : 'refused'
    if (!(await answerRequest(ctx.db, request, answer, idOfActor(ctx), ctx.now)))
      throw refuse('conflict', 'answered')
    if (granted) await give(ctx, { of: of.id, person: asked.person, by: idOfActor(ctx), way: 'asked' })
    const language = isLanguage(asked.language) ? asked.language : 'fi'
    if (asked.email) await mailAnswer(ctx, { of, to: asked.email, person: asked.person, language, granted })
    ctx.changed({ kind: 'profile-request', id: request, before: {}, after: { answer }, person: asked.person })
    return { id: of.id }
  },
})

export const endKeeping = command({
  name: 'actor-profile.end-keeping',
  inPerson: true,
  summary: {
    fi: 'Lopeta profiilin pitäminen: oma tai toisen',
    sv: 'Sluta sköta en profil: själv eller för någon annans del',
    en: 'End somebody’s keeping of a profile, or one’s own',
  },
  route: { method: 'DELETE', path: '/organisations/{id}/profile/keepers/{person}' },
  input: z.object({ ...organisation, person: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  allow: stating,
  run: async (ctx, { id, person }) => {
    const of = await mustBe(ctx, id)
    if (!(await keepersOf(ctx.db, of.id, ctx.now)).some((k) => k.person === person))
      throw refuse('missing', 'noKeeper')
    const joined = await endKeeper(ctx.db, { organisation: of.id, person, by: idOfActor(ctx), at: ctx.now })
    for (const row of joined) await leaveOrganisation(ctx.db, person, row, ctx.now)
    ctx.changed({ kind: 'profile-keeper', id: of.id, before: { person }, after: null, person })
    return { id: of.id }
  },
})
