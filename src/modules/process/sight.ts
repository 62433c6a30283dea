import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { canSee, type ShareLevel } from '../../kernel/share.ts'
import { allEcosystems, type EcosystemHead } from '../ecosystems/index.ts'
import { by, holds, type Office } from '../people/index.ts'
import { sharesOf } from './queries.ts'

const offices = ['coordinator', 'preparer', 'council-officer'] as const satisfies Office[]

/** Who handles applications: they see the list behind each figure of their ecosystem, and say what explains it. */
export const handling = by(...offices)

export const handles = (actor: Actor, ecosystem: string): boolean =>
  actor.kind === 'system' || holds(actor, offices, ecosystem)

export type SeenEcosystem = EcosystemHead & {
  /** Who sees its figures: its own people until it says otherwise. */
  shown: ShareLevel
  own: boolean
}

/** The ecosystems whose figures the actor sees, their own first. */
export async function seenBy(db: Read, actor: Actor): Promise<SeenEcosystem[]> {
  const shares = await sharesOf(db)
  const seen = (await allEcosystems(db)).flatMap((e): SeenEcosystem[] => {
    const shown = shares.get(e.id) ?? 'own'
    const own = handles(actor, e.id)
    const there = canSee(actor, { share: e.share as ShareLevel, ecosystem: e.id })
    return own || (there && canSee(actor, { share: shown, ecosystem: e.id })) ? [{ ...e, shown, own }] : []
  })
  return [...seen.filter((e) => e.own), ...seen.filter((e) => !e.own)]
}
