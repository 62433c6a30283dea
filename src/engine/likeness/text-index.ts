import type { Ontology } from './ontology.ts'
import { rarity } from './rarity.ts'
import { type ComparedText, type Term, termsOf } from './terms.ts'

/** One thing that two texts share, and how much of their likeness it gives. */
export type SharedTerm = {
  /** The concept, where the texts share a meaning; else they share a word. */
  concept?: number
  /** The words that stand in the text that was asked about, and in the one that was found. */
  here: string[]
  there: string[]
  /** The part of the likeness that it gives: the parts of all evidence add up to it. */
  weight: number
}

export type Near = {
  id: string
  /** From 0 to 1: what both texts are about as a share of what either is about, by rarity (weighted Jaccard). */
  likeness: number
}

export type Neighbour = Near & {
  /** The most telling first. */
  evidence: SharedTerm[]
}

export type AskedText = ComparedText & {
  /** The id of the text itself, if it is in the index: it is left out. */
  itself?: string
}

/** Many short texts that are compared with each other. */
export type TextIndex = {
  size(): number
  /** Adds a text, or replaces the one that has the id. */
  put(id: string, text: ComparedText): void
  remove(id: string): void
  /** The nearest texts, nearest first; of equally near ones the one whose id comes first. None that share nothing. */
  neighbours(text: AskedText, most: number): Neighbour[]
  /** The same without the evidence, which takes longer than to find them. */
  nearest(text: AskedText, most: number): Near[]
  /** How like two texts are by what is rare in this index, whether or not they are in it. */
  compare(text: ComparedText, other: ComparedText): Omit<Neighbour, 'id'>
  /** What sharing a term tells here. */
  rarityOf(key: string): number
  /** How often it has changed: what was made of its rarities before is stale. */
  changes(): number
}

/**
 * A term's number (or a text's place) and its amount in the lowest eight bits of one small integer, which an array
 * keeps in place: half the memory of two arrays. There is room for eight million of either.
 */
const amountBits = 8
const amountMask = 0xff
const packed = (number: number, amount: number): number => (number << amountBits) | amount

/**
 * An index of texts in memory. The likeness of two texts is the weighted Jaccard index (Ruzicka): over all terms, the
 * sum of the smaller amounts by the sum of the larger ones, each times the term's rarity. All are whole numbers, so
 * what was added in another order, or added and removed, changes nothing. The quotients of sums below 2^26 (texts of
 * some 700 rare words) tell any two different fractions apart, so no rounding decides an order. A text is wholly like
 * itself.
 *
 * About 0.8 KB a title. Rarities and sums are made anew at the first question after a change.
 *
 * With `scale`, rarities are those of that index: what only some may see is kept apart, is as near as it would be in
 * the large index, and changes nothing there for who may not see it.
 */
export function createTextIndex(ontology: Ontology, scale?: TextIndex): TextIndex {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const postings: number[][] = []
  const places = new Map<string, number>()
  const ids: (string | undefined)[] = []
  const texts: (ComparedText | undefined)[] = []
  const contents: number[][] = []
  let rarities = new Int32Array(0)
  let sums = new Float64Array(0)
  let shared = new Float64Array(0)
  let settled = false
  let changed = 0
  let scaledAt = -1

  /** What was counted before is stale. */
  function unsettle(): void {
    settled = false
    changed++
  }

  function numberOf(key: string): number {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, counts.length)
    postings.push([])
    return counts.push(0) - 1
  }

  function put(id: string, text: ComparedText): void {
    remove(id)
    const place = ids.push(id) - 1
    texts.push(text)
    places.set(id, place)
    const content: number[] = []
    for (const [key, { amount }] of termsOf(text, ontology)) {
      const number = numberOf(key)
      counts[number]!++
      postings[number]!.push(packed(place, amount))
      content.push(packed(number, amount))
    }
    contents.push(content)
    unsettle()
  }

  function remove(id: string): void {
    const place = places.get(id)
    if (place === undefined) return
    places.delete(id)
    for (const one of contents[place]!) counts[one >> amountBits]!--
    ids[place] = undefined
    texts[place] = undefined
    contents[place] = []
    unsettle()
    if (ids.length > 2 * places.size + 1000) tidy()
  }

  /** Leaves out the places of removed texts when most are. */
  function tidy(): void {
    const kept = ids.flatMap((id, place) =>
      id === undefined ? [] : [{ id, text: texts[place]!, content: contents[place]! }],
    )
    for (const posting of postings) posting.length = 0
    ids.length = texts.length = contents.length = 0
    for (const { id, text, content } of kept) {
      const place = ids.push(id) - 1
      texts.push(text)
      contents.push(content)
      places.set(id, place)
      for (const one of content) postings[one >> amountBits]!.push(packed(place, one & amountMask))
    }
  }

  function settle(): void {
    if (settled && (!scale || scaledAt === scale.changes())) return
    rarities = scale
      ? Int32Array.from(numbers.keys(), scale.rarityOf)
      : Int32Array.from(counts, (count) => rarity(count, places.size))
    scaledAt = scale?.changes() ?? 0
    sums = new Float64Array(ids.length)
    shared = new Float64Array(ids.length)
    contents.forEach((content, place) => {
      let sum = 0
      for (const one of content) sum += (one & amountMask) * rarities[one >> amountBits]!
      sums[place] = sum
    })
    settled = true
  }

  function rarityOf(key: string): number {
    settle()
    const number = numbers.get(key)
    if (number !== undefined) return rarities[number]!
    return scale ? scale.rarityOf(key) : rarity(0, places.size)
  }

  function neighbours(text: AskedText, most: number): Neighbour[] {
    const asked = termsOf(text, ontology)
    return find(asked, text.itself, most).map((near) => {
      const there = termsOf(texts[places.get(near.id)!]!, ontology)
      return { ...near, evidence: evidenceOf(asked, there, near.likeness) }
    })
  }

  function find(asked: ReadonlyMap<string, Term>, itself: string | undefined, most: number): Near[] {
    settle()
    const touched: number[] = []
    let own = 0
    for (const [key, { amount }] of asked) {
      const number = numbers.get(key)
      const weight = number === undefined ? rarityOf(key) : rarities[number]!
      own += amount * weight
      if (number === undefined) continue
      for (const one of postings[number]!) {
        const place = one >> amountBits
        if (shared[place] === 0) touched.push(place)
        shared[place]! += Math.min(amount, one & amountMask) * weight
      }
    }
    const found: Near[] = []
    for (const place of touched) {
      const both = shared[place]!
      shared[place] = 0
      const id = ids[place]
      if (id === undefined || id === itself) continue
      found.push({ id, likeness: both / (own + sums[place]! - both) })
    }
    return firstOf(found, most)
  }

  function compare(text: ComparedText, other: ComparedText): Omit<Neighbour, 'id'> {
    const [here, there] = [termsOf(text, ontology), termsOf(other, ontology)]
    let [both, all] = [0, 0]
    for (const [key, { amount }] of here) {
      const weight = rarityOf(key)
      const shared = Math.min(amount, there.get(key)?.amount ?? 0) * weight
      both += shared
      all += amount * weight - shared
    }
    for (const [key, { amount }] of there) all += amount * rarityOf(key)
    const likeness = all === 0 ? 0 : both / all
    return { likeness, evidence: both === 0 ? [] : evidenceOf(here, there, likeness) }
  }

  /** What the terms of two texts have in common; the same words with the same meaning are one piece of evidence. */
  function evidenceOf(
    asked: ReadonlyMap<string, Term>,
    other: ReadonlyMap<string, Term>,
    likeness: number,
  ): SharedTerm[] {
    const found = new Map<string, SharedTerm>()
    let both = 0
    for (const [key, { concept, words, amount }] of other) {
      const here = asked.get(key)
      if (!here) continue
      const weight = Math.min(here.amount, amount) * rarityOf(key)
      both += weight
      const name = JSON.stringify([concept, here.words, words])
      const known = found.get(name)
      if (known) known.weight += weight
      else
        found.set(name, {
          ...(concept === undefined ? {} : { concept }),
          here: here.words,
          there: words,
          weight,
        })
    }
    return [...found]
      .sort(([a, { weight: x }], [b, { weight: y }]) => y - x || (a < b ? -1 : 1))
      .map(([, shared]) => ({ ...shared, weight: (likeness * shared.weight) / both }))
  }

  return {
    size: () => places.size,
    put,
    remove,
    neighbours,
    nearest: (text, most) => find(termsOf(text, ontology), text.itself, most),
    compare,
    rarityOf,
    changes: () => changed + (scale?.changes() ?? 0),
  }
}

function firstOf(found: Near[], most: number): Near[] {
  const order = (a: Near, b: Near): number => b.likeness - a.likeness || (a.id < b.id ? -1 : 1)
  if (found.length <= 4 * most || most < 1) return found.sort(order).slice(0, Math.max(0, most))
  // To sort 20,000 for the sake of ten takes longer than to find them; above the tenth's likeness few are left.
  const least = Float64Array.from(found, ({ likeness }) => likeness).sort()[found.length - most]!
  return found
    .filter(({ likeness }) => likeness >= least)
    .sort(order)
    .slice(0, most)
}
