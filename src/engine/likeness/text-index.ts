import type { Ontology } from './ontology.ts'
import { rarity } from './rarity.ts'
import { askedTerms, type ComparedText, type Term, termsOf } from './terms.ts'

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
 * A term's number (or a text's place) and its amount in the lowest eight bits of one 32-bit integer. There is room for
 * eight million of either.
 */
const amountBits = 8
const amountMask = 0xff
const packed = (number: number, amount: number): number => (number << amountBits) | amount

/** Integers in one growing block: an array for each of 20,000 short texts takes four times as much. */
function createPool() {
  let block = new Int32Array(1024)
  let used = 0
  return {
    size: () => used,
    at: (place: number): number => block[place]!,
    push(value: number): void {
      if (used === block.length) {
        const larger = new Int32Array(2 * block.length)
        larger.set(block)
        block = larger
      }
      block[used++] = value
    },
  }
}

/**
 * An index of texts in memory. The likeness of two texts is the weighted Jaccard index (Ruzicka): over all terms, the
 * sum of the smaller amounts by the sum of the larger ones, each times the term's rarity. All are whole numbers, so
 * what was added in another order, or added and removed, changes nothing. The quotients of sums below 2^26 (texts of
 * some 700 rare words) tell any two different fractions apart, so no rounding decides an order. A text is wholly like
 * itself.
 *
 * What each text has is a row of one sparse matrix; rarities, sums and the columns (which texts have a term) are made
 * of it at the first question after a change, some 10 ms for 20,000 titles.
 *
 * With `scale`, rarities are those of that index: what only some may see is kept apart, is as near as it would be in
 * the large index, and changes nothing there for who may not see it.
 */
export function createTextIndex(ontology: Ontology, scale?: TextIndex): TextIndex {
  const numbers = new Map<string, number>()
  const places = new Map<string, number>()
  const ids: (string | undefined)[] = []
  const texts: (ComparedText | undefined)[] = []
  /** Where the row of each text begins; it ends where the next begins. */
  let begins: number[] = [0]
  let rows = createPool()
  let rarities = new Int32Array(0)
  let columns = new Int32Array(0)
  let columnBegins = new Int32Array(1)
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
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }

  function put(id: string, text: ComparedText): void {
    remove(id)
    places.set(id, ids.push(id) - 1)
    texts.push(text)
    for (const [key, { amount }] of termsOf(text, ontology)) rows.push(packed(numberOf(key), amount))
    begins.push(rows.size())
    unsettle()
  }

  function remove(id: string): void {
    const place = places.get(id)
    if (place === undefined) return
    places.delete(id)
    ids[place] = undefined
    texts[place] = undefined
    unsettle()
    if (ids.length > 2 * places.size + 1000) tidy()
  }

  /** Leaves out the rows of removed texts when most are. */
  function tidy(): void {
    const [kept, keptBegins] = [createPool(), [0]]
    eachRow((place, from, to) => {
      places.set(ids[place]!, keptBegins.length - 1)
      ids[keptBegins.length - 1] = ids[place]
      texts[keptBegins.length - 1] = texts[place]
      for (let at = from; at < to; at++) kept.push(rows.at(at))
      keptBegins.push(kept.size())
    })
    ids.length = texts.length = places.size
    rows = kept
    begins = keptBegins
  }

  /** The texts that are there, in order, with where their rows begin and end. */
  function eachRow(take: (place: number, from: number, to: number) => void): void {
    for (let place = 0; place < ids.length; place++)
      if (ids[place] !== undefined) take(place, begins[place]!, begins[place + 1]!)
  }

  function settle(): void {
    if (settled && (!scale || scaledAt === scale.changes())) return
    if (!settled) turn()
    rarities = scale
      ? Int32Array.from(numbers.keys(), scale.rarityOf)
      : Int32Array.from(numbers.values(), (term) =>
          rarity(columnBegins[term + 1]! - columnBegins[term]!, places.size),
        )
    scaledAt = scale?.changes() ?? 0
    sums = new Float64Array(ids.length)
    shared = new Float64Array(ids.length)
    eachRow((place, from, to) => {
      let sum = 0
      for (let at = from; at < to; at++) {
        const one = rows.at(at)
        sum += (one & amountMask) * rarities[one >> amountBits]!
      }
      sums[place] = sum
    })
    settled = true
  }

  /** Makes the columns of the rows: counts how long each is, then fills them in the order of the texts. */
  function turn(): void {
    columnBegins = new Int32Array(numbers.size + 1)
    eachRow((_, from, to) => {
      for (let at = from; at < to; at++) columnBegins[(rows.at(at) >> amountBits) + 1]!++
    })
    for (let term = 0; term < numbers.size; term++) columnBegins[term + 1]! += columnBegins[term]!
    columns = new Int32Array(columnBegins[numbers.size]!)
    const next = columnBegins.slice()
    eachRow((place, from, to) => {
      for (let at = from; at < to; at++) {
        const one = rows.at(at)
        columns[next[one >> amountBits]!++] = packed(place, one & amountMask)
      }
    })
  }

  function rarityOf(key: string): number {
    settle()
    const number = numbers.get(key)
    if (number !== undefined) return rarities[number]!
    return scale ? scale.rarityOf(key) : rarity(0, places.size)
  }

  function neighbours(text: AskedText, most: number): Neighbour[] {
    const asked = askedTerms(text, ontology)
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
      for (let at = columnBegins[number]!; at < columnBegins[number + 1]!; at++) {
        const one = columns[at]!
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
    const [here, there] = [askedTerms(text, ontology), termsOf(other, ontology)]
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
    nearest: (text, most) => find(askedTerms(text, ontology), text.itself, most),
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
