import { z } from 'zod'
import { type Asked, type AskedVariable, comparedLevels, factors, weights } from './rules.ts'

const code = z.string().min(1).max(100)

const codes = z.record(code, code)

const derived = z
  .discriminatedUnion('is', [
    z.object({
      is: z.literal('ratio'),
      dataset: z.uuid(),
      codes,
      times: z.enum(factors).describe('What the ratio is multiplied by: 100 makes percent.'),
    }),
    z.object({ is: z.literal('change'), since: code.describe('Percent of change since this period.') }),
  ])
  .optional()

export const variableInput = z.object({
  dataset: z.uuid(),
  codes,
  weight: z.enum(weights).default('1'),
  derived,
})

export const askedInput = z.object({
  level: z.enum(comparedLevels).default('region'),
  target: z.string().regex(/^[A-Z0-9]{2,8}$/),
  variables: z.array(variableInput).min(1).max(12),
  nearest: z.coerce.number().int().min(1).max(30).default(5),
  ownCountry: z.boolean().default(true),
  leastShare: z.coerce.number().int().min(0).max(100).default(50),
})

/** One variable as a word of an address: ["id",{"unit":"EUR_HAB"},"1"], with what it is derived by where it is. */
export const variableText = ({ dataset, codes, weight, derived: by }: AskedVariable): string =>
  JSON.stringify(by ? [dataset, codes, weight, by] : [dataset, codes, weight])

const variableWord = z.tuple([z.uuid(), codes, z.enum(weights), derived])

/** What an address or a form asks, as far as it can be read: a variable that cannot is left out. */
export function askedInWords(words: URLSearchParams): Omit<Asked, 'target'> & { target: string | null } {
  const variables = words.getAll('v').flatMap((text): AskedVariable[] => {
    const read = variableWord.safeParse(jsonOf(text))
    if (!read.success) return []
    const [dataset, chosen, weight, by] = read.data
    return [{ dataset, codes: chosen, weight, ...(by && { derived: by }) }]
  })
  const level = comparedLevels.find((l) => l === words.get('level')) ?? 'region'
  const number = (name: string, other: number, most: number) => {
    const value = Number(words.get(name) ?? other)
    return Number.isInteger(value) && value >= 1 && value <= most ? value : other
  }
  return {
    level,
    target: words.get('target') || null,
    variables: variables.slice(0, 12),
    nearest: number('nearest', 5, 30),
    ownCountry: level === 'region' || words.get('own') !== 'out',
    leastShare: number('share', 50, 100),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The words of an address that ask this. */
export function wordsOf(asked: Omit<Asked, 'target'> & { target: string | null }): URLSearchParams {
  const words = new URLSearchParams({ level: asked.level })
  if (asked.target) words.set('target', asked.target)
  for (const v of asked.variables) words.append('v', variableText(v))
  words.set('nearest', String(asked.nearest))
  if (!asked.ownCountry) words.set('own', 'out')
  words.set('share', String(asked.leastShare))
  return words
}
