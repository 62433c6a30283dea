import { z } from 'zod'
import { decimalOf } from '../../kernel/money.ts'
import { type FacetFilters, type FacetName, facetNames, projectFilters } from '../projects/index.ts'
import { figureNames, type Tally } from './figures.ts'

const { period, fund, priority, authority, region, status, year, amount, theme } = projectFilters

/** The filters whose sums stand ready: everything by which a list of projects is narrowed, but words and amounts. */
export const figureFilters = { period, fund, priority, authority, region, status, year, amount, theme }

export const currency = z.string().length(3).default('EUR').describe('ISO 4217 currency of the sums.')
const exact = z.string().describe('Exact decimal in the currency.')

export const tally = z.object({ projects: z.number().int(), granted: exact, realised: exact })
export const valueTally = tally.extend({
  value: z.string().describe('Code of the value; unknown where no list tells it.'),
})
export type ValueTally = z.output<typeof valueTally>

export const figuresOutput = z.object({
  currency: z.string(),
  total: tally,
  by: z.record(z.enum(facetNames), z.array(valueTally)),
  priorities: z
    .array(tally.extend({ period: z.string(), fund: z.string(), priority: z.string() }))
    .describe('A number means another priority in another period and fund.'),
  regionDerived: z.number().describe('Projects whose region is derived from the authority.'),
  others: z.array(tally.extend({ currency: z.string() })).describe('Other currencies, never added.'),
})
export type FiguresOutput = z.output<typeof figuresOutput>

export const listOutput = z.object({
  id: z.string(),
  name: z.record(z.string(), z.string().nullish()),
  publisher: z.string().optional(),
  address: z.string().optional(),
  file: z.string(),
  asOf: z.string().nullable(),
  approximate: z.boolean(),
  importedAt: z.date(),
  rows: z.number(),
  rejected: z.number(),
  projects: z.number(),
  decided: z.boolean().describe('Whether a decision made here states it: it was not brought in.'),
})
export type ListOutput = z.output<typeof listOutput>

export const figure = z.enum(figureNames)

export const tallyOut = (t: Tally) => ({
  projects: t.projects,
  granted: decimalOf(t.granted),
  realised: decimalOf(t.realised),
})

/** The filters alone, those that narrow. */
export function filtersOf(input: Partial<Record<FacetName, readonly string[]>>): FacetFilters {
  const filters: FacetFilters = {}
  for (const facet of facetNames) {
    const values = input[facet]
    if (values && values.length > 0) filters[facet] = values
  }
  return filters
}
