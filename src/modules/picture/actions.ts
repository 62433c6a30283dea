import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { everyone } from '../../kernel/rule.ts'
import { regions } from '../codes/index.ts'
import { facetNames, narrowed, projectPath, sightOf, unknownValue } from '../projects/index.ts'
import { figuresOf, type Tally } from './figures.ts'
import { listsOf } from './lists.ts'
import { perInhabitant, populationOf, populationYears } from './population.ts'
import {
  addressCounts,
  countLeads,
  organisationAddresses,
  projectAddresses,
  rankLeads,
  stateOfPeriods,
} from './queries.ts'
import {
  currency,
  type FiguresOutput,
  figureFilters,
  figuresOutput,
  filtersOf,
  listOutput,
  tally,
  tallyOut,
} from './schemas.ts'

export const figures = query({
  name: 'figures.sum',
  summary: {
    fi: 'Hankkeiden määrät ja summat kaikkien rajausten mukaan kerralla',
    sv: 'Antal och summor av projekt enligt alla avgränsningar på en gång',
    en: 'Counts and sums of projects by every facet at once',
  },
  route: { method: 'GET', path: '/figures' },
  input: z.object({ ...figureFilters, currency }),
  output: figuresOutput,
  allow: everyone,
  run: async (ctx, input) => {
    const { cube } = await sightOf(ctx.db, ctx.actor)
    const made = figuresOf(narrowed(cube, filtersOf(input)), input.currency)
    return {
      currency: input.currency,
      total: tallyOut(made.total),
      by: Object.fromEntries(facetNames.map((f) => [f, ranked(made.by[f])])) as FiguresOutput['by'],
      priorities: [...made.priorities.values()]
        .map((p) => ({ ...p, ...tallyOut(p) }))
        .sort((a, b) => (`${a.period}${a.fund}${a.priority}` < `${b.period}${b.fund}${b.priority}` ? -1 : 1)),
      regionDerived: made.regionDerived,
      others: [...made.others].map(([code, t]) => ({ currency: code, ...tallyOut(t) })),
    }
  },
})

/** Most granted first. */
const ranked = (tallies: ReadonlyMap<string, Tally>) =>
  [...tallies]
    .sort(([, a], [, b]) => (a.granted < b.granted ? 1 : a.granted > b.granted ? -1 : 0))
    .map(([value, t]) => ({ value, ...tallyOut(t) }))

const noTally = { projects: 0, granted: 0n, realised: 0n }

export const listRegions = query({
  name: 'regions.list',
  summary: {
    fi: 'Suomen maakunnat, niiden hankkeet, rahoitus ja rahoitus asukasta kohden',
    sv: 'Finlands landskap med projekt, finansiering och finansiering per invånare',
    en: 'Regions of Finland with their projects, money and money an inhabitant',
  },
  route: { method: 'GET', path: '/regions' },
  input: z.object({ period: figureFilters.period, fund: figureFilters.fund, currency }),
  output: z.object({
    items: z.array(
      tally.extend({
        code: z.string(),
        nuts: z.string().describe('NUTS 3 code of the 2016 version, under which the map is drawn.'),
        name: z.object({ fi: z.string(), sv: z.string().nullable(), en: z.string().nullable() }),
        population: z.number().nullable().describe('Mean over the years of `populationYears`.'),
        perInhabitant: z.number().nullable().describe('Granted, divided by population.'),
      }),
    ),
    total: z.number().int(),
    populationYears: z.object({ from: z.number(), to: z.number() }),
    unknown: tally.describe('Projects whose region no list tells and no authority stands for.'),
    derived: z.number().describe('Projects whose region is derived from the authority.'),
    all: tally,
  }),
  allow: everyone,
  run: async (ctx, input) => {
    const { cube } = await sightOf(ctx.db, ctx.actor)
    const made = figuresOf(narrowed(cube, filtersOf(input)), input.currency)
    const years = populationYears(input.period)
    const items = regions.map((region) => {
      const t = made.by.region.get(region.code) ?? noTally
      const population = populationOf(region.code, years)
      return {
        code: region.code,
        nuts: region.geometry,
        name: { fi: region.name.fi ?? region.code, sv: region.name.sv ?? null, en: region.name.en ?? null },
        ...tallyOut(t),
        population: population ? Math.round(population.persons) : null,
        perInhabitant: population && t.projects > 0 ? perInhabitant(t.granted, population) : null,
      }
    })
    return {
      items,
      total: items.length,
      populationYears: years,
      unknown: tallyOut(made.by.region.get(unknownValue) ?? noTally),
      derived: made.regionDerived,
      all: tallyOut(made.total),
    }
  },
})

export const leads = query({
  name: 'leads.rank',
  summary: {
    fi: 'Eniten rahoitusta saaneet päätoteuttajat, yhdistetyt laskettuina yhdeksi',
    sv: 'Huvudgenomförare med mest finansiering, sammanslagna räknade som en',
    en: 'Organisations that lead most money, counted as one after matching',
  },
  route: { method: 'GET', path: '/leads' },
  input: z.object({
    region: z.string().max(20).optional(),
    authority: z.string().max(100).optional(),
    period: figureFilters.period,
    fund: figureFilters.fund,
    currency,
    limit: z.coerce.number().int().min(0).max(100).default(10),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        projects: z.number(),
        granted: z.string().nullable(),
        realised: z.string().nullable(),
      }),
    ),
    total: z.number(),
    personal: z.number().describe('Personal traders among them: counted, never named.'),
  }),
  allow: everyone,
  run: async (ctx, { currency: wanted, limit, ...by }) => {
    const narrow = by.region || by.authority || by.period.length > 0 || by.fund.length > 0
    const sight = await sightOf(ctx.db, ctx.actor)
    if (!narrow && limit === 0) return { items: [], total: await countLeads(ctx.db, sight), personal: 0 }
    return rankLeads(ctx.db, sight, by, wanted, limit)
  },
})

export const lists = query({
  name: 'lists.behind',
  summary: {
    fi: 'Luettelot, joihin julkiset luvut perustuvat, ja mihin päivään kukin kausi tunnetaan',
    sv: 'Förteckningar som de offentliga siffrorna bygger på och till vilken dag varje period är känd',
    en: 'The lists that the public figures stand on, and what day each period is known to',
  },
  input: z.object({}),
  output: z.object({
    items: z.array(listOutput),
    periods: z.record(z.string(), z.string()).describe('Day that the main list of a period speaks of.'),
  }),
  allow: everyone,
  run: async (ctx) => {
    const sight = await sightOf(ctx.db, ctx.actor)
    return {
      items: await listsOf(ctx.db, sight),
      periods: Object.fromEntries(await stateOfPeriods(ctx.db, sight)),
    }
  },
})

const kinds = ['projects', 'organisations'] as const

export const addresses = query({
  name: 'addresses.list',
  summary: {
    fi: 'Hankkeiden ja organisaatioiden pysyvät osoitteet sivukarttaa varten',
    sv: 'Projektens och organisationernas bestående adresser för webbplatskartan',
    en: 'Permanent addresses of projects and organisations, for the sitemap',
  },
  input: z.object({
    kind: z.enum(kinds),
    limit: z.coerce.number().int().min(0).max(5000).default(2500),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({
    items: z.array(z.object({ path: z.string(), updated: z.date().optional() })),
    totals: z.object({ projects: z.number(), organisations: z.number() }),
  }),
  allow: everyone,
  run: async (ctx, { kind, limit, offset }) => {
    const sight = await sightOf(ctx.db, ctx.actor)
    const totals = await addressCounts(ctx.db, sight)
    if (kind === 'organisations') {
      const found = await organisationAddresses(ctx.db, sight, limit, offset)
      return { items: found.map((o) => ({ path: `/organisations/${o.id}` })), totals }
    }
    const found = await projectAddresses(ctx.db, sight, limit, offset)
    return { items: found.map((p) => ({ path: projectPath(p), updated: p.updated_at })), totals }
  },
})
