import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { listOf } from '../../kernel/list.ts'
import { decimalOf } from '../../kernel/money.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { cubeOf } from './cube.ts'
import { facetNames, sumBy } from './facets.ts'
import { projectItemOf } from './item.ts'
import { findProjects } from './list.ts'
import { partnersOf } from './list-queries.ts'
import { projectByCode } from './one-queries.ts'
import { projectItem, projectList } from './schemas.ts'

const sums = z.object({
  currency: z.string(),
  projects: z.number(),
  granted: z.string(),
  realised: z.string(),
})

export const list = query({
  name: 'projects.list',
  summary: 'Search and narrow down projects',
  route: { method: 'GET', path: '/projects' },
  input: projectList,
  output: listOf(projectItem).extend({
    sums: z.array(sums).describe('Money of all that were found, one entry for each currency.'),
    facets: z.record(z.string(), z.record(z.string(), z.number())),
    instead: z.array(z.string()).describe('Spellings taken along because those typed were not found.'),
  }),
  allow: () => true,
  run: async (ctx, input) => {
    const found = await findProjects(ctx.db, input)
    const partners = await partnersOf(
      ctx.db,
      found.rows.map((r) => r.id),
    )
    return {
      items: found.rows.map((r) =>
        projectItemOf(
          r,
          partners.filter((x) => x.project_id === r.id),
        ),
      ),
      total: found.counts.total,
      sums: found.counts.sums.map((s) => ({
        currency: s.currency,
        projects: s.projects,
        granted: decimalOf(s.granted),
        realised: decimalOf(s.realised),
      })),
      facets: Object.fromEntries(facetNames.map((f) => [f, Object.fromEntries(found.counts.facets[f])])),
      instead: found.instead,
    }
  },
})

export const get = query({
  name: 'projects.get',
  summary: 'One project by its code',
  route: { method: 'GET', path: '/projects/{code}' },
  input: z.object({
    code: z.string().max(200),
    registry: z.string().max(100).optional().describe('Where two registries use the same code.'),
  }),
  output: projectItem,
  allow: () => true,
  run: async (ctx, { code, registry }) => {
    const project = await projectByCode(ctx.db, code, registry)
    if (!project) throw new Refusal('missing', 'projects.missing', [noProject(code)])
    return projectItemOf(project, await partnersOf(ctx.db, [project.id]))
  },
})

export const summary = query({
  name: 'projects.summary',
  summary: 'Counts and sums by one facet, in one currency',
  route: { method: 'GET', path: '/projects-summary' },
  input: z.object({
    by: z.enum(facetNames),
    currency: z.string().length(3).default('EUR'),
    period: z.string().optional(),
    fund: z.string().optional(),
  }),
  output: z.object({ items: z.array(sums.extend({ value: z.string() })) }),
  allow: () => true,
  run: async (ctx, { by, currency, period, fund }) => {
    const { cube } = await cubeOf(ctx.db)
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

const noProject = (code: string) => ({
  text: {
    fi: `Hanketta ${code} ei ole. Tarkista koodi tai hae nimellä.`,
    sv: `Projektet ${code} finns inte. Kontrollera koden eller sök med namn.`,
    en: `There is no project ${code}. Check the code, or search by name.`,
  },
})
