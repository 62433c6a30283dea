import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { type Rule, ruleOf } from '../../kernel/rule.ts'
import { idOfKey } from '../ecosystems/index.ts'
import { by, holds } from '../people/index.ts'
import { endJudgement, insertJudgement, judgementById, judgementsOfPair } from './judgement-queries.ts'
import { bothPublic, judgements, pairPath, type ThingRef, thingKinds, type Voice } from './rules.ts'
import { text } from './text.ts'
import { handles, judges, thingOf, whyNotHandled } from './thing.ts'
import { leadsAny } from './thing-queries.ts'

export const thingShape = {
  kind: z.enum(thingKinds).describe('What it is: a project, an application or an idea.'),
  id: z.uuid().describe('Its id.'),
}

/** Two things in an ecosystem: the first is judged against the other. */
export const pairShape = {
  ecosystem: z.string().max(40).describe('Key of the ecosystem in which it is judged.'),
  ...thingShape,
  otherKind: z.enum(thingKinds).default('project').describe('What it is judged against.'),
  other: z.uuid().describe('Id of what it is judged against.'),
}

export type JudgedPair = { ecosystem: string; thing: ThingRef; other: ThingRef }

export const pairIn = ({
  ecosystem,
  kind,
  id,
  otherKind,
  other,
}: z.output<z.ZodObject<typeof pairShape>>): JudgedPair => ({
  ecosystem,
  thing: { kind, id },
  other: { kind: otherKind, id: other },
})

export const refuse = (
  kind: 'invalid' | 'forbidden' | 'missing' | 'conflict',
  why: keyof typeof text.fi.refusals,
  field?: string,
) =>
  new Refusal(kind, `overlaps.${why}`, [
    {
      ...(field && { field }),
      text: { fi: text.fi.refusals[why], sv: text.sv.refusals[why], en: text.en.refusals[why] },
    },
  ])

/** Whether the actor belongs to the organisation that leads one of these, when they are projects. */
export const leads = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, ...things: readonly ThingRef[]) =>
  actor.kind === 'person' &&
  things.every(({ kind }) => kind === 'project') &&
  leadsAny(
    db,
    actor.organisations,
    things.map(({ id }) => id),
  )

/**
 * The offices that judge in the ecosystem, with what they handle; and the project managers of the organisation that
 * leads one of two projects.
 */
export const judging: Rule<JudgedPair, Context> = {
  ...by(...judges, 'project-manager'),
  in: (ctx, { ecosystem }) => idOfKey(ctx.db, ecosystem),
  only: {
    says: {
      fi: 'hakemuksesta sen käsittelijät esteettöminä, ideasta sen ekosysteemin tehtävissä olevat; projektipäällikkö oman organisaationsa johtamasta hankkeesta',
      sv: 'om en ansökan de som handlägger den och är ojäviga, om en idé de som har ett uppdrag i dess ekosystem; en projektledare om ett projekt som den egna organisationen leder',
      en: 'of an application those who handle it, free of conflict; of an idea the offices of its ecosystem; a project manager of a project that their own organisation leads',
    },
    check: async (ctx, { ecosystem, thing, other }) => {
      if (ctx.actor.kind !== 'system' && !holds(ctx.actor, judges, await idOfKey(ctx.db, ecosystem)))
        return leads(ctx, thing, other)
      return (await handles(ctx, thing)) && (await handles(ctx, other))
    },
    why: async (ctx, { thing, other }) =>
      (await whyNotHandled(ctx, thing)) ?? (await whyNotHandled(ctx, other)) ?? notLed(ctx),
  },
}

/** Why a project manager may not judge a pair. */
const notLed = ({ actor }: Pick<Context, 'actor'>) =>
  holds(actor, ['project-manager']) ? refuse('forbidden', 'notLed') : undefined

export const addJudgement = command({
  name: 'judgement.add',
  summary: {
    fi: 'Kirjaa arvio siitä, onko hanke, hakemus tai idea päällekkäinen toisen kanssa, täydentääkö, jatkaako vai edellyttääkö se sitä',
    sv: 'Anteckna en bedömning av om ett projekt, en ansökan eller en idé överlappar, kompletterar, fortsätter eller förutsätter en annan',
    en: 'Record whether a project, an application or an idea overlaps, complements, continues or depends on another',
  },
  route: { method: 'POST', path: '/judgements' },
  input: z.object({
    ...pairShape,
    judgement: z.enum(judgements).describe('How the first stands to the other.'),
    reason: z.string().max(5_000).describe('Why; it stays with the judgement.'),
    share: z
      .enum(['agreement', 'public'])
      .default('agreement')
      .describe('Who sees it: those of the ecosystem, or everybody when both are public projects.'),
  }),
  output: z.object({ id: z.string() }),
  allow: ruleOf(judging, pairIn),
  run: async (ctx, { judgement, share, reason: typed, ...asked }) => {
    const { ecosystem: key, thing, other } = pairIn(asked)
    const reason = typed.trim()
    if (!reason) throw refuse('invalid', 'noReason', 'reason')
    if (thing.id === other.id) throw refuse('invalid', 'itself')
    const ecosystem = await idOfKey(ctx.db, key)
    if (!ecosystem) throw refuse('missing', 'notThere')
    const things = [await thingOf(ctx, thing), await thingOf(ctx, other)]
    if (things.some(({ kind, ecosystems }) => kind !== 'project' && !ecosystems.includes(ecosystem)))
      throw refuse('missing', 'notThere')
    if (share === 'public' && !bothPublic(...things)) throw refuse('invalid', 'closedPublic', 'share')
    const voice: Voice = (await leads(ctx, thing, other)) ? 'lead' : 'office'
    const self = ctx.actor.kind === 'person' ? ctx.actor.id : null
    const before = (await judgementsOfPair(ctx.db, ctx.actor, thing, other)).find(
      (j) => j.ended_at === null && j.ecosystem === ecosystem && j.person_id === self,
    )
    if (before) await endJudgement(ctx.db, before.id, 'replaced', ctx.now)
    const id = newId(ctx.now.getTime())
    const by_whom = ctx.actor.kind === 'visitor' ? '' : ctx.actor.name
    const said = { ecosystem, thing, other, judgement, reason, share, voice }
    await insertJudgement(ctx.db, { id, ...said, person_id: self, by_whom, at: ctx.now })
    if (share === 'public' || before?.share === 'public') await bumpRevision(ctx.db)
    ctx.changed({
      kind: 'judgement',
      id,
      before: before ? { id: before.id, judgement: before.judgement, reason: before.reason } : null,
      after: said,
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
  output: z.object({ id: z.string(), path: z.string().describe('Where the pair is judged.') }),
  allow: {
    ...by(...judges, 'project-manager'),
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
    const { thing_kind, thing_id, other_kind, other_id } = found
    const [thing, other] = [
      { kind: thing_kind, id: thing_id },
      { kind: other_kind, id: other_id },
    ]
    return { id: found.id, path: pairPath(found.ecosystem_key, thing, other) }
  },
})
