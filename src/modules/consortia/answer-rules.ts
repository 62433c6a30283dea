import { stateAfter } from '../../kernel/machine.ts'
import { centsOf } from '../../kernel/money.ts'
import type { Day } from '../../kernel/time.ts'
import type { Answer } from './invitation-queries.ts'
import { type PartnerEvent, type PartnerState, partnerMachine } from './rules.ts'

const dayMs = 24 * 60 * 60 * 1000

/** How long a question without a deadline may be answered, days. */
const openDays = 60

/** An answer can be corrected until the call closes; without one, until the day to answer by or two months. */
export const expiryOf = (now: Date, deadline: Date | null, answerBy: Date | null): Date =>
  new Date(
    Math.max(
      deadline?.getTime() ?? 0,
      answerBy?.getTime() ?? 0,
      deadline || answerBy ? 0 : now.getTime() + openDays * dayMs,
    ),
  )

/** The day that is offered to answer by: in two weeks, and a week before the call closes where there is so much time. */
export function answerByOffered(today: Day, deadline: Day | null): Day {
  const at = (day: Day) => Date.parse(`${day}T12:00:00Z`)
  const said = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)
  const soon = at(today) + 14 * dayMs
  if (deadline === null) return said(soon)
  return said(Math.max(at(today) + dayMs, Math.min(soon, at(deadline) - 7 * dayMs)))
}

/** Reminders go a week and two days before the day to answer by. */
export const isToBeReminded = (answerBy: Day, today: Day, reminders: number): boolean => {
  const left = Math.round((Date.parse(answerBy) - Date.parse(today)) / dayMs)
  return left >= 0 && ((reminders === 0 && left <= 7) || (reminders === 1 && left <= 2))
}

const eventOf: Readonly<Record<Answer, PartnerEvent>> = {
  interested: 'interest',
  committed: 'commit',
  declined: 'decline',
}

/** Where an answer leads; the same answer again stays where it is. Undefined where it can no longer be given. */
export const afterAnswer = (state: PartnerState, answer: Answer): PartnerState | undefined =>
  state === answer ? state : stateAfter(partnerMachine, state, eventOf[answer])

/** Whether more is asked for than the call gives to one. Decimal euros. */
export const isOverMost = (share: string | null, most: string | null): boolean =>
  share !== null && most !== null && centsOf(share) > centsOf(most)
