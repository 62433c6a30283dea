import type { QuestionFault } from '../../engine/benchmark/index.ts'
import { type Complaint, Refusal } from '../../kernel/refusal.ts'
import { inEach } from '../../kernel/text.ts'
import { refusalText } from './refusal-text.ts'

type Said = keyof (typeof refusalText)['fi']

const complaint = (said: Said): Complaint => ({ text: inEach((l) => refusalText[l][said]) })

export const refuse = (said: 'missing' | 'missingNote' | 'strangeAddress' | 'emptyNote'): Refusal =>
  new Refusal(said === 'missing' || said === 'missingNote' ? 'missing' : 'invalid', `benchmarks.${said}`, [
    {
      ...complaint(said),
      ...(said === 'strangeAddress' && { field: 'address' }),
      ...(said === 'emptyNote' && { field: 'words' }),
    },
  ])

/** Why the question has no answer, in words that say what to do. */
export const refuseQuestion = (fault: QuestionFault): Refusal =>
  new Refusal('invalid', `benchmarks.${fault}`, [complaint(saidOf(fault))])

export function saidOf(
  fault: QuestionFault,
): 'no-target' | 'target-without-values' | 'no-variables' | 'bad-question' {
  return fault === 'no-target' || fault === 'target-without-values' || fault === 'no-variables'
    ? fault
    : 'bad-question'
}
