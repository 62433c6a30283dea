import { z } from 'zod'
import type { Language } from '../../kernel/text.ts'
import { type Field, fieldNames } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { headerKey } from './recognising/header-words.ts'

const text3 = z.object({ fi: z.string(), sv: z.string(), en: z.string() })
const column = z.object({
  field: z.enum(fieldNames as [Field, ...Field[]]).nullable(),
  currency: z.string().length(3).optional(),
  scale: z.number().int().positive().optional(),
})

/** A known shape of list. The product ships some; people save their own under a name. */
export const profileSchema = z.object({
  name: z.string().min(1).max(80),
  /** What the list is called on pages, and who publishes it. */
  title: text3,
  publisher: z.string().optional(),
  url: z.string().optional(),
  /** Days of files that are known to the bit, by the SHA-256 of their unpacked content; `about`: not exactly told. */
  known: z.record(z.string(), z.object({ asOf: z.iso.date(), about: z.boolean().optional() })).optional(),
  /** The list is recognised by its headers: all of these stand in it. */
  signature: z.array(z.string()).min(1),
  columns: z.record(z.string(), column),
  decimal: z.enum([',', '.']).optional(),
  dayOrder: z.enum(['dmy', 'mdy']).optional(),
  currency: z.string().length(3).optional(),
  language: z.string().optional(),
  country: z.string().length(2).optional(),
  registry: z.string(),
  partners: z.enum(['semicolon', 'line', 'bar', 'full-stop', 'comma']).optional(),
  terms: z.partialRecord(z.enum(['fund', 'status', 'period']), z.record(z.string(), z.string())).optional(),
  commaStandIn: z.string().optional(),
  defaults: z
    .object({ fund: z.string(), programme: z.string(), period: z.string(), status: z.string() })
    .partial()
    .optional(),
  /** How the settings above are known, for whoever wonders. */
  reasons: z.array(z.string()).optional(),
})

export type Profile = z.infer<typeof profileSchema>

/** The profile whose signature stands whole in the headers; of several the one that names the most headers. */
export function profileFor(headers: readonly string[], profiles: readonly Profile[]): Profile | undefined {
  const present = new Set(headers.map(headerKey))
  const has = (header: string) => present.has(headerKey(header))
  return [...profiles]
    .filter((profile) => profile.signature.every(has))
    .sort((a, b) => b.signature.length - a.signature.length)[0]
}

/** The profile's mapping laid over the headers of one file. Headers it does not know stay unmapped. */
export function mappingOf(profile: Profile, headers: readonly string[]): Mapping {
  const known = new Map(Object.entries(profile.columns).map(([header, c]) => [headerKey(header), c]))
  const { decimal, dayOrder, currency, language, country, registry, partners, commaStandIn } = profile
  return {
    columns: headers.map((header) => {
      const c = known.get(headerKey(header))
      return {
        header,
        field: c?.field ?? null,
        ...(c?.currency && { currency: c.currency }),
        ...(c?.scale && { scale: c.scale }),
      }
    }),
    registry,
    ...(decimal && { decimal }),
    ...(dayOrder && { dayOrder }),
    ...(currency && { currency }),
    ...(language && { language }),
    ...(country && { country }),
    ...(partners && { partners }),
    ...(commaStandIn && { commaStandIn }),
    ...(profile.terms && { terms: profile.terms as NonNullable<Mapping['terms']> }),
    ...(profile.defaults && { defaults: profile.defaults as NonNullable<Mapping['defaults']> }),
  }
}

/** A mapping kept under a name, to be recognised by the headers it was made for. */
export function profileOf(name: string, mapping: Mapping, title?: Record<Language, string>): Profile {
  const { columns, ...rest } = mapping
  return profileSchema.parse({
    name,
    title: title ?? { fi: name, sv: name, en: name },
    signature: columns.map((c) => c.header),
    columns: Object.fromEntries(columns.map(({ header, ...c }) => [header, c])),
    ...rest,
  })
}
