import { type Affiliation, type Features, type Sighting, sight, weighTogether } from './affiliations.ts'
import type { NameForm } from './names.ts'
import type { ReadRecord } from './records.ts'
import { bitsOf, type Frequencies } from './weights.ts'
import type { Word } from './words.ts'

/** Forms by their two rarest words: a name is looked for where one of them occurs. */
export type AffiliationIndex = { find: (affiliation: Affiliation) => Sightings[] }

/** The best sighting of one record. */
export type Sightings = Sighting & { owner: number; score: number }

/**
 * Weights of a logistic regression (bits), fitted on half of the labelled affiliations by
 * `bench/fit-affiliations.ts`; the other half is what the benchmark reports on.
 */
export const affiliationWeights: Record<keyof Features | 'bias', number> = {
  bias: -12,
  coverage: 5,
  complete: 3,
  bits: 3,
  purity: 3,
  wholeSegment: 2,
  gaps: -3,
  crossing: -2,
  order: 1,
  alone: 1,
  university: 2,
  hospital: 0,
  unit: -1,
  first: 0,
  last: 0,
  place: 2,
  country: 1,
  countryDiffers: -4,
  short: -3,
  main: 1,
  known: 1,
  inside: -5,
  shared: -2,
  before: 0,
  after: 0,
  besideUniversity: -1,
  unitBeside: 0,
  runsBefore: -1,
  runsAfter: -1,
  lead: 0,
  twice: 1,
  townMissing: 0,
}

export const scoreSighting = (features: Features): number => {
  let score = affiliationWeights.bias
  for (const key in features)
    score += affiliationWeights[key as keyof Features] * features[key as keyof Features]
  return score
}

export function createAffiliationIndex(
  forms: readonly NameForm[],
  owners: readonly number[],
  records: readonly ReadRecord[],
  frequencies: Frequencies,
): AffiliationIndex {
  const cached = new Map<string, number>()
  const bitsOfKey = (word: Word): number => {
    let bits = cached.get(word.key)
    if (bits === undefined) {
      bits = bitsOf(word, frequencies)
      cached.set(word.key, bits)
    }
    return bits
  }
  const byWord = new Map<string, number[]>()
  forms.forEach((form, number) => {
    const words = [...form.words].sort((a, b) => bitsOfKey(b) - bitsOfKey(a) || (a.key < b.key ? -1 : 1))
    const [first, second] = words
    for (const word of second && second.key !== first!.key && bitsOfKey(second) > 8
      ? [first!, second]
      : [first!]) {
      const list = byWord.get(word.key)
      if (list) list.push(number)
      else byWord.set(word.key, [number])
    }
  })

  function find(affiliation: Affiliation): Sightings[] {
    const tried = new Set<number>()
    const byOwner = new Map<number, Sightings[]>()
    for (const key of affiliation.at.keys()) {
      for (const number of byWord.get(key) ?? []) {
        if (tried.has(number)) continue
        tried.add(number)
        const owner = owners[number]!
        const seen = sight(affiliation, forms[number]!, records[owner]!, bitsOfKey)
        if (!seen) continue
        const one = { ...seen, owner, score: scoreSighting(seen.features) }
        const list = byOwner.get(owner)
        if (list) list.push(one)
        else byOwner.set(owner, [one])
      }
    }
    const all = [...byOwner.values()].map((list) => {
      const best = list.reduce((a, b) => (b.score > a.score ? b : a))
      const apart = list.some((one) => one.positions.every((position) => !best.positions.includes(position)))
      if (apart) best.features.twice = 1
      return best
    })
    weighTogether(all)
    for (const one of all) one.score = scoreSighting(one.features)
    return all.sort((a, b) => b.score - a.score || (a.form.text < b.form.text ? -1 : 1))
  }
  return { find }
}
