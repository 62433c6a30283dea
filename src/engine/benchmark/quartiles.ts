/** The middle half of a set of values. */
export type Quartiles = { first: number; median: number; third: number }

/**
 * Quartiles by linear interpolation between the two values beside each quarter (type 7 of Hyndman and Fan 1996, as
 * spreadsheets and PostgreSQL's percentile_cont have it). Undefined of no values.
 */
export function quartilesOf(values: readonly number[]): Quartiles | undefined {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part: number): number => {
    const place = (sorted.length - 1) * part
    const below = sorted[Math.floor(place)]!
    const above = sorted[Math.ceil(place)]!
    return below + (above - below) * (place - Math.floor(place))
  }
  return { first: at(0.25), median: at(0.5), third: at(0.75) }
}
