import { z } from 'zod'

// One shape for an ecosystem wherever it is told as data: in data/ecosystems, in REST, between queries and pages.

const language = z.enum(['fi', 'sv', 'en'])
const texts = z
  .strictObject({
    fi: z.string().min(1),
    sv: z.string().min(1).exactOptional(),
    en: z.string().min(1).exactOptional(),
  })
  .describe('The same in Finnish, Swedish and English.')
const day = z.iso.date()
const partialDay = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe('As precise as the source: a year, a month or a day.')
const source = z.string().min(1).describe('Key of the source in `sources`.')
const key = z
  .string()
  .regex(/^[a-z0-9-]{2,40}$/)
  .describe('The name in addresses.')

export const ecosystemKinds = ['agreement', 'theme-network', 'region', 'coordination', 'project-run'] as const
export const roles = [
  'orchestrator',
  'lead',
  'partner',
  'funder',
  'implementer',
  'developer',
  'user',
  'buyer',
  'expert',
  'authority',
] as const
export const qualifiers = ['exact', 'about', 'over', 'per-year'] as const
export const linkKinds = ['part-of', 'continues', 'complements', 'learns-from', 'related'] as const

const party = z.strictObject({
  name: texts,
  businessId: z.string().exactOptional(),
  authority: z.string().exactOptional().describe('Code of the authority, when it is one.'),
})
const period = z.strictObject({ start: partialDay.exactOptional(), end: partialDay.exactOptional(), source })

const value = z.strictObject({
  code: z.string(),
  name: texts,
  unofficial: z.array(language).exactOptional(),
  detail: z.array(texts).exactOptional(),
  validFrom: day.exactOptional(),
  validTo: day.exactOptional(),
  source,
})
const dimension = z.strictObject({ dimension: z.string(), name: texts, values: z.array(value).min(1) })

const money = z.strictObject({
  amount: z.string().regex(/^\d+\.\d{2}$/),
  currency: z.string().length(3),
  qualifier: z.enum(qualifiers),
  what: texts,
  fund: z.string().exactOptional(),
  year: z.number().int().exactOptional(),
  from: texts.exactOptional(),
  source,
})

const goal = z.strictObject({
  name: texts,
  target: z.string().regex(/^\d+(\.\d+)?$/),
  unit: z.enum(['count', 'percent']),
  comparator: z.enum(['=', '>', '>=']),
  from: z.number().int().exactOptional(),
  by: z.number().int().exactOptional(),
  source,
})

const link = z.strictObject({
  kind: z.enum(linkKinds),
  to: key.exactOptional(),
  name: texts.exactOptional().describe('What it is called; for a record of ours, its own name.'),
  what: texts.exactOptional(),
  source,
})

export const ecosystemRecord = z.strictObject({
  key,
  kind: z.enum(ecosystemKinds),
  parent: key.exactOptional(),
  featured: z.boolean().exactOptional(),
  name: texts,
  short: texts.exactOptional(),
  unofficial: z.array(language).exactOptional().describe('Languages whose name is our translation.'),
  summary: texts,
  description: texts,
  period: period.exactOptional(),
  regions: z.array(z.string()),
  municipalities: z.array(z.string()).exactOptional(),
  agreement: z
    .strictObject({
      signed: day.exactOptional(),
      validTo: day.exactOptional(),
      parties: z.array(
        party.extend({
          what: texts.exactOptional(),
          validFrom: day.exactOptional(),
          validTo: day.exactOptional(),
        }),
      ),
      source,
    })
    .exactOptional(),
  roles: z.array(
    party.extend({
      role: z.enum(roles),
      what: texts.exactOptional(),
      validFrom: day.exactOptional(),
      validTo: day.exactOptional(),
      source,
    }),
  ),
  frame: z.array(dimension),
  money: z.array(money),
  goals: z.array(goal).exactOptional(),
  targetGroups: z
    .array(z.strictObject({ name: texts, reach: z.enum(['direct', 'indirect']), source }))
    .exactOptional(),
  facts: z.array(z.strictObject({ text: texts, source })),
  links: z.array(link),
  partial: texts.exactOptional().describe('What is known in part only.'),
})

export const ecosystemSource = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  address: z.string().min(1),
  date: day.exactOptional(),
})

/** A tie as it looks from the other end. */
export const tieFrom = z.strictObject({
  kind: z.enum(linkKinds),
  key,
  name: texts,
  what: texts.exactOptional(),
})

export type TieFrom = z.output<typeof tieFrom>
export type Ecosystem = z.output<typeof ecosystemRecord>
export type EcosystemSource = z.output<typeof ecosystemSource>
export type EcosystemSources = Readonly<Record<string, EcosystemSource>>
export type Dimension = Ecosystem['frame'][number]
export type FrameValue = Dimension['values'][number]
export type EcosystemMoney = Ecosystem['money'][number]
export type EcosystemGoal = NonNullable<Ecosystem['goals']>[number]
export type EcosystemRole = Ecosystem['roles'][number]

/** Every source key that a record names. */
export function sourcesOf(record: Ecosystem): string[] {
  const found = new Set<string>()
  const look = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(look)
    else if (typeof part === 'object' && part !== null) {
      for (const [name, inner] of Object.entries(part)) {
        if (name === 'source' && typeof inner === 'string') found.add(inner)
        else look(inner)
      }
    }
  }
  look(record)
  return [...found]
}
