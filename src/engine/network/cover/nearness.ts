import type { DayNumber, Tie } from './candidate.ts'
import type { Evidence } from './evidence.ts'

/** Days in which what two have done together counts half: staff change, and so do themes. */
const halfLife = 1_826

/** Candidates that have worked with each other, as rows of one sparse matrix. Made once for a list of candidates. */
export type Ties = {
  readonly begins: Int32Array
  readonly others: Int32Array
  readonly weights: Float64Array
}

export function tiesBetween({ places, candidates, today }: Evidence, ties: readonly Tie[]): Ties {
  const known = ties.flatMap((tie) => {
    const [a, b] = [places.get(tie.a), places.get(tie.b)]
    return a === undefined || b === undefined || a === b ? [] : [{ a, b, weight: faded(tie, today) }]
  })
  const begins = new Int32Array(candidates.length + 1)
  for (const { a, b } of known) {
    begins[a + 1]!++
    begins[b + 1]!++
  }
  for (let c = 0; c < candidates.length; c++) begins[c + 1]! += begins[c]!
  const next = begins.slice()
  const others = new Int32Array(2 * known.length)
  const weights = new Float64Array(2 * known.length)
  const put = (from: number, to: number, weight: number) => {
    others[next[from]!] = to
    weights[next[from]!++] = weight
  }
  for (const { a, b, weight } of known) {
    put(a, b, weight)
    put(b, a, weight)
  }
  return { begins, others, weights }
}

const faded = ({ weight, last }: Tie, today: DayNumber): number =>
  last === undefined ? weight : weight * 2 ** -(Math.max(0, today - last) / halfLife)

/** Steps that are told apart; whoever is further away, or in no way tied, is as far as this. */
export const farthest = 4

/** Of every candidate: how much it has worked with those who are in, with how many, and how many steps away it is. */
export type Nearness = {
  readonly joint: Float64Array
  readonly partners: Uint16Array
  readonly steps: Uint8Array
}

export function nearnessTo({ begins, others, weights }: Ties, members: readonly number[]): Nearness {
  const n = begins.length - 1
  const joint = new Float64Array(n)
  const partners = new Uint16Array(n)
  const steps = new Uint8Array(n).fill(farthest)
  const countedBy = new Int32Array(n).fill(-1)
  for (const c of members) {
    steps[c] = 0
    for (let at = begins[c]!; at < begins[c + 1]!; at++) {
      const other = others[at]!
      joint[other]! += weights[at]!
      if (countedBy[other] === c) continue
      countedBy[other] = c
      partners[other]!++
    }
  }
  let border = [...members]
  for (let step = 1; step < farthest && border.length > 0; step++) {
    const next: number[] = []
    for (const c of border)
      for (let at = begins[c]!; at < begins[c + 1]!; at++) {
        const other = others[at]!
        if (steps[other]! <= step) continue
        steps[other] = step
        next.push(other)
      }
    border = next
  }
  return { joint, partners, steps }
}
