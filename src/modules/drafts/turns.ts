import { inEach } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { draftsOf } from './queries.ts'
import { text } from './text.ts'

const most = 5

/** What one has begun to write and not sent, the latest first. */
export const unfinished: TurnSource = {
  place: 'left',
  find: async ({ db, actor, now, drafts }) => {
    if (actor.kind !== 'person') return []
    const begun = (await draftsOf(db, actor.id, now)).filter((d) => d.state === 'open')
    return begun
      .flatMap((draft) => {
        const kind = drafts?.get(draft.kind)
        if (!kind || kind.partOf) return []
        const { title, path } = kind
        const begins = typeof draft.words === 'string' ? draft.words.slice(0, 80) : ''
        return {
          what: inEach((l) => text[l].unfinished(title[l])),
          why: inEach((l) => text[l].unfinishedSince(formatInstant(draft.saved_at, l), begins)),
          path: path(draft.subject),
          since: draft.saved_at,
        }
      })
      .slice(0, most)
  },
}
