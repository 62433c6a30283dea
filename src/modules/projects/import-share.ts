import { setImmediate as breathe } from 'node:timers/promises'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { Progress } from '../../kernel/job.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import { openRegistrar } from '../organisations/index.ts'
import { countWords } from '../search/index.ts'
import { type Mark, markRows, statementsOf, type ToldRow, toldRows, updateImport } from '../sources/index.ts'
import { circleOf } from './fold.ts'
import { deleteProjects, projectsByCode, projectsById } from './fold-queries.ts'
import { groupByProject, type ImportInHand, keyOf, openProjects } from './import-apply.ts'
import { composeProjects, type Folding, writeComposed } from './import-write.ts'
import { awaitTurn, refreshSummaries } from './summary-queries.ts'

const batchSize = 2_000

/**
 * Gives a list that has been applied another share level: its projects are folded again, in the caller's transaction.
 * Between what is public and what is not, its rows go over to the projects of the other circle. A project of which this
 * list alone tells keeps its id, and with it what has been said of it.
 */
export async function shareImport(
  tx: Tx,
  hand: ImportInHand,
  share: ShareLevel,
  now: Date,
  progress: Progress,
): Promise<{ projects: number }> {
  await awaitTurn(tx)
  const to = { ...hand, share }
  const crosses = (hand.share === 'public') !== (share === 'public')
  await updateImport(tx, hand.id, { share, shareWanted: null })
  const desk = { registrar: await openRegistrar(tx, hand.id, hand.source, now), words: countWords() }
  let projects = 0
  let after = 0
  for (;;) {
    const rows = await toldRows(tx, hand.id, after, batchSize)
    const last = rows.at(-1)
    if (!last) break
    after = last.rowNo
    const said = rows.filter((r) => r.state === 'applied')
    const moved = crosses ? await moveRows(tx, to, rows, now) : { touched: new Map(), gone: [] }
    const touched = crosses ? moved.touched : new Map(said.map((r) => [r.projectId, codeOf(r)]))
    await refold(tx, to, touched, desk, now)
    await deleteProjects(tx, moved.gone)
    projects += touched.size
    await progress(after, hand.rows, 'share')
  }
  if (share === 'public') await desk.words.write(tx)
  await refreshSummaries(tx)
  await bumpRevision(tx)
  return { projects }
}

const codeOf = (r: ToldRow) => ({ registry: r.registry, code: r.projectKey })
type Codes = Map<string, { registry: string; code: string }>

/** Which project each row tells of from now on; which projects change by it, and which nothing tells of any more. */
async function moveRows(
  tx: Tx,
  to: ImportInHand,
  rows: readonly ToldRow[],
  now: Date,
): Promise<{ touched: Codes; gone: string[] }> {
  const keys = rows.map(codeOf)
  const own = new Map((await projectsByCode(tx, keys, circleOf(to))).map((p) => [keyOf(p), p.id]))
  const open = await openProjects(tx, keys, to)
  const touched: Codes = new Map()
  const gone: string[] = []
  const marks: Mark[] = []
  for (const row of rows) {
    const key = codeOf(row)
    const alone = row.state === 'applied' && !row.others
    const held = open.get(keyOf(key))
    if (held !== undefined && !(alone && held === row.projectId)) {
      // Other lists keep the project public: this one says nothing of it until it is public again.
      touched.set(row.projectId, key)
      marks.push({ rowNo: row.rowNo, state: 'same', projectId: held })
      continue
    }
    const target = own.get(keyOf(key)) ?? (alone ? row.projectId : newId(now.getTime()))
    own.set(keyOf(key), target)
    touched.set(target, key)
    if (row.state === 'applied' && target !== row.projectId) {
      if (alone) gone.push(row.projectId)
      else touched.set(row.projectId, key)
    }
    marks.push({ rowNo: row.rowNo, state: 'applied', projectId: target })
  }
  await markRows(tx, to.id, marks)
  return { touched, gone }
}

type Desk = Parameters<typeof composeProjects>[1]

/** Writes projects as the lists that tell of them now say, in the circle that those lists make. */
async function refold(tx: Tx, to: ImportInHand, touched: Codes, desk: Desk, now: Date): Promise<void> {
  const ids = [...touched.keys()]
  const told = groupByProject(await statementsOf(tx, ids))
  const standing = new Map((await projectsById(tx, ids)).map((p) => [p.id, p.circle]))
  const folded = new Map<string, Folding>()
  for (const [id, key] of touched) {
    const statements = told.get(id)
    if (!statements) continue
    const here = statements.some((s) => s.importId === to.id)
    folded.set(id, { ...key, circle: here ? circleOf(to) : (standing.get(id) ?? circleOf(to)), statements })
  }
  await writeComposed(tx, await composeProjects(folded, desk, to.country, breathe), now)
}
