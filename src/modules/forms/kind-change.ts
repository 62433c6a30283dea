import type { Answers, Question } from '../../engine/form/index.ts'
import { answersOfQuestion, newQuestion } from './question-answers.ts'
import type { Kind } from './question-editor.ts'

/**
 * What becomes of answers given already when a question's kind changes, in drafts that are carried over to the new
 * version. `kept`: they stand as they are. `read-again`: they stay in the field, and those that the new kind cannot read
 * are told as wrong until they are put right. `lost`: they are kept under other fields, so the question stands empty.
 */
export type Consequence = 'kept' | 'read-again' | 'lost'

const texts: readonly Kind[] = ['text', 'long-text']
const oneValue: readonly Kind[] = ['text', 'long-text', 'number', 'money', 'date']

export function consequenceOf(old: Question, kind: Kind): Consequence {
  if (old.kind === kind) return 'kept'
  if (kind === 'long-text' && texts.includes(old.kind)) return 'kept'
  if (oneValue.includes(old.kind)) return oneValue.includes(kind) ? 'read-again' : 'lost'
  // The code of a single choice stays readable as text.
  if (old.kind === 'choice' && !old.several) return texts.includes(kind) ? 'kept' : 'lost'
  return 'lost'
}

/** The editor of the question in its new kind begins with what both kinds have: the texts, marks and conditions. */
export function answersInKind(old: Question, kind: Kind): Answers {
  const own = answersOfQuestion(old)
  const common = Object.entries(own).filter(([key]) => /^(label|help)-|^marks$|^when/.test(key))
  return { ...newQuestion(kind), ...Object.fromEntries(common) }
}
