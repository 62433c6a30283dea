import { inEach, pick } from '../../kernel/text.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { holds } from '../people/index.ts'
import { ownDuties } from './own-actions.ts'
import { goingCalls } from './own-queries.ts'
import { text } from './text.ts'

const offices = ['preparer', 'council-officer', 'city-decider'] as const

/** Declarations that are due from those whose office prepares or decides; an assessor's wait with their sheets. */
export const declarationsDue: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person' || !holds(actor, offices)) return []
    const calls = (await goingCalls(db)).filter((c) => holds(actor, offices, c.ecosystem))
    const { duties } = await ownDuties({ db, now }, actor, calls)
    const due = new Set(
      duties.filter((d) => d.is === 'must-declare' || d.is === 'must-answer').map((d) => d.application),
    )
    return calls.flatMap((c): Turn[] => {
      const n = c.applications.filter((id) => due.has(id)).length
      return n === 0
        ? []
        : [
            {
              what: inEach((l) => text[l].turn(n)),
              why: inEach((l) => text[l].turnWhy(pick(c.title, l)?.text ?? c.code)),
              path: `/calls/${c.code}/conflicts/own`,
            },
          ]
    })
  },
}
