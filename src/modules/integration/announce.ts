import type { Context, Deed, Named } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { insertDelivery, listeners } from './webhook-queries.ts'

/** What is one person's own, or our own: nobody else is told. */
const untold = /^(account|draft|mail-off|notification|preview|saved-view|subject|token|webhook)\./

/** What a webhook can listen to: every command of the product. */
export const kindsOf = (catalogue: readonly Named[] = []): string[] =>
  [
    ...new Set(catalogue.filter((a) => a.kind === 'command' && !a.inPerson).map((a) => a.name)),
    'import.applied',
  ]
    .filter((name) => !untold.test(name))
    .sort()

/**
 * After each command: what was done is written down for each webhook that listens, in the same transaction, so it is
 * told if and only if it happened. Told are the kind, the time and which records, never what is in them: a receiver
 * that wants to know more asks the API with a token of its own, and sees what that may see.
 */
export async function announce(ctx: Context<Tx>, deed: Deed): Promise<void> {
  if (untold.test(deed.action)) return
  const hooks = await listeners(ctx.db, deed.action)
  if (hooks.length === 0) return
  const ecosystems = await deed.ecosystems()
  const records = deed.changes.map(({ kind, id }) => ({ kind, id }))
  for (const hook of hooks) {
    if (hook.ecosystem_id !== null && !ecosystems.includes(hook.ecosystem_id)) continue
    await deliverLater(ctx, hook.id, deed.action, { ecosystems, records })
  }
}

/** Writes a delivery down and plans it. Its body is what is sent and signed, the same at each attempt. */
export async function deliverLater(
  ctx: Context<Tx>,
  webhook: string,
  kind: string,
  data: object,
): Promise<string> {
  const id = newId(ctx.now.getTime())
  const body = JSON.stringify({
    type: kind,
    timestamp: ctx.now.toISOString(),
    data: { way: ctx.way, ...data },
  })
  await insertDelivery(ctx.db, { id, webhook_id: webhook, kind, body, created_at: ctx.now })
  await ctx.jobs.enqueue(ctx.db, 'integration.deliver', { delivery: id })
  return id
}
