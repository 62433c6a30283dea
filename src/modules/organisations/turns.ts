import { formatCount, languages, type Words } from '../../kernel/text.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { isCoordinator } from '../people/index.ts'
import { pairCounts } from './review-queries.ts'
import { text } from './text.ts'

/** Pairs that may be one organisation wait for a coordinator: one turn, however many they are. */
export const openPairs: TurnSource = {
  place: 'turn',
  find: async ({ db, actor }) => {
    if (actor.kind !== 'person' || !isCoordinator({ actor })) return []
    const { counts } = await pairCounts(db, actor, { state: 'open', reason: [] })
    const open = counts.open ?? 0
    if (open === 0) return []
    const inEach = (say: (t: (typeof text)['fi'], n: string) => string) =>
      Object.fromEntries(languages.map((l) => [l, say(text[l], formatCount(open, l))])) as Words<string>
    return [
      {
        what: inEach((t, n) => (open === 1 ? t.onePairWaits : t.pairsWait(n))),
        why: inEach((t) => t.pairsWhy),
        path: '/organisations/duplicates',
      },
    ]
  },
}
