import { z } from 'zod'
import { type Act, acts, type Standing } from '../../engine/conflict/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Asking, Rule } from '../../kernel/rule.ts'
import { by } from '../people/index.ts'
import { type Advice, adviceIn } from './advice-queries.ts'
import {
  ecosystemOf,
  insertAnswers,
  insertDeclaration,
  keepRecusal,
  liftRecusal,
  type Matter,
  matterOf,
  saidOf,
} from './queries.ts'
import { type ShownTie, shownTies } from './shown.ts'
import { standingsOf } from './standings.ts'
import { complaint } from './text.ts'

/** Those who may have something to do in a matter, and so something to declare. */
const involved = by('assessor', 'preparer', 'city-decider', 'council-officer', 'coordinator')
const inItsEcosystem = (ctx: Asking, { application }: { application: string }) =>
  ecosystemOf(ctx.db, application)
export const involvedRule: Rule<{ application: string }> = { ...involved, in: inItsEcosystem }

const application = z.uuid()
const point = z.int().min(1).max(7)

export const person = (actor: Actor): string => {
  if (actor.kind === 'person') return actor.id
  throw new Refusal('forbidden', 'conflict.nobody', [complaint('nobody')])
}

export async function theMatter(ctx: Context, id: string): Promise<Matter> {
  const matter = await matterOf(ctx.db, id)
  if (!matter) throw new Refusal('missing', 'conflict.no-application', [complaint('noApplication')])
  return matter
}

export type Own = {
  matter: Matter
  standings: Record<Act, Standing['is']>
  ties: readonly ShownTie[]
  said: Awaited<ReturnType<typeof saidOf>>
  /** What they have noted of their advice to the applicant. */
  advice: readonly Advice[]
}

/** What stands between the person who asks and one application, and what they have said of it. */
export const ownConflict = query({
  name: 'conflict.own',
  summary: {
    fi: 'Omat sidonnaisuudet yhteen hakemukseen ja niiden perusteet',
    sv: 'Egna bindningar till en ansökan och vad de bygger på',
    en: 'One’s own ties to an application, with what shows them',
  },
  route: { method: 'GET', path: '/applications/{application}/conflict' },
  input: z.object({ application }),
  output: z.custom<Own>(),
  allow: involvedRule,
  run: async (ctx, input) => {
    const self = person(ctx.actor)
    const matter = await theMatter(ctx, input.application)
    const standings = await standingsOf(ctx.db, [self], [matter.id], ctx.now)
    const each = acts.map((act) => [act, standings.of(self, matter.id, act).is] as const)
    return {
      matter,
      standings: Object.fromEntries(each) as Own['standings'],
      ties: await shownTies(ctx.db, standings.ties(self, matter.id)),
      said: await saidOf(ctx.db, matter.id, self),
      advice: await adviceIn(ctx.db, [matter.id], self),
    }
  },
})

/**
 * What a person says of themselves in one matter. A tie that is asked about needs its own answer before "none" is
 * taken; what bars, bars whatever is said. Whoever is barred now has stepped aside, with the ties as the reason.
 */
export async function declareIn(
  ctx: Context<Tx>,
  self: string,
  matter: Pick<Matter, 'id'>,
  said: {
    says: 'none' | 'conflict'
    point?: number | undefined
    words: string
    answers: readonly { tie: string; conflict: boolean }[]
    meeting?: string | undefined
  },
): Promise<Standing['is']> {
  const { db, now } = ctx
  const found = (await standingsOf(db, [self], [matter.id], now)).ties(self, matter.id)
  const asked = said.answers.flatMap(({ tie, conflict }) => {
    const known = found.filter((f) => f.key === tie)
    return known.length > 0
      ? [{ tie, conflict, seen: known.flatMap((f) => f.evidence.map((e) => e.id)) }]
      : []
  })
  await insertAnswers(
    db,
    asked.map((answer) => ({
      ...answer,
      id: newId(now.getTime()),
      person_id: self,
      application_id: matter.id,
      at: now,
    })),
  )
  await insertDeclaration(db, {
    id: newId(now.getTime()),
    person_id: self,
    by_id: self,
    application_id: matter.id,
    says: said.says,
    point: said.says === 'conflict' ? (said.point ?? 7) : null,
    words: said.words,
    found: JSON.stringify(found),
    meeting_id: said.meeting ?? null,
    at: now,
  })
  const standings = await standingsOf(db, [self], [matter.id], now)
  const after = acts.map((act) => standings.of(self, matter.id, act))
  const bars = after.find((s) => s.is === 'barred')?.because ?? []
  if (bars.length > 0) {
    await keepRecusal(db, {
      id: newId(now.getTime()),
      person_id: self,
      application_id: matter.id,
      point: bars[0]!.point,
      ties: JSON.stringify(bars),
      at: now,
    })
  }
  // Free for one act is enough to have work to do: who prepared the call may well have proposals to write.
  return after.find((s) => s.is !== 'barred')?.is ?? 'barred'
}

export const declare = command({
  name: 'conflict.declare',
  summary: {
    fi: 'Ilmoita esteettömyydestä tai esteellisyydestä yhden hakemuksen käsittelyssä',
    sv: 'Anmäl jävfrihet eller jäv i behandlingen av en ansökan',
    en: 'Declare a conflict of interest, or that there is none, in one application',
  },
  route: { method: 'POST', path: '/applications/{application}/conflict' },
  inPerson: true,
  input: z.object({
    application,
    says: z.enum(['none', 'conflict']),
    point: point.optional(),
    words: z.string().max(2_000).default(''),
    answers: z
      .array(z.object({ tie: z.string().max(500), conflict: z.boolean() }))
      .max(500)
      .default([]),
  }),
  output: z.object({ is: z.enum(['free', 'must-declare', 'must-answer', 'barred']) }),
  allow: involvedRule,
  run: async (ctx, { application: id, ...said }) => {
    const matter = await theMatter(ctx, id)
    if (said.says === 'conflict' && said.words.trim() === '')
      throw new Refusal('invalid', 'conflict.no-words', [complaint('noWords', 'words')])
    const is = await declareIn(ctx, person(ctx.actor), matter, said)
    if (said.says === 'none' && is === 'must-answer')
      throw new Refusal('invalid', 'conflict.unanswered', [complaint('unanswered', 'answers')])
    ctx.changed({
      kind: 'conflict',
      id: matter.id,
      before: null,
      after: { ecosystem: matter.ecosystem, says: said.says, point: said.point ?? null, is },
    })
    return { is }
  },
})

/** The organ says that what a member has declared is no conflict (hallintolaki 29 §); nobody lifts their own. */
export const lift = command({
  name: 'conflict.lift',
  summary: {
    fi: 'Kirjaa toimielimen kanta: jäsenen ilmoittama seikka ei tee tästä esteellistä',
    sv: 'Anteckna organets ståndpunkt: det som ledamoten har anmält innebär inte jäv',
    en: 'Record that the organ finds no conflict in what its member has declared',
  },
  route: { method: 'POST', path: '/applications/{application}/conflict/lift' },
  inPerson: true,
  input: z.object({ application, person: z.uuid(), words: z.string().trim().min(1).max(2_000) }),
  output: z.object({}),
  allow: { ...by('city-decider', 'council-officer'), in: inItsEcosystem },
  run: async (ctx, input) => {
    const matter = await theMatter(ctx, input.application)
    const self = person(ctx.actor)
    if (self === input.person) throw new Refusal('forbidden', 'conflict.own', [complaint('ownLift')])
    const standings = await standingsOf(ctx.db, [self], [matter.id], ctx.now)
    if (standings.of(self, matter.id, 'decide').is !== 'free')
      throw new Refusal('forbidden', 'conflict.lifter', [complaint('lifterNotFree')])
    await insertDeclaration(ctx.db, {
      id: newId(ctx.now.getTime()),
      person_id: input.person,
      by_id: self,
      application_id: matter.id,
      says: 'lifted',
      point: null,
      words: input.words,
      found: JSON.stringify([]),
      meeting_id: null,
      at: ctx.now,
    })
    const after = await standingsOf(ctx.db, [input.person], [matter.id], ctx.now)
    const still = acts.every((act) => after.of(input.person, matter.id, act).is === 'barred')
    if (!still) await liftRecusal(ctx.db, input.person, matter.id, ctx.now)
    ctx.changed({
      kind: 'conflict',
      id: matter.id,
      before: null,
      after: { ecosystem: matter.ecosystem, lifted: input.person },
      person: input.person,
    })
    return {}
  },
})
