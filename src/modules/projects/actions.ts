import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { decimalOf } from '../../kernel/money.ts'
import { everyone } from '../../kernel/rule.ts'
import { importsById, listsOfProjects } from '../sources/index.ts'
import { facetNames, sumBy } from './facets.ts'
import { projectItemOf } from './item.ts'
import { itemsOf, projectItems } from './items.ts'
import { countSearch, findProjects } from './list.ts'
import { idsInOrder, partnersOf } from './list-queries.ts'
import { missingProject } from './missing.ts'
import { projectByCode } from './one-queries.ts'
import { organisationNames } from './organisation-queries.ts'
import { currencySums, projectAnswer, projectItem, projectList, projectSearch } from './schemas.ts'
import { sightOf } from './sight.ts'

export const list = query({
  name: 'projects.list',
  summary: {
    fi: 'Hae ja rajaa hankkeita',
    sv: 'Sök och avgränsa projekt',
    en: 'Search and narrow down projects',
  },
  route: { method: 'GET', path: '/projects' },
  input: projectList,
  output: projectAnswer,
  allow: everyone,
  run: async (ctx, input) => {
    const found = await findProjects(ctx.db, ctx.actor, input)
    const narrowedTo = [input.lead, input.organisation].filter((id) => id !== undefined)
    return {
      items: await itemsOf(ctx.db, found.rows),
      total: found.counts.total,
      sums: found.counts.sums.map((s) => ({
        currency: s.currency,
        projects: s.projects,
        granted: decimalOf(s.granted),
        realised: decimalOf(s.realised),
      })),
      closed: found.counts.closed,
      facets: Object.fromEntries(facetNames.map((f) => [f, Object.fromEntries(found.counts.facets[f])])),
      instead: found.instead,
      also: found.also,
      everyWord: found.everyWord,
      sort: 'terms' in found.order ? 'match' : `${found.order.down ? '-' : ''}${found.order.by}`,
      words: found.typed.text,
      typed: found.typed.understood,
      unread: found.typed.unread,
      organisations: Object.fromEntries(await organisationNames(ctx.db, ctx.actor, narrowedTo)),
    }
  },
})

/** The ids of everything found, in order: an export then reads them in portions, so that memory stays flat. */
export const select = query({
  name: 'projects.select',
  summary: {
    fi: 'Kaikkien löytyneiden hankkeiden tunnisteet järjestyksessä',
    sv: 'Id för alla projekt som hittats, i ordning',
    en: 'Ids of all projects that are found, in order',
  },
  input: projectSearch,
  output: z.object({
    ids: z.array(z.string()),
    closed: z.number().describe('How many of them are not public.'),
  }),
  allow: everyone,
  run: async (ctx, input) => {
    const { narrowing, chosen, order, counts } = await countSearch(ctx.db, ctx.actor, input)
    return { ids: await idsInOrder(ctx.db, narrowing, chosen, order), closed: counts.closed }
  },
})

const name = z.string().nullable()

/** The lists that a sum over projects comes from. */
export const listsBehind = query({
  name: 'projects.lists-behind',
  summary: {
    fi: 'Luettelot, jotka kertovat löytyneistä hankkeista, ja monestako kukin',
    sv: 'Förteckningar som berättar om de projekt som hittats, och om hur många var och en',
    en: 'Lists that tell of the projects that are found, and of how many each',
  },
  route: { method: 'GET', path: '/project-lists' },
  input: projectSearch,
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.object({ fi: name, sv: name, en: name }),
        file: z.string(),
        asOf: z.string().nullable(),
        projects: z.number(),
      }),
    ),
  }),
  allow: everyone,
  run: async (ctx, input) => {
    const { narrowing, chosen, order } = await countSearch(ctx.db, ctx.actor, input)
    const counted = await listsOfProjects(ctx.db, await idsInOrder(ctx.db, narrowing, chosen, order))
    const heads = new Map(
      (
        await importsById(
          ctx.db,
          counted.map((l) => l.id),
        )
      ).map((h) => [h.id, h]),
    )
    return {
      items: counted.flatMap(({ id, projects }) => {
        const head = heads.get(id)
        if (!head) return []
        const { fi = null, sv = null, en = null } = head.list.title
        return [{ id, title: { fi, sv, en }, file: head.fileName, asOf: head.asOf, projects }]
      }),
    }
  },
})

export const rows = query({
  name: 'projects.rows',
  summary: {
    fi: 'Hankkeet tunnisteiden mukaan, tunnisteiden järjestyksessä',
    sv: 'Projekt enligt id, i id:nas ordning',
    en: 'Projects by their ids, in the order of the ids',
  },
  input: z.object({ ids: z.array(z.uuid()).max(1000) }),
  output: z.object({ items: z.array(projectItem) }),
  allow: everyone,
  run: async (ctx, { ids }) => ({ items: await projectItems(ctx, ids) }),
})

export const get = query({
  name: 'projects.get',
  summary: {
    fi: 'Yksi hanke koodillaan',
    sv: 'Ett projekt enligt kod',
    en: 'One project by its code',
  },
  route: { method: 'GET', path: '/projects/{code}' },
  input: z.object({
    code: z.string().max(200),
    registry: z.string().max(100).optional().describe('Where two registries use the same code.'),
  }),
  output: projectItem,
  allow: everyone,
  run: async (ctx, { code, registry }) => {
    const project = await projectByCode(ctx.db, await sightOf(ctx.db, ctx.actor), code, registry)
    if (!project) throw missingProject(code)
    return projectItemOf(project, await partnersOf(ctx.db, [project.id]))
  },
})

export const summary = query({
  name: 'projects.summary',
  summary: {
    fi: 'Määrät ja summat yhden rajauksen mukaan yhdessä valuutassa',
    sv: 'Antal och summor enligt en avgränsning, i en valuta',
    en: 'Counts and sums by one facet, in one currency',
  },
  route: { method: 'GET', path: '/projects-summary' },
  input: z.object({
    by: z.enum(facetNames),
    currency: z.string().length(3).default('EUR'),
    period: z.string().optional(),
    fund: z.string().optional(),
  }),
  output: z.object({ items: z.array(currencySums.extend({ value: z.string() })) }),
  allow: everyone,
  run: async (ctx, { by, currency, period, fund }) => {
    const { cube } = await sightOf(ctx.db, ctx.actor)
    const filters = { ...(period && { period: [period] }), ...(fund && { fund: [fund] }) }
    const items = [...sumBy(cube, by, filters, currency)].map(([value, s]) => ({
      value,
      currency,
      projects: s.projects,
      granted: decimalOf(s.granted),
      realised: decimalOf(s.realised),
    }))
    return { items: items.sort((a, b) => (a.value < b.value ? -1 : 1)) }
  },
})
