import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { callById } from '../calls/index.ts'
import { whoOf } from './access.ts'
import { type Written, writtenOf } from './answers.ts'
import type { Application } from './application.ts'
import { type Checked, checkApplication } from './check.ts'
import { knownOf } from './known-queries.ts'
import { idsIn } from './money-known.ts'
import { type Terms, termsOf } from './money-terms.ts'
import { insertEvent, updateApplication } from './queries.ts'
import type { ApplicationState } from './rules.ts'
import { filesBeside, type VersionFile } from './version-queries.ts'

/** The kind under which the files beside an application's questions are kept. */
export const fileKind = 'application-file'

export type Standing = Written & { terms: Terms; checked: Checked; files: readonly VersionFile[] }

/** An application as it stands while it is written, with everything that it lacks. */
export async function standingOf(
  db: Read,
  application: Application,
  now: Date,
  hold?: Tx,
): Promise<Standing> {
  const call = await callById(db, application.call.id)
  const written = await writtenOf(db, application, hold, call)
  const terms = termsOf(call!.settings, now)
  const questions = written.form.sections.flatMap((section) => section.questions)
  const asking = questions.filter((q) => q.kind === 'file').map((q) => q.key)
  const files = await filesBeside(db, fileKind, application.id, asking)
  const counts = new Map(asking.map((key) => [key, files.filter((f) => f.question === key).length]))
  const known = await knownOf(db, idsIn(written.form, written.answers), terms.day)
  const checked = checkApplication(written.form, written.answers, terms, counts, known)
  return { ...written, terms, files, checked }
}

/** Writes down what happened, and the state that follows. */
export async function happened(
  ctx: Context<Tx>,
  { id, state }: Pick<Application, 'id' | 'state'>,
  what: { event: string; to: ApplicationState; version?: number | null; reason?: string },
): Promise<void> {
  const { event, to, version = null, reason = null } = what
  if (to !== state) await updateApplication(ctx.db, id, { state: to })
  await insertEvent(ctx.db, id, {
    id: newId(ctx.now.getTime()),
    event,
    from_state: state,
    to_state: to,
    version,
    reason,
    ...whoOf(ctx),
    at: ctx.now,
  })
  ctx.changed({ kind: 'application', id, before: { state }, after: { state: to, event, version, reason } })
}
