import { z } from 'zod'
import { listOf, many, paging } from '../../kernel/list.ts'

const words = z.string().max(200)
const sorts = ['granted', 'led', 'joined', 'name'] as const

const filters = {
  q: z.string().max(500).optional().describe('Words of a name, or a business id.'),
  kind: many(words).describe('Kind, such as university.'),
  region: many(words).describe('Region (maakunta) of its own place, or unknown.'),
  country: many(words).describe('Two-letter code of the country, or unknown.'),
}

export const organisationList = z.object({
  ...filters,
  ...paging,
  sort: z
    .enum(sorts.flatMap((s) => [s, `-${s}`] as const) as [string, ...string[]])
    .optional()
    .describe(
      'A column, with - before it for the greatest first. Without it: best match, else most granted.',
    ),
})

const identifier = z.object({ scheme: z.string(), value: z.string(), source: z.string() })
const money = z.object({
  currency: z.string(),
  granted: z.string().nullable(),
  realised: z.string().nullable(),
})

const organisationItem = z.object({
  id: z.string(),
  names: z.object({ fi: z.string(), sv: z.string().nullable(), en: z.string().nullable() }),
  identifiers: z.array(identifier),
  kind: z.string(),
  place: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
  led: z.number().describe('Projects in which it is the lead partner.'),
  joined: z.number().describe('Projects in which it is a partner.'),
  money: z.array(money).describe('Granted and realised in the projects that it leads, by currency.'),
  firstYear: z.number().nullable(),
  lastYear: z.number().nullable(),
  page: z.string(),
})
export type OrganisationItem = z.output<typeof organisationItem>

export const organisationAnswer = listOf(organisationItem).extend({
  personal: z.number().describe('Personal traders among what was looked for: counted, never named.'),
  facets: z.record(z.string(), z.record(z.string(), z.number())),
  instead: z.array(z.string()),
})
export type OrganisationAnswer = z.output<typeof organisationAnswer>

const year = z.object({
  year: z.number().nullable(),
  led: z.number(),
  joined: z.number(),
  granted: z.string().describe('Euros granted to the projects it leads that start in the year.'),
  realised: z.string(),
})

export const organisationDetail = organisationItem.extend({
  website: z.string().nullable(),
  spellings: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      language: z.string().nullable(),
      source: z.string(),
    }),
  ),
  years: z.array(year),
  regions: z.array(z.object({ region: z.string().nullable(), projects: z.number(), granted: z.string() })),
  companions: z.array(z.object({ id: z.string(), name: z.string(), projects: z.number() })),
  merged: z.array(
    z.object({
      name: z.string(),
      automatic: z.boolean(),
      by: z.string(),
      at: z.date(),
      score: z.number().nullable(),
      evidence: z.array(z.string()).describe('Kinds of evidence, the weightiest first.'),
    }),
  ),
})
export type OrganisationDetail = z.output<typeof organisationDetail>
