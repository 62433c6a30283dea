import type { Finder } from '../../kernel/finder.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { applicationPath, numberOf } from './application.ts'
import { applicationsMatching } from './list-queries.ts'
import { text } from './text.ts'

/** Applications by their name, number and partners: one's own, and what was sent to who handles it. */
export const applicationFinder: Finder = {
  type: 'application',
  kind: inEach((l) => text[l].found.kind),
  group: inEach((l) => text[l].found.group),
  find: async ({ db, actor, language }, { tsquery, limit }) => {
    const { items, total } = await applicationsMatching(db, actor, tsquery, limit)
    return {
      total,
      items: items.map((a) => ({
        title: a.title,
        subtitle: `${numberOf(a)} · ${pick(a.call.title, language)?.text ?? ''}`,
        path: applicationPath(a),
      })),
    }
  },
}
