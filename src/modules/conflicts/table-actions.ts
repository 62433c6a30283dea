import { z } from 'zod'
import type { Standing } from '../../engine/conflict/index.ts'
import { command, query } from '../../kernel/action.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Names } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { callById } from '../calls/index.ts'
import { by } from '../people/index.ts'
import { type Advice, adviceIn } from './advice-queries.ts'
import { handlers } from './barred-toward.ts'
import {
  applicationsIn,
  type Duty,
  dutiesIn,
  ecosystemOf,
  type Matter,
  mattersById,
  type RecusalRow,
  recusalsOf,
  setDeputy,
} from './queries.ts'
import { type ShownTie, shownTies } from './shown.ts'
import { standingsOf } from './standings.ts'
import { unbarred } from './taking-part.ts'
import { complaint } from './text.ts'

export type ConflictTable = {
  call: { code: string; title: Names; ecosystem: string }
  matters: readonly Matter[]
  duties: readonly Duty[]
  /** One for each duty and application, in the order of both. */
  standings: readonly { person: string; act: Duty['act']; application: string; is: Standing['is'] }[]
  ties: readonly ShownTie[]
  recusals: readonly RecusalRow[]
  /** What people have noted of their advice to applicants, struck notes too. */
  advice: readonly Advice[]
}

/** Everybody with a duty in a call against each of its applications: every tie, and what was said of it. */
export const conflictTable = query({
  name: 'conflict.table',
  summary: {
    fi: 'Haun kaikki sidonnaisuudet: kuka, mihin hakemukseen, millä perusteella',
    sv: 'Alla bindningar i en utlysning: vem, till vilken ansökan, på vilken grund',
    en: 'Every tie in a call: whose, to which application, on which ground',
  },
  route: { method: 'GET', path: '/calls/{call}/conflicts' },
  input: z.object({ call: z.string().max(60) }),
  output: z.custom<ConflictTable>(),
  allow: {
    ...handlers,
    in: async (ctx, { call }) => (await callById(ctx.db, call))?.ecosystem,
  },
  run: async (ctx, input) => {
    const call = await callById(ctx.db, input.call)
    if (!call) throw new Refusal('missing', 'conflict.no-call', [complaint('noCall')])
    const ids = await applicationsIn(ctx.db, call.id)
    const duties = await dutiesIn(ctx.db, call.id, dayIn(ctx.now))
    const people = [...new Set(duties.map((d) => d.person))]
    const known = await standingsOf(ctx.db, people, ids, ctx.now)
    const ties = people.flatMap((person) => ids.flatMap((id) => known.ties(person, id)))
    return {
      call: { code: call.code, title: call.title, ecosystem: call.ecosystem },
      matters: await mattersById(ctx.db, ids),
      duties,
      standings: duties.flatMap(({ person, act }) =>
        ids.map((application) => ({
          person,
          act,
          application,
          is: known.of(person, application, act).is,
        })),
      ),
      ties: await shownTies(ctx.db, ties),
      recusals: await recusalsOf(ctx.db, ids),
      advice: await adviceIn(ctx.db, ids),
    }
  },
})

/** Who steps in for somebody who has stepped aside: free themselves, or not at all. */
export const nameDeputy = command({
  name: 'conflict.name-deputy',
  summary: {
    fi: 'Nimeä esteellisen sijainen yhden hakemuksen käsittelyyn',
    sv: 'Utse en ersättare för den jäviga i behandlingen av en ansökan',
    en: 'Name who steps in for a conflicted person in one application',
  },
  route: { method: 'POST', path: '/applications/{application}/deputies' },
  input: z.object({ application: z.uuid(), person: z.uuid(), deputy: z.uuid() }),
  output: z.object({}),
  allow: {
    ...by('coordinator', 'preparer'),
    in: (ctx, { application }) => ecosystemOf(ctx.db, application),
    only: unbarred<{ application: string }>('propose', (_asking, { application }) => application),
  },
  run: async (ctx, { application, person, deputy }) => {
    const recusal = (await recusalsOf(ctx.db, [application])).find((r) => r.person === person)
    if (!recusal) throw new Refusal('missing', 'conflict.no-recusal', [complaint('noRecusal')])
    const standings = await standingsOf(ctx.db, [deputy], [application], ctx.now)
    if (deputy === person || standings.of(deputy, application, 'assess').is === 'barred')
      throw new Refusal('conflict', 'conflict.deputy-barred', [complaint('deputyBarred', 'deputy')])
    await setDeputy(ctx.db, recusal.id, deputy)
    ctx.changed({
      kind: 'conflict',
      id: application,
      before: { deputy: recusal.deputy },
      after: { deputy },
      person: deputy,
    })
    return {}
  },
})
