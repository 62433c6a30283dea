import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Rule } from '../../kernel/rule.ts'
import { canSee } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import { by } from '../people/index.ts'
import { type Call, recordOf } from './call.ts'
import { complaint } from './error-text.ts'
import { type Happening, insertHappening } from './event-queries.ts'
import { callById, lockCall } from './queries.ts'

export const one = { call: z.string().max(100).describe('Code or id of the call.') }
export type One = { call: string }

export const recordOfOne = async (ctx: Pick<Context, 'db'>, { call }: One) => {
  const found = await callById(ctx.db, call)
  return found && recordOf(found)
}
export const placeOfOne = async (ctx: Pick<Context, 'db'>, { call }: One) =>
  (await callById(ctx.db, call))?.ecosystem

/** Those who prepare the calls of an ecosystem. */
export const preparers = by('coordinator', 'preparer')
export const preparing: Rule<One, Context> = { ...preparers, in: placeOfOne }
/** Those who answer for them. */
export const leading: Rule<One, Context> = { ...by('coordinator'), in: placeOfOne }

const missing = () => new Refusal('missing', 'call.missing', [complaint('missing')])

/** The call when the actor sees it; refuses in the same words when it is not there, so that nothing is told. */
export async function seenCall(ctx: Context, idOrCode: string): Promise<Call> {
  const call = await callById(ctx.db, idOrCode)
  if (!call || !canSee(ctx.actor, recordOf(call))) throw missing()
  return call
}

/** The call for a change, held until the transaction ends. */
export async function heldCall(ctx: Context<Tx>, idOrCode: string): Promise<Call> {
  const call = await lockCall(ctx.db, idOrCode)
  if (!call) throw missing()
  return call
}

/** Keeps what has happened to the call, with who did it. */
export function note(
  ctx: Context<Tx>,
  call: Call,
  what: Pick<Happening, 'event' | 'to'> & {
    from?: Call['state']
    change?: Happening['change']
    reason?: Names | null
  },
): Promise<unknown> {
  const { actor } = ctx
  return insertHappening(ctx.db, {
    id: newId(ctx.now.getTime()),
    call: call.id,
    event: what.event,
    from: what.from ?? call.state,
    to: what.to,
    change: what.change ?? null,
    reason: what.reason ?? null,
    person: actor.kind === 'person' ? actor.id : null,
    byWhom: actor.kind === 'visitor' ? '' : actor.name,
    at: ctx.now,
  })
}
