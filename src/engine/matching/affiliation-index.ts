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
  bias: -11.71,
  coverage: -5.34,
  complete: 4.36,
  bits: 2.1,
  purity: 5,
  wholeSegment: 1.09,
  gaps: -4.17,
  crossing: 1.68,
  order: 2.97,
  alone: 0.9,
  university: 1.35,
  hospital: 0.21,
  unit: -0.39,
  first: 0.18,
  last: 1.23,
  place: 0.87,
  country: -0.29,
  countryDiffers: -2.14,
  short: 1.28,
  main: 1.48,
  known: 1.96,
  inside: 0.57,
  shared: -1.36,
  before: -0.75,
  after: -0.13,
  besideUniversity: 0.52,
  unitBeside: 1.04,
  runsBefore: -1.3,
  runsAfter: 0.3,
  lead: 1,
  twice: 0.63,
  townMissing: -3.17,
  exact: 3.28,
  numberBeside: -0.61,
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
