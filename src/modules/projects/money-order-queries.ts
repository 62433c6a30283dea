import { type RawBuilder, sql } from 'kysely'

export type SortedAmount = 'granted' | 'realised'

/**
 * Orders by an amount, the largest or the smallest first, within each currency: euros, then the others by their
 * letters, last what has no amount. The expression is that of the indexes in migrations/0018_sort-by-currency.sql.
 */
export function moneyOrder(from: 's' | 'p' | 'best', amount: SortedAmount, down = true): RawBuilder<unknown> {
  const value = sql.ref(`${from}.${amount}`)
  const currency = sql.ref(`${from}.currency`)
  const way = sql.raw(down ? 'desc' : 'asc')
  return sql`case when ${value} is null then null when ${currency} = 'EUR' then '' else ${currency} end,
    ${value} ${way} nulls last`
}
