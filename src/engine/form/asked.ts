import { type Table, tableOf } from './blocks.ts'
import type { Answers, Condition, Form, Question, Section } from './definition.ts'

/** What stands in a field of one answer, without blanks at its ends. */
export function answerTo(answers: Answers, field: string): string {
  const value = Object.hasOwn(answers, field) ? answers[field] : undefined
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/** What stands in a field of several answers. */
export function answersTo(answers: Answers, field: string): readonly string[] {
  const value = Object.hasOwn(answers, field) ? answers[field] : undefined
  return typeof value === 'string' ? (value.trim() === '' ? [] : [value]) : (value ?? [])
}

const rowForm = /^[a-z0-9]{1,20}$/

/** The rows of a table, empty ones too. One that nobody has begun has as many as it needs, at least one. */
export function rowsOf(question: Question, answers: Answers): string[] {
  const table = tableOf(question)
  if (!table) return []
  const field = `${question.key}.rows`
  const value = Object.hasOwn(answers, field) ? answers[field] : undefined
  const lines = typeof value === 'string' ? value.split(/\s+/) : (value ?? [])
  const rows = [...new Set(lines.filter((line) => rowForm.test(line)))]
  return rows.length > 0 ? rows : firstRows(table)
}

const firstRows = ({ leastRows }: Table): string[] =>
  Array.from({ length: Math.max(1, leastRows) }, (_, i) => String(i + 1))

/** Rows in which something stands; those that are empty do not count. */
export const filledRows = (question: Question, answers: Answers): string[] =>
  rowsOf(question, answers).filter((row) =>
    tableOf(question)!.columns.some((c) => answerTo(answers, `${question.key}.${row}.${c.key}`) !== ''),
  )

/** Whether there is an answer, as conditions ask. Files and money blocks are never asked about. */
export const isFilled = (question: Question | string, answers: Answers): boolean =>
  typeof question === 'string'
    ? answersTo(answers, question).some((value) => value.trim() !== '')
    : tableOf(question)
      ? filledRows(question, answers).length > 0
      : isFilled(question.key, answers)

/** Whether a condition is met. `table` finds the questions whose answers are rows. */
export function holds(
  condition: Condition | undefined,
  answers: Answers,
  table: (key: string) => Question | undefined = () => undefined,
): boolean {
  if (!condition) return true
  if ('all' in condition) return condition.all.every((one) => holds(one, answers, table))
  if ('any' in condition) return condition.any.some((one) => holds(one, answers, table))
  const { question } = condition
  if (condition.is === 'filled' || condition.is === 'empty')
    return isFilled(table(question) ?? question, answers) === (condition.is === 'filled')
  const { values } = condition as { values: readonly string[] }
  const among = answersTo(answers, question).some((value) => values.includes(value.trim()))
  return condition.is === 'one-of' ? among : !among
}

/** The questions of a form by their keys. */
export const questionsOf = (form: Form): Map<string, Question> =>
  new Map(form.sections.flatMap((section) => section.questions.map((q) => [q.key, q] as const)))

/**
 * The sections and questions that are asked, given the answers to those before them: what stands under a question that
 * is not asked is as good as empty for the conditions of others.
 */
export function asked(form: Form, answers: Answers): Section[] {
  const all = questionsOf(form)
  const known: Record<string, string | readonly string[]> = { ...answers }
  const forget = (question: Question) => {
    for (const field of Object.keys(known))
      if (field === question.key || field.startsWith(`${question.key}.`)) delete known[field]
  }
  const table = (key: string) => all.get(key)
  return form.sections.flatMap((section) => {
    const shown = holds(section.when, known, table)
    const questions = section.questions.filter((question) => {
      const isAsked = shown && holds(question.when, known, table)
      if (!isAsked) forget(question)
      return isAsked
    })
    return shown ? [{ ...section, questions }] : []
  })
}

/** The keys of the questions that a condition looks at. */
export function questionsIn(condition: Condition | undefined): string[] {
  if (!condition) return []
  if ('all' in condition) return condition.all.flatMap(questionsIn)
  if ('any' in condition) return condition.any.flatMap(questionsIn)
  return [condition.question]
}
