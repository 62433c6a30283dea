import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { everyone, isAmong } from '../../kernel/rule.ts'
import { frameValuesOf, idOfKey } from '../ecosystems/index.ts'
import type { Axis } from './entry.ts'
import { facetNames } from './facet-text.ts'
import { gather } from './gather.ts'
import { goalsOf, listPortfolios, servicesOf, targetsOf } from './queries.ts'
import type { Placement, Portfolio, Said, Told } from './record.ts'
import { judges, keepers, proposers, recordOf, seenPortfolio } from './rights.ts'
import { axesOf, facetAxis } from './rules.ts'
import { tiesOf } from './ties.ts'

export const listAction = query({
  name: 'portfolio.list',
  summary: {
    fi: 'Salkut siltä osin kuin ne saa nähdä',
    sv: 'Portföljerna så långt man får se dem',
    en: 'Portfolios, as far as you may see them',
  },
  route: { method: 'GET', path: '/portfolios' },
  input: z.object({
    ecosystem: z.string().max(40).optional().describe('Key of the ecosystem, such as hev.'),
  }),
  output: z.object({
    items: z.array(z.custom<Portfolio>()),
    total: z.number(),
    may: z.object({ add: z.boolean() }).describe('Whether who asks may add one there.'),
  }),
  allow: everyone,
  run: async (ctx, { ecosystem: key }) => {
    const where = key === undefined ? undefined : await idOfKey(ctx.db, key)
    const items = key !== undefined && !where ? [] : await listPortfolios(ctx.db, ctx.actor, where)
    const add = where !== undefined && isAmong(keepers.who, ctx.actor, where)
    return { items, total: items.length, may: { add } }
  },
})

/** The dimensions on which things are placed: those of the ecosystem's frame, and the facets. */
export const axesFor = async ({ db }: Pick<Context, 'db'>, ecosystem: string): Promise<Axis[]> => [
  ...axesOf(await frameValuesOf(db, ecosystem)),
  facetAxis(facetNames),
]

/** Authors are told to those who are signed in. */
const forReader =
  (ctx: Context) =>
  <T extends Said>(row: T): T =>
    ctx.actor.kind === 'visitor' ? { ...row, by: null } : row

export const getAction = query({
  name: 'portfolio.get',
  summary: {
    fi: 'Yksi salkku: hankkeet, hakemukset ja ideat sekä se, mitä niistä on arvioitu',
    sv: 'En portfölj: projekt, ansökningar och idéer samt vad som har bedömts om dem',
    en: 'One portfolio: its projects, applications and ideas, and what is judged of them',
  },
  route: { method: 'GET', path: '/portfolios/{portfolio}' },
  input: z.object({ portfolio: z.string().max(40) }),
  output: z.custom<Told>(),
  allow: { ...everyone, record: recordOf },
  run: async (ctx, { portfolio: id }) => {
    const portfolio = await seenPortfolio(ctx, id)
    const { placements, ...gathered } = await gather(ctx, portfolio)
    const shown = forReader(ctx)
    const known = new Set(gathered.entries.map((e) => e.id))
    const where = portfolio.ecosystem.id
    return {
      portfolio,
      axes: await axesFor(ctx, where),
      ...gathered,
      entries: gathered.entries.map((entry) => ({
        ...entry,
        placed: entry.placed.map((p) => (p.placement ? { ...p, placement: shown(p.placement) } : p)),
        ...(entry.choice && { choice: shown(entry.choice) }),
      })),
      sources: gathered.sources.map(shown),
      left: gathered.left.map(shown),
      ideas: gathered.ideas.map(shown).map((idea) => ({
        ...idea,
        person: ctx.actor.kind === 'visitor' ? null : idea.person,
      })),
      targets: (await targetsOf(ctx.db, id)).map(shown),
      feeds: (await tiesOf(ctx, portfolio, gathered.entries)).map(shown),
      goals: (await goalsOf(ctx.db, id)).map(shown),
      services: (await servicesOf(ctx.db, id)).filter((s) => known.has(s.thing)).map(shown),
      lastBatch: lastOf(placements.map(shown)),
      may: {
        keep: isAmong(keepers.who, ctx.actor, where),
        judge: isAmong(judges.who, ctx.actor, where),
        propose: isAmong(proposers.who, ctx.actor, where),
      },
    }
  },
})

/** The newest act of placing, and how many things it placed. */
function lastOf(placements: readonly Placement[]): Told['lastBatch'] {
  const last = placements.at(-1)
  if (!last) return null
  const things = new Set(placements.flatMap((p) => (p.batch === last.batch ? [p.thing] : [])))
  return { batch: last.batch, by: last.by, at: last.at, things: things.size }
}
