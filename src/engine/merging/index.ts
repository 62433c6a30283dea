/**
 * Two people have changed the same text: one text of both, or word that a person must choose. Runs on the server when
 * a draft is saved and in the browser while somebody types, so that both come to the same. Also says what changed
 * between two states of a text, word by word.
 */
import { hunksOf } from './difference.ts'
import { tokensOf } from './tokens.ts'

export { type Merge, mergeChoices, mergeTexts, mergeValues, sameValue, type Value } from './merge.ts'

export type Part = { text: string; is: 'same' | 'added' | 'removed' }

/** What was taken out and what was put in, in the order of the text. */
export function changesBetween(before: string, after: string): Part[] {
  const old = tokensOf(before)
  const fresh = tokensOf(after)
  const parts: Part[] = []
  const tell = (is: Part['is'], tokens: readonly string[]) => {
    if (tokens.length > 0) parts.push({ is, text: tokens.join('') })
  }
  let at = 0
  for (const hunk of hunksOf(old, fresh)) {
    tell('same', old.slice(at, hunk.from))
    tell('removed', old.slice(hunk.from, hunk.to))
    tell('added', fresh.slice(hunk.newFrom, hunk.newTo))
    at = hunk.to
  }
  tell('same', old.slice(at))
  return parts
}
