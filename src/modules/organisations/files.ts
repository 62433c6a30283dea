import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify'
import {
  cluster,
  createMatcher,
  type OrganisationRecord,
  recogniseScheme,
} from '../../engine/matching/index.ts'

/** A file or a column that is not as it should be; the message says what, where and what to do. */
export class FileProblem extends Error {}

type Row = readonly string[]
export type Table = { columns: readonly string[]; rows: AsyncIterable<Row> }

/** Bytes read to recognise a file's encoding and delimiter. */
const sampleSize = 256 * 1024

const delimiters = [',', ';', '\t', '|'] as const

/** UTF-8 unless the sample is not; Latin-1 then. A sample may end in the middle of a letter. */
function recogniseEncoding(sample: Buffer): 'utf8' | 'latin1' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample.subarray(0, lastWhole(sample)))
    return 'utf8'
  } catch {
    return 'latin1'
  }
}

const lastWhole = (sample: Buffer): number => {
  const end = Math.max(sample.lastIndexOf(10), sample.lastIndexOf(44), sample.lastIndexOf(59))
  return end > 0 && sample.length >= sampleSize ? end : sample.length
}

/** The delimiter that stands most often outside quotes in the header line. */
function recogniseDelimiter(header: string): string {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '')
  const counted = delimiters.map((delimiter) => [delimiter, bare.split(delimiter).length] as const)
  return counted.reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

/** Opens a CSV or TSV file as a stream of rows, its delimiter and encoding recognised. */
export async function openTable(file: string): Promise<Table> {
  const found = await stat(file).catch(() => undefined)
  if (!found) throw new FileProblem(`${file}: there is no such file. Check the path.`)
  if (!found.isFile())
    throw new FileProblem(`${file}: this is not a file. Give the path of a CSV or TSV file.`)
  const handle = await open(file)
  const sample = Buffer.alloc(Math.min(sampleSize, found.size))
  await handle.read(sample, 0, sample.length, 0).finally(() => handle.close())
  if (sample.every((byte) => byte <= 32))
    throw new FileProblem(`${file}: the file is empty. Give a file with a header line and rows.`)
  if (sample.includes(0))
    throw new FileProblem(`${file}: this is not a text file. Save it as CSV (UTF-8) and try again.`)
  const encoding = recogniseEncoding(sample)
  const text = sample.toString(encoding).replace(/^\ufeff/, '')
  const delimiter = recogniseDelimiter(text.slice(0, text.search(/[\r\n]/) >>> 0))
  const parser = parse({
    delimiter,
    encoding,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  const input = createReadStream(file)
  input.on('error', (error) => parser.destroy(error))
  const rows = input.pipe(parser)[Symbol.asyncIterator]() as AsyncIterator<string[]>
  const first = await rows.next()
  const columns = first.done ? [] : first.value.map((column) => column.trim())
  if (columns.length === 0)
    throw new FileProblem(`${file}: the file has no header line. Add one with the names of the columns.`)
  return { columns, rows: { [Symbol.asyncIterator]: () => rows } }
}

const findColumn = (table: Table, column: string): number => {
  const exact = table.columns.indexOf(column)
  return exact >= 0 ? exact : table.columns.findIndex((each) => each.toLowerCase() === column.toLowerCase())
}

function column(table: Table, file: string, name: string): number {
  const at = findColumn(table, name)
  if (at < 0)
    throw new FileProblem(
      `${file}: there is no column "${name}". The columns are: ${table.columns.join(', ')}.`,
    )
  return at
}

const firstColumn = (table: Table, names: readonly string[]): number =>
  names.map((name) => findColumn(table, name)).find((at) => at >= 0) ?? -1

/** The records of a table, numbered from 1; an id column's scheme is recognised from its values. */
async function readRecords(
  table: Table,
  at: { name: number; place?: number; country?: number; id?: number; aliases?: number },
): Promise<OrganisationRecord[]> {
  const rows: { name: string; place: string; country: string; id: string; aliases: string[] }[] = []
  const cell = (row: Row, i: number | undefined): string =>
    i === undefined || i < 0 ? '' : (row[i] ?? '').trim()
  for await (const row of table.rows) {
    const aliases = cell(row, at.aliases)
      .split(/\s+\|\s+|;/)
      .map((alias) => alias.trim())
      .filter(Boolean)
    rows.push({
      name: cell(row, at.name),
      place: cell(row, at.place),
      country: cell(row, at.country),
      id: cell(row, at.id),
      aliases,
    })
  }
  const scheme = recogniseScheme(rows.slice(0, 5000).map((row) => row.id)) ?? 'given'
  return rows.map(({ name, place, country, id, aliases }, i) => ({
    id: String(i + 1),
    name,
    aliases,
    ...(place ? { place } : {}),
    ...(/^[A-Za-z]{2}$/.test(country) ? { country } : {}),
    identifiers: id ? [{ scheme, value: id }] : [],
  }))
}

async function writeRows(
  file: string,
  header: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): Promise<void> {
  const csv = stringify({ header: true, columns: [...header] })
  const write = pipeline(csv, createWriteStream(file)).catch((error: NodeJS.ErrnoException) => {
    throw new FileProblem(
      `${file}: the file cannot be written (${error.code ?? error.message}). Choose another with --out.`,
    )
  })
  for (const row of rows) {
    if (csv.destroyed) break
    if (!csv.write(row)) await Promise.race([new Promise((resolve) => csv.once('drain', resolve)), write])
  }
  csv.end()
  await write
}

export type DedupeReport = { rows: number; clusters: number; joined: number; toReview: number }

/** Finds the rows of a file that are one organisation; writes `row,cluster`, rows and clusters from 1. */
export async function dedupeFile(
  file: string,
  options: { name: string; place?: string; id?: string; out: string },
): Promise<DedupeReport> {
  const table = await openTable(file)
  const records = await readRecords(table, {
    name: column(table, file, options.name),
    ...(options.place === undefined ? {} : { place: column(table, file, options.place) }),
    ...(options.id === undefined ? {} : { id: column(table, file, options.id) }),
  })
  if (records.length === 0) throw new FileProblem(`${file}: the file has a header line but no rows.`)
  const found = cluster(records)
  const numbers = function* (): Iterable<readonly number[]> {
    for (let i = 0; i < records.length; i++) yield [i + 1, found.cluster[i]! + 1]
  }
  await writeRows(options.out, ['row', 'cluster'], numbers())
  const clusters = found.cluster.reduce((most, number) => Math.max(most, number + 1), 0)
  return { rows: records.length, clusters, joined: records.length - clusters, toReview: found.pairs.length }
}

export type MatchReport = { rows: number; matched: number; toReview: number; none: number }

export type MatchOptions = {
  name: string
  against: string
  againstName?: string
  againstAliases?: string
  againstId?: string
  out: string
}

/** Rounded down, so that a score never reads as safer than it is. */
const asScore = (probability: number): string => (Math.floor(probability * 10_000) / 10_000).toFixed(4)

/**
 * Finds each row's organisation in another file; writes `row,candidate,score`: the best guess as the id (or row
 * number) in the other file, empty when it is likelier that there is none, and the probability that it is right as
 * seen where the right ones are known. From `certainty.act` on nobody need look: those are counted as matched, the
 * other guesses as for review. Names and affiliations both.
 */
export async function matchFile(file: string, options: MatchOptions): Promise<MatchReport> {
  const table = await openTable(file)
  const at = column(table, file, options.name)
  const other = await openTable(options.against)
  const named = options.againstName ?? (findColumn(other, options.name) >= 0 ? options.name : undefined)
  const otherName =
    named === undefined ? firstColumn(other, ['name', 'display_name']) : column(other, options.against, named)
  if (otherName < 0) {
    throw new FileProblem(
      `${options.against}: no column of names found. Say which with --against-name; the columns are: ${other.columns.join(', ')}.`,
    )
  }
  const idAt = options.againstId === undefined ? -1 : column(other, options.against, options.againstId)
  const records = await readRecords(other, {
    name: otherName,
    id: idAt,
    place: firstColumn(other, ['city', 'place', 'town', 'paikkakunta', 'kotipaikka', 'kunta', 'ort']),
    country: firstColumn(other, ['country', 'country_code', 'maa', 'land']),
    ...(options.againstAliases === undefined
      ? {}
      : { aliases: column(other, options.against, options.againstAliases) }),
  })
  if (records.length === 0)
    throw new FileProblem(`${options.against}: the file has a header line but no rows.`)
  const ids = records.map((record) => (idAt < 0 ? record.id : (record.identifiers?.[0]?.value ?? '')))
  const matcher = createMatcher(records, { regime: 'auto' })
  const report: MatchReport = { rows: 0, matched: 0, toReview: 0, none: 0 }
  const answers: (readonly (string | number)[])[] = []
  for await (const row of table.rows) {
    report.rows++
    const name = (row[at] ?? '').trim()
    const found = name ? matcher.match({ id: '', name }) : undefined
    if (found?.outcome === 'same') report.matched++
    else if (found?.outcome === 'review') report.toReview++
    else report.none++
    answers.push(
      found && found.outcome !== 'different'
        ? [report.rows, ids[Number(found.candidate) - 1]!, asScore(found.probability)]
        : [report.rows, '', ''],
    )
  }
  if (report.rows === 0) throw new FileProblem(`${file}: the file has a header line but no rows.`)
  await writeRows(options.out, ['row', 'candidate', 'score'], answers)
  return report
}
