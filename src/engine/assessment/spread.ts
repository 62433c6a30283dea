import type { Sheet } from './sheet.ts'
import type { Template } from './template.ts'

/** How far the scores of one criterion lie apart, once everybody has given theirs. */
export type Spread = {
  criterion: string
  scores: readonly number[]
  least: number
  most: number
  /** The middle as a fraction: sum over count. */
  sum: number
  discuss: boolean
  /** What all gave, where all gave the same: it needs no talk. */
  agreed: number | undefined
}

export const spreadsOf = (
  template: Pick<Template, 'scored' | 'discussFrom'>,
  sheets: readonly Sheet[],
): Spread[] =>
  template.scored.map(({ key }) => {
    const scores = sheets.flatMap((sheet) => sheet[key]?.score ?? [])
    const [least, most] = [Math.min(...scores), Math.max(...scores)]
    const discuss = scores.length > 1 && most - least >= template.discussFrom
    const agreed = scores.length > 0 && least === most ? least : undefined
    return { criterion: key, scores, least, most, sum: scores.reduce((a, b) => a + b, 0), discuss, agreed }
  })
