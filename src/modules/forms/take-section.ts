import {
  type Answers,
  type BlockFields,
  beforeOf,
  rowsField,
  rowsOf,
  type Section,
  tableOf,
} from '../../engine/form/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import { newSecret } from '../../kernel/id.ts'
import type { PageAnswer, PageRequest, PostedForm } from '../../kernel/page.ts'
import type { FieldError } from '../../ui/index.ts'
import { type Before, type Sent, takeForm } from '../drafts/index.ts'
import { rowId } from './table-field.tsx'

export type AskedSection = {
  kind: DraftKind
  subject: string
  section: Section
  /** What stood in the section before its draft: filled in for the applicant, or the record that the form changes. */
  known?: Answers
  /** The fields of the money blocks. */
  blockFields?: BlockFields
}

/** The fields of a section before its draft, for `draftFor`. */
export const sectionBefore = (
  { section, known = {}, blockFields }: AskedSection,
  answers: Answers = {},
): Before => beforeOf(section, { ...known, ...answers }, known, blockFields)

/**
 * Takes a posted section in, as `takeForm` does. Which cells it has, the posted rows say. A button named `rows` adds or
 * removes a row: everything is kept in the draft, and the page is shown again at the new row.
 */
export async function takeSection(
  request: PageRequest,
  asked: AskedSection,
  send: (sent: Sent) => Promise<string | readonly FieldError[] | PageAnswer>,
  again: (errors: readonly FieldError[]) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const { section, kind, subject } = asked
  const posted = await request.form()
  const { form, at } = withRows(posted, section)
  const before = sectionBefore(asked, rowsPosted(form, section))
  const answer = await takeForm(
    { ...request, form: async () => form },
    { kind, subject, before },
    send,
    again,
  )
  return at && answer.as === 'redirect' ? { ...answer, to: `${answer.to.split('#')[0]}#${at}` } : answer
}

const rowsPosted = (form: PostedForm, section: Section): Answers =>
  Object.fromEntries(
    section.questions.flatMap((q) => {
      const lines = tableOf(q) && form.get(rowsField(q))
      return lines === undefined ? [] : [[rowsField(q), lines]]
    }),
  )

/** Never used again, so that a row that was removed does not come back in a new one. */
const newRow = (): string =>
  newSecret()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 8)

/** What the pressed button makes of the rows: the form as if they had been posted so, only to be kept. */
function withRows(form: PostedForm, section: Section): { form: PostedForm; at?: string } {
  const [, deed, key, row] = /^(add|remove):([a-z0-9-]+)(?::([a-z0-9]+))?$/.exec(form.get('rows') ?? '') ?? []
  const question = section.questions.find((q) => q.key === key)
  if (!question || !tableOf(question)) return { form }
  const rows = rowsOf(question, rowsPosted(form, section))
  const left = rows.filter((one) => one !== row)
  const now = deed === 'add' ? [...rows, newRow()] : left.length > 0 ? left : [newRow()]
  const said: Record<string, string> = { [rowsField(question)]: now.join('\n'), 'draft-only': '1' }
  return {
    form: { ...form, get: (field) => said[field] ?? form.get(field) },
    at: rowId(
      question,
      deed === 'add' ? now.at(-1)! : (now[Math.max(0, rows.indexOf(row ?? '') - 1)] ?? now[0]!),
    ),
  }
}
