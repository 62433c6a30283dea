import { keysOf, nominative, singularStem } from './finnish.ts'
import { longestShortKey, type Vocabulary } from './vocabulary.ts'

/** One part of a compound: the letters that it took and the key of its word. */
export type Part = { text: string; key: string }

/** Last parts of three letters and shorter that are words of their own; others this short are seldom meant. */
const shortLast =
  /^(?:työ|töi|puu|pui|maa|mai|tie|tei|suo|soi|jää|jäi|luu|lui|pää|päi|suu|sää|yö|öi|ala|aloj?|osa|osi|ikä|iän|apu|avu)/
const shortFirst = new Set(
  'työ puu maa tie suo jää luu pää sää yö kuu osa ala ikä apu iso eri elo ilo ase etä esi epä lii yli ali'.split(
    ' ',
  ),
)

/** Cost above which a split is likelier a coincidence than a compound. */
const dearest = 9

/**
 * The likeliest split of a word into parts that are all known, or none. `puurakentamisessa` -> puu + rakentaminen.
 * First parts stand in the nominative, the genitive or the form in -s of words in -nen.
 */
export function split(word: string, vocabulary: Vocabulary): Part[] | undefined {
  if (word.length < 6) return undefined
  return cheapest(word, vocabulary, 0)?.parts
}

type Found = { parts: Part[]; cost: number }

function cheapest(word: string, vocabulary: Vocabulary, depth: number): Found | undefined {
  let best: Found | undefined
  for (let at = 2; at <= word.length - 3; at++) {
    const last = lastPart(word.slice(at), vocabulary)
    if (!last) continue
    const first = word.slice(0, at).replace(/-$/, '')
    const simple = firstPart(first, vocabulary)
    const found = simple ?? (depth < 2 ? inner(first, vocabulary, depth + 1) : undefined)
    if (!found) continue
    const cost = found.cost + last.cost
    if (cost <= dearest + 2 * found.parts.length && (!best || cost < best.cost)) {
      best = { parts: [...found.parts, ...last.parts], cost }
    }
  }
  return best
}

/** A first part that is a compound itself: pohjavesi- in pohjavesialue. Its own last part stands as a first part. */
function inner(word: string, vocabulary: Vocabulary, depth: number): Found | undefined {
  let best: Found | undefined
  for (let at = 2; at <= word.length - 3; at++) {
    const last = firstPart(word.slice(at), vocabulary)
    if (!last) continue
    const first =
      firstPart(word.slice(0, at), vocabulary) ??
      (depth < 2 ? inner(word.slice(0, at), vocabulary, depth + 1) : undefined)
    if (!first) continue
    const cost = first.cost + last.cost
    if (!best || cost < best.cost) best = { parts: [...first.parts, ...last.parts], cost }
  }
  return best
}

function lastPart(text: string, vocabulary: Vocabulary): Found | undefined {
  if (text.length < 4 && !shortLast.test(text)) return undefined
  return known(text, keysOf(text), vocabulary, shortLast.test(text))
}

function firstPart(text: string, vocabulary: Vocabulary): Found | undefined {
  if (text.length < 4 && !shortFirst.has(text)) {
    if (text.length < 3) return undefined
  }
  const keys = [...nominative(text)]
  if (text.endsWith('n')) {
    keys.push(...singularStem(text.slice(0, -1), 'weak'))
    if (/(?:[ijt]en|iden)$/.test(text)) keys.push(...keysOf(text))
  }
  return known(text, keys, vocabulary, shortFirst.has(text))
}

function known(
  text: string,
  keys: readonly string[],
  vocabulary: Vocabulary,
  short: boolean,
): Found | undefined {
  let best: { key: string; tier: number } | undefined
  for (const key of keys) {
    const tier = vocabulary.tierOf.get(key)
    if (key.length <= longestShortKey && !vocabulary.beginnings.get(key)?.has(text.slice(0, 3))) continue
    if (tier !== undefined && (!best || tier > best.tier)) best = { key, tier }
  }
  if (!best) return undefined
  // Short and rare parts are the coincidences: "jiv" + "arot".
  const shortness = short ? 0 : text.length < 4 ? 4 : text.length < 5 && best.tier < 3 ? 3 - best.tier : 0
  return { parts: [{ text, key: best.key }], cost: 4 - best.tier + shortness }
}
