import { createHash } from 'node:crypto'
import type { Actor, Held } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Rule } from '../../kernel/rule.ts'
import type { Day } from '../../kernel/time.ts'

/** The offices, in the order in which pages and the permission matrix name them. */
export const offices = [
  'administrator',
  'coordinator',
  'preparer',
  'assessor',
  'city-decider',
  'council-officer',
  'project-manager',
  'member',
  'viewer',
] as const
export type Office = (typeof offices)[number]

export const isOffice = (word: unknown): word is Office => (offices as readonly unknown[]).includes(word)

/** A rule for the holders of some offices; the product itself (command line, job) is always among them. */
export const by = (...named: Office[]): Rule => ({ who: [...named, 'system'] })

/** Whether the actor holds one of the offices, in that ecosystem when one is given. */
export const holds = (actor: Actor, named: readonly Office[], ecosystem?: string | null): boolean =>
  actor.kind === 'person' &&
  actor.offices.some(
    (held) =>
      named.includes(held.office as Office) &&
      (held.ecosystem === null || ecosystem === undefined || held.ecosystem === ecosystem),
  )

/**
 * Whether who holds these offices may give, end or try out an office there: an administrator every one, a coordinator
 * those of the ecosystem where the coordinator's office is held, but never the administrator's.
 */
export const mayGive = (held: readonly Held[], office: string, ecosystem: string | null): boolean =>
  held.some(
    (mine) =>
      mine.office === 'administrator' ||
      (mine.office === 'coordinator' &&
        office !== 'administrator' &&
        (mine.ecosystem === null || mine.ecosystem === ecosystem)),
  )

export type HoldingState = 'coming' | 'now' | 'past'

/** Where the day falls in the time that an office is held. */
export function stateOf(held: { starts: Day; ends: Day | null; ended: boolean }, today: Day): HoldingState {
  if (held.ended || (held.ends !== null && held.ends < today)) return 'past'
  return held.starts > today ? 'coming' : 'now'
}

/** Whether the actor does a coordinator's work: the product itself (command line, job) or a person with the office. */
export const isCoordinator = ({ actor }: Pick<Context, 'actor'>): boolean =>
  actor.kind === 'system' || holds(actor, ['coordinator'])

/** What is stored of a secret. The secret has 256 random bits, so a plain hash is enough. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** A printed link is for the person at the terminal now; a session lasts a working day. */
export const lifetimes = { linkMs: 60 * 60 * 1000, sessionMs: 12 * 60 * 60 * 1000 }
