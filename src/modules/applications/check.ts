import {
  type AnswerCode,
  type AnswerComplaint,
  type Answers,
  asked,
  checkForm,
  type Form,
  type Question,
  type Section,
  type SectionState,
} from '../../engine/form/index.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { answerErrors } from '../forms/index.ts'
import { commitmentGaps } from './commitment-gaps.ts'
import { countMoney, type Money } from './money-count.ts'
import { type MoneyGap, moneyGaps, partnerGaps } from './money-gaps.ts'
import type { Known } from './money-known.ts'
import type { Terms } from './money-terms.ts'

/** What is missing or wrong, in people's words, at its field. */
export type Gap = {
  field: string
  question: string
  text: Record<Language, string>
  /** What was typed cannot be read: told at once, before the next section. */
  unreadable: boolean
}
export type CheckedPart = { section: Section; state: SectionState; gaps: readonly Gap[] }
export type Checked = {
  /** The sections that are asked. */
  parts: readonly CheckedPart[]
  money: Money
  complete: boolean
}

const unreadable: ReadonlySet<string> = new Set<AnswerCode>([
  'malformed',
  'not-a-day',
  'not-a-number',
  'not-money',
  'too-many-decimals',
])

/** Everything that keeps an application from being sent; `files` counts those beside each question. */
export function checkApplication(
  form: Form,
  answers: Answers,
  terms: Terms,
  files: ReadonlyMap<string, number>,
  known: Known,
): Checked {
  const money = countMoney(form, answers, terms, known)
  const ours = [
    ...moneyGaps(form, answers, terms, money),
    ...commitmentGaps(form, answers, terms, money),
    ...partnerGaps(form, terms, money),
  ]
  const sections = asked(form, answers)
  const checked = checkForm(form, answers, {
    files: ({ key }) => files.get(key) ?? 0,
    block: ({ key }) => ({
      complaints: ours.filter((gap) => gap.question === key).map(complaintOf),
      filled: Object.entries(answers).some(
        ([field, value]) => field.startsWith(`${key}.`) && value.length > 0 && !field.endsWith('.rows'),
      ),
    }),
  })
  const parts = checked.map(({ key, state, complaints }): CheckedPart => {
    const section = sections.find((one) => one.key === key)!
    const tables = new Set(section.questions.filter(isTable).map((q) => q.key))
    const ofTables = ours.filter((gap) => tables.has(gap.question))
    const own = ours.filter((gap) => section.questions.some((q) => q.key === gap.question))
    const theirs = complaints.filter((c) => !own.some((gap) => gap.field === c.field && isOf(gap, section)))
    return {
      section,
      state: ofTables.length > 0 ? worse(state, ofTables) : state,
      gaps: [
        ...theirs.map((c) => ({
          field: c.field,
          question: c.question,
          unreadable: unreadable.has(c.code),
          text: inEach((l) => answerErrors([c], l)[0]?.text ?? c.code),
        })),
        ...own.map(({ field, question, text, unreadable = false }) => ({
          field,
          question,
          text,
          unreadable,
        })),
      ],
    }
  })
  return { parts, money, complete: parts.every((part) => part.gaps.length === 0) }
}

const isOf = ({ question }: MoneyGap, section: Section): boolean =>
  section.questions.some((q) => q.key === question && !isTable(q))

/** Tables that the form checks by itself, beside which we have something to say. */
const isTable = ({ kind }: Question): boolean => kind === 'partners' || kind === 'commitments'

const worse = (state: SectionState, gaps: readonly MoneyGap[]): SectionState =>
  gaps.some((gap) => !gap.missing) ? 'wrong' : state === 'complete' ? 'begun' : state

/** So that the form counts it into the section's state; its words are the gap's own. */
const complaintOf = ({ field, question, missing }: MoneyGap): AnswerComplaint => ({
  field,
  question,
  code: missing ? 'required' : 'malformed',
})
