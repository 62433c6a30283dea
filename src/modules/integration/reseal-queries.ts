import type { Tx } from '../../kernel/db.ts'
import { seal, unseal } from '../../kernel/seal.ts'
import { use } from './webhook-secret.ts'

/** Seals the secrets of webhooks anew. What the old key does not open stays as it is, and is counted. */
export async function resealWebhooks(
  tx: Tx,
  from: string,
  to: string,
): Promise<{ webhooks: number; lost: number }> {
  const done = { webhooks: 0, lost: 0 }
  for (const { id, secret } of await tx
    .selectFrom('webhook')
    .select(['id', 'secret'])
    .forUpdate()
    .execute()) {
    const open = unseal(from, use, secret)
    if (open === undefined) {
      done.lost += 1
      continue
    }
    await tx
      .updateTable('webhook')
      .set({ secret: seal(to, use, open) })
      .where('id', '=', id)
      .execute()
    done.webhooks += 1
  }
  return done
}
