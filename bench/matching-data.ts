import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { OrganisationRecord } from '../src/engine/matching/index.ts'

/** The labelled sets that lie beside the checkout. */
export const dataFolder = path.resolve(process.env.TALKOOT_BENCH_DATA ?? '../shared/data')

export const hasData = (): boolean => existsSync(dataFolder)

type Row = Record<string, string>

export function readTable(file: string, delimiter = ','): Row[] {
  const bytes = readFileSync(path.join(dataFolder, file))
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return parse(text, {
    columns: true,
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
  }) as Row[]
}

export const cell = (row: Row, name: string): string => row[name] ?? ''

export type Affiliations = {
  registry: OrganisationRecord[]
  /** `truth` is empty where no record of the registry is right. */
  rows: { text: string; truth: string }[]
}

export function readAffiliations(): Affiliations {
  const registry = readTable('er-affiliation-ror/ror-candidates.csv').map((row) => ({
    id: cell(row, 'ror_id'),
    name: cell(row, 'display_name'),
    aliases: cell(row, 'other_names').split(' | ').filter(Boolean),
    place: cell(row, 'city'),
    country: cell(row, 'country'),
  }))
  const rows = readTable('er-affiliation-ror/crossref-train.csv').map((row) => ({
    text: cell(row, 'affiliation'),
    truth: cell(row, 'ror_record_included') === '1' ? cell(row, 'ror_id') : '',
  }))
  return { registry, rows }
}

export type RorRecord = {
  id: string
  names: { value: string; types: string[] }[]
  relationships: { id: string; type: string }[]
}

export const readRor = (): RorRecord[] =>
  ['ror-fi.jsonl', 'ror-nordic-baltic-other.jsonl'].flatMap((file) =>
    readFileSync(path.join(dataFolder, 'ror-nordic-baltic', file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as RorRecord),
  )

/**
 * The records that a name leads to: ROR gives some names to several records (a university and the one it became, an
 * organisation entered twice), and says which succeeds which.
 */
export function bearersOf(records: readonly RorRecord[]): (name: string) => ReadonlySet<string> {
  const key = (name: string): string => exactName(name.replace(/^the /i, ''))
  const bearers = new Map<string, Set<string>>()
  for (const { id, names, relationships } of records) {
    const line = relationships.filter(({ type }) => type === 'successor' || type === 'predecessor')
    for (const { value } of names) {
      const known = bearers.get(key(value)) ?? new Set<string>()
      bearers.set(key(value), known)
      for (const each of [id, ...line.map((other) => other.id)]) known.add(each)
    }
  }
  return (name) => bearers.get(key(name)) ?? new Set()
}

/** Pairs that are right, pairs that were made, pairs that are both: precision, recall and F1 of a clustering. */
export type Quality = {
  made: number
  right: number
  wanted: number
  precision: number
  recall: number
  f1: number
}

export const quality = (made: number, right: number, wanted: number): Quality => {
  const precision = made === 0 ? 1 : right / made
  const recall = wanted === 0 ? 1 : right / wanted
  return {
    made,
    right,
    wanted,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

const pairsWithin = (keys: readonly (string | number | undefined)[]): number => {
  const counts = new Map<string | number, number>()
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  let pairs = 0
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2
  return pairs
}

/** Pairwise quality of clusters against true groups; records whose group is unknown (undefined) are left out. */
export function pairwise(
  clusters: readonly (string | number)[],
  truth: readonly (string | undefined)[],
): Quality {
  const known = clusters.map((cluster, i) => (truth[i] === undefined ? undefined : cluster))
  const both = clusters.map((cluster, i) => (truth[i] === undefined ? undefined : `${cluster} ${truth[i]}`))
  return quality(pairsWithin(known), pairsWithin(both), pairsWithin(truth))
}

/** Pairs of names, each in order. */
export type NamePair = readonly [string, string]

const keyOf = (pair: NamePair): string => pair.join('\t')

/** As many pairs as wanted in the order of their hash: at random, and the same ones every time. */
export function sampled(pairs: readonly NamePair[], size: number): NamePair[] {
  const hash = (pair: NamePair): string =>
    createHash('sha256')
      .update(`talkoot 1\t${keyOf(pair)}`)
      .digest('hex')
  return pairs
    .map((pair) => ({ pair, order: hash(pair) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, size)
    .map(({ pair }) => pair)
}

/** The judgements of bench/finnish-joins.tsv: `same`, `different` or `unclear`. */
export function readJudgements(): (pair: NamePair) => string | undefined {
  const lines = readFileSync('bench/finnish-joins.tsv', 'utf8').split('\n')
  const judged = new Map(
    lines
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split('\t'))
      .map(([a = '', b = '', judgement = '']) => [keyOf([a, b]), judgement]),
  )
  return (pair) => judged.get(keyOf(pair))
}

/** The interval in which a share seen in a sample lies, 95 times of 100 (Wilson 1927). */
export function wilson(right: number, count: number): { low: number; high: number } {
  if (count === 0) return { low: 0, high: 1 }
  const z = 1.96
  const share = right / count
  const middle = share + z ** 2 / (2 * count)
  const reach = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2))
  const scale = 1 + z ** 2 / count
  return { low: (middle - reach) / scale, high: (middle + reach) / scale }
}

/** The baseline: case folded, letters and digits alone. */
export const exactName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
