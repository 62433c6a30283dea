/**
 * Subject suggestion on labelled Finnish texts, against a plain word match in the same run: librarians' subjects of
 * questions and answers (YSO), older ones to learn from and the newer ones to measure on. And what loading the
 * ontology costs. Usage: subjects (the labelled texts are read from ../shared/data)
 */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { tokens } from '../src/engine/language/index.ts'
import {
  createExperience,
  findConcepts,
  type Ontology,
  readOntology,
  suggestSubjects,
} from '../src/engine/likeness/index.ts'
import { ndcg } from './search-relevance.ts'

type Labelled = { id: string; text: string; subjects: Set<number> }
type Answerer = (text: string) => number[]

const folder = '../shared/data/fi-text-kirjastonhoitaja'
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const megabytes = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}
const processorMs = (since: NodeJS.CpuUsage): string => {
  const { user, system } = process.cpuUsage(since)
  return ((user + system) / 1000).toFixed(0)
}

function loaded(): Ontology {
  const before = megabytes()
  const since = process.cpuUsage()
  const ontology = readOntology(gunzipSync(readFileSync('data/subjects/yso.tsv.gz')).toString('utf8'))
  const read = processorMs(since)
  findConcepts('kiertotalous, cirkulär ekonomi, circular economy', ontology)
  const exact = globalThis.gc ? '' : ' before garbage is collected'
  say(
    `ontology: ${ontology.size} concepts; read in ${read} ms of processor, first answer at ${processorMs(since)} ms; ` +
      `${(megabytes() - before).toFixed(0)} MB${exact}`,
  )
  return ontology
}

function labelled(lines: string, ontology: Ontology): Labelled[] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row = JSON.parse(line) as { id: string; text: string; subjects: { uri: string }[] }
      const found = row.subjects.flatMap(({ uri }) => ontology.conceptOf(uri.split('/p').at(-1)!) ?? [])
      return { id: row.id, text: row.text, subjects: new Set(found) }
    })
}

/** Labels that stand in the text word by word as they are written, the commonest first, of equals the earliest. */
function plainMatch(ontology: Ontology): Answerer {
  const conceptOf = new Map<string, number>()
  for (let concept = 0; concept < ontology.size; concept++) {
    const label = tokens(ontology.label(concept, 'fi').replace(/\s*\(.*\)/, '')).map(({ word }) => word)
    if (label.length > 0) conceptOf.set(label.join(' '), concept)
  }
  return (text) => {
    const words = tokens(text).map(({ word }) => word)
    const counts = new Map<number, number>()
    words.forEach((_, at) => {
      for (let length = 1; length <= 5; length++) {
        const concept = conceptOf.get(words.slice(at, at + length).join(' '))
        if (concept !== undefined) counts.set(concept, (counts.get(concept) ?? 0) + 1)
      }
    })
    return [...counts].sort(([, a], [, b]) => b - a).map(([concept]) => concept)
  }
}

/** The same by our stems, every mention counted alike: what forms and compounds give, without the weighing. */
const stemMatch =
  (ontology: Ontology): Answerer =>
  (text) => {
    const counts = new Map<number, number>()
    for (const { concept, kind } of findConcepts(text, ontology))
      if (kind === 'label') counts.set(concept, (counts.get(concept) ?? 0) + 1)
    return [...counts].sort(([, a], [, b]) => b - a).map(([concept]) => concept)
  }

/** Mean F1 of the first five answers, and mean nDCG of the first ten. */
function measure(name: string, texts: readonly Labelled[], answer: Answerer): void {
  let f1 = 0
  let gain = 0
  const since = process.cpuUsage()
  for (const { text, subjects } of texts) {
    const found = answer(text)
    const five = found.slice(0, 5)
    const right = five.filter((concept) => subjects.has(concept)).length
    f1 += (2 * right) / (five.length + subjects.size)
    gain += ndcg(found, subjects)
  }
  const per = (Number(processorMs(since)) / texts.length).toFixed(1)
  say(
    `  ${name.padEnd(52)}F1@5 ${(f1 / texts.length).toFixed(3)}   nDCG@10 ${(gain / texts.length).toFixed(3)}   ${per} ms a text`,
  )
}

const ontology = loaded()
if (!existsSync(folder)) say(`${folder} is not here: suggestions are not measured.`)
else {
  const older = labelled(gunzipSync(readFileSync(`${folder}/train.jsonl.gz`)).toString('utf8'), ontology)
  const newer = labelled(readFileSync(`${folder}/validate.jsonl`, 'utf8'), ontology).filter(
    ({ subjects }) => subjects.size > 0,
  )
  const suggest =
    (experience?: ReturnType<typeof createExperience>): Answerer =>
    (text) =>
      suggestSubjects(text, ontology, 10, experience).map(({ concept }) => concept)
  say(`${newer.length} texts of 2016 with librarians' subjects`)
  measure('plain word match', newer, plainMatch(ontology))
  measure('word match by stems', newer, stemMatch(ontology))
  measure('Talkoot, as it ships', newer, suggest())
  const experience = createExperience(ontology)
  let since = process.cpuUsage()
  for (const size of [100, 500, older.length]) {
    since = process.cpuUsage()
    for (const { id, text, subjects } of older.slice(experience.size(), size))
      experience.accept(id, text, [...subjects])
    const taken = processorMs(since)
    measure(`Talkoot, after ${size} texts with accepted subjects`, newer, suggest(experience))
    if (size === older.length) say(`  (the last ${size - 500} were taken in ${taken} ms of processor)`)
  }
}
