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
  bias: -11.47,
  coverage: -5.15,
  complete: 4.53,
  bits: 2.27,
  purity: 5.22,
  wholeSegment: 1.03,
  gaps: -4.42,
  crossing: 0.87,
  order: 3.05,
  alone: 0.91,
  university: 1.12,
  hospital: -0.09,
  unit: -0.68,
  first: 0.26,
  last: 1.03,
  place: 1.35,
  country: -1.17,
  countryDiffers: -2.77,
  short: 0.09,
  main: 1.28,
  known: 2.15,
  inside: 0.39,
  shared: -1.25,
  before: -0.28,
  after: 0.14,
  besideUniversity: 0.45,
  unitBeside: 1.1,
  runsBefore: -1.59,
  runsAfter: 0.24,
  lead: 0.39,
  twice: 0.83,
  townMissing: -3.09,
  exact: 2.66,
  numberBeside: -1.08,
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
