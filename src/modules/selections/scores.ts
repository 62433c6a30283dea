/** A score or an interval of scores, as decimal texts. */
export type ScoreRange = { low: string; high: string }

const written = /^(-?\d{1,6}(?:[.,]\d{1,3})?)(?:\s*(?:-|–|—|\.\.)\s*(-?\d{1,6}(?:[.,]\d{1,3})?))?$/

/**
 * Reads a cell of the score grid: "4", "3,5", "3-5", "3–4,5". Undefined where it is no number, its ends are the wrong
 * way round, or it is off the scale.
 */
export function readScore(typed: string, scale: ScoreRange): ScoreRange | undefined {
  const found = written.exec(typed.trim())
  if (!found) return undefined
  const low = found[1]!.replace(',', '.')
  const high = (found[2] ?? found[1]!).replace(',', '.')
  const on = (n: string) => Number(n) >= Number(scale.low) && Number(n) <= Number(scale.high)
  return on(low) && on(high) && Number(low) <= Number(high) ? { low, high } : undefined
}

/** "4" or "3–5", with a decimal comma where the language has one. */
export const writeScore = ({ low, high }: ScoreRange, comma: boolean): string => {
  const text = low === high ? low : `${low}–${high}`
  return comma ? text.replaceAll('.', ',') : text
}
