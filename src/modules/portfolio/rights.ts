import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Rule } from '../../kernel/rule.ts'
import { canSee, type SharedRecord } from '../../kernel/share.ts'
import { by } from '../people/index.ts'
import { fault } from './fault-text.ts'
import { portfolioById } from './queries.ts'
import type { Portfolio } from './record.ts'

/** Those who keep a portfolio: what it takes in, its targets, its name. */
export const keepers = by('coordinator', 'preparer')
/** Those whose judgement is asked: where things stand, whom they serve, what feeds what, what was kept. */
export const judges = by('coordinator', 'preparer', 'city-decider', 'council-officer')
/** Those who may propose an idea: everybody with a part in the ecosystem. */
export const proposers = by(
  'coordinator',
  'preparer',
  'assessor',
  'city-decider',
  'council-officer',
  'project-manager',
  'member',
)

export type One = { portfolio: string }
/** What every action on a portfolio asks for, and what it answers: the page where what was done is seen. */
export const one = { portfolio: z.string().max(40).describe('Id of the portfolio.') }
export const done = z.object({ path: z.string() })

export const shareOf = (portfolio: Portfolio): SharedRecord => ({
  share: portfolio.share,
  ecosystem: portfolio.ecosystem.id,
})

export const recordOf = async (ctx: Pick<Context, 'db'>, { portfolio }: One) => {
  const found = await portfolioById(ctx.db, portfolio)
  return found && shareOf(found)
}

/** Of those who hold the office in the portfolio's ecosystem. */
export const within = (who: Pick<Rule, 'who'>): Rule<One> => ({
  ...who,
  in: async (ctx, { portfolio }) => (await portfolioById(ctx.db, portfolio))?.ecosystem.id,
  record: recordOf,
})

/** The portfolio where it is there and the actor sees it; else the same words, so that nothing is told. */
export async function seenPortfolio(ctx: Context, id: string): Promise<Portfolio> {
  const portfolio = await portfolioById(ctx.db, id)
  if (!portfolio || !canSee(ctx.actor, shareOf(portfolio))) throw fault('missing', 'missing')
  return portfolio
}

/** Who judges, and when. Only a person does. */
export function judging(ctx: Context<Tx>): { person: string; at: Date } {
  if (ctx.actor.kind !== 'person') throw new Refusal('forbidden', 'portfolio.no-person')
  return { person: ctx.actor.id, at: ctx.now }
}
