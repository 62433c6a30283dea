import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import {
  eurostatTsv,
  type Fault,
  type Header,
  isSdmxHeading,
  type Reading,
  readJsonStat,
  sdmxCsv,
} from '../../engine/statistics/index.ts'
import type { Language } from '../../kernel/text.ts'

/** A file or an answer on the disk, with the name that it came by. */
export type StatisticsFile = { path: string; name: string }

/** A larger file of JSON is not read: it is held whole in memory. Other forms are streamed. */
const mostJsonBytes = 200 * 1024 * 1024

const fault = (what: Fault['what'], where = ''): Reading => ({ faults: [{ what, where }] })

/**
 * Reads statistics in any of the known forms, recognised by content: JSON-stat (also PxWeb's older wrapper), Eurostat's
 * TSV, SDMX-CSV, each also gzipped. `language` is that of names where the file does not say.
 */
export async function readStatistics(file: StatisticsFile, language: Language = 'fi'): Promise<Reading> {
  const zipped = await isGzip(file.path)
  const bytes = (): Readable => {
    const raw = createReadStream(file.path)
    return zipped ? raw.pipe(createGunzip().on('error', () => raw.destroy())) : raw
  }
  const table = tableOfName(file.name)
  const header = { title: {}, ...(table && { table }), language, notes: [] }
  try {
    const start = await beginning(bytes())
    if (/^\s*[{[]/.test(start)) return await readJson(bytes(), language)
    const first = start.split(/\r?\n/)[0] ?? ''
    if (/^[^\t]*\\[^\t]*\t/.test(first)) return await readTsv(bytes(), header)
    const delimiter = [';', '\t', ','].find((sign) => isSdmxHeading(first.split(sign).map(unquoted)))
    return delimiter ? await readSdmx(bytes(), header, delimiter) : fault('not-statistics')
  } catch (error) {
    const { code } = error as { code?: string }
    if (code?.startsWith('Z_') || code?.startsWith('CSV_')) return fault('cut-line')
    throw error
  }
}

const unquoted = (cell: string): string => cell.replace(/^"|"$/g, '')

/** "estat_nama_10r_3gdp.tsv.gz" is table nama_10r_3gdp, "13tn.json" none that is certain. */
const tableOfName = (name: string): string | undefined =>
  /^(?:estat_)?([a-z]\w*?)(?:_linear)?(?:_2_0)?(?:\.sdmx)?\.(?:tsv|csv)(?:\.gz)?$/i
    .exec(name)?.[1]
    ?.toLowerCase()

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await handle.close()
  }
}

/** The first characters, enough for a heading. */
async function beginning(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= 65_536) break
  }
  stream.destroy()
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '')
}

async function readJson(stream: Readable, language: Language): Promise<Reading> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > mostJsonBytes) return fault('too-large')
  }
  try {
    return readJsonStat(
      JSON.parse(
        Buffer.concat(chunks)
          .toString('utf8')
          .replace(/^\ufeff/, ''),
      ),
      language,
    )
  } catch (error) {
    if (error instanceof SyntaxError) return fault('cut-line')
    throw error
  }
}

type Head = Omit<Header, 'dimensions'>

async function readTsv(stream: Readable, header: Head): Promise<Reading> {
  const reader = eurostatTsv(header)
  let failed: Error | undefined
  // A fault of the stream is not passed on by the lines.
  stream.on('error', (error) => {
    failed = error
  })
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
    reader.line(line)
  if (failed) throw failed
  return reader.end()
}

async function readSdmx(stream: Readable, header: Head, delimiter: string): Promise<Reading> {
  const reader = sdmxCsv(header)
  const rows = stream.pipe(parse({ delimiter, bom: true, relax_column_count: true, skip_empty_lines: true }))
  stream.on('error', (error) => rows.destroy(error))
  for await (const row of rows as AsyncIterable<string[]>) reader.row(row)
  return reader.end()
}
