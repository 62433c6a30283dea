import type { Finder } from '../../kernel/finder.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { fundingPath, listFunding } from './queries.ts'
import { text } from './text.ts'

/** Funding by the words of its name, programme, funder and themes; what is over stands last. */
export const fundingFinder: Finder = {
  type: 'funding',
  kind: inEach((l) => text[l].kind),
  group: inEach((l) => text[l].title),
  find: async ({ db, now, language }, { tsquery, limit }) => {
    const today = dayIn(now)
    const every = { level: [], state: [], applicant: [], theme: [], stale: false, archived: false }
    // One more than is shown tells that there are others; how many is told by the list itself.
    const items = await listFunding(db, { ...every, tsquery, today }, 'deadline', limit + 1, 0)
    return {
      total: items.length,
      items: items.slice(0, limit).map((f) => ({
        title: pick(f.title, language)?.text ?? '',
        subtitle:
          [
            f.funder,
            text[language].states[f.state],
            f.closes_on && f.state !== 'closed' && text[language].ends(formatDay(f.closes_on, language)),
          ]
            .filter(Boolean)
            .join(' · ') || null,
        path: fundingPath(f),
      })),
    }
  },
}
