import { z } from 'zod'
import type { Act, StandingIs } from '../../engine/conflict/index.ts'
import { query } from '../../kernel/action.ts'
import type { Person } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Asking } from '../../kernel/rule.ts'
import type { Names } from '../../kernel/text.ts'
import { callById } from '../calls/index.ts'
import { by, holds } from '../people/index.ts'
import { type GoingCall, goingCalls, sheetsOf } from './own-queries.ts'
import { type Matter, mattersById } from './queries.ts'
import { type ShownTie, shownTies } from './shown.ts'
import { standingsOf } from './standings.ts'
import { complaint } from './text.ts'

/** What an office does in the matters of its ecosystem; an assessor acts where they hold a sheet. */
function actsIn(actor: Person, ecosystem: string, holdsSheet: boolean): Act[] {
  const does = (...offices: Parameters<typeof holds>[1][number][]) => holds(actor, offices, ecosystem)
  return [
    ...(holdsSheet ? (['assess'] as const) : []),
    ...(does('coordinator', 'preparer', 'council-officer') ? (['propose'] as const) : []),
    ...(does('city-decider', 'council-officer') ? (['decide'] as const) : []),
  ]
}

export type OwnDuty = {
  application: string
  /** The first act that is still open to the person; where none is, they are barred. */
  is: StandingIs
}

/** Where somebody stands in every application of the calls in which they have something to do. */
export async function ownDuties(
  asking: Pick<Asking, 'db' | 'now'>,
  actor: Person,
  calls: readonly GoingCall[],
): Promise<{ duties: OwnDuty[]; ties: (application: string) => Parameters<typeof shownTies>[1] }> {
  const { db, now } = asking
  const all = calls.flatMap((c) => c.applications)
  const held = await sheetsOf(db, actor.id, all)
  const acting = calls.flatMap((c) =>
    c.applications.flatMap((application) => {
      const acts = actsIn(actor, c.ecosystem, held.has(application))
      return acts.length > 0 ? [{ application, acts }] : []
    }),
  )
  if (acting.length === 0) return { duties: [], ties: () => [] }
  const standings = await standingsOf(
    db,
    [actor.id],
    acting.map((a) => a.application),
    now,
  )
  return {
    duties: acting.map(({ application, acts }) => ({
      application,
      is:
        acts.map((act) => standings.of(actor.id, application, act).is).find((is) => is !== 'barred') ??
        'barred',
    })),
    ties: (application) => standings.ties(actor.id, application),
  }
}

export type OwnInCall = {
  call: { code: string; title: Names; ecosystem: string }
  items: readonly { matter: Matter; is: StandingIs; ties: readonly ShownTie[] }[]
}

/** One's own standing in every application of a call in which one has a duty: what is declared and what is due. */
export const ownInCall = query({
  name: 'conflict.own-in-call',
  summary: {
    fi: 'Omat esteellisyysilmoitukset yhden haun hakemuksista: annetut ja puuttuvat',
    sv: 'Egna jävsanmälningar i en utlysnings ansökningar: gjorda och de som saknas',
    en: 'One’s own declarations in the applications of a call: those made and those due',
  },
  route: { method: 'GET', path: '/calls/{call}/conflicts/own' },
  input: z.object({ call: z.string().max(60) }),
  output: z.custom<OwnInCall>(),
  allow: {
    ...by('assessor', 'preparer', 'city-decider', 'council-officer', 'coordinator'),
    in: async (ctx, { call }) => (await callById(ctx.db, call))?.ecosystem,
  },
  run: async (ctx, input) => {
    const call = await callById(ctx.db, input.call)
    if (!call) throw new Refusal('missing', 'conflict.no-call', [complaint('noCall')])
    const calls = await goingCalls(ctx.db, call.id)
    const { duties, ties } =
      ctx.actor.kind === 'person' ? await ownDuties(ctx, ctx.actor, calls) : { duties: [], ties: () => [] }
    const matters = await mattersById(
      ctx.db,
      duties.map((d) => d.application),
    )
    const shown = await shownTies(
      ctx.db,
      matters.flatMap((m) => ties(m.id)),
    )
    return {
      call: { code: call.code, title: call.title, ecosystem: call.ecosystem },
      items: matters.map((matter) => ({
        matter,
        is: duties.find((d) => d.application === matter.id)!.is,
        ties: shown.filter((tie) => tie.application === matter.id),
      })),
    }
  },
})
