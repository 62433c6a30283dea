import type { CostModel } from '../../engine/budget/index.ts'
import { type Answers, answerTo, type Field, type Form, type Question } from '../../engine/form/index.ts'
import type { Terms } from './money-terms.ts'
import { partnersIn } from './partners.ts'

/** The field of one amount: of a partner's row, for a line of the budget or a source of the financing. */
export const amountField = (question: Pick<Question, 'key'>, row: string, code: string): string =>
  `${question.key}.${row}.${code}`
export const modelField = (question: Pick<Question, 'key'>): string => `${question.key}.model`

/** Of de minimis: that a partner has had none; the aids they have had; organisations that are one undertaking with them. */
export const noneField = (question: Pick<Question, 'key'>, row: string): string =>
  `${question.key}.${row}.none`
export const deMinimisTables = {
  aids: ['partner', 'day', 'granter', 'amount'],
  links: ['partner', 'name', 'business-id'],
} as const
export type DeMinimisTable = keyof typeof deMinimisTables
export const tableField = (question: Pick<Question, 'key'>, table: DeMinimisTable): string =>
  `${question.key}.${table}.rows`
export const tableCell = (
  question: Pick<Question, 'key'>,
  table: DeMinimisTable,
  row: string,
  column: string,
): string => `${question.key}.${table}.${row}.${column}`

/** The rows of such a table, empty ones too; one that nobody has begun has none. */
export const tableRows = (
  question: Pick<Question, 'key'>,
  table: DeMinimisTable,
  answers: Answers,
): string[] => [
  ...new Set(
    answerTo(answers, tableField(question, table))
      .split(/\s+/)
      .filter((row) => /^[a-z0-9]{1,20}$/.test(row)),
  ),
]

export const budgetQuestion = (form: Form): Question | undefined =>
  form.sections.flatMap((section) => section.questions).find((question) => question.kind === 'budget')

/** The cost model of the application: the one that is chosen, or the only one that the call has. */
export function modelIn(
  form: Form,
  answers: Answers,
  { models }: Pick<Terms, 'models'>,
): CostModel | undefined {
  if (models.length === 1) return models[0]
  const question = budgetQuestion(form)
  const code = question && answerTo(answers, modelField(question))
  return models.find((model) => model.code === code)
}

/** The fields of the money blocks: they follow the call's terms and the partners. */
export const moneyFieldsOf =
  (form: Form, terms: Terms) =>
  (question: Question, answers: Answers): Field[] => {
    const field = (name: string, list = false): Field => ({ name, question: question.key, list })
    const partners = partnersIn(form, answers)
    if (question.kind === 'budget') {
      const typed = (modelIn(form, answers, terms)?.lines ?? []).filter((line) => line.kind === 'typed')
      return [
        ...(terms.models.length > 1 ? [field(modelField(question))] : []),
        ...partners.flatMap(({ row }) => typed.map(({ code }) => field(amountField(question, row, code)))),
      ]
    }
    if (question.kind === 'financing')
      return partners.flatMap(({ row }) =>
        terms.sources.map(({ code }) => field(amountField(question, row, code))),
      )
    if (question.kind !== 'de-minimis') return []
    const tables = Object.entries(deMinimisTables) as [DeMinimisTable, readonly string[]][]
    return [
      ...partners.map(({ row }) => field(noneField(question, row), true)),
      ...tables.flatMap(([table, columns]) => [
        field(tableField(question, table)),
        ...tableRows(question, table, answers).flatMap((row) =>
          columns.map((column) => field(tableCell(question, table, row, column))),
        ),
      ]),
    ]
  }
