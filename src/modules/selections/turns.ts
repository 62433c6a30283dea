import type { DaySource } from '../../kernel/calendar-day.ts'
import type { Finder } from '../../kernel/finder.ts'
import { isAmong } from '../../kernel/rule.ts'
import { inEach, type Language, languages, type Names } from '../../kernel/text.ts'
import { type Day, dayIn, formatDay } from '../../kernel/time.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { givenUpIn } from './closing-queries.ts'
import { placeAmong } from './conflicted.ts'
import { declareText } from './declare-text.ts'
import { givenUpText } from './given-up-text.ts'
import { selectionsFor, waitingOf } from './queries.ts'
import { keepers, selectionMachine } from './rules.ts'
import { said } from './selection-frame.tsx'
import { text } from './text.ts'

const named = (name: Names) => inEach((l) => said(name, l))

/** Meetings that one is called to, that go on, or whose record one has to sign; and where one has yet to declare. */
export const selectionsOfMine: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const turns: Turn[] = []
    for (const s of await waitingOf(db, actor.id)) {
      const path = `/selections/${s.id}`
      const name = named(s.name)
      const due = s.state === 'called' ? { due: s.day } : {}
      if (s.state === 'closed') {
        turns.push({ what: inEach((l) => text[l].turnSign(name[l])), path: `${path}/record` })
        continue
      }
      const { undeclared } = await placeAmong(db, s, { person: actor.id, role: s.role }, now)
      if (undeclared.size > 0)
        turns.push({
          what: inEach((l) => declareText[l].turn(name[l])),
          why: inEach((l) => declareText[l].turnWhy(undeclared.size)),
          path: `${path}/declaration`,
          ...due,
        })
      if (s.state === 'open')
        turns.push({ what: inEach((l) => text[l].turnOpen(name[l])), path: `${path}/room` })
      // Whoever declares reads the candidates there.
      else if (undeclared.size === 0)
        turns.push({ what: inEach((l) => text[l].turnCalled(name[l], formatDay(s.day, l))), path, ...due })
    }
    return turns
  },
}

/** Time before a meeting by which its members should have been called: a week, in ms. */
const callAhead = 7 * 24 * 60 * 60 * 1000

/** Meetings that wait for who keeps them: to be called, opened or closed, or closed again since their record failed. */
export const selectionsToRun: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person' || !isAmong(keepers, actor)) return []
    const kept = (await selectionsFor(db, actor)).filter((s) => isAmong(keepers, actor, s.ecosystem.id))
    const givenUp = new Set(
      (
        await givenUpIn(
          db,
          kept.flatMap((s) => (s.state === 'open' ? [s.id] : [])),
        )
      ).map((g) => g.selection),
    )
    const today = dayIn(now)
    const calling = dayIn(new Date(now.getTime() + callAhead))
    return kept.flatMap((s): Turn[] => {
      const what = (say: (l: Language) => string, due?: Day): Turn[] => [
        {
          what: inEach(say),
          why: inEach((l) => text[l].turnKeeps),
          path: `/selections/${s.id}`,
          ...(due && { due }),
        },
      ]
      const name = named(s.name)
      const day = (l: Language) => formatDay(s.day, l)
      if (givenUp.has(s.id)) return what((l) => givenUpText[l].turn(name[l]))
      if (s.state === 'preparing' && s.day <= calling)
        return what((l) => text[l].turnToCall(name[l], day(l)), s.day)
      if (s.state === 'called' && s.day <= today)
        return what((l) => text[l].turnToOpen(name[l], day(l)), s.day)
      if (s.state === 'open' && s.day < today) return what((l) => text[l].turnToClose(name[l], day(l)))
      return []
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
      const title = languages.map((l) => s.name[l] ?? '').join(' ')
      return asked.length > 0 && asked.every((w) => title.toLocaleLowerCase(language).includes(w))
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
