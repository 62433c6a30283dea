import { type Complaint, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { inEach } from '../../kernel/text.ts'
import { formText } from './form-text.ts'
import type { Fault } from './rules.ts'

type Reason = keyof (typeof formText)['fi']['faults']

const complaint = (reason: Reason, field?: string): Complaint => ({
  ...(field && { field }),
  text: inEach((l) => formText[l].faults[reason]),
})

/** A refusal in the words of this module. */
export const refuse = (kind: RefusalKind, reason: Reason): Refusal =>
  new Refusal(kind, `impact.${reason.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, [
    complaint(reason),
  ])

/** Everything that is wrong with a form at once, each at its field. */
export function refuseAll(faults: readonly Fault[]): void {
  if (faults.length > 0)
    throw new Refusal(
      'invalid',
      'impact.invalid',
      faults.map(({ field, key }) => complaint(key, field)),
    )
}
