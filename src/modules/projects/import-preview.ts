import type { Read } from '../../kernel/db.ts'
import type { Progress } from '../../kernel/job.ts'
import { stagedRows, statementsOf } from '../sources/index.ts'
import { circleOf, equal, fold, type ProjectValues, saysNothingNew } from './fold.ts'
import { projectsByCode } from './fold-queries.ts'
import { groupByProject, type ImportInHand, keyOf, openProjects, stagedStatement } from './import-apply.ts'

/** A value that applying would change, for the page that asks before it. */
export type PreviewChange = { code: string; title: string; field: string; from: unknown; to: unknown }

export type Preview = {
  created: number
  updated: number
  unchanged: number
  /** Rows of a list that is not public about projects that are. */
  waiting: number
  /** How many projects each field would change in. */
  fields: Record<string, number>
  samples: PreviewChange[]
}

const batchSize = 2_000
const mostSamples = 20

/** What applying a staged list would create, change and leave alone. Reads only. */
export async function previewImport(db: Read, hand: ImportInHand, progress: Progress): Promise<Preview> {
  const seen: Preview = { created: 0, updated: 0, unchanged: 0, waiting: 0, fields: {}, samples: [] }
  // Rows of this list about projects that are not there yet: the second of them changes what the first creates.
  const fresh = new Set<string>()
  let done = 0
  for (let after = 0; ; ) {
    const staged = await stagedRows(db, hand.id, after, batchSize)
    if (staged.length === 0) return seen
    const rows = staged.map((r) => ({
      registry: r.registry,
      code: r.projectKey,
      statement: stagedStatement(r, hand),
    }))
    const known = new Map((await projectsByCode(db, rows, circleOf(hand))).map((p) => [keyOf(p), p.id]))
    const open = await openProjects(db, rows, hand)
    const told = groupByProject(await statementsOf(db, [...new Set(known.values())]))
    for (const row of rows) {
      if (open.has(keyOf(row))) {
        seen.waiting++
        continue
      }
      const id = known.get(keyOf(row))
      if (id === undefined && !fresh.has(keyOf(row))) {
        seen.created++
        fresh.add(keyOf(row))
        continue
      }
      const before = id === undefined ? [] : (told.get(id) ?? [])
      if (id !== undefined && saysNothingNew(row.statement, before)) seen.unchanged++
      else {
        seen.updated++
        if (before.length > 0)
          note(seen, row.code, fold(before).values, fold([...before, row.statement]).values)
      }
    }
    after = staged.at(-1)!.rowNo
    done += staged.length
    await progress(done, hand.rows, 'preview')
  }
}

function note(seen: Preview, code: string, before: ProjectValues, after: ProjectValues): void {
  for (const [field, to] of Object.entries(after)) {
    const from = before[field as keyof ProjectValues]
    if (equal(from, to)) continue
    seen.fields[field] = (seen.fields[field] ?? 0) + 1
    if (seen.samples.length < mostSamples) {
      seen.samples.push({ code, title: after.title, field, from: from ?? null, to })
    }
  }
}
