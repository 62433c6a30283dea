/**
 * Makes data/language/finnish.json from the Finnish labels of YSO (and the words of data/language/additions.txt):
 * the words that are not compounds of other words in the list, in tiers by how often they are a compound's part.
 * Usage: make-vocabulary YSO-FI.TSV.GZ
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { split } from '../src/engine/language/compound.ts'
import { nominative } from '../src/engine/language/finnish.ts'
import { dictionaryKeys, isPlural, vocabularyOf } from '../src/engine/language/vocabulary.ts'

const file = process.argv[2]
if (!file) throw new Error('usage: make-vocabulary YSO-FI.TSV.GZ')
const folder = 'data/language'
const wordPattern = /^[a-zåäöšž]{2,}$/

function labelWords(tsv: string): string[] {
  const words = new Set<string>()
  for (const line of tsv.split('\n')) {
    const label = (line.split('\t')[1] ?? '').replace(/\(.*?\)/g, '').trim()
    // Names of persons, works and places begin with a capital; their words are not part of the language's stock.
    if (!label || /^\p{Lu}/u.test(label)) continue
    const last = label.split(/\s+/).at(-1)!.toLowerCase()
    for (const piece of last.split('-')) if (wordPattern.test(piece)) words.add(piece)
  }
  return [...words]
}

/** Frequent enough as the end of other words to be a part: the seeds of the first round. */
function compoundsOf(words: readonly string[], tierOf: (word: string) => number): Map<string, string[]> {
  const tiers: string[][] = [[], [], [], []]
  for (const word of words) tiers[tierOf(word)]!.push(word)
  const vocabulary = vocabularyOf(tiers)
  const found = new Map<string, string[]>()
  for (const word of words) {
    const parts = split(word, vocabulary)
    if (parts && !notCompounds.has(word))
      found.set(
        word,
        parts.map((part) => part.key),
      )
  }
  return found
}

const lines = (name: string): string[] =>
  readFileSync(`${folder}/${name}`, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.trim().split(/\s+/))
    .filter(Boolean)

let pluralKeys: Set<string> | undefined
const additions = lines('additions.txt')
const notCompounds = new Set(lines('not-compounds.txt'))
const left = new Set(lines('left-out.txt'))
const words = [
  ...new Set([...labelWords(gunzipSync(readFileSync(file)).toString('utf8')), ...additions, ...notCompounds]),
]
  .filter((word) => !left.has(word))
  .sort()
  .filter(notShownByPlural)

/** A plural shows whether the word gradates (autot); a singular that has one is left out, so that it tells nothing else. */
function notShownByPlural(word: string, _at: number, all: readonly string[]): boolean {
  pluralKeys ??= new Set(all.filter(isPlural).flatMap(dictionaryKeys))
  const keys = isPlural(word) ? [] : nominative(word)
  return keys.length < 2 || !keys.slice(1).some((key) => pluralKeys!.has(key))
}

const uses = new Map<string, number>()
const tierOf = (word: string): number => {
  const n = Math.max(...dictionaryKeys(word).map((key) => uses.get(key) ?? 0))
  return n >= 20 ? 3 : n >= 5 ? 2 : n >= 1 ? 1 : 0
}
// Part counts settle in three rounds: the first takes every split, later ones know which parts are common.
let compounds = new Map<string, string[]>()
for (let round = 0; round < 3; round++) {
  compounds = compoundsOf(words, tierOf)
  uses.clear()
  for (const keys of compounds.values()) for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1)
}
const tiers: string[][] = [[], [], [], []]
for (const word of words) {
  if (compounds.has(word)) continue
  tiers[tierOf(word)]!.push(word)
}
writeFileSync(
  `${folder}/finnish.json`,
  `${JSON.stringify({ tiers: tiers.map((t) => t.join(' ')) }, null, 1)}\n`,
)
process.stdout.write(
  `${words.length} words, ${compounds.size} compounds, kept ${tiers.map((t) => t.length).join(' + ')}\n`,
)
if (process.argv[3] === '--show') {
  for (const [word, keys] of compounds) process.stdout.write(`${word}\t${keys.join(' ')}\n`)
}
