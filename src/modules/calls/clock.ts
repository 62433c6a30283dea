import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Call } from './call.ts'
import { lastDeadline } from './taking.ts'

/** The job that opens and closes calls when their time comes. */
export const clockJob = 'calls.clock'

/**
 * Plans the clock for a call's next instant. A job for a time that has been changed since finds nothing to do; the
 * deadline itself is judged when an application comes, whether or not the job has run.
 */
export async function planTheClock(ctx: Context<Tx>, call: Call): Promise<void> {
  const next = call.state === 'planned' ? call.announcedAt && call.opensAt : lastDeadline(call)
  if (next && next > ctx.now && (call.state === 'planned' || call.state === 'open'))
    await ctx.jobs.enqueue(ctx.db, clockJob, {}, { startAfter: next })
}
