import { type Cents, floorDivide, sumOf } from './cents.ts'

/**
 * Divides an amount over columns in proportion to their weights, in whole cents that sum to it exactly: the method of
 * the largest remainder (Hamilton). Each column gets its share without the part of a cent; the cents that are left go
 * one each to the columns that lost most, the earlier first where two lost the same. No column is a whole cent from its
 * exact share. Where the weights sum to nothing the columns weigh the same.
 * @throws RangeError without columns
 */
export function spread(amount: Cents, weights: readonly bigint[]): Cents[] {
  if (weights.length === 0) throw new RangeError('nothing to spread over')
  const sum = sumOf(weights)
  if (sum === 0n)
    return amount === 0n
      ? weights.map(() => 0n)
      : spread(
          amount,
          weights.map(() => 1n),
        )
  if (sum < 0n)
    return spread(
      amount,
      weights.map((weight) => -weight),
    )
  const shares = weights.map((weight) => floorDivide(amount * weight, sum))
  const lost = weights.map((weight, i) => ({ i, remainder: amount * weight - shares[i]! * sum }))
  lost.sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1))
  const left = Number(amount - sumOf(shares))
  for (const { i } of lost.slice(0, left)) shares[i]! += 1n
  return shares
}
