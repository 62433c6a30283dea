import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import type { Rule } from '../../kernel/rule.ts'
import { canSee, type SharedRecord } from '../../kernel/share.ts'
import { by, holds } from '../people/index.ts'
import { canonicalOf, consortiumById } from './consortium-queries.ts'
import { fault } from './fault-text.ts'
import type { Consortium } from './record.ts'

/** Those who gather: for their ecosystem, or for their own organisation where it leads. */
export const gatherers = by('coordinator', 'preparer', 'project-manager', 'member')

export type One = { consortium: string }
export const one = { consortium: z.string().max(40).describe('Id of the consortium.') }
export const done = z.object({ path: z.string() })
export const pathOf = (id: string): string => `/consortia/${id}`

export const shareOf = (c: Consortium): SharedRecord => ({
  share: c.share,
  ecosystem: c.ecosystem.id,
  organisation: c.lead?.id ?? null,
  person: c.person,
})

export const recordOf = async (ctx: Pick<Context, 'db'>, { consortium }: One) => {
  const found = await consortiumById(ctx.db, consortium)
  return found && shareOf(found)
}

export const ownLead = {
  fi: 'Koordinaattori ja valmistelija ekosysteemissään; muut oman organisaationsa johtamassa konsortiossa',
  sv: 'Koordinatorn och beredaren i sitt ekosystem; andra i ett konsortium som den egna organisationen leder',
  en: 'The coordinator and preparer in their ecosystem; others where their own organisation leads',
}

/** Whether the actor may gather for the ecosystem, or for an organisation that leads. */
export async function gathers(
  db: Read,
  actor: Actor,
  { ecosystem, lead, person }: { ecosystem: string; lead: string | null; person?: string | null },
): Promise<boolean> {
  if (actor.kind === 'system' || holds(actor, ['coordinator', 'preparer'], ecosystem)) return true
  if (actor.kind !== 'person') return false
  if (person && person === actor.id) return true
  return lead !== null && (await canonicalOf(db, actor.organisations)).includes(lead)
}

/** Of those who gather the consortium. */
export const gathering: Rule<One> = {
  ...gatherers,
  in: async (ctx, { consortium }) => (await consortiumById(ctx.db, consortium))?.ecosystem.id,
  record: recordOf,
  only: {
    says: ownLead,
    check: async (ctx, { consortium }) => {
      const found = await consortiumById(ctx.db, consortium)
      return !found || mayGather(ctx.db, ctx.actor, found)
    },
  },
}

export const mayGather = (db: Read, actor: Actor, c: Consortium): Promise<boolean> =>
  gathers(db, actor, { ecosystem: c.ecosystem.id, lead: c.lead?.id ?? null, person: c.person })

/** The consortium where it is there and the actor sees it; else the same words, so that nothing is told. */
export async function seenConsortium(ctx: Pick<Context, 'db' | 'actor'>, id: string): Promise<Consortium> {
  const found = await consortiumById(ctx.db, id)
  if (!found || !canSee(ctx.actor, shareOf(found))) throw fault('missing', 'missing')
  return found
}

/** The consortium while it is gathered: an ended one is changed by nobody. */
export async function openConsortium(ctx: Pick<Context, 'db' | 'actor'>, id: string): Promise<Consortium> {
  const found = await seenConsortium(ctx, id)
  if (found.state === 'ended') throw fault('conflict', 'notGathering')
  return found
}

/** Whose act it is, and when. */
export const acting = ({ actor, now }: Pick<Context, 'actor' | 'now'>) => ({
  person: actor.kind === 'person' ? actor.id : null,
  by: actor.kind === 'person' ? actor.name : 'Talkoot',
  at: now,
})
