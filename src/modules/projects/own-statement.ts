import type { Tx } from '../../kernel/db.ts'
import { openRegistrar } from '../organisations/index.ts'
import { countWords } from '../search/index.ts'
import {
  type ImportHead,
  importById,
  markApplied,
  markWithdrawn,
  toldRows,
  updateImport,
} from '../sources/index.ts'
import { applyRows, type Desk, settleApplied } from './import-apply.ts'
import { handOf } from './import-jobs.ts'
import { withdrawImportRows } from './import-withdraw.ts'
import { mentionOf } from './import-write.ts'

const quietly = async () => undefined

/** Lists of one row that the product itself states, taken one after another with one look at who is who. */
export type OwnLists = {
  /** When the next one is stated: each a little later, so that the last word on a project is the last one stated. */
  at: () => Date
  /** Takes one; answers the project that it tells of. */
  take: (head: ImportHead) => Promise<string>
  /** Counts anew what follows from all of them. Before it, sums are those of before. */
  end: () => Promise<void>
}

export function openOwnLists(tx: Tx, now: Date): OwnLists {
  let desk: Desk | undefined
  let written = 0
  let taken = 0
  return {
    at: () => new Date(now.getTime() + taken),
    async take(head) {
      taken++
      const hand = handOf(head)
      const counts = await applyRows(tx, hand, now, quietly, async (parties) => {
        // Who is in the registry as they are spelled is found there; for anybody new all of it is read, once.
        const registrar = desk?.registrar.whole
          ? desk.registrar
          : await openRegistrar(tx, hand.id, hand.source, now, parties().map(mentionOf))
        registrar.since(hand.id, hand.source)
        desk = { registrar, words: desk?.words ?? countWords() }
        return desk
      })
      written += counts.created + counts.updated
      await markApplied(tx, head.id, counts, now)
      const [row] = await toldRows(tx, head.id, 0, 1)
      if (!row) throw new Error(`no project came of ${head.id}`)
      return row.projectId
    },
    async end() {
      if (desk && written > 0) await settleApplied(tx, desk, now)
    },
  }
}

/** Takes it back: the project says what its other lists say of it, or is gone. */
export async function withdrawOwnList(tx: Tx, importId: string, now: Date): Promise<void> {
  const head = await importById(tx, importId)
  if (head?.state !== 'applied') return
  await updateImport(tx, importId, { state: 'withdrawing' })
  await markWithdrawn(tx, importId, await withdrawImportRows(tx, handOf(head), now, quietly), now)
}
