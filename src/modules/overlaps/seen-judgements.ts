import type { Context } from '../../kernel/context.ts'
import type { Names } from '../../kernel/text.ts'
import { standingsOf } from '../conflicts/index.ts'
import { holds } from '../people/index.ts'
import { projectItems } from '../projects/index.ts'
import { type JudgementRow, judgementsAbout, tiesAmong } from './judgement-queries.ts'
import { type Judgement, pairPath, type ThingRef, type Voice } from './rules.ts'
import { judges, type Thing, thingOfApplication, thingOfIdea, thingOfProject } from './thing.ts'
import { applicationRows, ideaRows } from './thing-queries.ts'

export type Asking = Pick<Context, 'db' | 'actor' | 'now'>

/** A judgement as it is shown: both things, and by whom where that is told. */
export type ShownJudgement = {
  id: string
  ecosystem: { key: string; name: Names }
  judgement: Judgement
  reason: string
  share: 'agreement' | 'public'
  voice: Voice
  /** Null to visitors: who sees what is public is told the ecosystem. */
  by: string | null
  own: boolean
  at: Date
  ended: { at: Date; why: 'replaced' | 'withdrawn' } | null
  from: Thing
  to: Thing
}

/**
 * Which of an ecosystem's applications the actor handles and is free to read now. Others are not told of, nor counted:
 * their own people do not read what the offices judge of them.
 */
export async function handledBy(
  { db, actor, now }: Asking,
  ecosystem: string,
  applications: readonly string[],
): Promise<string[]> {
  if (applications.length === 0) return []
  if (actor.kind === 'system') return [...applications]
  if (actor.kind !== 'person' || !holds(actor, ['coordinator', 'preparer', 'council-officer'], ecosystem))
    return []
  const standings = await standingsOf(db, [actor.id], applications, now)
  return applications.filter((id) => standings.of(actor.id, id, 'propose').is === 'free')
}

/** What is judged, by its ids, as far as the actor sees it now. */
async function thingsIn(ctx: Asking, rows: readonly JudgementRow[]): Promise<Map<string, Thing>> {
  const sides = rows.flatMap((j) => [
    { ecosystem: j.ecosystem, kind: j.thing_kind, id: j.thing_id },
    { ecosystem: j.ecosystem, kind: j.other_kind, id: j.other_id },
  ])
  const idsOf = (kind: ThingRef['kind'], ecosystem?: string): string[] => [
    ...new Set(
      sides.flatMap((side) =>
        side.kind === kind && (ecosystem === undefined || side.ecosystem === ecosystem) ? [side.id] : [],
      ),
    ),
  ]
  const things = [
    ...(await projectItems(ctx, idsOf('project'))).map((item) => thingOfProject(item)),
    ...(await ideaRows(ctx.db, ctx.actor, idsOf('idea'))).map(thingOfIdea),
  ]
  // An application is judged in its own ecosystem alone.
  for (const ecosystem of new Set(sides.flatMap((s) => (s.kind === 'application' ? [s.ecosystem] : [])))) {
    const free = await handledBy(ctx, ecosystem, idsOf('application', ecosystem))
    things.push(...(await applicationRows(ctx.db, free)).map(thingOfApplication))
  }
  return new Map(things.map((thing) => [thing.id, thing]))
}

/** The judgements with their two things, without those of which the actor does not see both. */
export async function shown(ctx: Asking, rows: readonly JudgementRow[]): Promise<ShownJudgement[]> {
  const things = await thingsIn(ctx, rows)
  const self = ctx.actor.kind === 'person' ? ctx.actor.id : undefined
  return rows.flatMap((j) => {
    const [from, to] = [things.get(j.thing_id), things.get(j.other_id)]
    if (!from || !to) return []
    const { id, judgement, reason, share, voice, at } = j
    return [
      {
        id,
        ecosystem: { key: j.ecosystem_key, name: j.ecosystem_name },
        judgement,
        reason,
        share,
        voice,
        by: ctx.actor.kind === 'visitor' ? null : j.by_whom,
        own: self !== undefined && j.person_id === self,
        at,
        ended: j.ended_at && j.ended_why ? { at: j.ended_at, why: j.ended_why } : null,
        from,
        to,
      },
    ]
  })
}

/** What stands judged of a thing, as far as the actor sees it and the things it is judged with; newest first. */
export const judgementsOf = async (ctx: Asking, thing: ThingRef): Promise<ShownJudgement[]> =>
  shown(ctx, await judgementsAbout(ctx.db, ctx.actor, thing))

/** A judgement that puts two things in an order of time: `earlier` goes before `later`, or feeds it. */
export type JudgedTie = Pick<ShownJudgement, 'id' | 'reason' | 'by' | 'at'> & {
  kind: 'continues' | 'depends-on'
  earlier: string
  later: string
  /** Where the judgement stands, for this reader, without a language. */
  path: string
}

/** Which of these things continue or depend on another of them, as far as the actor sees it; newest first. */
export async function judgedTies(ctx: Asking, things: readonly string[]): Promise<JudgedTie[]> {
  if (things.length < 2) return []
  const rows = await tiesAmong(ctx.db, ctx.actor, things)
  const judgesThere = new Set(rows.flatMap((j) => (holds(ctx.actor, judges, j.ecosystem) ? [j.id] : [])))
  return (await shown(ctx, rows)).flatMap(({ id, judgement, reason, by, at, from, to, ecosystem }) => {
    if (judgement !== 'continues' && judgement !== 'depends-on') return []
    const path = judgesThere.has(id) ? pairPath(ecosystem.key, from, to) : `/similar/${from.kind}/${from.id}`
    return [{ id, kind: judgement, earlier: to.id, later: from.id, reason, by, at, path }]
  })
}
