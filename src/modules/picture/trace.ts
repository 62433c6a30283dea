import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { decimalOf } from '../../kernel/money.ts'
import { everyone } from '../../kernel/rule.ts'
import { closedAmong, facetNames, narrowed, sightOf, unknownValue } from '../projects/index.ts'
import { figuresOf, projectsPath } from './figures.ts'
import { listsOf } from './lists.ts'
import { populationOf, populationYears } from './population.ts'
import { gapsAmong, rankLeads } from './queries.ts'
import { currency, figure, figureFilters, filtersOf, listOutput } from './schemas.ts'

/** Where a summed figure comes from: what is counted, over which projects and lists, and what is missing. */
export const trace = query({
  name: 'figures.trace',
  summary: {
    fi: 'Mistä summattu luku tulee: luettelot, laskutapa ja mitä siitä puuttuu',
    sv: 'Varifrån en summerad siffra kommer: förteckningar, metod och vad som utelämnats',
    en: 'Where a summed figure comes from: its lists, its method, what it leaves out',
  },
  route: { method: 'GET', path: '/provenance' },
  input: z.object({
    figure,
    by: z.enum(facetNames).optional().describe('The facet by which a chart parts the figure.'),
    ...figureFilters,
    currency,
  }),
  output: z.object({
    figure,
    currency: z.string(),
    value: z.string().describe('Exact decimal for money, a whole number for counts.'),
    projects: z.number(),
    closed: z.number().describe('Projects among them that are not public; the reader may see them.'),
    lists: z.array(listOutput),
    missing: z.object({
      granted: z.number(),
      realised: z.number(),
      region: z.number(),
      theme: z.number(),
      year: z.number(),
    }),
    negative: z.array(
      z.object({ amount: z.enum(['granted', 'realised']), projects: z.number(), sum: z.string() }),
    ),
    others: z.array(z.object({ currency: z.string(), projects: z.number() })),
    regionDerived: z.number(),
    personalLeads: z.number(),
    population: z.object({ persons: z.number(), from: z.number(), to: z.number() }).nullable(),
    list: z.string().describe('Path of the list of exactly these projects.'),
  }),
  allow: everyone,
  run: async (ctx, input) => {
    const filters = filtersOf(input)
    const narrow = Object.keys(filters).length > 0
    const sight = await sightOf(ctx.db, ctx.actor)
    const rows = narrow ? narrowed(sight.cube, filters) : sight.cube
    const keys = narrow ? rows.map((r) => r.key) : undefined
    const made = figuresOf(rows, input.currency)
    const gaps = await gapsAmong(ctx.db, sight, input.currency, keys)
    const led =
      input.figure === 'leads'
        ? await rankLeads(
            ctx.db,
            sight,
            { ...input, region: input.region[0], authority: input.authority[0] },
            input.currency,
            0,
          )
        : undefined
    const region = input.region.length === 1 ? input.region[0] : undefined
    const population = region && populationOf(region, populationYears(input.period))
    const value = {
      granted: () => decimalOf(made.total.granted),
      realised: () => decimalOf(made.total.realised),
      projects: () => String(made.total.projects),
      leads: () => String(led?.total ?? 0),
      'per-inhabitant': () => decimalOf(made.total.granted),
    }[input.figure]()
    const unknownOf = (facet: (typeof facetNames)[number]) => made.by[facet].get(unknownValue)?.projects ?? 0
    return {
      figure: input.figure,
      currency: input.currency,
      value,
      projects: made.total.projects,
      closed: closedAmong(rows.filter((r) => r.currency === null || r.currency === input.currency)),
      lists: await listsOf(ctx.db, sight, keys),
      missing: {
        granted: gaps.without_granted,
        realised: gaps.without_realised,
        region: unknownOf('region'),
        theme: unknownOf('theme'),
        year: unknownOf('year'),
      },
      negative: [
        { amount: 'granted' as const, projects: gaps.negative_granted, sum: gaps.negative_granted_sum },
        { amount: 'realised' as const, projects: gaps.negative_realised, sum: gaps.negative_realised_sum },
      ].filter((n) => n.projects > 0),
      others: [...made.others].map(([code, t]) => ({ currency: code, projects: t.projects })),
      regionDerived: made.regionDerived,
      personalLeads: led?.personal ?? 0,
      population: population ? { ...population, persons: Math.round(population.persons) } : null,
      list: projectsPath(filters),
    }
  },
})
