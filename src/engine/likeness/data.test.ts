import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { conceptsInTitles, recallAcross } from '../../../bench/cross-language.ts'
import { projectTitles } from '../../../bench/search-data.ts'
import { dataAtHand, dataFile } from '../../../test/data-at-hand.ts'
import { createTextIndex, readOntology, suggestSubjects } from './index.ts'

const file = new URL('../../../data/subjects/yso.tsv.gz', import.meta.url)
const ontology = readOntology(gunzipSync(readFileSync(file)).toString('utf8'))

// The whole lists are measured by `npm run bench -- likeness` and `-- subjects`; a part keeps this under seconds.
describe.skipIf(!dataAtHand)('real texts', () => {
  test('a hundred concepts asked in Swedish and English find every title that the Finnish word finds', () => {
    const titles = projectTitles(path.dirname(dataFile('x'))).filter((_, at) => at % 20 === 0)
    const index = createTextIndex(ontology)
    titles.forEach((title, at) => {
      index.put(String(at), { title })
    })
    const concepts = conceptsInTitles(titles, ontology)
    expect(concepts.length).toBe(100)
    for (const { expected, missed } of recallAcross(concepts, titles, ontology, index, String)) {
      expect(expected).toBeGreaterThan(300)
      expect(missed).toEqual([])
    }
  })
  test('of the five subjects suggested for a text, so many are those that librarians gave', () => {
    const rows = readFileSync(dataFile('fi-text-kirjastonhoitaja/validate.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { text: string; subjects: { uri: string }[] })
    expect(rows.length).toBe(213)
    let right = 0
    for (const { text, subjects } of rows) {
      const given = new Set(subjects.map(({ uri }) => uri.split('/p').at(-1)))
      const found = suggestSubjects(text, ontology, 5)
      right += found.filter(({ concept }) => given.has(ontology.id(concept))).length
    }
    expect(right / (5 * rows.length)).toBeGreaterThan(0.3)
  })
})
