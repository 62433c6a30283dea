/**
 * Fits the weights of src/engine/matching/affiliation-index.ts on the odd rows of the labelled affiliations (rows
 * numbered from 1): a softmax over each row's candidates and "none", by Adam with a little shrinkage. Prints the
 * weights in bits, and the table of src/engine/matching/calibration.ts; the benchmark reports on the even rows.
 */
import { affiliationWeights, createAffiliationIndex } from '../src/engine/matching/affiliation-index.ts'
import { type Features, readAffiliation } from '../src/engine/matching/affiliations.ts'
import { createNameIndex } from '../src/engine/matching/blocking.ts'
import { readRecord } from '../src/engine/matching/records.ts'
import { readAffiliations } from './matching-data.ts'

const { registry, rows } = readAffiliations()
const records = registry.map(readRecord)
const index = createNameIndex()
records.forEach((record, i) => {
  index.add(i, record.names)
})
const affiliations = createAffiliationIndex(index.forms, index.owners, records, index.frequencies)

const keys = Object.keys(affiliationWeights).filter((key): key is keyof Features => key !== 'bias')
const examples = rows
  .filter((_, i) => i % 2 === 0)
  .map(({ text, truth }) => {
    const found = affiliations.find(readAffiliation(text)).slice(0, 15)
    return {
      right: found.findIndex(({ owner }) => records[owner]!.record.id === truth),
      inputs: found.map(({ features }) => [1, ...keys.map((key) => features[key])]),
    }
  })
  .filter(({ inputs }) => inputs.length > 0)

type Example = (typeof examples)[number]

const size = keys.length + 1
const [steps, rate, shrinkage] = [1200, 0.05, 3e-5]

const scoreOf = (input: readonly number[], weights: Float64Array): number =>
  input.reduce((sum, value, k) => sum + value * weights[k]!, 0)

function weightsFrom(fitted: readonly Example[]): Float64Array {
  const weights = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(size)
    for (const { inputs, right } of fitted) {
      const scores = inputs.map((input) => scoreOf(input, weights))
      const most = Math.max(0, ...scores)
      const total = scores.reduce((sum, score) => sum + Math.exp(score - most), Math.exp(-most))
      inputs.forEach((input, i) => {
        const error = Math.exp(scores[i]! - most) / total - (i === right ? 1 : 0)
        for (let k = 0; k < size; k++) gradient[k]! += error * input[k]!
      })
    }
    for (let k = 0; k < size; k++) {
      const slope = gradient[k]! / fitted.length + (k > 0 ? shrinkage * weights[k]! : 0)
      first[k] = 0.9 * first[k]! + 0.1 * slope
      second[k] = 0.999 * second[k]! + 0.001 * slope * slope
      const [mean, spread] = [first[k]! / (1 - 0.9 ** step), second[k]! / (1 - 0.999 ** step)]
      weights[k]! -= (rate * mean) / (Math.sqrt(spread) + 1e-8)
    }
  }
  return weights
}

const weights = weightsFrom(examples)
const bits = (weight: number): number => Math.round((weight / Math.LN2) * 100) / 100
const fitted = Object.fromEntries([
  ['bias', bits(weights[0]!)],
  ...keys.map((key, i) => [key, bits(weights[i + 1]!)] as const),
])
process.stdout.write(`${JSON.stringify(fitted, null, 2)}\n`)

/**
 * The best candidate's share of the chances and whether it is right, from the lowest share; each fifth is judged by
 * weights that were fitted on the other four.
 */
const folds = 5
const answers = Array.from({ length: folds }, (_, fold) => {
  const others = weightsFrom(examples.filter((_, i) => i % folds !== fold))
  return examples
    .filter((_, i) => i % folds === fold)
    .map(({ inputs, right }) => {
      const odds = inputs.map((input) => Math.exp(scoreOf(input, others)))
      const best = odds.indexOf(Math.max(...odds))
      return { share: odds[best]! / odds.reduce((sum, each) => sum + each, 1), right: best === right ? 1 : 0 }
    })
})
  .flat()
  .sort((a, b) => a.share - b.share)

/** Isotonic regression of answers in blocks: neighbours that fall are pooled. */
const blockSize = 125
const blocks: { count: number; share: number; right: number }[] = []
for (let at = 0; at < answers.length; at += blockSize) {
  const block = answers.slice(at, at + blockSize)
  blocks.push({
    count: block.length,
    share: block.reduce((sum, { share }) => sum + share, 0),
    right: block.reduce((sum, { right }) => sum + right, 0),
  })
  for (;;) {
    const [before, last] = blocks.slice(-2)
    if (!before || !last || before.right / before.count < last.right / last.count) break
    blocks.splice(-2, 2, {
      count: before.count + last.count,
      share: before.share + last.share,
      right: before.right + last.right,
    })
  }
}
for (const { count, share, right } of blocks)
  process.stdout.write(`[${(share / count).toFixed(3)}, ${(right / count).toFixed(3)}], // of ${count}\n`)
