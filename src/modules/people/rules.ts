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

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How long things hold, milliseconds. A printed link is for the person at the terminal now, a mailed one for who waits
 * for it. A session ends when it has not been used for half a day, and after two weeks in any case.
 */
export const lifetimes = {
  printedLink: hour,
  mailedLink: 15 * minute,
  step: 10 * minute,
  challenge: 5 * minute,
  sessionIdle: 12 * hour,
  session: 14 * day,
  /** A session's last use is written down this often. */
  seen: 5 * minute,
  invitation: 90 * day,
}

/** How often one may try. Offices share one address of the net, so a client may try more than an address is written to. */
export const limits = {
  linkToAddress: { burst: 3, everyMs: 5 * minute },
  linkByClient: { burst: 20, everyMs: 30_000 },
  tokenByClient: { burst: 60, everyMs: 5_000 },
  codeOfPerson: { burst: 5, everyMs: 10 * minute },
  passkeyByClient: { burst: 60, everyMs: 5_000 },
  mailByPerson: { burst: 5, everyMs: 10 * minute },
}

/**
 * How many refusals are honest mistakes: more of them, of one network address or one person, are told to the
 * administrators. Offices share an address, and a page may ask for several things that its reader may not see.
 */
export const watched = {
  'sign-in': { burst: 20, everyMs: 3 * minute },
  forbidden: { burst: 30, everyMs: 2 * minute },
  told: { burst: 1, everyMs: 6 * hour },
}
