import { z } from 'zod'
import { shareLevels } from '../../kernel/share.ts'
import { type Field, fieldNames } from './fields.ts'
import { problemCodes } from './problem.ts'
import type { ImportHead } from './queries.ts'
import { delimiters } from './reading/delimited.ts'
import { isKnownEncoding } from './reading/encoding.ts'
import { importStates } from './rules.ts'
import { isCurrency } from './values/amounts.ts'

const field = z.enum(fieldNames as [Field, ...Field[]])

/** How the bytes are to be read, when the file is not believed. */
export const readingSchema = z.object({
  encoding: z.string().refine(isKnownEncoding).exactOptional(),
  delimiter: z.enum(delimiters).exactOptional(),
  sheet: z.string().max(100).exactOptional(),
})

/** What a person states over what was recognised. */
export const choicesSchema = z.object({
  profile: z.string().max(80).exactOptional(),
  columns: z
    .record(z.string(), field.nullable())
    .exactOptional()
    .describe('Column header to field, null for none.'),
  currency: z
    .string()
    .transform((c) => c.toUpperCase())
    .refine(isCurrency)
    .exactOptional()
    .describe('ISO 4217, for amounts that name none.'),
  dayOrder: z.enum(['dmy', 'mdy']).exactOptional(),
  decimal: z.enum([',', '.']).exactOptional(),
  scales: z.record(z.string(), z.coerce.number().int().positive()).exactOptional(),
  language: z.string().max(10).exactOptional(),
  country: z.string().length(2).exactOptional(),
  registry: z.string().max(80).exactOptional().describe('Whose project codes these are.'),
})

export const problemSchema = z.object({
  code: z.enum(problemCodes),
  row: z.number(),
  column: z.string().optional(),
  text: z.string().optional(),
  other: z.string().optional(),
})

export const rowSchema = z.object({
  rowNo: z.number(),
  state: z.string(),
  cells: z.array(z.string()),
  problems: z.array(problemSchema).nullable(),
  values: z.record(z.string(), z.unknown()),
})

const json = <T>() => z.custom<T>(() => true)

export const importSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  fileHash: z.string(),
  fileBytes: z.number(),
  profile: z.string().nullable(),
  layout: json<ImportHead['layout']>(),
  list: json<ImportHead['list']>(),
  asOf: z.string().nullable(),
  state: z.enum(importStates),
  counts: json<ImportHead['counts']>(),
  failure: json<ImportHead['failure']>(),
  stagedRows: z.number(),
  jobId: z.string().nullable(),
  actorName: z.string().nullable(),
  createdAt: z.date(),
  appliedAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
  ecosystem: z.uuid().nullable(),
  share: z.enum(shareLevels).describe('How widely the list and its projects are shared.'),
  shareWanted: z.enum(shareLevels).nullable().describe('What that is being changed to.'),
})
