import type { Finder } from '../../kernel/finder.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { callPath } from './call.ts'
import { callsListed, everyCall } from './list-queries.ts'
import { lastDeadline } from './taking.ts'

/** Calls by their words and code. */
export const callFinder: Finder = {
  type: 'call',
  kind: { fi: 'Haku', sv: 'Utlysning', en: 'Call' },
  group: { fi: 'Haut', sv: 'Utlysningar', en: 'Calls' },
  find: async ({ db, actor, language, now }, { tsquery, limit }) => {
    const { items, total } = await callsListed(db, actor, { ...everyCall, tsquery, offset: 0, limit }, now)
    return {
      total,
      items: items.map((call) => {
        const until = lastDeadline(call)
        const place = pick(call.ecosystemName, language)?.text
        return {
          title: pick(call.title, language)?.text ?? call.code,
          subtitle: [place, until && formatInstant(until, language)].filter(Boolean).join(' · '),
          path: callPath(call),
        }
      }),
    }
  },
}
