import { type Answers, type Form, questionsOf } from '../../engine/form/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Call } from '../calls/index.ts'
import { type Gathered, gatherDrafts, holdDrafts } from '../drafts/index.ts'
import type { Application } from './application.ts'
import { formOf } from './form-of.ts'
import { initialAnswers } from './queries.ts'
import { sectionDraft, sectionSubject } from './section-draft.ts'
import { versionOf } from './version-queries.ts'

/** An application as it stands while it is written. */
export type Written = {
  form: Form
  /** What was sent last; what it was begun with where nothing was sent. */
  base: Answers
  /** The base with everything that is in the drafts. */
  answers: Answers
  /** The open drafts, by the key of their section. */
  drafts: ReadonlyMap<string, Gathered>
}

/**
 * Reads the drafts of all sections at once. With `hold`, nothing is typed into them until the transaction ends; `call` is
 * the application's, where it has been read already. While a completion is asked, what waits in the drafts of other
 * sections does not count: it stays where it is.
 */
export async function writtenOf(
  db: Read,
  application: Application,
  hold?: Tx,
  call?: Call,
): Promise<Written> {
  const form = await formOf(db, call ?? application.call, application.form)
  const subjects = form.sections.map(({ key }) => sectionSubject(application.id, key))
  const gathered = hold
    ? await holdDrafts(hold, sectionDraft, subjects)
    : await gatherDrafts(db, sectionDraft, subjects)
  const base = await baseOf(db, application)
  const named = application.state === 'reopened' ? application.completion?.sections : undefined
  const drafts = new Map(
    form.sections.flatMap(({ key }) => {
      if (named && !named.includes(key)) return []
      const draft = gathered.get(sectionSubject(application.id, key))
      return draft ? [[key, draft] as const] : []
    }),
  )
  const answers = Object.assign({}, base, ...[...drafts.values()].map((draft) => draft.fields)) as Answers
  return { form, base, answers, drafts }
}

/** What new drafts begin from: the newest version, or what the application began with. */
export async function baseOf(
  db: Read,
  { id, version }: Pick<Application, 'id' | 'version'>,
): Promise<Answers> {
  const sent = version === null ? undefined : await versionOf(db, id, version)
  return sent ? sent.answers : ((await initialAnswers(db, id)) as Answers)
}

const isEmpty = (value: string | readonly string[] | undefined): boolean =>
  value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0)

/** Without fields in which nothing stands, in the order of their names: what a version keeps. */
export const kept = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers)
      .filter(([, value]) => !isEmpty(value))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

export const sameAnswers = (a: Answers, b: Answers): boolean =>
  JSON.stringify(kept(a)) === JSON.stringify(kept(b))

/** Of the answers to another form, those whose questions are asked here in the same way; what was affirmed is not. */
export function fitting(form: Form, answers: Answers, from: Form): Answers {
  const before = questionsOf(from)
  const questions = [...questionsOf(form).values()].filter(
    (q) => q.kind !== 'declaration' && q.kind !== 'file' && before.get(q.key)?.kind === q.kind,
  )
  const fits = new Set(questions.map((q) => q.key))
  return kept(Object.fromEntries(Object.entries(answers).filter(([field]) => fits.has(questionOf(field)))))
}

/** The question that a field belongs to: "partners.1.role" is of "partners". */
export const questionOf = (field: string): string => field.split('.', 1)[0]!
