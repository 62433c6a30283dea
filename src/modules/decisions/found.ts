import type { Finder } from '../../kernel/finder.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { numberOf, pathOf } from './head.ts'
import { headsAmong } from './head-queries.ts'
import { meetingName } from './meeting-frame.ts'
import { meetingsFor } from './meeting-queries.ts'
import { meetingMachine } from './meeting-rules.ts'
import { decisionMachine } from './rules.ts'
import { sightsOf } from './sight.ts'
import { applicationsNamed } from './turn-queries.ts'
import { turnText } from './turn-text.ts'

/** Decisions by the words of their application: published ones for all, the others for who handles them. */
export const decisionFinder: Finder = {
  type: 'decision',
  kind: inEach((l) => turnText[l].kind),
  group: inEach((l) => turnText[l].group),
  find: async ({ db, actor, now, language }, { tsquery, limit }) => {
    const ids = await applicationsNamed(db, tsquery)
    const heads = await headsAmong(db, ids)
    const sights = await sightsOf({ db, actor, now }, heads)
    const seen = ids.flatMap(
      (id) => heads.find((h) => h.application === id && !['none', 'kept-out'].includes(sights(h))) ?? [],
    )
    return {
      total: seen.length,
      items: seen.slice(0, limit).map((head) => ({
        title: head.title,
        subtitle: `${numberOf(head)} · ${decisionMachine.states[head.state][language]}`,
        path: pathOf(head),
      })),
    }
  },
}

/** Meetings by their name, for who may read them. */
export const meetingFinder: Finder = {
  type: 'meeting',
  kind: inEach((l) => turnText[l].meetingKind),
  group: inEach((l) => turnText[l].meetingGroup),
  find: async ({ db, actor, language }, { typed, limit }) => {
    const words = typed.toLocaleLowerCase(language).split(/\s+/).filter(Boolean)
    const found = (await meetingsFor(db, actor)).filter((m) => {
      const name = `${meetingName(m, language)} ${pick(m.ecosystemName, language)?.text ?? ''}`
      return words.length > 0 && words.every((w) => name.toLocaleLowerCase(language).includes(w))
    })
    return {
      total: found.length,
      items: found.slice(0, limit).map((m) => ({
        title: meetingName(m, language),
        subtitle: `${formatDay(m.day, language)} · ${meetingMachine.states[m.state][language]}`,
        path: `/meetings/${m.id}`,
      })),
    }
  },
}
