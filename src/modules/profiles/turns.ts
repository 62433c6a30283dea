import { inEach, type Language, type Names, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { isCoordinator } from '../people/index.ts'
import { factsOf } from './fact-queries.ts'
import { keptBy, openRequests, requestsOf } from './keeper-queries.ts'
import { keeperText as text } from './keeper-text.ts'
import { freshnessOf, yearAfter } from './rules.ts'
import { standingOf } from './standing-queries.ts'

const nameIn = (names: Names, language: Language): string => pick(names, language)?.text ?? ''

/** For who keeps a profile: it is a year old, or what was filled in for the actor waits for its word. */
export const keeperTurns: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const turns: Turn[] = []
    for (const { organisation, names } of await keptBy(db, actor.id, now)) {
      const { checkedAt } = await standingOf(db, organisation)
      const checked = checkedAt ? dayIn(checkedAt) : undefined
      const path = `/organisations/${organisation}/profile`
      if (checked && freshnessOf(checked, dayIn(now)).state === 'old') {
        turns.push({
          what: inEach((l) => text[l].turnReview(nameIn(names, l))),
          why: inEach((l) => text[l].turnReviewWhy(formatDay(checked, l))),
          path,
          due: yearAfter(checked),
        })
      } else if ((await factsOf(db, actor, [organisation])).some((fact) => fact.prefilled)) {
        turns.push({
          what: inEach((l) => text[l].turnConfirm(nameIn(names, l))),
          why: inEach((l) => text[l].turnConfirmWhy),
          path,
        })
      }
    }
    return turns
  },
}

/** Somebody asks to keep a profile: coordinators answer, and those who keep it already. */
export const requestTurns: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const mine = new Set((await keptBy(db, actor.id, now)).map((k) => k.organisation))
    const all = isCoordinator({ actor })
    if (!all && mine.size === 0) return []
    const waiting = await openRequests(db)
    return waiting
      .filter((asked) => asked.person !== actor.id && (all || mine.has(asked.organisation)))
      .map((asked) => ({
        what: inEach((l) => text[l].turnRequest(asked.name, nameIn(asked.names, l))),
        why: inEach((l) => text[l].turnRequestWhy),
        path: `/organisations/${asked.organisation}/profile/keepers`,
        since: asked.at,
      }))
  },
}

const month = 31 * 24 * 60 * 60 * 1000

/** What one asked and was answered, of the last month. */
export const answerNews: TurnSource = {
  place: 'news',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const mine = await requestsOf(db, actor.id, new Date(now.getTime() - month))
    return mine.flatMap(({ answer, answered_at, organisation, names }) => {
      if (!answered_at || (answer !== 'granted' && answer !== 'refused')) return []
      const granted = answer === 'granted'
      return [
        {
          what: inEach((l) =>
            granted ? text[l].newsGranted(nameIn(names, l)) : text[l].newsRefused(nameIn(names, l)),
          ),
          path: `/organisations/${organisation}${granted ? '/profile' : ''}`,
          since: answered_at,
        },
      ]
    })
  },
}
