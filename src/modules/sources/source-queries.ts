import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { visible } from '../../kernel/share.ts'
import type { ImportHead } from './queries.ts'
import { importsById } from './queries.ts'
import type { ImportState } from './rules.ts'

/** The lists in the picture as the reader sees it, newest first. */
export async function appliedImports(db: Read, actor: Actor, limit: number, offset: number) {
  const applied = db.selectFrom('import').where('state', '=', 'applied').where(visible(actor, 'import'))
  const ids = await applied
    .select('id')
    .orderBy('applied_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await applied
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const heads = new Map(
    (
      await importsById(
        db,
        ids.map((row) => row.id),
      )
    ).map((head) => [head.id, head]),
  )
  return { items: ids.map((row) => heads.get(row.id)!), total }
}

/** Which jobs work on an import in each state; the projects' own are known by name only. */
const jobsIn: Partial<Record<ImportState, readonly string[]>> = {
  received: ['sources.read-import'],
  staging: ['sources.read-import'],
  staged: ['projects.preview-import'],
  applying: ['projects.apply-import'],
  withdrawing: ['projects.withdraw-import'],
}

export type Work = { state: string; step: string; done: number; total: number | null }

/** How far the work on an import is: its own job while it is read, else the one of that kind that runs now. */
export async function workOn(db: Read, found: ImportHead): Promise<Work | undefined> {
  const names = jobsIn[found.state]
  if (!names) return undefined
  return db
    .selectFrom('job_progress')
    .select(['state', 'step', 'done', 'total'])
    .where('name', 'in', [...names])
    .where('state', 'in', ['waiting', 'running'])
    .$if(names[0] === 'sources.read-import' && found.jobId !== null, (q) =>
      q.where('job_id', '=', found.jobId!),
    )
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
