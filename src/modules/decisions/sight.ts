import type { Actor } from '../../kernel/actor.ts'
import type { Asking } from '../../kernel/rule.ts'
import { holds } from '../people/index.ts'
import { ownAmong } from './around-queries.ts'
import type { Head } from './head.ts'
import { closedTo } from './standing.ts'

const offices = ['coordinator', 'preparer', 'city-decider', 'council-officer'] as const

/** Whether the actor handles decisions of the ecosystem; nobody else sees how one comes to be. */
export const handles = (actor: Actor, ecosystem: string): boolean =>
  actor.kind === 'system' || holds(actor, offices, ecosystem)

/**
 * What is published is everybody's; of a refusal who applied and what came of it, while its grounds are told to who
 * applied. A sole trader is a person: the register counts the decision, and nothing of it bears the name.
 */
export const isPublic = (head: Pick<Head, 'state' | 'halves' | 'soleTrader'>): boolean =>
  head.state === 'published' && !head.soleTrader && head.halves.some((h) => h.part === 'legal')

/** `own`: who applied, of what is published. */
export type Sight = 'whole' | 'own' | 'public' | 'kept-out' | 'none'

/** The decision is seen, not how it came to be. */
export const isOutside = (sight: Sight): boolean => sight === 'own' || sight === 'public'

/**
 * What of a decision somebody sees. Who has a conflict, or has not yet said that they have none, is kept out of the
 * matter, not of what everybody may read.
 */
export async function sightsOf(asking: Asking, heads: readonly Head[]): Promise<(head: Head) => Sight> {
  const own = heads.filter((h) => handles(asking.actor, h.ecosystem.id))
  const out = await closedTo(
    asking,
    own.map((h) => h.application),
  )
  const mine = await ownAmong(asking, heads)
  const inside = new Set(own.map((h) => h.application))
  return (head) => {
    if (inside.has(head.application) && !out.has(head.application)) return 'whole'
    if (head.state === 'published' && mine.has(head.application)) return 'own'
    if (isPublic(head)) return 'public'
    return inside.has(head.application) ? 'kept-out' : 'none'
  }
}
