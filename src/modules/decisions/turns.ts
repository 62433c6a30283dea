import { isAmong } from '../../kernel/rule.ts'
import { inEach, pick } from '../../kernel/text.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { standingsOf } from '../conflicts/index.ts'
import { meetingName } from './meeting-frame.ts'
import { type DecisionEvent, type DecisionState, decisionMachine } from './rules.ts'
import { meetingsAhead, type WaitingMatter, waitingMatters } from './turn-queries.ts'
import { turnText } from './turn-text.ts'

/** What each state waits for. */
const next: Partial<Record<DecisionState, DecisionEvent>> = {
  preparing: 'propose',
  'with-city': 'select',
  'with-council': 'decide',
  decided: 'publish',
}
const most = 6

/** Matters that wait for this person's office, call by call: not those that they may have no part in. */
export const mattersWaiting: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person' || actor.offices.length === 0) return []
    const offices = new Set(Object.values(next).flatMap((e) => decisionMachine.events[e].by))
    if (!actor.offices.some((o) => offices.has(o.office))) return []
    const own = (await waitingMatters(db)).filter(({ state, ecosystem }) => {
      const event = next[state]
      return event !== undefined && isAmong(decisionMachine.events[event].by, actor, ecosystem)
    })
    const ids = own.map((m) => m.application)
    const standings = await standingsOf(db, [actor.id], ids, now)
    const groups = new Map<string, WaitingMatter[]>()
    for (const m of own) {
      const act = m.state === 'with-city' || m.state === 'with-council' ? 'decide' : 'propose'
      if (standings.of(actor.id, m.application, act).is === 'barred') continue
      const key = `${m.call} ${m.state}`
      groups.set(key, [...(groups.get(key) ?? []), m])
    }
    return [...groups.values()].slice(0, most).map((group): Turn => {
      const [{ call, callTitle, state }] = group as [WaitingMatter]
      return {
        what: inEach((l) =>
          turnText[l].waits[next[state] as 'select'](pick(callTitle, l)?.text ?? call, group.length),
        ),
        path: `/calls/${call}/decisions?state=${state}`,
      }
    })
  },
}

/** Meetings that one is called to, that go on, or whose minutes one has to approve. */
export const meetingsOfMine: TurnSource = {
  place: 'turn',
  find: async ({ db, actor }) => {
    if (actor.kind !== 'person') return []
    return (await meetingsAhead(db, actor.id)).flatMap((m): Turn[] => {
      if (m.state === 'held' && m.chair !== actor.id) return []
      const says = m.state === 'held' ? 'approve' : m.state === 'open' ? 'open' : 'called'
      return [
        {
          what: inEach((l) => turnText[l][says](meetingName(m, l))),
          path: `/meetings/${m.id}${says === 'approve' ? '/minutes' : ''}`,
          ...(says === 'called' && { due: m.day }),
        },
      ]
    })
  },
}
