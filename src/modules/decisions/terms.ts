import { z } from 'zod'
import { readAmount } from '../../engine/budget/index.ts'
import { centsOf, decimalOf } from '../../kernel/money.ts'

const decimal = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/)

/** What is proposed, selected or decided of one application. Money is a decimal string of euros. */
export const termsShape = z.object({
  outcome: z.enum(['yes', 'no']),
  grounds: z.string().max(10_000),
  conditions: z.string().max(10_000).default(''),
  costModel: z.string().max(60).nullable().default(null),
  starts: z.iso.date().nullable().default(null),
  ends: z.iso.date().nullable().default(null),
  byPartner: z
    .array(z.object({ row: z.string().max(60), cost: decimal, grant: decimal }))
    .max(60)
    .default([])
    .describe('Accepted cost and grant of each partner, by the row of the partner in the application.'),
})
export type Terms = z.output<typeof termsShape>
export type Outcome = Terms['outcome']

export type Sums = { cost: bigint; grant: bigint }

/** Accepted costs and the grant over all partners, in cents. */
export function sumsOf({ byPartner }: Pick<Terms, 'byPartner'>): Sums {
  return byPartner.reduce(
    (sum, p) => ({ cost: sum.cost + centsOf(p.cost), grant: sum.grant + centsOf(p.grant) }),
    { cost: 0n, grant: 0n },
  )
}

/** As it is kept: a "no" has no money and no dates, amounts have two digits, partners stand in one order. */
export function settledTerms(terms: Terms): Terms {
  const words = { grounds: tidy(terms.grounds), conditions: tidy(terms.conditions) }
  if (terms.outcome === 'no')
    return { outcome: 'no', ...words, costModel: null, starts: null, ends: null, byPartner: [] }
  const byPartner = terms.byPartner
    .map(({ row, cost, grant }) => ({
      row,
      cost: decimalOf(centsOf(cost)),
      grant: decimalOf(centsOf(grant)),
    }))
    .sort((a, b) => (a.row < b.row ? -1 : 1))
  return { ...terms, ...words, byPartner }
}

const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** "1 234,50", "1234.50" and "1 234,50 €" are the same decimal "1234.50"; undefined for what is no amount. */
export function amountTyped(text: string): string | undefined {
  const read = readAmount(text)
  return read.ok ? decimalOf(read.cents) : undefined
}
