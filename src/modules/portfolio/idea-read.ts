import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { everyone, isAmong } from '../../kernel/rule.ts'
import {
  judgementsOf,
  type NearThing,
  type NeighbourProject,
  nearAmong,
  neighboursOf,
  type ShownJudgement,
  worthJudging,
} from '../overlaps/index.ts'
import { fault } from './fault-text.ts'
import { gather } from './gather.ts'
import { actsOf, ideaById, withdrawnIdeasOf } from './idea-queries.ts'
import type { Idea, IdeaAct } from './record.ts'
import { keepers, recordOf, seenPortfolio } from './rights.ts'

/** Neighbours that an idea is shown with: in its portfolio, and among all funded projects. */
const shownNear = 5

export type ReadIdea = {
  idea: Idea
  /** What became of it, the newest first. */
  acts: readonly IdeaAct[]
  near: {
    /** False while the projects are being read for comparing: ask again. */
    ready: boolean
    own: readonly NearThing[]
    others: readonly NeighbourProject[]
  }
  /** How people judge it to stand to other things, and those to it. */
  judgements: readonly ShownJudgement[]
  /** Whether who asks may change it, withdraw it and take it back. */
  mayChange: boolean
}

export const readIdea = query({
  name: 'portfolio.idea',
  summary: {
    fi: 'Yksi idea: mitä se sanoo, miten se on muuttunut, mitä on sitä lähinnä ja miten niiden suhde on arvioitu',
    sv: 'En idé: vad den säger, hur den har ändrats, vad som är närmast den och hur deras förhållande har bedömts',
    en: 'One idea: what it says, how it has changed, what is nearest to it, and how people judge that they stand',
  },
  route: { method: 'GET', path: '/portfolios/{portfolio}/ideas/{idea}' },
  input: z.object({ portfolio: z.string().max(40), idea: z.uuid() }),
  output: z.custom<ReadIdea>(),
  allow: { ...everyone, record: recordOf },
  run: async (ctx, { portfolio: id, idea: asked }): Promise<ReadIdea> => {
    const portfolio = await seenPortfolio(ctx, id)
    const idea = await ideaById(ctx.db, id, asked)
    const mayChange =
      ctx.actor.kind === 'person' &&
      (idea?.person === ctx.actor.id || isAmong(keepers.who, ctx.actor, portfolio.ecosystem.id))
    if (!idea || (idea.withdrawnAt && !mayChange)) throw fault('missing', 'missing')
    const { entries } = await gather(ctx, portfolio)
    const among = new Set(entries.flatMap((e) => (e.id === idea.id ? [] : [e.id])))
    const text = comparedOf(idea)
    const near = <N extends { likeness: number }>(found: readonly N[]): N[] =>
      found.filter((n) => n.likeness >= worthJudging)
    const own = near((await nearAmong(ctx, text, { limit: shownNear, among })) ?? [])
    const apart = new Set(own.map((n) => n.thing.id))
    const all = await neighboursOf(ctx, text, { limit: shownNear + apart.size })
    const visitor = ctx.actor.kind === 'visitor'
    const acts = await actsOf(ctx.db, idea.id)
    return {
      idea: visitor ? { ...idea, by: null, person: null } : idea,
      acts: visitor ? acts.map((act) => ({ ...act, by: null })) : acts,
      near: {
        ready: all !== undefined,
        own,
        others: near(all ?? [])
          .filter((n) => !apart.has(n.project.id))
          .slice(0, shownNear),
      },
      judgements: await judgementsOf(ctx, { kind: 'idea', id: idea.id }),
      mayChange,
    }
  },
})

/** Of a long body its beginning, which says what the idea is about. */
const comparedOf = ({ id, title, body, starts, ends }: Idea) => ({
  title,
  summary: body.slice(0, 1000),
  itself: id,
  circumstances: { actors: [], regions: [], starts, ends },
})

export const listWithdrawn = query({
  name: 'portfolio.withdrawn-ideas',
  summary: {
    fi: 'Salkusta poistetut ideat, jotka voi palauttaa',
    sv: 'Idéer som tagits bort ur portföljen och som kan tas tillbaka',
    en: 'Ideas taken out of a portfolio that may be taken back in',
  },
  input: z.object({ portfolio: z.string().max(40) }),
  output: z.object({ items: z.array(z.custom<Idea>()) }),
  allow: { ...everyone, record: recordOf },
  run: async (ctx, { portfolio: id }) => {
    const portfolio = await seenPortfolio(ctx, id)
    const { actor } = ctx
    if (actor.kind !== 'person') return { items: [] }
    const keeps = isAmong(keepers.who, actor, portfolio.ecosystem.id)
    const found = await withdrawnIdeasOf(ctx.db, id)
    return { items: found.filter((idea) => keeps || idea.person === actor.id) }
  },
})
