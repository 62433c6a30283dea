import { setImmediate as breathe } from 'node:timers/promises'
import type { Tx } from '../../kernel/db.ts'
import type { Progress } from '../../kernel/job.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { openRegistrar } from '../organisations/index.ts'
import { countWords } from '../search/index.ts'
import { statementsOf, withdrawRows } from '../sources/index.ts'
import { deleteProjects, projectsById } from './fold-queries.ts'
import { groupByProject, type ImportInHand } from './import-apply.ts'
import { composeProjects, type Folding, writeComposed } from './import-write.ts'
import { awaitTurn, refreshSummaries } from './summary-queries.ts'

const batchSize = 2_000

/** Withdraws an import's rows; projects that others speak of are folded again, the rest go. */
export async function withdrawImportRows(
  tx: Tx,
  hand: ImportInHand,
  now: Date,
  progress: Progress,
): Promise<{ restored: number; removed: number }> {
  await awaitTurn(tx)
  const touched = await withdrawRows(tx, hand.id)
  const desk = { registrar: await openRegistrar(tx, null, hand.source, now), words: countWords() }
  const counts = { restored: 0, removed: 0 }
  for (let at = 0; at < touched.length; at += batchSize) {
    const ids = touched.slice(at, at + batchSize)
    const told = groupByProject(await statementsOf(tx, ids))
    const heads = await projectsById(tx, ids)
    const kept = new Map<string, Folding>()
    for (const p of heads) {
      const statements = told.get(p.id)
      if (statements) kept.set(p.id, { ...p, statements })
    }
    const gone = ids.filter((id) => !kept.has(id))
    await writeComposed(tx, await composeProjects(kept, desk, undefined, breathe), now)
    await deleteProjects(tx, gone)
    counts.restored += kept.size
    counts.removed += gone.length
    await progress(at + ids.length, touched.length, 'withdraw')
  }
  await refreshSummaries(tx)
  await bumpRevision(tx)
  return counts
}
