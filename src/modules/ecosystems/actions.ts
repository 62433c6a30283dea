import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { listOf, many, paging } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { organisationsWith } from '../organisations/index.ts'
import { searchFor } from '../search/index.ts'
import { countEcosystems, type EcosystemFilters, readEcosystems, readSources } from './queries.ts'
import { ecosystemKinds, ecosystemRecord, ecosystemSource, sourcesOf } from './record.ts'
import { text } from './text.ts'

export const list = query({
  name: 'ecosystems.list',
  summary: 'Ecosystems and ecosystem agreements with their frames, actors, money and ties',
  route: { method: 'GET', path: '/ecosystems' },
  input: z.object({
    q: z
      .string()
      .max(500)
      .optional()
      .describe('Words of the name, the frame, the actors or the description.'),
    kind: many(z.enum(ecosystemKinds)),
    region: many(z.string().max(10)).describe('Region (maakunta), such as MK06.'),
    parent: z.string().max(40).optional().describe('Only what belongs to this ecosystem, such as ic16.'),
    ...paging,
    limit: paging.limit.default(100),
  }),
  output: listOf(ecosystemRecord),
  allow: () => true,
  run: async (ctx, input) => {
    const filters: EcosystemFilters = { kind: input.kind, region: input.region, parent: input.parent }
    if (input.q?.trim()) {
      const total = await countEcosystems(ctx.db, {})
      const finds = async (tsquery: string) => (await countEcosystems(ctx.db, { tsquery })) > 0
      filters.tsquery = (await searchFor(ctx.db, input.q, finds, total))?.tsquery ?? "''"
    }
    return {
      items: await readEcosystems(ctx.db, filters, input.limit, input.offset),
      total: await countEcosystems(ctx.db, filters),
    }
  },
})

export const get = query({
  name: 'ecosystems.get',
  summary: 'One ecosystem by its key, with what belongs to it and the sources of its facts',
  route: { method: 'GET', path: '/ecosystems/{key}' },
  input: z.object({ key: z.string().max(40) }),
  output: z.object({
    ecosystem: ecosystemRecord,
    children: z.array(ecosystemRecord),
    sources: z.record(z.string(), ecosystemSource),
    organisations: z
      .record(z.string(), z.string())
      .describe('Business id to the organisation in the registry, for those that are there.'),
  }),
  allow: () => true,
  run: async (ctx, { key }) => {
    const [ecosystem] = await readEcosystems(ctx.db, { key }, 1, 0)
    if (!ecosystem) {
      throw new Refusal('missing', 'ecosystem.missing', [
        { text: { fi: text.fi.notFound(key), sv: text.sv.notFound(key), en: text.en.notFound(key) } },
      ])
    }
    const children = await readEcosystems(ctx.db, { parent: key }, 100, 0)
    const sources = await readSources(ctx.db, sourcesOf(ecosystem))
    const actors = [...ecosystem.roles, ...(ecosystem.agreement?.parties ?? [])]
    const businessIds = actors.flatMap((a) => a.businessId ?? [])
    const organisations = await organisationsWith(ctx.db, 'fi-business-id', businessIds)
    return { ecosystem, children, sources, organisations }
  },
})

export const actions = [list, get]
