import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { notice } from './notice.ts'
import { endRecoveryCodes, type Resealed, resealSignIn } from './reseal-queries.ts'

/** Seals anew under another key of the installation; those whose recovery codes end with the old one are told. */
export async function reseal(
  ctx: Context<Tx>,
  from: string,
  to: string,
): Promise<Resealed & { recovery: number }> {
  const done = await resealSignIn(ctx.db, from, to)
  const whose = await endRecoveryCodes(ctx.db)
  for (const person of whose) await notice(ctx, person, (words) => words.recoveryEnded)
  return { ...done, recovery: whose.length }
}
