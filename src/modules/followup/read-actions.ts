import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { everyone, isAmong } from '../../kernel/rule.ts'
import { seesSubject } from '../../kernel/subject.ts'
import type { EcosystemHead } from '../ecosystems/index.ts'
import { type ProjectFigure, projectFigures } from '../indicators/index.ts'
import { boundTo, type Party, partiesOf } from '../reports/index.ts'
import { plannedFor } from './budget.ts'
import type { Item } from './content.ts'
import { refuse } from './fault-text.ts'
import { type Packet, packetsOf } from './packet-queries.ts'
import { type BudgetUse, useOfBudget } from './plan.ts'
import { type Followed, followedById, followedIn, items, itemsOfProjects } from './queries.ts'
import {
  beginners,
  ecosystemAt,
  followedAt,
  key,
  one,
  overseers,
  oversees,
  readers,
  writes,
} from './rights.ts'
import { changeMachine } from './rules.ts'
import { type Standing, standingOf } from './standing.ts'

/** Everything that is followed of a project, as one reader sees it. */
export type ToldFollowup = {
  followed: Followed
  parties: Party[]
  items: Item[]
  budget: BudgetUse
  figures: ProjectFigure[]
  packets: Packet[]
  /** Whether the reader writes here. */
  writes: boolean
  /** Whether the reader answers for the office; not where they are bound to the project. */
  answers: boolean
}

/** What holds of a followed project, for those who may read it. */
export async function gathered(
  ctx: Parameters<typeof followedAt>[0] & Parameters<typeof writes>[0],
  followed: Followed,
): Promise<ToldFollowup> {
  const { db, actor } = ctx
  const all = await items.current(db, actor, followed.project)
  const planned = await plannedFor(db, followed, all)
  return {
    followed,
    parties: await partiesOf(db, followed.project),
    items: all,
    budget: useOfBudget(
      planned,
      all.filter(({ kind }) => kind === 'cost'),
    ),
    figures: await projectFigures(db, { ecosystem: followed.ecosystem, project: followed.project }),
    packets: await packetsOf(db, followed.project),
    writes: await writes(ctx, followed),
    answers:
      isAmong(changeMachine.events.approve.by, actor, followed.ecosystem) &&
      !(await boundTo(ctx, followed.project)),
  }
}

export const getFollowup = query({
  name: 'followup.get',
  summary: {
    fi: 'Hankkeen seuranta: välitavoitteet, tuotokset, riskit, talousarvion käyttö, muutokset ja raportit',
    sv: 'Uppföljningen av ett projekt: delmål, leveranser, risker, användning av budgeten, ändringar och rapporter',
    en: 'The follow-up of a project: milestones, deliverables, risks, use of the budget, changes and reports',
  },
  route: { method: 'GET', path: '/followup/{project}' },
  input: z.object(one),
  output: z.custom<ToldFollowup>(),
  allow: readers,
  run: async (ctx, { project }) => gathered(ctx, await followedAt(ctx, project)),
})

export const getItem = query({
  name: 'followup.item',
  summary: {
    fi: 'Yksi hankkeen seurannan kirjaus ja sen aiemmat versiot',
    sv: 'En anteckning i uppföljningen av ett projekt och dess tidigare versioner',
    en: 'One entry of a project’s follow-up, and its earlier versions',
  },
  route: { method: 'GET', path: '/followup/{project}/items/{entry}' },
  input: z.object({ ...one, entry: z.uuid() }),
  output: z.object({
    told: z.custom<ToldFollowup>(),
    versions: z.array(z.custom<Item>()).describe('The newest first.'),
  }),
  allow: readers,
  run: async (ctx, { project, entry }) => {
    const told = await gathered(ctx, await followedAt(ctx, project))
    const versions = await items.versions(ctx.db, ctx.actor, project, entry)
    if (versions.length === 0) throw refuse('missing', 'noItem')
    return { told, versions }
  },
})

/** What everybody who sees the project sees of its follow-up. */
export type PublicFollowup = {
  /** Null for those who do not see the whole. */
  whole: ToldFollowup | null
  deliverables: Item[]
  figures: ProjectFigure[]
}

export const followupOfProject = query({
  name: 'followup.of-project',
  summary: {
    fi: 'Hankkeen julkiset tuotokset ja indikaattorit, sekä koko seuranta niille, jotka näkevät sen',
    sv: 'Ett projekts offentliga leveranser och indikatorer, samt hela uppföljningen för dem som ser den',
    en: 'A project’s public deliverables and indicators, and its whole follow-up for those who see it',
  },
  route: { method: 'GET', path: '/followup/of-project/{project}' },
  input: z.object(one),
  output: z.object({ found: z.custom<PublicFollowup>().nullable() }),
  allow: everyone,
  run: async (ctx, { project }) => {
    const subject = await ctx.subjects.get('project')?.find(ctx.db, project)
    const followed = await followedById(ctx.db, project)
    if (!subject || !followed) return { found: null }
    const whole =
      oversees(ctx, followed) || (await writes(ctx, followed)) ? await gathered(ctx, followed) : null
    if (!whole && !seesSubject(ctx.actor, subject)) return { found: null }
    const open = (await itemsOfProjects(ctx.db, [project], ['deliverable'])).filter(
      (x) => x.share === 'public',
    )
    const deliverables = open.map(({ project: _, ...item }) => ({
      ...item,
      person: null,
      byWhom: '',
      reason: null,
      endedAt: null,
      endedBy: null,
    }))
    const figures = await projectFigures(ctx.db, { ecosystem: followed.ecosystem, project })
    return { found: { whole, deliverables, figures } }
  },
})

export const listFollowed = query({
  name: 'followup.list',
  summary: {
    fi: 'Ekosysteemin seuratut hankkeet: mikä on myöhässä, mikä vaarassa, mikä odottaa',
    sv: 'Ekosystemets projekt under uppföljning: vad som är försenat, vad som är i fara, vad som väntar',
    en: 'The followed projects of an ecosystem: what is late, what is at risk, what waits',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/followup' },
  input: z.object({ key }),
  output: z.object({
    ecosystem: z.custom<EcosystemHead>(),
    items: z.array(z.custom<Standing>()),
    begins: z.boolean().describe('Whether you may take projects in.'),
  }),
  allow: overseers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    return {
      ecosystem,
      items: await standingOf(ctx, await followedIn(ctx.db, ecosystem.id)),
      begins: isAmong(beginners.who, ctx.actor, ecosystem.id),
    }
  },
})
