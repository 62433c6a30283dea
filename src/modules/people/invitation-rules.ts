import type { Actor } from '../../kernel/actor.ts'

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

/** Where an invitation stands. One that was taken back stays so, however many had accepted it before. */
export function invitationState(
  invitation: { revoked_at: Date | null; expires_at: Date; accepted: number; places: number },
  now: Date,
): InvitationState {
  if (invitation.revoked_at) return 'revoked'
  if (invitation.accepted >= invitation.places) return 'accepted'
  return invitation.expires_at <= now ? 'expired' : 'open'
}

/** The ecosystems whose invitations the actor makes and sees; null for all of them. */
export function invitesTo(actor: Actor): readonly string[] | null {
  if (actor.kind === 'system') return null
  if (actor.kind === 'visitor') return []
  const those = actor.offices.filter((o) => o.office === 'administrator' || o.office === 'coordinator')
  if (those.some((o) => o.office === 'administrator' || o.ecosystem === null)) return null
  return those.map((o) => o.ecosystem!)
}
