import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { readPeople } from '../people/index.ts'
import { followersOf, notify } from '../talk/index.ts'
import { type Call, callPath, recordOf } from './call.ts'
import { writersIn } from './event-queries.ts'

/** Tells everybody who writes in an application of the call, or follows it, that it has been put right; how many. */
export async function tellCorrection(
  ctx: Context<Tx>,
  call: Call,
  about: string,
  text: string,
): Promise<number> {
  const subject = { kind: 'call', id: call.id }
  const ids = new Set([...(await writersIn(ctx.db, call.id)), ...(await followersOf(ctx.db, subject))])
  const to = ids.size > 0 ? await readPeople(ctx.db, ctx.now, [...ids]) : []
  await notify(ctx, {
    kind: 'call-corrected',
    subject,
    about,
    title: call.title,
    path: `${callPath(call)}#corrections`,
    text,
    ecosystem: call.ecosystem,
    records: [recordOf(call)],
    to,
  })
  return to.length
}

/** Tells those who follow the ecosystem that a call of it has opened. */
export async function tellOpening(ctx: Context<Tx>, call: Call, text: string): Promise<void> {
  const ids = await followersOf(ctx.db, { kind: 'ecosystem', id: call.ecosystem })
  if (ids.length === 0) return
  await notify(ctx, {
    kind: 'call-opened',
    subject: { kind: 'call', id: call.id },
    about: call.id,
    title: call.title,
    path: callPath(call),
    text,
    ecosystem: call.ecosystem,
    records: [{ ...recordOf(call), share: 'public' }],
    to: await readPeople(ctx.db, ctx.now, ids),
  })
}
