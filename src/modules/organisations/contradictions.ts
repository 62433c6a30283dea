import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { closeWithReasons, insertAct, openAgain, pairsWithIdentifiers } from './act-queries.ts'
import { contradictionOf } from './rules.ts'

/** Who closes a pair when nobody does. */
const byItself = 'matching'

/**
 * Lets the review queue follow what lists have brought since: an open pair whose two sides have got different
 * identifiers closes by itself with that reason, and one that closed so comes back when the reason is gone. A pair
 * that a person has opened again stays open. To be called in the transaction that changed identifiers or groups.
 */
export async function settleContradictions(tx: Tx, now: Date): Promise<void> {
  const toClose = (await pairsWithIdentifiers(tx, 'may-close')).flatMap(({ id, left, right }) => {
    const contradiction = contradictionOf(left, right)
    return contradiction ? [{ id, contradiction }] : []
  })
  const toOpen = (await pairsWithIdentifiers(tx, 'closed'))
    .filter(({ left, right }) => !contradictionOf(left, right))
    .map((pair) => pair.id)
  if (toClose.length > 0) {
    const act = {
      id: newId(now.getTime()),
      decision: 'different',
      reason: 'identifiers',
      by_whom: byItself,
      at: now,
    } as const
    await insertAct(tx, act)
    await closeWithReasons(tx, toClose, act)
  }
  if (toOpen.length > 0) await openAgain(tx, toOpen, false)
}
