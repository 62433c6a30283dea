import type { Answers, Question } from '../../engine/form/index.ts'
import type { Language } from '../../kernel/text.ts'
import type { Money } from './money-count.ts'
import type { Terms } from './money-terms.ts'

/** What a money block of a form is shown from. */
export type MoneyProps = {
  question: Question
  answers: Answers
  money: Money
  terms: Terms
  language: Language
  /** Where it is filled in: what stands in a field, and what is wrong there. Undefined where it is only read. */
  fill?: {
    text: (field: string) => string
    ticked: (field: string) => boolean
    errorOf: (field: string) => string | undefined
  }
}
