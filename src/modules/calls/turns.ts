import { inEach, type Names, pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { beyondOf } from './beyond.ts'
import { callPath } from './call.ts'
import { closedCalls, opensSoon } from './event-queries.ts'
import { lacksOf } from './lacks.ts'
import { callById } from './queries.ts'
import { turnText } from './turn-text.ts'

const soon = 3 * 24 * 60 * 60 * 1000

/** Calls that should open within three days and lack something, or wait for their coordinator to publish them. */
export const openingSoon: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const leads = actor.offices.filter((o) => o.office === 'coordinator')
    if (leads.length === 0) return []
    const everywhere = leads.some((o) => o.ecosystem === null)
    const places = leads.flatMap((o) => o.ecosystem ?? [])
    const turns: Turn[] = []
    for (const id of await opensSoon(
      db,
      everywhere ? undefined : places,
      now,
      new Date(now.getTime() + soon),
    )) {
      const call = await callById(db, id)
      if (!call?.opensAt) continue
      const lacks = lacksOf(call, await beyondOf(db, call)).length
      if (lacks === 0 && call.announcedAt) continue
      const name = (language: 'fi' | 'sv' | 'en') => pick(call.title, language)?.text ?? call.code
      turns.push({
        what: inEach((l) =>
          lacks > 0 ? turnText[l].lacks(name(l), lacks) : turnText[l].unpublished(name(l)),
        ),
        why: inEach((l) => turnText[l].why),
        path: `${callPath(call)}/setup/check`,
        due: dayIn(call.opensAt),
      })
    }
    return turns
  },
}

/** Calls that are closed: their assessment waits to be begun. */
export const assessmentWaits: TurnSource = {
  place: 'turn',
  find: async ({ db, actor }) => {
    if (actor.kind !== 'person') return []
    const held = actor.offices.filter((o) => o.office === 'coordinator' || o.office === 'preparer')
    if (held.length === 0) return []
    const everywhere = held.some((o) => o.ecosystem === null)
    const found = await closedCalls(db, everywhere ? undefined : held.flatMap((o) => o.ecosystem ?? []))
    return found.map(({ code, title }) => ({
      what: inEach((l) => turnText[l].begin(pick(title as Names, l)?.text ?? code)),
      why: inEach((l) => turnText[l].beginWhy),
      path: `${callPath({ code })}/setup`,
    }))
  },
}
