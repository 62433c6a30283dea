import { z } from 'zod'

const names = z.object({
  fi: z.string().nullable(),
  sv: z.string().nullable(),
  en: z.string().nullable(),
})

/** A row of a list that says something. */
export const source = z.object({
  importId: z.string(),
  row: z.number(),
  asOf: z.string().nullable(),
  title: names,
  publisher: z.string().nullable(),
  file: z.string().nullable(),
})
export type Source = z.output<typeof source>

const neighbour = z.object({
  registry: z.string(),
  code: z.string(),
  title: z.string(),
  language: z.string(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  granted: z.string().nullable(),
  currency: z.string().nullable(),
  common: z.number().describe('Organisations that both have.'),
})
export type Neighbour = z.output<typeof neighbour>

export const projectContext = z.object({
  parties: z.array(
    z.object({
      id: z.string().nullable(),
      name: z.string().nullable().describe('Null for a personal trader.'),
      written: z.string().nullable().describe('The name as the list wrote it.'),
      role: z.enum(['lead', 'partner']),
      personal: z.boolean(),
      businessId: z.string().nullable(),
      led: z.number(),
      joined: z.number(),
      grantedEur: z.string().describe('Euros granted to the projects that it leads.'),
    }),
  ),
  sameLead: z.array(neighbour),
  samePartners: z.array(neighbour),
  similar: z.array(neighbour).describe('Projects whose titles share rare words.'),
  changes: z.array(
    z.object({
      field: z.string(),
      value: z.string().nullable(),
      source,
      replaced: z.array(z.object({ value: z.string().nullable(), source })),
    }),
  ),
  statements: z.array(source).describe('The rows that the project is folded from, newest first.'),
  told: z.array(z.string()).describe('Fields that some list tells.'),
})
export type ProjectContext = z.output<typeof projectContext>
