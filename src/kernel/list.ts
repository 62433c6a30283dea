import { z } from 'zod'

/** A filter that may be repeated in an address: absent, one value or several, always read as an array. */
export const many = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item)])
    .optional()
    .transform((v): z.output<T>[] => (v === undefined ? [] : Array.isArray(v) ? v : [v]) as z.output<T>[])

/** The words of every list, in page addresses and REST alike. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(1000).default(20).describe('How many items, at most 1000.'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0).describe('How many items to skip.'),
}

/** A list's answer: this page of items, and how many there are in all. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int() })

/** An address's query as plain data: repeated words become arrays, empty ones are left out. */
export function queryData(parameters: URLSearchParams): Record<string, string | string[]> {
  // Without a prototype: a word such as "__proto__" is a word.
  const data: Record<string, string | string[]> = Object.create(null)
  for (const key of new Set(parameters.keys())) {
    const values = parameters.getAll(key).filter((v) => v !== '')
    if (values.length === 1) data[key] = values[0]!
    else if (values.length > 1) data[key] = values
  }
  return data
}
