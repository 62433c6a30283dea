import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { Progress } from '../../kernel/job.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { openRegistrar, type Registrar } from '../organisations/index.ts'
import { countWords, type WordCounter } from '../search/index.ts'
import { type AppliedRow, type Mark, markRows, stagedRows, statementsOf } from '../sources/index.ts'
import { fold, type Party, type ProjectValues, type Statement, saysNothingNew } from './fold.ts'
import { type PartyRow, projectsByCode, replaceParties, upsertProjects } from './fold-queries.ts'
import { type ProjectRow, projectRow, searchTexts } from './row.ts'
import { refreshSummaries } from './summary-queries.ts'

export type ApplyCounts = {
  created: number
  updated: number
  unchanged: number
  organisationsCreated: number
  organisationsMatched: number
  pairsToReview: number
}

/** What is being applied: the import and the day its list speaks of. */
export type ImportInHand = {
  id: string
  asOf: string | null
  importedAt: Date
  source: string
  country?: string
  rows: number
}

const batchSize = 2_000

/**
 * Applies a staged import inside the caller's transaction: all of it or, when the process dies, nothing.
 * Memory holds one batch and the registry of names, never the list.
 */
export async function applyImport(
  tx: Tx,
  hand: ImportInHand,
  now: Date,
  progress: Progress,
): Promise<ApplyCounts> {
  await progress(0, hand.rows, 'registry')
  const registrar = await openRegistrar(tx, hand.id, hand.source, now)
  const words = countWords()
  const counts = { created: 0, updated: 0, unchanged: 0 }
  let done = 0
  for (let after = 0; ; ) {
    const staged = await stagedRows(tx, hand.id, after, batchSize)
    if (staged.length === 0) break
    const batch = staged.map((r) => ({
      registry: r.registry,
      code: r.projectKey,
      statement: statementOf({ ...r, importId: hand.id, asOf: hand.asOf, importedAt: hand.importedAt }),
    }))
    await applyBatch(tx, hand, batch, { registrar, words }, counts, now)
    after = staged.at(-1)!.rowNo
    done += staged.length
    await progress(done, hand.rows, 'apply')
  }
  await progress(done, hand.rows, 'summary')
  if (counts.created + counts.updated > 0) {
    await words.write(tx)
    await refreshSummaries(tx)
    await bumpRevision(tx)
  }
  const { created, matched, toReview } = registrar.counts
  return { ...counts, organisationsCreated: created, organisationsMatched: matched, pairsToReview: toReview }
}

/** What stands by while projects are written: who is who, and the words they are found by. */
export type Desk = { registrar: Registrar; words: WordCounter }

type BatchRow = { registry: string; code: string; statement: Statement }

async function applyBatch(
  tx: Tx,
  hand: ImportInHand,
  batch: readonly BatchRow[],
  desk: Desk,
  counts: { created: number; updated: number; unchanged: number },
  now: Date,
): Promise<void> {
  const known = await projectsByCode(tx, batch)
  const ids = new Map(known.map((p) => [keyOf(p), p.id]))
  const told = groupByProject(await statementsOf(tx, [...new Set(ids.values())]))
  const fresh = new Set<string>()
  const changed = new Map<string, { registry: string; code: string; statements: Statement[] }>()
  const marks: Mark[] = []
  for (const row of batch) {
    let id = ids.get(keyOf(row))
    if (id === undefined) {
      id = newId(now.getTime())
      ids.set(keyOf(row), id)
      fresh.add(id)
    }
    const statements = changed.get(id)?.statements ?? told.get(id) ?? []
    if (saysNothingNew(row.statement, statements)) {
      counts.unchanged++
      marks.push({ rowNo: row.statement.rowNo, state: 'same', projectId: id })
      continue
    }
    changed.set(id, { registry: row.registry, code: row.code, statements: [...statements, row.statement] })
    marks.push({ rowNo: row.statement.rowNo, state: 'applied', projectId: id })
  }
  for (const id of changed.keys()) fresh.has(id) ? counts.created++ : counts.updated++
  await writeProjects(tx, changed, desk, now, hand.country)
  await markRows(tx, hand.id, marks)
}

/** Folds and writes the given projects with their parties. Also used when an import is taken back. */
export async function writeProjects(
  tx: Tx,
  projects: ReadonlyMap<string, { registry: string; code: string; statements: readonly Statement[] }>,
  { registrar, words }: Desk,
  now: Date,
  country?: string,
): Promise<void> {
  const rows: ProjectRow[] = []
  const parties: PartyRow[] = []
  for (const [id, p] of projects) {
    const folded = fold(p.statements)
    const enlist = (party: Party, position: number, role: 'lead' | 'partner') => {
      const registered = registrar.resolve({ ...mentionOf(party), ...(country && { country }) })
      parties.push({ project_id: id, position, organisation_id: registered.id, role, name: party.name })
      return { ...registered, name: party.name }
    }
    const lead = folded.values.lead && enlist(folded.values.lead, 0, 'lead')
    const partners = (folded.values.partners ?? []).map((partner, i) => enlist(partner, i + 1, 'partner'))
    const named = partners.filter((x) => !x.personal).map((x) => x.name)
    rows.push(projectRow(id, p.registry, p.code, folded, lead, named, p.statements.length))
    if (p.statements.length === 1) words.add(searchTexts(p.code, folded.values, lead, named))
  }
  await registrar.flush()
  await upsertProjects(tx, rows, now)
  await replaceParties(tx, [...projects.keys()], parties)
}

const mentionOf = (party: Party) => ({
  name: party.name,
  ...(party.ids && { identifiers: party.ids }),
  ...(party.place && { place: party.place }),
})

export const keyOf = (p: { registry: string; code: string }): string => `${p.registry}\n${p.code}`

type RawStatement = Omit<AppliedRow, 'projectId'>

export const statementOf = (r: RawStatement): Statement => ({
  importId: r.importId,
  rowNo: r.rowNo,
  asOf: r.asOf,
  importedAt: r.importedAt,
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
