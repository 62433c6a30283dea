/**
 * What sharing a term of `count` among `texts` texts tells, a whole number: the square of its information in bits,
 * log2(1 + texts / count), times four. A word of every tenth title (hanke, kehittäminen, investointi) weighs a
 * seventeenth of one that stands in a single title among 20,000: that two projects both develop says little.
 */
export function rarity(count: number, texts: number): number {
  const bits = Math.log2(1 + (texts + 1) / (count + 1))
  return Math.round(4 * bits * bits)
}
