import type { Finder } from '../../kernel/finder.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { eventPath, eventsMatching } from './queries.ts'

/** Events by the words of their title, text and place; those to come before those that were. */
export const eventFinder: Finder = {
  type: 'event',
  kind: { fi: 'Tapahtuma', sv: 'Händelse', en: 'Event' },
  group: { fi: 'Vuosikellon tapahtumat', sv: 'Årsklockans händelser', en: 'Events of the year clock' },
  find: async ({ db, actor, now, language }, { tsquery, limit }) => {
    const { items, total } = await eventsMatching(db, actor, tsquery, now, limit)
    return {
      total,
      items: items.map((e) => ({
        title: e.title,
        subtitle: [
          formatDay(e.starts_on, language),
          e.place,
          e.ecosystem_name && pick(e.ecosystem_name, language)?.text,
        ]
          .filter(Boolean)
          .join(' · '),
        path: eventPath(e),
      })),
    }
  },
}
