import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { allows, type Rule, whyNot } from '../../kernel/rule.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import { readDay } from '../../kernel/time.ts'
import { applicationPath, officers, seenApplication, whoReads } from '../applications/index.ts'
import { holds, type Office } from '../people/index.ts'
import { type ProjectItem, projectItems, projectPath } from '../projects/index.ts'
import { type Circumstances, comparedTitle, type ThingRef } from './rules.ts'
import { text } from './text.ts'
import {
  type ApplicationRow,
  applicationRows,
  ecosystemsWith,
  type IdeaRow,
  ideaRows,
} from './thing-queries.ts'

/** A project, an application or an idea as it is compared and shown. */
export type Thing = ThingRef & {
  title: string
  language: string
  summary: string | null
  /** Everything that its subjects are read from. */
  whole: string
  /** Its page, without a language. */
  path: string
  /** The code of a project, the number of an application. */
  code: string | null
  amount: string | null
  currency: string | null
  share: ShareLevel
  /** The ecosystems whose own it is. */
  ecosystems: readonly string[]
  exercise: boolean
  circumstances: Circumstances
}

export const circumstancesOf = (p: ProjectItem): Circumstances => ({
  actors: [...(p.lead ? [p.lead] : []), ...p.partners].flatMap(({ id, name }) =>
    id !== null && name !== null ? [{ id, name }] : [],
  ),
  regions: p.region ? [p.region] : [],
  starts: p.startDate,
  ends: p.endDate,
})

export const thingOfProject = (p: ProjectItem, ecosystems: readonly string[] = []): Thing => ({
  kind: 'project',
  id: p.id,
  title: p.name,
  language: p.language,
  summary: p.summary,
  whole: [comparedTitle(p.name), p.summary].filter(Boolean).join('\n'),
  path: projectPath(p),
  code: p.code,
  amount: p.amounts.granted,
  currency: p.amounts.currency,
  share: p.share,
  ecosystems,
  exercise: false,
  circumstances: circumstancesOf(p),
})

export const thingOfApplication = (row: ApplicationRow): Thing => ({
  kind: 'application',
  id: row.id,
  title: row.title,
  language: row.language,
  summary: row.summary,
  whole: [comparedTitle(row.title), row.summary, row.more].filter(Boolean).join('\n'),
  path: applicationPath(row),
  code: row.number,
  amount: row.asked,
  currency: row.asked === null ? null : 'EUR',
  share: 'own',
  ecosystems: [row.ecosystem],
  exercise: row.exercise,
  circumstances: {
    actors: row.parties,
    regions: row.regions,
    starts: readDay(row.starts ?? '') ?? null,
    ends: readDay(row.ends ?? '') ?? null,
  },
})

export const thingOfIdea = (row: IdeaRow): Thing => ({
  kind: 'idea',
  id: row.id,
  title: row.title,
  language: row.language,
  summary: row.body,
  whole: [comparedTitle(row.title), row.body].join('\n'),
  path: `/portfolios/${row.portfolio}/ideas/${row.id}`,
  code: null,
  amount: row.amount,
  currency: 'EUR',
  share: row.share,
  ecosystems: [row.ecosystem],
  exercise: row.exercise,
  circumstances: { actors: [], regions: row.regions, starts: row.starts, ends: row.ends },
})

/** The thing, when the actor sees it; its rule has been asked. One that is not seen is not there. */
export async function thingOf(ctx: Context, { kind, id }: ThingRef): Promise<Thing> {
  if (kind === 'project') {
    const [item] = await projectItems(ctx, [id])
    if (item) return thingOfProject(item, await ecosystemsWith(ctx.db, id))
  } else if (kind === 'idea') {
    const [row] = await ideaRows(ctx.db, ctx.actor, [id])
    if (row) return thingOfIdea(row)
  } else {
    // The rules leave one that is not seen to this, which refuses in the same words as one that is not there.
    await seenApplication(ctx, id)
    const [row] = await applicationRows(ctx.db, [id])
    if (row) return thingOfApplication(row)
  }
  throw new Refusal('missing', 'overlaps.nothing', [
    { text: { fi: text.fi.missing, sv: text.sv.missing, en: text.en.missing } },
  ])
}

const ofApplication = ({ id }: ThingRef) => ({ application: id })

/** Projects and ideas are seen as anywhere; an application by its own people, and by the offices once free of conflict. */
export const whoSees: Rule<ThingRef, Context> = {
  who: ['everyone'],
  only: {
    says: {
      fi: 'hakemuksesta ne, jotka saavat lukea sen',
      sv: 'om en ansökan de som får läsa den',
      en: 'of an application those who may read it',
    },
    check: (ctx, thing) => thing.kind !== 'application' || allows(whoReads, ctx, ofApplication(thing)),
    why: async (ctx, thing) =>
      thing.kind === 'application' ? whyNot(whoReads, ctx, ofApplication(thing)) : undefined,
  },
}

/** Who judges what overlaps: those who prepare and choose in the ecosystem. */
export const judges = [
  'coordinator',
  'preparer',
  'council-officer',
  'city-decider',
] as const satisfies Office[]

/**
 * Whether an office does its work with the thing: with an application those who handle it, free of conflict; with an
 * idea the offices of its own ecosystem. One that is not seen is left to `thingOf`.
 */
export async function handles(ctx: Context, thing: ThingRef): Promise<boolean> {
  if (thing.kind === 'project') return true
  if (thing.kind === 'application') return allows(officers, ctx, ofApplication(thing))
  const [row] = await ideaRows(ctx.db, ctx.actor, [thing.id])
  return !row || ctx.actor.kind === 'system' || holds(ctx.actor, judges, row.ecosystem)
}

/** What keeps an office from an application, where its conflict does. */
export const whyNotHandled = async (ctx: Context, thing: ThingRef) =>
  thing.kind === 'application' ? whyNot(officers, ctx, ofApplication(thing)) : undefined
