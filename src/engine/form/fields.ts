import { rowsOf } from './asked.ts'
import { isMoneyBlock, tableOf } from './blocks.ts'
import type { Answers, Column, Question, Section } from './definition.ts'

/** A field under which an answer, or a part of one, is kept. */
export type Field = {
  name: string
  question: string
  row?: string
  column?: string
  /** Whether it holds a list: several choices, or a declaration's tick. */
  list: boolean
}

/** The fields of the money blocks follow the call and the partners: whoever knows those gives them. */
export type BlockFields = (question: Question, answers: Answers) => readonly Field[]

export const cellOf = (question: Question, row: string, column: Pick<Column, 'key'>): string =>
  `${question.key}.${row}.${column.key}`
export const rowsField = (question: Question): string => `${question.key}.rows`

/** The fields of a question; a file has none, since files stand beside the form. */
export function fieldsOfQuestion(question: Question, answers: Answers, block?: BlockFields): Field[] {
  const { key } = question
  if (question.kind === 'file') return []
  if (isMoneyBlock(question.kind)) return [...(block?.(question, answers) ?? [])]
  const table = tableOf(question)
  if (!table) {
    const list = question.kind === 'declaration' || (question.kind === 'choice' && question.several)
    return [{ name: key, question: key, list }]
  }
  return [
    { name: rowsField(question), question: key, list: false },
    ...rowsOf(question, answers).flatMap((row) =>
      table.columns.map((column) => ({
        name: cellOf(question, row, column),
        question: key,
        row,
        column: column.key,
        list: false,
      })),
    ),
  ]
}

/** All fields of a section, of questions that are not asked too: what stands there stays. */
export const fieldsOf = (section: Section, answers: Answers, block?: BlockFields): Field[] =>
  section.questions.flatMap((question) => fieldsOfQuestion(question, answers, block))

/** A section that nobody has begun: what its draft is typed onto, with what is filled in for the applicant. */
export function beforeOf(
  section: Section,
  answers: Answers,
  known: Answers = {},
  block?: BlockFields,
): Record<string, string | readonly string[]> {
  const before: Record<string, string | readonly string[]> = {}
  for (const { name, list } of fieldsOf(section, answers, block))
    before[name] = known[name] ?? (list ? [] : '')
  for (const question of section.questions)
    if (tableOf(question)) before[rowsField(question)] = rowsOf(question, known).join('\n')
  return before
}
