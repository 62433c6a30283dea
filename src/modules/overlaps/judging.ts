import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import type { Rule } from '../../kernel/rule.ts'
import { idOfKey } from '../ecosystems/index.ts'
import { by, type Office } from '../people/index.ts'
import { endJudgement, insertJudgement, judgementById, judgementsOfPair } from './judgement-queries.ts'
import { judgements, type ThingRef, thingKinds } from './rules.ts'
import { text } from './text.ts'
import { handled, thingOf } from './thing.ts'

/** Who judges what overlaps: those who prepare and choose in the ecosystem. */
export const judges = [
  'coordinator',
  'preparer',
  'council-officer',
  'city-decider',
] as const satisfies Office[]

export const thingShape = {
  kind: z.enum(thingKinds).describe('What is judged: a project or an application.'),
  id: z.uuid().describe('Its id.'),
}
const pairShape = {
  ecosystem: z.string().max(40).describe('Key of the ecosystem in which it is judged.'),
  ...thingShape,
  project: z.uuid().describe('Id of the project that it is judged against.'),
}

export const refuse = (
  kind: 'invalid' | 'forbidden' | 'missing' | 'conflict',
  why: 'noReason' | 'itself' | 'notThere' | 'closedPublic' | 'notYours' | 'ended' | 'noConcept',
  field?: string,
) =>
  new Refusal(kind, `overlaps.${why}`, [
    {
      ...(field && { field }),
      text: { fi: text.fi.refusals[why], sv: text.sv.refusals[why], en: text.en.refusals[why] },
    },
  ])

/** The offices of the ecosystem; of an application those who handle it, each when free of conflict. */
export const judging: Rule<{ ecosystem: string } & ThingRef, Context> = {
  ...by(...judges),
  in: (ctx, { ecosystem }) => idOfKey(ctx.db, ecosystem),
  only: handled(({ kind, id }) => ({ kind, id })),
}

export const addJudgement = command({
  name: 'judgement.add',
  summary: {
    fi: 'Kirjaa arvio siitä, onko hanke tai hakemus päällekkäinen hankkeen kanssa, täydentääkö, jatkaako vai edellyttääkö se sitä',
    sv: 'Anteckna en bedömning av om ett projekt eller en ansökan överlappar, kompletterar, fortsätter eller förutsätter ett projekt',
    en: 'Record whether a project or an application overlaps, complements, continues or depends on a project',
  },
  route: { method: 'POST', path: '/judgements' },
  input: z.object({
    ...pairShape,
    judgement: z.enum(judgements).describe('How the first stands to the second.'),
    reason: z.string().max(5_000).describe('Why; it stays with the judgement.'),
    share: z
      .enum(['agreement', 'public'])
      .default('agreement')
      .describe('Who sees it: those of the ecosystem, or everybody when both are public projects.'),
  }),
  output: z.object({ id: z.string() }),
  allow: judging,
  run: async (ctx, { ecosystem: key, project, judgement, share, reason: typed, ...thing }) => {
    const reason = typed.trim()
    if (!reason) throw refuse('invalid', 'noReason', 'reason')
    if (thing.kind === 'project' && thing.id === project) throw refuse('invalid', 'itself')
    const ecosystem = (await idOfKey(ctx.db, key))!
    const first = await thingOf(ctx, thing)
    const second = await thingOf(ctx, { kind: 'project', id: project })
    if (first.kind === 'application' && !first.ecosystems.includes(ecosystem))
      throw refuse('missing', 'notThere')
    if (share === 'public' && (first.share !== 'public' || second.share !== 'public'))
      throw refuse('invalid', 'closedPublic', 'share')
    const self = ctx.actor.kind === 'person' ? ctx.actor.id : null
    const before = (await judgementsOfPair(ctx.db, ctx.actor, thing, project)).find(
      (j) => j.ended_at === null && j.ecosystem === ecosystem && j.person_id === self,
    )
    if (before) await endJudgement(ctx.db, before.id, 'replaced', ctx.now)
    const id = newId(ctx.now.getTime())
    const by_whom = ctx.actor.kind === 'visitor' ? '' : ctx.actor.name
    await insertJudgement(ctx.db, {
      id,
      ecosystem,
      thing,
      project,
      judgement,
      reason,
      share,
      person_id: self,
      by_whom,
      at: ctx.now,
    })
    if (share === 'public' || before?.share === 'public') await bumpRevision(ctx.db)
    ctx.changed({
      kind: 'judgement',
      id,
      before: before ? { id: before.id, judgement: before.judgement, reason: before.reason } : null,
      after: { ecosystem, thing, project, judgement, reason, share },
    })
    return { id }
  },
})

export const withdrawJudgement = command({
  name: 'judgement.withdraw',
  summary: {
    fi: 'Peru oma arvio; se jää näkyviin peruttuna',
    sv: 'Återta en egen bedömning; den visas kvar som återtagen',
    en: 'Take one’s own judgement back; it stays to be seen as taken back',
  },
  route: { method: 'POST', path: '/judgements/{judgement}/withdrawal' },
  input: z.object({ judgement: z.uuid() }),
  output: z.object({ id: z.string() }),
  allow: {
    ...by(...judges),
    in: async (ctx, { judgement }) => (await judgementById(ctx.db, judgement))?.ecosystem,
    only: {
      says: { fi: 'oma arvio', sv: 'egen bedömning', en: "one's own judgement" },
      check: async (ctx, { judgement }) => {
        const found = await judgementById(ctx.db, judgement)
        return !found || ctx.actor.kind !== 'person' || found.person_id === ctx.actor.id
      },
      why: () => refuse('forbidden', 'notYours'),
    },
  },
  run: async (ctx, { judgement }) => {
    const found = await judgementById(ctx.db, judgement)
    if (!found) throw refuse('missing', 'notThere')
    if (found.ended_at) throw refuse('conflict', 'ended')
    await endJudgement(ctx.db, found.id, 'withdrawn', ctx.now)
    if (found.share === 'public') await bumpRevision(ctx.db)
    ctx.changed({
      kind: 'judgement',
      id: found.id,
      before: { ecosystem: found.ecosystem, judgement: found.judgement, reason: found.reason },
      after: null,
    })
    return { id: found.id }
  },
})
