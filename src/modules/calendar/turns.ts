import { languages, type Words } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { clockText } from './calendar-view.tsx'
import { eventPath, eventsBetween } from './queries.ts'
import { occurrences, plusDays } from './rules.ts'
import { text } from './text.ts'

/** The deadlines of the next two weeks in the ecosystems where the person holds an office. */
export const deadlines: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const from = dayIn(now)
    const to = plusDays(from, 14)
    const near = await eventsBetween(db, actor, { from, to })
    const own = (ecosystem: string | null) =>
      ecosystem === null || actor.offices.some((o) => o.ecosystem === null || o.ecosystem === ecosystem)
    return near
      .filter((e) => e.kind === 'deadline' && !e.cancelled_at && own(e.ecosystem_id))
      .flatMap((e) => occurrences(e, from, to).map((o) => ({ event: e, due: o.end })))
      .slice(0, 5)
      .map(({ event, due }) => ({
        what: Object.fromEntries(languages.map((l) => [l, event.title])) as Words<string>,
        why: Object.fromEntries(
          languages.map((l) => [l, `${text[l].kinds.deadline}, ${clockText(event, l)}`]),
        ) as Words<string>,
        path: eventPath(event),
        due,
      }))
  },
}
