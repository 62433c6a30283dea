import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { keepers, makers, readers } from './access.ts'
import { valueKinds } from './kind-text.ts'
import { nameEditor, questionEditor, sectionEditor } from './question-editor.ts'
import { text } from './text.ts'

const formOf = ({ subject }: { subject: string }) => ({ form: subject.split(':')[0] ?? '' })
const part = (subject: string, i: number) => encodeURIComponent(subject.split(':')[i] ?? '')

const sections = [
  ...valueKinds.map((kind) => questionEditor(kind, [{ code: '-', label: {} }], true)),
  sectionEditor([], true),
  nameEditor,
]

/** What the fields of the editors are called, where a draft's history tells of them. */
const fields = inEach(
  (language): DraftFields =>
    Object.fromEntries(
      sections.flatMap((s) => s.questions.map((q) => [q.key, pick(q.label, language)?.text ?? q.key])),
    ),
)

const made = (kind: string, title: DraftKind['title'], path: DraftKind['path']): DraftKind => ({
  kind,
  shared: false,
  title,
  path,
  allow: ruleOf(keepers, formOf),
  fields,
})
const changed = (kind: string, title: DraftKind['title'], path: DraftKind['path']): DraftKind => ({
  ...made(kind, title, path),
  shared: true,
  changes: true,
})

export const newForm: DraftKind = {
  kind: 'form.new',
  shared: false,
  title: inEach((l) => text[l].addTitle),
  path: () => '/forms/new',
  allow: makers,
  fields,
}
export const namedForm = changed(
  'form.name',
  inEach((l) => text[l].names),
  (s) => `/forms/${part(s, 0)}/name`,
)
export const newSection = made(
  'form.section-new',
  inEach((l) => text[l].addSection),
  (s) => `/forms/${part(s, 0)}/new-section`,
)
export const changedSection = changed(
  'form.section',
  inEach((l) => text[l].section),
  (s) => `/forms/${part(s, 0)}/sections/${part(s, 1)}`,
)
export const newQuestionDraft = made(
  'form.question-new',
  inEach((l) => text[l].addQuestion),
  (s) => `/forms/${part(s, 0)}/sections/${part(s, 1)}/new/${part(s, 2)}`,
)
export const changedQuestion = changed(
  'form.question',
  inEach((l) => text[l].editQuestion),
  (s) => `/forms/${part(s, 0)}/questions/${part(s, 1)}${part(s, 2) && `/as/${part(s, 2)}`}`,
)

/** A form that its maker fills in to try; nobody else sees the answers, and they are sent nowhere. */
export const triedForm: DraftKind = {
  kind: 'form.preview',
  shared: false,
  title: inEach((l) => text[l].previewShort),
  path: (s) => `/forms/${part(s, 0)}/preview/${part(s, 1)}`,
  allow: ruleOf(readers, formOf),
}

export const formDrafts = [
  newForm,
  namedForm,
  newSection,
  changedSection,
  newQuestionDraft,
  changedQuestion,
  triedForm,
]
