import { languages, type Names, pick, type Words } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { isCoordinator } from '../people/index.ts'
import { ownRegistry } from './own-list.ts'
import { pageText } from './page-text.ts'
import { keptBy } from './place.ts'
import { type ImportHead, latestImports } from './queries.ts'
import { appliedImports } from './source-queries.ts'

const inEach = (say: (t: (typeof pageText)['fi'], language: 'fi' | 'sv' | 'en') => string): Words<string> =>
  Object.fromEntries(languages.map((l) => [l, say(pageText[l], l)])) as Words<string>
const titleOf = (list: { title: Names }, fileName: string, language: 'fi' | 'sv' | 'en') =>
  pick(list.title, language)?.text ?? fileName

/** Lists that stand still until a coordinator has looked at them. */
export const waitingImports: TurnSource = {
  place: 'turn',
  find: async ({ db, actor }) => {
    if (actor.kind !== 'person' || !isCoordinator({ actor })) return []
    const found = await latestImports(db, keptBy(actor), ['received', 'staged', 'failed'], 5)
    return found.map((i) => ({
      what: inEach((t, l) => t.listWaits(titleOf(i.list, i.fileName, l))),
      why: inEach((t) => whyOf(t, i)),
      path: `/sources/${i.id}`,
      since: i.createdAt,
    }))
  },
}

const whyOf = (t: (typeof pageText)['fi'], { state }: ImportHead): string =>
  state === 'failed' ? t.listFailed : state === 'staged' ? t.listToApprove : t.listToCheck

/** Lists that were lately taken into the picture. */
export const appliedLists: TurnSource = {
  place: 'news',
  find: async ({ db, actor }) => {
    const found = (await appliedImports(db, actor, 5, 0)).items
    return found.flatMap((i) =>
      i.appliedAt
        ? [
            {
              what: inEach((t, l) => {
                const title = titleOf(i.list, i.fileName, l)
                return i.list.registry === ownRegistry ? t.fundingGranted(title) : t.listApplied(title)
              }),
              why: inEach((_, l) => formatInstant(i.appliedAt!, l)),
              path: `/sources/${i.id}`,
              since: i.appliedAt,
            },
          ]
        : [],
    )
  },
}
