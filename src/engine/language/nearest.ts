import { fold } from './tokens.ts'

/**
 * Edits between two words: letters added, left out, changed, or two neighbours swapped (Damerau 1964, in the
 * restricted form). Stops counting above `most` and gives most + 1.
 */
export function editDistance(a: string, b: string, most = 3): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min(row[j - 1]! + 1, previous[j]! + 1, previous[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, before[j - 2]! + 1)
      row.push(value)
      if (value < least) least = value
    }
    if (least > most) return most + 1
    before = previous
    previous = row
  }
  return Math.min(previous[b.length]!, most + 1)
}

export type Candidate = { word: string; count: number }

/** Mistakes allowed in a word of this length. */
const allowed = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3)

/**
 * Words that somebody who typed `word` may have meant, the likeliest first. Missing dots (hame: häme) are not a
 * mistake; a first letter is seldom wrong; of two as near the commoner one wins.
 */
export function nearest(word: string, candidates: readonly Candidate[], limit = 5): string[] {
  const plain = fold(word)
  const most = allowed(plain.length)
  return candidates
    .map((candidate) => ({ ...candidate, distance: distanceTo(plain, word, candidate.word, most) }))
    .filter((candidate) => candidate.word !== word && candidate.distance <= most)
    .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map((candidate) => candidate.word)
}

function distanceTo(plain: string, typed: string, candidate: string, most: number): number {
  const folded = fold(candidate)
  const edits = editDistance(plain, folded, most)
  if (edits === 0) return typed === candidate ? 0 : 0.1
  return edits + (plain[0] === folded[0] ? 0 : 0.5)
}
