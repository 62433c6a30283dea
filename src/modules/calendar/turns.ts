import { languages, pick, type Words } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { clockText } from './calendar-view.tsx'
import { daysOfThings, kindOfDay, shownDay } from './days.ts'
import { eventPath, eventsBetween } from './queries.ts'
import { occurrences, plusDays } from './rules.ts'
import { text } from './text.ts'

/** The deadlines of the next two weeks in the ecosystems where the person holds an office. */
export const deadlines: TurnSource = {
  place: 'turn',
  find: async ({ actor, now, ...at }) => {
    if (actor.kind !== 'person') return []
    const from = dayIn(now)
    const to = plusDays(from, 14)
    const near = await eventsBetween(at.db, actor, { from, to })
    const days = await daysOfThings(at, actor, { from, to })
    const own = (ecosystem: string | null) =>
      ecosystem === null || actor.offices.some((o) => o.ecosystem === null || o.ecosystem === ecosystem)
    const named = [
      ...near.map((event) => ({ event, titles: {} })),
      ...days
        .filter((day) => kindOfDay(day) === 'deadline')
        .map((day) => ({ event: shownDay(day, 'fi'), titles: day.title })),
    ]
    return named
      .filter(({ event: e }) => e.kind === 'deadline' && !e.cancelled_at && own(e.ecosystem_id))
      .flatMap((e) => occurrences(e.event, from, to).map((o) => ({ ...e, due: o.end })))
      .sort((a, b) => (a.due < b.due ? -1 : 1))
      .slice(0, 5)
      .map(({ event, titles, due }) => ({
        what: Object.fromEntries(
          languages.map((l) => [l, pick(titles, l)?.text ?? event.title]),
        ) as Words<string>,
        why: Object.fromEntries(
          languages.map((l) => [l, `${text[l].kinds.deadline}, ${clockText(event, l)}`]),
        ) as Words<string>,
        path: eventPath(event),
        due,
      }))
  },
}
