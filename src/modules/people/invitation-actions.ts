import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { queueMail } from '../../kernel/mail.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Rule } from '../../kernel/rule.ts'
import { seal } from '../../kernel/seal.ts'
import { isLanguage, languages, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import {
  ecosystemChoices,
  insertInvitation,
  invitationById,
  listInvitations,
  organisationsCalled,
  renewInvitation,
  revokeInvitation,
  type ToldInvitation,
} from './invitation-queries.ts'
import { invitesTo } from './invitation-rules.ts'
import { addressOf, invitation, invitationAddress, sealUse, shown } from './invitation-schemas.ts'
import { invitationText } from './invitation-text.ts'
import { mailText } from './mail-text.ts'
import { membersText } from './members-text.ts'
import { officeNames } from './office-text.ts'
import { by, hashOf, isOffice, mayGive, offices } from './rules.ts'

const day = 24 * 60 * 60 * 1000
const byId = z.object({ id: z.uuid() })

/** A coordinator in the own ecosystem, an administrator everywhere; only the latter makes another administrator. */
const mayInvite = (ctx: Pick<Context, 'actor'>, office: string, ecosystem: string | null) =>
  ctx.actor.kind === 'system' ||
  (ctx.actor.kind === 'person' && mayGive(ctx.actor.offices, office, ecosystem))

const noAdministrator = {
  fi: 'ylläpitäjän tehtävän antaa vain ylläpitäjä',
  sv: 'administratörens uppdrag ges bara av en administratör',
  en: "the administrator's office is given by an administrator alone",
}

const ofInvitation: Rule<{ id: string }> = {
  ...by('administrator', 'coordinator'),
  in: async (ctx, { id }) => {
    const row = await invitationById(ctx.db, id)
    return row ? row.ecosystem_id : undefined
  },
  only: {
    says: noAdministrator,
    check: async (ctx, { id }) => {
      const row = await invitationById(ctx.db, id)
      return !row || mayInvite(ctx, row.office, row.ecosystem_id)
    },
  },
}

export const invite = command({
  name: 'invitation.create',
  inPerson: true,
  summary: {
    fi: 'Kutsu sähköpostitse tai linkillä ja QR-koodilla',
    sv: 'Bjud in per e-post eller med länk och QR-kod',
    en: 'Invite by mail (with an address) or by a link and QR code (without)',
  },
  input: z.object({
    email: z.email().max(254).optional(),
    name: z.string().trim().max(200).optional(),
    office: z.enum(offices),
    /** Null: in every ecosystem. */
    ecosystem: z.uuid().nullable(),
    /** Name in any spelling, or business id. */
    organisation: z.string().trim().max(300).optional(),
    language: z.enum(languages),
    days: z.coerce.number().int().min(1).max(90).default(14),
    /** How many may accept a link. */
    places: z.coerce.number().int().min(1).max(200).default(1),
  }),
  output: z.object({ id: z.string(), expiresAt: z.date() }),
  route: { method: 'POST', path: '/invitations' },
  allow: {
    ...by('administrator', 'coordinator'),
    in: (_ctx, { ecosystem }) => ecosystem,
    only: {
      says: noAdministrator,
      check: (ctx, { office, ecosystem }) => mayInvite(ctx, office, ecosystem),
    },
  },
  run: async (ctx, input) => {
    if (input.office === 'administrator' && input.ecosystem !== null) {
      const [fi, sv, en] = languages.map((l) => membersText[l].administratorIsEverywhere)
      throw new Refusal('invalid', 'invitation.administrator', [
        { field: 'ecosystem', text: { fi: fi!, sv: sv!, en: en! } },
      ])
    }
    const id = newId(ctx.now.getTime())
    const token = newSecret()
    const expiresAt = new Date(ctx.now.getTime() + input.days * day)
    const email = input.email?.toLowerCase() ?? null
    await insertInvitation(ctx.db, {
      id,
      token_hash: hashOf(token),
      sealed_token: !email && ctx.site ? seal(ctx.site.secret, sealUse, token) : null,
      email,
      name: input.name || null,
      office: input.office,
      ecosystem_id: input.ecosystem,
      organisation_id: input.organisation ? await organisationOf(ctx, input.organisation) : null,
      language: input.language,
      created_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      created_at: ctx.now,
      expires_at: expiresAt,
      places: email ? 1 : input.places,
    })
    const { office, ecosystem, places } = input
    ctx.changed({ kind: 'invitation', id, before: null, after: { email, office, ecosystem, places } })
    if (email) await mailInvitation(ctx, id, token)
    return { id, expiresAt }
  },
})

export const openInvitations = query({
  name: 'invitation.list',
  summary: {
    fi: 'Kutsut ekosysteemeissä, joihin saa kutsua, avoimet tai kaikki',
    sv: 'Inbjudningar i de ekosystem dit man får bjuda in, öppna eller alla',
    en: 'Invitations of the ecosystems where one may invite, open ones or all',
  },
  input: z.object({ state: z.enum(['open', 'all']).default('open') }),
  output: z.object({
    invitations: z.array(invitation),
    /** Where the asker may invite to; `everywhere` too when true. */
    ecosystems: z.array(z.object({ id: z.string(), name: invitation.shape.ecosystem.unwrap().shape.name })),
    everywhere: z.boolean(),
  }),
  route: { method: 'GET', path: '/invitations' },
  allow: by('administrator', 'coordinator'),
  run: async (ctx, { state }) => {
    const mine = invitesTo(ctx.actor)
    const rows = await listInvitations(ctx.db, mine, state === 'open', ctx.now)
    return {
      invitations: rows.map((row) => shown(row, ctx.now)),
      ecosystems: await ecosystemChoices(ctx.db, mine),
      everywhere: mine === null,
    }
  },
})

export const getInvitation = query({
  name: 'invitation.get',
  summary: {
    fi: 'Yksi kutsu ja sen linkki, kun se annetaan käteen',
    sv: 'En inbjudan, med länken när den ska överlämnas',
    en: 'One invitation, with its link when it is one to be handed over',
  },
  input: byId,
  output: invitation.extend({ address: z.string().nullable() }),
  route: { method: 'GET', path: '/invitations/{id}' },
  allow: ofInvitation,
  run: async (ctx, { id }) => {
    const row = await found(ctx, id)
    return { ...shown(row, ctx.now), address: addressOf(ctx, row) }
  },
})

export const revoke = command({
  name: 'invitation.revoke',
  inPerson: true,
  summary: {
    fi: 'Peru kutsu: kukaan ei voi enää hyväksyä sitä',
    sv: 'Återta en inbjudan: ingen kan längre godkänna den',
    en: 'Take an invitation back: nobody can accept it any more',
  },
  input: byId,
  output: z.object({}),
  route: { method: 'POST', path: '/invitations/{id}/revoke' },
  allow: ofInvitation,
  run: async (ctx, { id }) => {
    const { state } = shown(await found(ctx, id), ctx.now)
    if (!(await revokeInvitation(ctx.db, id, ctx.now))) return {}
    ctx.changed({ kind: 'invitation', id, before: { state }, after: { state: 'revoked' } })
    return {}
  },
})

/** Sends it again with a new link, valid for as long as the first was; the link in the old mail works no longer. */
export const resend = command({
  name: 'invitation.resend',
  inPerson: true,
  summary: {
    fi: 'Lähetä kutsu uudelleen uudella linkillä',
    sv: 'Skicka en inbjudan igen med en ny länk',
    en: 'Mail an invitation again with a new link',
  },
  input: byId,
  output: z.object({ expiresAt: z.date() }),
  route: { method: 'POST', path: '/invitations/{id}/resend' },
  allow: ofInvitation,
  run: async (ctx, { id }) => {
    const row = await found(ctx, id)
    const { state } = shown(row, ctx.now)
    if (!row.email || state === 'revoked' || state === 'accepted') {
      const { fi, sv, en } = invitationText
      const text = { fi: fi.notResendable, sv: sv.notResendable, en: en.notResendable }
      throw new Refusal('conflict', 'invitation.not-resendable', [{ text }])
    }
    const token = newSecret()
    const lasts = row.expires_at.getTime() - row.created_at.getTime()
    const expiresAt = new Date(ctx.now.getTime() + Math.min(lasts, 90 * day))
    await renewInvitation(ctx.db, id, hashOf(token), expiresAt)
    const before = { expiresAt: row.expires_at }
    ctx.changed({ kind: 'invitation', id, before, after: { expiresAt } })
    await mailInvitation(ctx, id, token)
    return { expiresAt }
  },
})

async function found(ctx: Context, id: string): Promise<ToldInvitation> {
  const row = await invitationById(ctx.db, id)
  if (!row) throw new Refusal('missing', 'invitation.missing')
  return row
}

async function organisationOf(ctx: Context, called: string): Promise<string> {
  const those = await organisationsCalled(ctx.db, called, ctx.actor)
  if (those.length === 1) return those[0]!.id
  const key = those.length === 0 ? 'organisationUnknown' : 'organisationAmbiguous'
  const text = { fi: invitationText.fi[key], sv: invitationText.sv[key], en: invitationText.en[key] }
  throw new Refusal('invalid', `invitation.${key}`, [{ field: 'organisation', text }])
}

async function mailInvitation(ctx: Context<Tx>, id: string, token: string): Promise<void> {
  const row = await found(ctx, id)
  const language = isLanguage(row.language) ? row.language : 'fi'
  const words = mailText[language].invitation
  const place = row.ecosystem_name ? pick(row.ecosystem_name, language)?.text : undefined
  const where = place ?? invitationText[language].everywhere
  const office = isOffice(row.office) ? officeNames[language][row.office] : row.office
  const until = formatDay(dayIn(row.expires_at), language)
  const from = row.created_by_name ?? 'Talkoot'
  await queueMail(ctx, {
    to: row.email!,
    kind: 'invitation',
    subject: words.subject(where),
    text: words.body(from, office, where, invitationAddress(ctx, language, token), until),
  })
}
