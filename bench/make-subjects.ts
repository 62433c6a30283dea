/**
 * Makes data/subjects/yso.tsv.gz from the three label lists of YSO: the concepts with their labels in Finnish, Swedish
 * and English, and what each label is found by. Run it anew when the language engine reads words otherwise: a test
 * tells.
 * Usage: make-subjects FOLDER, which holds yso-fi.tsv.gz, yso-sv.tsv.gz and yso-en.tsv.gz
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type SearchLanguage, searchLanguages } from '../src/engine/language/index.ts'
import { findConcepts, readOntology } from '../src/engine/likeness/index.ts'
import { keysOfLabel } from '../src/engine/likeness/label-keys.ts'

const folder = process.argv[2]
if (!folder) throw new Error('usage: make-subjects FOLDER')

const labels = new Map<string, Map<SearchLanguage, string>>()
for (const language of searchLanguages) {
  const text = gunzipSync(readFileSync(`${folder}/yso-${language}.tsv.gz`)).toString('utf8')
  for (const line of text.split('\n')) {
    const [address = '', label = ''] = line.split('\t')
    const id = /\/yso\/p(\d+)>$/.exec(address)?.[1]
    if (id) labels.set(id, (labels.get(id) ?? new Map()).set(language, label.normalize('NFC').trim()))
  }
}
const rows = [...labels]
  .sort(([a], [b]) => Number(a) - Number(b))
  .map(([id, named]) => {
    const words = searchLanguages.map((language) => named.get(language) ?? '')
    const keys = searchLanguages.map((language, at) => keysOfLabel(words[at]!, language))
    return [id, ...words, ...keys].join('\t')
  })
const fileOf = (uses: readonly number[]): string =>
  rows.map((row, at) => `${row}\t${uses[at] ?? 0}\n`).join('')

/** In how many other Finnish labels each concept stands. */
const uses: number[] = rows.map(() => 0)
const ontology = readOntology(fileOf(uses))
for (let concept = 0; concept < ontology.size; concept++) {
  const found = findConcepts(ontology.label(concept, 'fi'), ontology).map((mention) => mention.concept)
  for (const other of new Set(found)) if (other !== concept) uses[other]!++
}
const file = gzipSync(fileOf(uses), { level: 9 })
writeFileSync('data/subjects/yso.tsv.gz', file)
process.stdout.write(`${rows.length} concepts, ${file.length} bytes\n`)
