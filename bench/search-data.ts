import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { tokens } from '../src/engine/language/index.ts'

export type Document = { id: number; text: string }
/** A query, and the documents that it should find. */
export type Judged = { query: string; relevant: Set<number> }
export type Collection = { name: string; documents: Document[]; queries: Judged[] }

const text = (file: string): string =>
  file.endsWith('.gz') ? gunzipSync(readFileSync(file)).toString('utf8') : readFileSync(file, 'utf8')

/** Questions and answers of libraries: a subject label is the query, documents that carry it are relevant. */
export function labelledAnswers(data: string): Collection {
  const folder = `${data}/fi-text-kirjastonhoitaja`
  const lines = `${text(`${folder}/train.jsonl.gz`)}\n${text(`${folder}/validate.jsonl`)}`
    .split('\n')
    .filter(Boolean)
  const byLabel = new Map<string, Set<number>>()
  const documents = lines.map((line, id) => {
    const row = JSON.parse(line) as { text: string; subjects: { label: string }[] }
    for (const { label } of row.subjects) byLabel.set(label, (byLabel.get(label) ?? new Set()).add(id))
    return { id, text: row.text }
  })
  const queries = [...byLabel]
    .filter(([, relevant]) => relevant.size >= 2 && relevant.size <= 50)
    .map(([query, relevant]) => ({ query, relevant }))
  return { name: 'kirjastonhoitaja: label -> texts', documents, queries }
}

/** Link texts: the first four words (mostly the title) are the query, the rest of the same text is what it must find. */
export function describedLinks(data: string): Collection {
  const folder = `${data}/fi-text-makupalat`
  const lines =
    `${text(`${folder}/makupalat-train.tsv.gz`)}\n${text(`${folder}/makupalat-validate.tsv`)}`.split('\n')
  const documents: Document[] = []
  const queries: Judged[] = []
  for (const line of lines) {
    const whole = line.split('\t')[0] ?? ''
    const words = tokens(whole)
    if (words.length <= 10) continue
    const id = documents.length
    documents.push({ id, text: whole.slice(words[4]!.start) })
    queries.push({
      query: words
        .slice(0, 4)
        .map((token) => token.word)
        .join(' '),
      relevant: new Set([id]),
    })
  }
  return { name: 'makupalat: first four words -> rest of the text', documents, queries }
}

/** Titles of the two Finnish project lists. */
export function projectTitles(data: string): string[] {
  const rows = (file: string): Record<string, string>[] =>
    parse(text(file), { columns: true, relax_column_count: true }) as Record<string, string>[]
  return [
    ...rows(`${data}/fi-structural-funds-2007-2013/projektilista-2007-2013.csv.gz`).map(
      (r) => r['Projektin nimi'] ?? '',
    ),
    ...rows(`${data}/fi-structural-funds-2014-2020/projektilista-2014-2020.cleaned.csv`).map(
      (r) => r['Hankkeen nimi'] ?? '',
    ),
  ]
}
