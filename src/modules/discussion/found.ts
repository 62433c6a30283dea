import type { Finder } from '../../kernel/finder.ts'
import { pick } from '../../kernel/text.ts'
import { listTopics, topicPath } from './queries.ts'

/** Topics by their own words and by what was said in them. */
export const topicFinder: Finder = {
  type: 'topic',
  kind: { fi: 'Keskustelu', sv: 'Diskussion', en: 'Topic' },
  group: { fi: 'Keskustelut', sv: 'Diskussioner', en: 'Topics' },
  find: async ({ db, actor, language }, { tsquery, limit }) => {
    const { items, total } = await listTopics(db, actor, { tsquery }, { limit, offset: 0 })
    return {
      total,
      items: items.map((t) => ({
        title: t.title,
        subtitle: pick(t.ecosystem_name, language)?.text ?? null,
        path: topicPath(t, t.ecosystem_key),
      })),
    }
  },
}
