import { dayIn } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { holds } from '../people/index.ts'
import { overdueContacts } from './contact-queries.ts'
import { daysFrom } from './rules.ts'
import { text } from './text.ts'

/** Contacts whose day of review is near, for those who keep them. */
export const reviewTurns: TurnSource = {
  place: 'turn',
  async find({ db, actor, now }) {
    if (!holds(actor, ['coordinator', 'administrator'])) return []
    const due = await overdueContacts(db, dayIn(daysFrom(now, 14)), 200)
    const mine = due.filter((c) =>
      holds(actor, ['coordinator', 'administrator'], c.ecosystem_id ?? undefined),
    )
    const first = mine[0]
    if (!first) return []
    const path = first.organisation_id
      ? `/organisations/${first.organisation_id}/contacts`
      : `/ecosystems/${first.key}/contacts`
    const say = (language: keyof typeof text) => text[language].reviewTurn(mine.length)
    return [{ what: { fi: say('fi'), sv: say('sv'), en: say('en') }, path, due: first.review_on }]
  },
}
