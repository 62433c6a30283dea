import type { Day } from '../../kernel/time.ts'

/** What a profile is made of, in the order in which a page shows it. */
export const factKinds = [
  'activity',
  'offer',
  'need',
  'competence',
  'facility',
  'industry',
  'size',
  'region',
  'language',
  'picture',
] as const
export type FactKind = (typeof factKinds)[number]

/** The kinds that are written as cards: a title, a text, and what else the kind has. */
export const cardKinds = ['offer', 'need', 'facility'] as const
export type CardKind = (typeof cardKinds)[number]
export const isCardKind = (word: unknown): word is CardKind =>
  (cardKinds as readonly unknown[]).includes(word)

/** What is offered or looked for. */
export const offerKinds = [
  'expertise',
  'test-bed',
  'data',
  'funding',
  'pilot-site',
  'purchase',
  'partner',
  'product',
  'other',
] as const
export type OfferKind = (typeof offerKinds)[number]

/** Size classes of undertakings: Commission Recommendation 2003/361/EC, annex, article 2. */
export const sizeClasses = ['micro', 'small', 'medium', 'large'] as const
export type SizeClass = (typeof sizeClasses)[number]

/** Working languages that a profile may name. */
export const workingLanguages = [
  'fi',
  'sv',
  'en',
  'se',
  'et',
  'ru',
  'de',
  'fr',
  'es',
  'no',
  'da',
  'zh',
] as const

/** Regions beside the Finnish ones: the whole country, and abroad. */
export const wideRegions = ['whole-country', 'abroad'] as const

/** Characters of a title, of what an actor does, and of other texts. */
export const limits = { title: 160, activity: 600, text: 2000, word: 80, pictures: 8, cards: 40 }

/** In whose name a fact was stated. */
export type FactOffice = 'keeper' | 'coordinator' | 'system'

/** What is told for an actor by somebody else waits for the actor's word. */
export const isPrefilled = (office: FactOffice): boolean => office !== 'keeper'

/** What a profile can tell, in the order in which it is asked for; of a company its size too. */
export const points = [
  'activity',
  'offer',
  'need',
  'competence',
  'industry',
  'size',
  'region',
  'language',
  'contact',
  'picture',
] as const
export type Point = (typeof points)[number]

export type Completeness = { told: Point[]; missing: Point[] }

/** Which points of a profile are told and which are missing; a size class is asked of companies alone. */
export function completenessOf(has: ReadonlySet<Point>, isCompany: boolean): Completeness {
  const asked = points.filter((point) => point !== 'size' || isCompany)
  return {
    told: asked.filter((point) => has.has(point)),
    missing: asked.filter((point) => !has.has(point)),
  }
}

/** The same day of the next year; the leap day becomes the last of February. */
export function yearAfter(day: Day): Day {
  const [year = '', month = '', date = ''] = day.split('-')
  const leap = month === '02' && date === '29'
  return `${String(Number(year) + 1).padStart(4, '0')}-${month}-${leap ? '28' : date}`
}

export type Freshness =
  /** Nothing has been stated by the actor itself. */
  { state: 'unchecked' } | { state: 'fresh' | 'old'; on: Day }

/** How fresh a profile is: from the day when its actor last said that it is right; a year later it is old. */
export function freshnessOf(checked: Day | undefined, today: Day): Freshness {
  if (!checked) return { state: 'unchecked' }
  return { state: yearAfter(checked) <= today ? 'old' : 'fresh', on: checked }
}

/** Whether the actor is to be asked today: the profile is old, and a year has passed since it was last asked. */
export function isToBeAsked(checked: Day | undefined, asked: Day | undefined, today: Day): boolean {
  if (freshnessOf(checked, today).state !== 'old') return false
  return asked === undefined || yearAfter(asked) <= today
}

export type InvitationState = 'open' | 'accepted' | 'declined' | 'revoked' | 'expired'

/** What has become of an invitation to keep a profile. */
export function stateOfInvitation(
  invitation: {
    accepted_at: Date | null
    declined_at: Date | null
    revoked_at: Date | null
    expires_at: Date
  },
  now: Date,
): InvitationState {
  if (invitation.accepted_at) return 'accepted'
  if (invitation.declined_at) return 'declined'
  if (invitation.revoked_at) return 'revoked'
  return invitation.expires_at <= now ? 'expired' : 'open'
}

/** Days for which an invitation is open. */
export const invitationDays = 30
