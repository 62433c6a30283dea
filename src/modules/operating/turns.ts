import { inEach, pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { overdueIn } from './queries.ts'
import { text } from './text.ts'
import { pathOf } from './words.ts'

/** For coordinators: ways of working that should have been gone through. */
export const overdueWays: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const held = actor.offices.filter(({ office }) => office === 'coordinator')
    if (held.length === 0) return []
    const everywhere = held.some(({ ecosystem }) => ecosystem === null)
    const places = everywhere ? null : held.flatMap(({ ecosystem }) => ecosystem ?? [])
    const overdue = await overdueIn(db, places, dayIn(now))
    return overdue.map(({ key, name, count, since }) => ({
      what: inEach((l) => text[l].turn(count, pick(name, l)?.text ?? key)),
      why: inEach((l) => text[l].turnWhy),
      path: pathOf(key, '#way'),
      due: since,
    }))
  },
}
