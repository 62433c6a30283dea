import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { inIt } from './access.ts'
import type { Supposing } from './problem.ts'
import { type EventRow, eventsOf, type ListedSelection, selectionsFor } from './queries.ts'
import type { Room } from './room.ts'
import { readRoom } from './room-of.ts'
import type { GivenUpFor } from './rules.ts'
import { decimal, weightStatement } from './settings.ts'
import { type Solved, solveRoom } from './solving.ts'

const one = z.object({ selection: z.uuid() })

export const listSelections = query({
  name: 'selection.list',
  summary: {
    fi: 'Valintakokoukset, joita valmistelee tai joihin on kutsuttu',
    sv: 'Urvalsmöten som man bereder eller är kallad till',
    en: 'The selection meetings that one prepares or is called to',
  },
  route: { method: 'GET', path: '/selections' },
  input: z.object({}),
  output: z.object({ items: z.array(z.custom<ListedSelection>()) }),
  allow: { who: ['signed-in', 'system'] },
  run: async (ctx) => ({ items: await selectionsFor(ctx.db, ctx.actor) }),
})

export const readSelection = query({
  name: 'selection.get',
  summary: {
    fi: 'Yksi valintakokous: ehdokkaat, painot, säännöt, jäsenet ja valinta',
    sv: 'Ett urvalsmöte: kandidater, vikter, regler, medlemmar och urval',
    en: 'One selection meeting: candidates, weights, rules, members and what it chose',
  },
  route: { method: 'GET', path: '/selections/{selection}' },
  input: one,
  output: z.custom<Room>(),
  allow: inIt,
  run: (ctx, { selection }) => readRoom(ctx, selection),
})

/** A deed of a meeting without what it was of: everybody in the meeting may read it, whatever they step aside from. */
export type Deed = Pick<EventRow, 'event' | 'person' | 'at'> & { why: GivenUpFor | null }

export const readCourse = query({
  name: 'selection.course',
  summary: {
    fi: 'Valintakokouksen kulku: kuka teki mitäkin ja milloin',
    sv: 'Urvalsmötets gång: vem som gjorde vad och när',
    en: 'The course of a selection meeting: who did what and when',
  },
  route: { method: 'GET', path: '/selections/{selection}/course' },
  input: one,
  output: z.object({ items: z.array(z.custom<Deed>()) }),
  allow: inIt,
  run: async (ctx, { selection }) => ({
    items: (await eventsOf(ctx.db, selection)).map(({ event, person, at, content }) => ({
      event,
      person,
      at,
      why: event === 'give-up' ? (content.why as GivenUpFor) : null,
    })),
  }),
})

const supposing = z.object({
  limits: z.record(z.string(), decimal).optional(),
  statements: z
    .array(z.object({ id: z.string().max(100), said: weightStatement }))
    .max(400)
    .optional(),
  without: z.array(z.string().max(100)).max(1_000).optional(),
  also: z
    .array(z.object({ candidate: z.uuid(), way: z.enum(['in', 'out']) }))
    .max(2_000)
    .optional(),
})

export const solveSelection = query({
  name: 'selection.solve',
  summary: {
    fi: 'Laske valintakokouksen hankesalkut, myös olettaen jotakin',
    sv: 'Räkna urvalsmötets projektportföljer, också med antaganden',
    en: 'Solve a selection meeting, also supposing something',
  },
  route: { method: 'POST', path: '/selections/{selection}/solve' },
  input: one.extend({ supposing: supposing.default({}) }),
  output: z.custom<Solved>(),
  allow: inIt,
  run: async (ctx, { selection, supposing: asked }) =>
    solveRoom(await readRoom(ctx, selection), asked as Supposing),
})
