import {
  type Answers,
  answerTo,
  type Form,
  filledRows,
  questionsOf,
  rowsOf,
} from '../../engine/form/index.ts'

export type PartnerRow = { row: string; name: string; businessId: string; role: 'lead' | 'partner' }

/** The field of a partner's name: where a page of the partners is to be gone to. */
export const partnersQuestion = (form: Form) =>
  [...questionsOf(form).values()].find((q) => q.kind === 'partners')

/** Where no table of partners is asked, who applies is the only one. */
const only = '1'

/** Who takes part, the lead first: the rows of the block of partners, or the applicant alone. */
export function partnersIn(form: Form, answers: Answers): PartnerRow[] {
  const question = partnersQuestion(form)
  const at = (field: string) => answerTo(answers, field)
  if (!question) return [{ row: only, name: at('organisation'), businessId: at('business-id'), role: 'lead' }]
  const filled = filledRows(question, answers)
  const rows = filled.length > 0 ? filled : rowsOf(question, answers).slice(0, 1)
  const partners = rows.map((row): PartnerRow => {
    const cell = (column: string) => at(`${question.key}.${row}.${column}`)
    const role = cell('role') === 'lead' ? 'lead' : 'partner'
    return { row, name: cell('organisation'), businessId: cell('business-id'), role }
  })
  return [...partners.filter((p) => p.role === 'lead'), ...partners.filter((p) => p.role !== 'lead')]
}

/** What the application is called by its own answers: the question that is named so. */
export const titleIn = (answers: Answers): string => answerTo(answers, 'name') || answerTo(answers, 'title')
