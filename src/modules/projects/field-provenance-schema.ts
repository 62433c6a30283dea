import { z } from 'zod'
import { source } from './context-schemas.ts'

const origin = source.extend({
  importedAt: z.date(),
  importedBy: z.string().nullable(),
  url: z.string().nullable().describe('Where the list was published.'),
})

export const fieldProvenanceAnswer = z.object({
  project: z.object({ registry: z.string(), code: z.string(), name: z.string(), language: z.string() }),
  field: z.string(),
  /** The field that the value was read from: a region may come from the authority. */
  from: z.string().nullable(),
  value: z.string().nullable().describe('Null when nothing tells it, or when it is a personal name.'),
  hidden: z.boolean().describe('The value is a personal name.'),
  raw: z.string().nullable().describe('The cell as it was written.'),
  method: z.enum([
    'as-written',
    'amount-read',
    'day-read',
    'code-read',
    'status-read',
    'from-municipality',
    'from-authority',
    'from-title',
    'from-code',
    'not-told',
  ]),
  /** What the method went by: the words of a title, the name of an authority. */
  by: z.array(z.string()),
  because: z.string().nullable().describe('Why a region is not known.'),
  origin: origin.nullable(),
  cells: z.array(z.object({ header: z.string(), text: z.string().nullable() })),
  replaced: z.array(z.object({ value: z.string().nullable(), origin })),
})
export type FieldProvenanceAnswer = z.output<typeof fieldProvenanceAnswer>
export type OriginAnswer = z.output<typeof origin>
