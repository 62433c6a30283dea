import type { Actor } from '../../kernel/actor.ts'
import type { Asking } from '../../kernel/rule.ts'
import type { Names } from '../../kernel/text.ts'
import { by, holds, type Office, placeNames } from '../people/index.ts'

/** The offices whose holders put files beside things. */
export const adders = [
  'coordinator',
  'preparer',
  'assessor',
  'city-decider',
  'council-officer',
  'project-manager',
  'member',
] as const satisfies readonly Office[]
export const addersOnly = by(...adders)

/** The ecosystems where the actor works; null stands for all of them. */
const workplaces = (actor: Actor): (string | null)[] =>
  actor.kind === 'person'
    ? [...new Set(actor.offices.filter((o) => addersOnly.who.includes(o.office)).map((o) => o.ecosystem))]
    : []

/** Whether a file of the actor's may belong there; null is the whole installation. */
export const mayBelong = (actor: Actor, ecosystem: string | null): boolean =>
  actor.kind === 'system' ||
  (ecosystem === null ? workplaces(actor).includes(null) : holds(actor, adders, ecosystem))

/** Where a file belongs when nobody says: with its subject, else where its owner works if that is one place alone. */
export function usualPlace(actor: Actor, ofSubject: string | null): string | null {
  if (ofSubject !== null && mayBelong(actor, ofSubject)) return ofSubject
  const own = workplaces(actor)
  return own.length === 1 ? own[0]! : null
}

/** Where the actor may say that a file belongs; no id is the whole installation. */
export async function placesFor(asking: Asking): Promise<{ id: string; name: Names }[]> {
  const own = workplaces(asking.actor)
  const named = Object.entries(await placeNames(asking)).map(([id, name]) => ({ id, name }))
  return own.includes(null) ? [{ id: '', name: {} }, ...named] : named.filter(({ id }) => own.includes(id))
}
