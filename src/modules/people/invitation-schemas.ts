import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import { unseal } from '../../kernel/seal.ts'
import { languages } from '../../kernel/text.ts'
import type { ToldInvitation } from './invitation-queries.ts'
import { invitationState } from './invitation-rules.ts'
import { offices } from './rules.ts'

const names = z.record(z.string(), z.string().nullable())

export const invitation = z.object({
  id: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  office: z.enum(offices),
  ecosystem: z.object({ id: z.string(), name: names }).nullable(),
  organisation: z.string().nullable(),
  language: z.enum(languages),
  by: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  places: z.number(),
  accepted: z.number(),
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
})
export type Invitation = z.output<typeof invitation>

export const sealUse = 'invitation'

/** The address that an invitation leads to, for whoever may see it again; null for one that goes by mail. */
export function addressOf(ctx: Context, row: ToldInvitation): string | null {
  const token = row.sealed_token && ctx.site && unseal(ctx.site.secret, sealUse, row.sealed_token)
  return token ? invitationAddress(ctx, row.language, token) : null
}

export const invitationAddress = (ctx: Context, language: string, token: string): string =>
  `${ctx.baseUrl}${language === 'fi' ? '' : `/${language}`}/invitation?token=${token}`

export const shown = (row: ToldInvitation, now: Date): Invitation => ({
  id: row.id,
  email: row.email,
  name: row.name,
  office: row.office as Invitation['office'],
  ecosystem:
    row.ecosystem_id && row.ecosystem_name ? { id: row.ecosystem_id, name: row.ecosystem_name } : null,
  organisation: row.organisation_name,
  language: row.language as Invitation['language'],
  by: row.created_by_name,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  places: row.places,
  accepted: row.accepted,
  state: invitationState(row, now),
})
