import type { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'
import { readGexf, readGraphml, writeDay, type XmlEvent } from '../../engine/network/index.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type FileRow, fileLimits, readRows } from './file-rules.ts'
import { fileComplaint, graphComplaint } from './file-text.ts'

const unreadable = (what: Parameters<typeof fileComplaint>[0]) =>
  new Refusal('invalid', `tie-import.${what}`, [fileComplaint(what, 'file')])

export type FileFormat = 'csv' | 'gexf' | 'graphml'

/** The rows of a dropped file. Refuses one that is too large, or is no table or graph of ties. */
export async function readFile(stream: Readable): Promise<{ format: FileFormat; rows: FileRow[] }> {
  const text = decoded(await bytesOf(stream))
  const isXml = text.trimStart().startsWith('<')
  const format = !isXml ? 'csv' : text.includes('<graphml') ? 'graphml' : 'gexf'
  const rows = readRows(format === 'csv' ? sheetOf(text) : sheetOfGraph(text, format))
  if (rows.length > fileLimits.rows) throw unreadable('long')
  if (rows.length === 0) throw unreadable('empty')
  return { format, rows }
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    length += (chunk as Buffer).length
    if (length > fileLimits.bytes) throw unreadable('large')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** UTF-8, or else the Western European code page that older spreadsheets write. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function sheetOf(text: string): string[][] {
  const [first = ''] = text.split('\n', 1)
  const signs = [';', '\t', ','] as const
  const count = (sign: string) => first.split(sign).length
  const delimiter = signs.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 20_000,
      // One more than is taken: a file that is too long is refused, not cut.
      to: fileLimits.rows + 2,
    }) as string[][]
  } catch {
    throw unreadable('broken')
  }
}

/** A graph as a sheet: its ties with the names of their ends. */
function sheetOfGraph(text: string, format: 'gexf' | 'graphml'): string[][] {
  const limits = { depth: 32, things: 4 * fileLimits.rows }
  const read = (format === 'gexf' ? readGexf : readGraphml)(xmlEvents(text), limits)
  if ('faults' in read) {
    const told = read.faults.slice(0, 5).map((f) => [f.code, f.where, f.word].filter(Boolean).join(' '))
    throw new Refusal('invalid', 'tie-import.graph', [graphComplaint(told.join('; ').slice(0, 300))])
  }
  const names = new Map(read.graph.actors.map((a) => [a.id, String(a.attributes?.name ?? a.id)]))
  const ties = read.graph.ties.map((tie) => [
    names.get(tie.a) ?? '',
    names.get(tie.b) ?? '',
    // What has no kind of its own is plain work together.
    tie.kind === 'tie' ? '' : tie.kind,
    tie.since === undefined ? '' : writeDay(tie.since),
    tie.until === undefined ? '' : writeDay(tie.until),
    String(tie.weight),
    tie.evidence ?? '',
  ])
  return [['from', 'to', 'kind', 'since', 'until', 'strength', 'note'], ...ties]
}

/** What saxes tells of a document: it reads no DTD, so that no entity can grow. */
function xmlEvents(text: string): XmlEvent[] {
  const parser = new SaxesParser()
  const events: XmlEvent[] = []
  parser.on('opentag', ({ name, attributes }) => void events.push({ kind: 'open', name, attributes }))
  parser.on('text', (told) => void events.push({ kind: 'text', text: told }))
  parser.on('closetag', () => void events.push({ kind: 'close' }))
  parser.on('error', () => {
    throw unreadable('broken')
  })
  parser.write(text).close()
  return events
}
