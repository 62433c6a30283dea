import { tableOf } from './blocks.ts'
import { readCondition } from './conditions.ts'
import type { Form, Question, Section, Texts } from './definition.ts'
import { readQuestion } from './question-reading.ts'
import {
  type Complaint,
  isRecord,
  keyForm,
  limits,
  onlyKnown,
  type Reading,
  readList,
  readTexts,
} from './reading-parts.ts'

export type ReadForm = { form: Form } | { complaints: readonly Complaint[] }

/**
 * A form as data, checked: everything that is wrong, each with its place, or the form with its parts in one order, so
 * that the same form is always the same text. A text that a language lacks is no fault here (see `missingTexts`).
 */
export function readForm(data: unknown): ReadForm {
  const complaints: Complaint[] = []
  const reading: Reading = {
    tell: (code, path, values) => void complaints.push({ code, path, ...(values && { values }) }),
  }
  const form = isRecord(data) ? formOf(data, reading) : undefined
  if (!isRecord(data)) reading.tell('not-a-form', '')
  if (form && complaints.length === 0) checkWhole(form, reading)
  return form && complaints.length === 0 ? { form } : { complaints }
}

function formOf(data: Record<string, unknown>, reading: Reading): Form | undefined {
  if (data.format !== 'talkoot-form/1') {
    reading.tell('not-a-form', 'format')
    return undefined
  }
  onlyKnown(data, ['format', 'name', 'sections'], '', reading)
  const name = readTexts(data.name, 'name', limits.label, reading)
  const sections = readList(data.sections, 'sections', limits.sections, reading).flatMap((raw, i) => {
    const section = sectionOf(raw, `sections.${i}`, reading)
    return section ? [section] : []
  })
  return { format: 'talkoot-form/1', name, sections }
}

function sectionOf(raw: unknown, path: string, reading: Reading): Section | undefined {
  if (!isRecord(raw)) {
    reading.tell('not-an-object', path)
    return undefined
  }
  onlyKnown(raw, ['key', 'title', 'lead', 'when', 'questions'], path, reading)
  const key = readKey(raw.key, `${path}.key`, reading)
  const title = readTexts(raw.title, `${path}.title`, limits.label, reading)
  const lead = raw.lead === undefined ? {} : readTexts(raw.lead, `${path}.lead`, limits.text, reading)
  const when = raw.when === undefined ? undefined : readCondition(raw.when, `${path}.when`, reading)
  const questions = readList(raw.questions, `${path}.questions`, limits.questions, reading).flatMap(
    (one, i) => {
      const question = readQuestion(one, `${path}.questions.${i}`, reading)
      return question ? [question] : []
    },
  )
  return { key, title, ...(isSaid(lead) && { lead }), ...(when && { when }), questions }
}

const isSaid = (texts: Texts): boolean => Object.keys(texts).length > 0

function readKey(raw: unknown, path: string, reading: Reading): string {
  if (typeof raw === 'string' && keyForm.test(raw)) return raw
  reading.tell('bad-key', path, { key: String(raw) })
  return ''
}

/** What only the whole can tell: keys used twice, conditions on what is asked later, sections that no draft holds. */
function checkWhole(form: Form, reading: Reading): void {
  const sectionKeys = new Set<string>()
  const earlier = new Map<string, Question>()
  const all = new Map(form.sections.flatMap((s) => s.questions.map((q) => [q.key, q] as const)))
  const check = (condition: Question['when'], path: string, own?: string) =>
    readConditionAgain(condition, path, { earlier, all, ...(own && { own }) }, reading)
  for (const [i, section] of form.sections.entries()) {
    const path = `sections.${i}`
    if (sectionKeys.has(section.key)) reading.tell('key-twice', `${path}.key`, { key: section.key })
    sectionKeys.add(section.key)
    check(section.when, `${path}.when`)
    for (const [j, question] of section.questions.entries()) {
      const at = `${path}.questions.${j}`
      if (earlier.has(question.key)) reading.tell('key-twice', `${at}.key`, { key: question.key })
      check(question.when, `${at}.when`, question.key)
      earlier.set(question.key, question)
    }
    const fields = section.questions.reduce((sum, question) => sum + mostFields(question), 0)
    if (fields > limits.fields)
      reading.tell('too-many-fields', path, { section: section.key, count: fields, most: limits.fields })
  }
}

/** How many fields a question may grow to; those of the money blocks follow the partners, and are not counted here. */
function mostFields(question: Question): number {
  const table = tableOf(question)
  return table ? 1 + table.mostRows * table.columns.length : 1
}

type Known = { earlier: ReadonlyMap<string, Question>; all: ReadonlyMap<string, Question>; own?: string }

function readConditionAgain(condition: Question['when'], path: string, known: Known, reading: Reading): void {
  if (!condition) return
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined
  if (parts) {
    for (const part of parts) readConditionAgain(part, path, known, reading)
    return
  }
  if (!('question' in condition)) return
  const { question: key } = condition
  const question = known.earlier.get(key)
  const values = { question: key }
  if (key === known.own) reading.tell('condition-itself', path, values)
  else if (!known.all.has(key)) reading.tell('condition-unknown', path, values)
  else if (!question) reading.tell('condition-later', path, values)
  else if (!canBeAsked(question, condition.is)) reading.tell('condition-kind', path, values)
  else if ('values' in condition && question.kind === 'choice' && !question.list) {
    const codes = new Set(question.choices.map((c) => c.code))
    for (const code of condition.values)
      if (!codes.has(code)) reading.tell('condition-not-a-choice', path, { ...values, code })
  }
}

/** Files and money blocks are not among the answers; a table is filled or not. */
function canBeAsked(question: Question, is: string): boolean {
  if (['file', 'budget', 'financing', 'de-minimis'].includes(question.kind)) return false
  return !tableOf(question) || is === 'filled' || is === 'empty'
}

/** The form as its file: always the same text for the same form. */
export const writeForm = (form: Form): string => `${JSON.stringify(form, null, 2)}\n`
