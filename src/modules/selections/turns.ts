import type { DaySource } from '../../kernel/calendar-day.ts'
import type { Finder } from '../../kernel/finder.ts'
import { inEach, languages } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { selectionsFor, waitingOf } from './queries.ts'
import { selectionMachine } from './rules.ts'
import { said } from './selection-frame.tsx'
import { text } from './text.ts'

/** Meetings that one is called to, that go on, or whose record one has to sign. */
export const selectionsOfMine: TurnSource = {
  place: 'turn',
  find: async ({ db, actor }) => {
    if (actor.kind !== 'person') return []
    return (await waitingOf(db, actor.id)).map((s): Turn => {
      const path = `/selections/${s.id}`
      const name = inEach((l) => said(s.name, l))
      if (s.state === 'open') return { what: inEach((l) => text[l].turnOpen(name[l])), path: `${path}/room` }
      if (s.state === 'closed')
        return { what: inEach((l) => text[l].turnSign(name[l])), path: `${path}/record` }
      return { what: inEach((l) => text[l].turnCalled(name[l], formatDay(s.day, l))), path, due: s.day }
    })
  },
}

/** Meetings by their name, for who prepares them or is called to them. */
export const selectionFinder: Finder = {
  type: 'selection',
  kind: inEach((l) => text[l].kind),
  group: inEach((l) => text[l].title),
  find: async ({ db, actor, language }, { typed, limit }) => {
    const asked = typed.toLocaleLowerCase(language).split(/\s+/).filter(Boolean)
    const found = (await selectionsFor(db, actor)).filter((s) => {
      const named = languages.map((l) => s.name[l] ?? '').join(' ')
      return asked.length > 0 && asked.every((w) => named.toLocaleLowerCase(language).includes(w))
    })
    return {
      total: found.length,
      items: found.slice(0, limit).map((s) => ({
        title: said(s.name, language),
        subtitle: `${formatDay(s.day, language)} · ${selectionMachine.states[s.state][language]}`,
        path: `/selections/${s.id}`,
      })),
    }
  },
}

/** The day of a meeting in the calendar of those who are called to it or prepare it. */
export const selectionDays: DaySource = async ({ db, actor }, { from, to, ecosystem }) => {
  if (actor.kind === 'visitor') return []
  const all = await selectionsFor(db, actor)
  return all
    .filter((s) => s.day >= from && s.day <= to && (!ecosystem || s.ecosystem.id === ecosystem))
    .map((s) => ({
      id: s.id,
      kind: 'meeting',
      title: s.name,
      body: {},
      on: s.day,
      at: s.clock,
      path: `/selections/${s.id}`,
      ecosystem: s.ecosystem,
      share: 'own' as const,
      createdAt: new Date(s.createdAt),
      editedAt: null,
    }))
}
