import { answersTo, answerTo, asked, filledRows } from './asked.ts'
import { isMoneyBlock, tableOf } from './blocks.ts'
import { checkValue, type ValueComplaint } from './check-value.ts'
import type { Answers, Form, Question, Section } from './definition.ts'
import { cellOf, rowsField } from './fields.ts'

/** What is wrong in a field, or missing from it. */
export type AnswerComplaint = ValueComplaint & { field: string; question: string }

/** `wrong`: something that was typed cannot be so. A section where nothing must be answered may stay `not-begun`. */
export type SectionState = 'not-begun' | 'begun' | 'wrong' | 'complete'

/** What the form itself cannot know. */
export type Hooks = {
  /** How many files are beside a file question. */
  files?: (question: Question) => number
  /** What is wrong in a money block, and whether anything stands in it. */
  block?: (
    question: Question,
    answers: Answers,
  ) => { complaints: readonly AnswerComplaint[]; filled: boolean }
}

export type CheckedSection = {
  key: string
  state: SectionState
  complaints: readonly AnswerComplaint[]
}

/** Every section that is asked. The form may be sent when none has a complaint. */
export const checkForm = (form: Form, answers: Answers, hooks: Hooks = {}): CheckedSection[] =>
  asked(form, answers).map((section) => checkAsked(section, answers, hooks))

/** One section by its key; undefined when it is not asked. The answers are those of the whole form. */
export function checkSection(
  form: Form,
  key: string,
  answers: Answers,
  hooks: Hooks = {},
): CheckedSection | undefined {
  const section = asked(form, answers).find((s) => s.key === key)
  return section && checkAsked(section, answers, hooks)
}

function checkAsked({ key, questions }: Section, answers: Answers, hooks: Hooks): CheckedSection {
  const found = questions.map((question) => checkQuestion(question, answers, hooks))
  const complaints = found.flatMap((one) => one.complaints)
  const begun = found.some((one) => one.filled)
  const wrong = complaints.some((one) => !missing.has(one.code))
  const state = wrong ? 'wrong' : !begun ? 'not-begun' : complaints.length > 0 ? 'begun' : 'complete'
  return { key, state, complaints }
}

const missing: ReadonlySet<string> = new Set([
  'required',
  'too-short',
  'too-few-rows',
  'too-few-choices',
  'not-affirmed',
  'file-missing',
])

type Checked = { complaints: readonly AnswerComplaint[]; filled: boolean }

function checkQuestion(question: Question, answers: Answers, hooks: Hooks): Checked {
  const { key, required } = question
  const at = (field: string, complaint: ValueComplaint): AnswerComplaint => ({
    field,
    question: key,
    ...complaint,
  })
  const one = (filled: boolean, ...complaints: ValueComplaint[]): Checked => ({
    filled,
    complaints: complaints.map((c) => at(key, c)),
  })
  if (isMoneyBlock(question.kind))
    return hooks.block?.(question, answers) ?? { complaints: [], filled: false }
  if (tableOf(question)) return checkTable(question, answers)
  switch (question.kind) {
    case 'file': {
      const count = hooks.files?.(question) ?? 0
      if (count > question.mostFiles)
        return one(true, { code: 'too-many-files', values: { count, most: question.mostFiles } })
      return count === 0 && required ? one(false, { code: 'file-missing' }) : one(count > 0)
    }
    case 'declaration': {
      const affirmed = answersTo(answers, key).includes('yes')
      return required && !affirmed ? one(false, { code: 'not-affirmed' }) : one(affirmed)
    }
    case 'choice': {
      const given = answersTo(answers, key).map((v) => v.trim())
      if (given.length === 0) return required ? one(false, { code: 'required' }) : one(false)
      const codes = new Set(question.choices.map((c) => c.code))
      if (given.some((code) => !codes.has(code))) return one(true, { code: 'not-a-choice' })
      const { several, least = 0, most = several ? Number.POSITIVE_INFINITY : 1 } = question
      if (given.length > most)
        return one(true, { code: 'too-many-choices', values: { count: given.length, most } })
      if (several && given.length < least)
        return one(true, { code: 'too-few-choices', values: { count: given.length, least } })
      return one(true)
    }
    default: {
      const text = answerTo(answers, key)
      if (text === '') return required ? one(false, { code: 'required' }) : one(false)
      const complaint = checkValue(question as Parameters<typeof checkValue>[0], text)
      return complaint ? one(true, complaint) : one(true)
    }
  }
}

function checkTable(question: Question, answers: Answers): Checked {
  const { key, required } = question
  const { columns, leastRows, mostRows } = tableOf(question)!
  const rows = filledRows(question, answers)
  const at = (field: string, complaint: ValueComplaint) => ({ field, question: key, ...complaint })
  const cells = rows.flatMap((row) =>
    columns.flatMap((column) => {
      const field = cellOf(question, row, column)
      const text = answerTo(answers, field)
      if (text === '') return column.required ? [at(field, { code: 'required' })] : []
      const complaint = checkValue(column, text)
      return complaint ? [at(field, complaint)] : []
    }),
  )
  const [count, least] = [rows.length, Math.max(leastRows, required ? 1 : 0)]
  // An optional table that nobody has begun needs none of its rows.
  const few = count < least && (required || count > 0)
  const number: ValueComplaint[] = [
    ...(few ? [{ code: 'too-few-rows' as const, values: { count, least } }] : []),
    ...(count > mostRows ? [{ code: 'too-many-rows' as const, values: { count, most: mostRows } }] : []),
  ]
  return { filled: count > 0, complaints: [...number.map((c) => at(rowsField(question), c)), ...cells] }
}
