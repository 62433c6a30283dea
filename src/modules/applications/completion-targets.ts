import type { Read } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import { settledForm } from '../forms/index.ts'
import { completionRows } from './completion-queries.ts'
import type { ApplicationState } from './rules.ts'

/** An application as far as a request for its completion asks: what can be opened in it, and who would be told. */
export type CompletionTarget = {
  application: string
  state: ApplicationState
  sections: readonly { key: string; title: Names }[]
  people: readonly string[]
}

/** Each form is read once, however many applications follow it. */
export async function completionTargets(
  db: Read,
  applications: readonly string[],
): Promise<CompletionTarget[]> {
  const forms = new Map<string, CompletionTarget['sections']>()
  const targets: CompletionTarget[] = []
  for (const { application, state, form, version, people } of await completionRows(db, applications)) {
    const key = `${form}/${version}`
    const sections =
      forms.get(key) ??
      (await settledForm(db, form, version))?.sections.map((s) => ({ key: s.key, title: s.title })) ??
      []
    forms.set(key, sections)
    targets.push({ application, state, sections, people })
  }
  return targets
}
