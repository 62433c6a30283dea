/**
 * Likeness of texts, measured: the index of 22,821 real project titles (how fast, how large), the neighbours of new
 * texts, library classes of neighbours against BM25 over plain words in the same run, and concepts asked in Swedish
 * and English. Usage: likeness [titles] [classes] [languages]   (all by default; data from ../shared/data)
 */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { tokens } from '../src/engine/language/index.ts'
import { createTextIndex, readOntology, type TextIndex } from '../src/engine/likeness/index.ts'
import { conceptsInTitles, recallAcross } from './cross-language.ts'
import { projectTitles } from './search-data.ts'

const data = '../shared/data'
const wanted = process.argv.slice(2)
const asked = (part: string): boolean => wanted.length === 0 || wanted.includes(part)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const idOf = (at: number): string => String(at).padStart(6, '0')

const megabytes = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}
const processorMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

const ontology = readOntology(gunzipSync(readFileSync('data/subjects/yso.tsv.gz')).toString('utf8'))

function indexOf(texts: readonly string[]): TextIndex {
  const index = createTextIndex(ontology)
  texts.forEach((title, at) => {
    index.put(idOf(at), { title })
  })
  return index
}

function quantiles(times: number[]): string {
  times.sort((a, b) => a - b)
  const at = (share: number): string => times[Math.floor(share * (times.length - 1))]!.toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`
}

function measureTitles(titles: readonly string[]): TextIndex {
  let since = process.cpuUsage()
  const first = indexOf(titles)
  const cold = processorMs(since)
  const before = megabytes()
  since = process.cpuUsage()
  const index = indexOf(titles)
  const warm = processorMs(since)
  say(
    `${first.size()} titles: index in ${(cold / 1000).toFixed(1)} s of processor, words read for the first time`,
  )
  say(
    `  again in ${(warm / 1000).toFixed(1)} s, ${(megabytes() - before).toFixed(0)} MB${globalThis.gc ? '' : ' (run with --expose-gc for a sure figure)'}`,
  )
  since = process.cpuUsage()
  index.put('new', { title: 'Kiertotalouden uudet palvelut' })
  index.neighbours({ title: 'kiertotalous' }, 1)
  index.remove('new')
  say(`  one added, then asked: ${processorMs(since).toFixed(0)} ms of processor`)
  const timed = (texts: readonly string[]): string =>
    quantiles(
      texts.map((title) => {
        const start = performance.now()
        index.neighbours({ title }, 10)
        return performance.now() - start
      }),
    )
  index.neighbours({ title: 'kiertotalous' }, 1)
  // New texts: two titles of different projects in one.
  const pairs = titles.flatMap((title, at) => (at % 50 === 0 ? [`${title} ${titles[at + 7] ?? ''}`] : []))
  say(`  ten neighbours with evidence of ${pairs.length} new texts: ${timed(pairs)}`)
  const long = pairs.flatMap((_, at) =>
    at % 5 === 0 ? [titles.slice(at * 40, at * 40 + 30).join('. ')] : [],
  )
  say(`  of ${long.length} texts as long as a summary (30 titles each): ${timed(long)}`)
  return index
}

type Classed = { text: string; classes: string[] }

function classed(lines: string): Classed[] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [text = '', classes = ''] = line.split('\t')
      return { text, classes: classes.split(' ') }
    })
}

/** BM25 (k1 1.2, b 0.75) over words as they are written: the ten best. */
function plainBm25(texts: readonly Classed[]): (text: string) => number[] {
  const lengths = texts.map(({ text }) => tokens(text).length)
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  const postings = new Map<string, Map<number, number>>()
  texts.forEach(({ text }, at) => {
    for (const { word } of tokens(text)) {
      const list = postings.get(word) ?? new Map<number, number>()
      postings.set(word, list.set(at, (list.get(at) ?? 0) + 1))
    }
  })
  return (text) => {
    const scores = new Map<number, number>()
    for (const word of new Set(tokens(text).map((token) => token.word))) {
      const list = postings.get(word)
      if (!list) continue
      const worth = Math.log(1 + (texts.length - list.size + 0.5) / (list.size + 0.5))
      for (const [at, count] of list) {
        const norm = count + 1.2 * (0.25 + (0.75 * lengths[at]!) / mean)
        scores.set(at, (scores.get(at) ?? 0) + (worth * count * 2.2) / norm)
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 10)
      .map(([at]) => at)
  }
}

function measureClasses(): void {
  const folder = `${data}/fi-text-makupalat`
  const known = classed(gunzipSync(readFileSync(`${folder}/makupalat-train.tsv.gz`)).toString('utf8'))
  const asked = classed(readFileSync(`${folder}/makupalat-validate.tsv`, 'utf8'))
  const index = indexOf(known.map(({ text }) => text))
  say(`${asked.length} described links, their neighbours among ${known.length} with library classes`)
  const measure = (name: string, near: (text: string) => number[]): void => {
    let first = 0
    let share = 0
    for (const { text, classes } of asked) {
      const same = near(text).map((at) => known[at]!.classes.some((one) => classes.includes(one)))
      if (same[0]) first++
      share += same.filter(Boolean).length / 10
    }
    const mean = (sum: number): string => (sum / asked.length).toFixed(3)
    say(`  ${name.padEnd(24)}nearest has the class ${mean(first)}   of the ten nearest ${mean(share)}`)
  }
  measure('BM25, words as written', plainBm25(known))
  measure('Talkoot', (text) => index.nearest({ title: text }, 10).map(({ id }) => Number(id)))
}

function measureLanguages(titles: readonly string[], index: TextIndex): void {
  const concepts = conceptsInTitles(titles, ontology)
  for (const { language, expected, found, missed } of recallAcross(concepts, titles, ontology, index, idOf)) {
    say(
      `${concepts.length} concepts asked in ${language}: ${found} of ${expected} Finnish titles that the Finnish word finds`,
    )
    for (const one of missed) say(`  missed: ${one}`)
  }
}

if (!existsSync(data)) say(`${data} is not here: nothing is measured.`)
else {
  const titles = projectTitles(data)
  const index = asked('titles') ? measureTitles(titles) : asked('languages') ? indexOf(titles) : undefined
  if (asked('classes')) measureClasses()
  if (index && asked('languages')) measureLanguages(titles, index)
}
