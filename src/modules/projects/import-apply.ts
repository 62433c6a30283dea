import { setImmediate as breathe } from 'node:timers/promises'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { Progress } from '../../kernel/job.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import type { SharedRecord } from '../../kernel/share.ts'
import { openRegistrar, type Registrar, settleContradictions } from '../organisations/index.ts'
import { countWords, type WordCounter } from '../search/index.ts'
import {
  type AppliedRow,
  formerProjects,
  type Mark,
  markRows,
  type StagedRow,
  stagedRows,
  statementsOf,
} from '../sources/index.ts'
import { circleOf, type Party, type ProjectValues, type Statement, saysNothingNew } from './fold.ts'
import { markRepeated, projectsByCode } from './fold-queries.ts'
import { composeProjects, type Folding, writeComposed } from './import-write.ts'
import { awaitTurn, refreshSummaries } from './summary-queries.ts'

export type ApplyCounts = {
  created: number
  updated: number
  unchanged: number
  /** Rows of a list that is not public about projects that are: they say nothing until it is. */
  waiting: number
  organisationsCreated: number
  organisationsMatched: number
  pairsToReview: number
}

/** What is being applied: the import, how widely it is shared, and the day its list speaks of. */
export type ImportInHand = Pick<SharedRecord, 'share' | 'ecosystem'> & {
  id: string
  asOf: string | null
  importedAt: Date
  source: string
  country?: string
  rows: number
}

/** What stands by while projects are written: who is who, and the words they are found by. */
export type Desk = { registrar: Registrar; words: WordCounter }

/** The first batch is small, so that PostgreSQL soon has something to write; each next one is twice as large. */
const firstBatch = 250
const largestBatch = 2_000

/**
 * Applies a staged import inside the caller's transaction: all of it or, when the process dies, nothing. Memory holds
 * two batches and the registry of names, never the list: while PostgreSQL writes one batch, the next is thought about.
 */
export async function applyImport(
  tx: Tx,
  hand: ImportInHand,
  now: Date,
  progress: Progress,
): Promise<ApplyCounts> {
  await progress(0, hand.rows, 'registry')
  let desk: Desk | undefined
  const counts = await applyRows(tx, hand, now, progress, async () => {
    desk = await openDesk(tx, hand, now)
    return desk
  })
  await progress(hand.rows, hand.rows, 'summary')
  if (desk && counts.created + counts.updated > 0) await settleApplied(tx, desk, now)
  return counts
}

const openDesk = async (
  tx: Tx,
  { id, source }: Pick<ImportInHand, 'id' | 'source'>,
  now: Date,
): Promise<Desk> => ({ registrar: await openRegistrar(tx, id, source, now), words: countWords() })

/** What follows from written projects, once for however many lists they came by. */
export async function settleApplied(tx: Tx, desk: Desk, now: Date): Promise<void> {
  await desk.words.write(tx)
  await settleContradictions(tx, now)
  await refreshSummaries(tx)
  await bumpRevision(tx)
}

/** Writes the projects of an import's rows; `deskFor` is asked for who is who when there are any, told whom the first name. */
export async function applyRows(
  tx: Tx,
  hand: ImportInHand,
  now: Date,
  progress: Progress,
  deskFor: (parties: () => Party[]) => Promise<Desk>,
): Promise<ApplyCounts> {
  await awaitTurn(tx)
  const repeated = hand.share === 'public' ? await markRepeated(tx, hand.id) : 0
  const counts = { created: 0, updated: 0, unchanged: repeated, waiting: 0 }
  let done = repeated
  let batch = await readBatch(tx, hand, 0, firstBatch)
  if (batch.rows.length === 0)
    return { ...counts, organisationsCreated: 0, organisationsMatched: 0, pairsToReview: 0 }
  const first = batch
  const desk = await deskFor(() => partiesIn(first))
  const before = { ...desk.registrar.counts }
  const compose = async (batch: Batch) => {
    const decided = decide(batch, counts, now, hand)
    return { ...decided, composed: await composeProjects(decided.changed, desk, hand.country, breathe) }
  }
  let work = await compose(batch)
  while (batch.rows.length > 0) {
    // Read before the writing begins: statements of one connection must not cross.
    const size = Math.min(largestBatch, 2 * batch.rows.length)
    let next = await readBatch(tx, hand, batch.last, size)
    const crosses = next.rows.some((row) => batch.keys.has(row.key))
    const writing = writeComposed(tx, work.composed, now).then(() => markRows(tx, hand.id, work.marks))
    // A second word on a project of this batch has to see the first one written.
    const ahead = crosses ? undefined : await compose(next)
    await writing
    if (!ahead) next = await readBatch(tx, hand, batch.last, size)
    done += batch.rows.length
    await progress(done, hand.rows, 'apply')
    work = ahead ?? (await compose(next))
    batch = next
  }
  const { created, matched, toReview } = desk.registrar.counts
  return {
    ...counts,
    organisationsCreated: created - before.created,
    organisationsMatched: matched - before.matched,
    pairsToReview: toReview - before.toReview,
  }
}

type BatchRow = { key: string; registry: string; code: string; statement: Statement }

type Batch = {
  rows: BatchRow[]
  keys: ReadonlySet<string>
  /** The number of its last row. */
  last: number
  ids: Map<string, string>
  /** Projects that were withdrawn once and come back now. */
  former: ReadonlyMap<string, string>
  /** The public projects that a list which is not public leaves as they are. */
  open: ReadonlyMap<string, string>
  told: ReadonlyMap<string, Statement[]>
}

async function readBatch(tx: Tx, hand: ImportInHand, after: number, size: number): Promise<Batch> {
  const staged = await stagedRows(tx, hand.id, after, size)
  const rows = staged.map((r) => ({
    key: keyOf({ registry: r.registry, code: r.projectKey }),
    registry: r.registry,
    code: r.projectKey,
    statement: stagedStatement(r, hand),
  }))
  const ids = new Map((await projectsByCode(tx, rows, circleOf(hand))).map((p) => [keyOf(p), p.id]))
  const missing = rows.filter((r) => !ids.has(r.key))
  const former = new Map((await formerProjects(tx, missing, circleOf(hand))).map((p) => [keyOf(p), p.id]))
  const open = await openProjects(tx, rows, hand)
  const told = groupByProject(await statementsOf(tx, [...new Set(ids.values())]))
  const keys = new Set(rows.map((r) => r.key))
  return { rows, keys, last: staged.at(-1)?.rowNo ?? after, ids, former, open, told }
}

/** Everybody whom the rows of a batch name, and what else has been said of their projects. */
function partiesIn({ rows, told }: Batch): Party[] {
  const statements = [...rows.map((r) => r.statement), ...[...told.values()].flat()]
  return statements.flatMap(({ values }) => [values.lead ?? [], values.partners ?? []].flat())
}

/** Which projects a batch makes or changes, and what became of each of its rows. */
function decide(
  batch: Batch,
  counts: Pick<ApplyCounts, 'created' | 'updated' | 'unchanged' | 'waiting'>,
  now: Date,
  hand: ImportInHand,
) {
  const fresh = new Set<string>()
  const changed = new Map<string, Folding>()
  const marks: Mark[] = []
  for (const row of batch.rows) {
    const open = batch.open.get(row.key)
    if (open) {
      counts.waiting++
      marks.push({ rowNo: row.statement.rowNo, state: 'same', projectId: open })
      continue
    }
    let id = batch.ids.get(row.key)
    if (id === undefined) {
      id = batch.former.get(row.key) ?? newId(now.getTime())
      batch.ids.set(row.key, id)
      fresh.add(id)
    }
    const statements = changed.get(id)?.statements ?? batch.told.get(id) ?? []
    if (saysNothingNew(row.statement, statements)) {
      counts.unchanged++
      marks.push({ rowNo: row.statement.rowNo, state: 'same', projectId: id })
      continue
    }
    const { registry, code } = row
    changed.set(id, { registry, code, circle: circleOf(hand), statements: [...statements, row.statement] })
    marks.push({ rowNo: row.statement.rowNo, state: 'applied', projectId: id })
  }
  counts.created += [...changed.keys()].filter((id) => fresh.has(id)).length
  counts.updated += [...changed.keys()].filter((id) => !fresh.has(id)).length
  return { changed, marks }
}

export const keyOf = (p: { registry: string; code: string }): string => `${p.registry}\n${p.code}`

/** The public projects that rows of a list which is not public speak of, by their keys. */
export async function openProjects(
  db: Read,
  rows: readonly { registry: string; code: string }[],
  { share }: Pick<SharedRecord, 'share'>,
): Promise<Map<string, string>> {
  if (share === 'public') return new Map()
  return new Map((await projectsByCode(db, rows, 'public')).map((p) => [keyOf(p), p.id]))
}

export const stagedStatement = (r: StagedRow, hand: ImportInHand): Statement =>
  statementOf({
    ...r,
    importId: hand.id,
    asOf: hand.asOf,
    importedAt: hand.importedAt,
    share: hand.share,
  })

type RawStatement = Omit<AppliedRow, 'projectId'>

export const statementOf = (r: RawStatement): Statement => ({
  importId: r.importId,
  rowNo: r.rowNo,
  asOf: r.asOf,
  importedAt: r.importedAt,
  share: r.share,
  values: r.values as ProjectValues,
})

export function groupByProject(rows: readonly AppliedRow[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>()
  for (const r of rows) {
    const group = groups.get(r.projectId)
    if (group) group.push(statementOf(r))
    else groups.set(r.projectId, [statementOf(r)])
  }
  return groups
}
