/**
 * Two questions about an answer of the matcher. May a machine act on it? From `act` on: of the labelled affiliations
 * 99 of 100 such answers were right in the half that this was fitted on and 98 in the half held out, where one label
 * in twenty contradicts an exact name. Which record is likeliest meant? From `guess` on one is named: half the F1 that
 * can be reached, which is where F1 is highest (Lipton, Elkan and Naryanaswamy 2014).
 */
export const certainty = { act: 0.99, guess: 0.44 }

type Table = readonly (readonly [said: number, seen: number])[]

/**
 * Affiliations: the candidate's share of the chances beside those of its rivals and of "none of these", and the share
 * of right answers (isotonic). Made by `bench/fit-affiliations.ts` from half of the labelled affiliations, each fifth of
 * it answered by weights that were fitted on the other four.
 */
const affiliations: Table = [
  [0.043, 0.032],
  [0.2, 0.12],
  [0.4, 0.376],
  [0.516, 0.552],
  [0.597, 0.608],
  [0.691, 0.72],
  [0.769, 0.768],
  [0.842, 0.84],
  [0.89, 0.864],
  [0.918, 0.908],
  [0.934, 0.944],
  [0.949, 0.952],
  [0.963, 0.976],
  [0.973, 0.979],
  [0.986, 0.992],
]

/**
 * Names: bits, and the share of right answers. Seen in the names that ROR gives Nordic and Baltic organisations in
 * other languages and in labelled affiliations that are names; the jump is the threshold of `same`, below which
 * stand the names that two records bear.
 */
const names: Table = [
  [0, 0.6],
  [5.9, 0.8],
  [6, 0.85],
  [6.5, 0.99],
  [20, 0.995],
]

export const probabilityOfShare = (share: number): number => interpolate(affiliations, share)

export const probabilityOfName = (bits: number): number => interpolate(names, bits)

function interpolate(table: Table, said: number): number {
  const at = table.findIndex(([x]) => x > said)
  if (at < 0) return table.at(-1)![1]
  if (at === 0) return table[0]![1]
  const [[x0, y0], [x1, y1]] = [table[at - 1]!, table[at]!]
  return y0 + ((y1 - y0) * (said - x0)) / (x1 - x0)
}
