import { Readable } from 'node:stream'
import renderToString from 'preact-render-to-string'
import { canonical } from '../../kernel/canonical.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn, SheetRow } from '../../kernel/sheet.ts'
import { sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { createZip } from '../../kernel/zip.ts'
import { getPacket, type ToldPacket } from './packet-actions.ts'
import { type PacketContent, wordsOf } from './packet-content.ts'
import { packetText } from './packet-text.ts'
import { PacketView } from './packet-view.tsx'
import { changeMachine } from './rules.ts'
import { text } from './text.ts'

const read = (request: PageRequest): Promise<ToldPacket> =>
  request.perform(getPacket, {
    project: request.params.project,
    packet: request.params.packet,
    version: request.url.searchParams.get('version') ?? undefined,
  })

const nameOf = ({ project, kind, to }: PacketContent, language: Language): string =>
  `${project.code.replaceAll(/[^\w-]/g, '-')} ${packetText[language].kinds[kind]} ${to}`

function columnsIn(language: Language): SheetColumn[] {
  const c = packetText[language].sheetColumns
  const column = (header: string, kind: SheetColumn['kind'] = 'text') => ({ header, kind })
  return [
    column(c.part),
    column(c.name),
    column(c.state),
    column(c.day, 'day'),
    column(c.first, 'number'),
    column(c.second, 'number'),
    column(c.note),
  ]
}

/** A packet as rows of one table: which part, what, its state, its day, figure and plan, and what else is told. */
export function rowsOf(c: PacketContent, language: Language): SheetRow[] {
  const [t, p] = [text[language], packetText[language]]
  const said = (names: Parameters<typeof pick>[0]) => pick(names, language)?.text ?? ''
  return [
    ...wordsOf(c.kind).map((word): SheetRow => [p.words[word], '', '', c.on, null, null, c.words[word]]),
    ...c.figures.map(
      (one): SheetRow => [
        t.indicators,
        `${one.code} ${said(one.name)}`,
        '',
        c.to,
        one.realised,
        one.target,
        said(one.unit),
      ],
    ),
    ...c.milestones.map(
      (one): SheetRow => [
        t.milestones,
        one.title,
        t.milestoneStates[one.state],
        one.due,
        null,
        null,
        one.shows,
      ],
    ),
    ...c.deliverables.map(
      (one): SheetRow => [
        t.deliverables,
        one.title,
        t.deliverableStates[one.state],
        one.due,
        null,
        null,
        one.url,
      ],
    ),
    ...c.risks.map(
      (one): SheetRow => [
        t.risks,
        one.title,
        t.riskStates[one.risk ?? 'open'],
        null,
        Number(one.likelihood) * Number(one.effect),
        null,
        [one.response, one.owner].filter(Boolean).join(' · '),
      ],
    ),
    ...c.budget.lines.map(
      (one): SheetRow => [
        t.budget,
        said(one.name),
        one.over ? t.over : '',
        c.budget.until,
        one.used,
        one.planned,
        '',
      ],
    ),
    [
      t.budget,
      t.all,
      c.budget.all.over ? t.over : '',
      c.budget.until,
      c.budget.all.used,
      c.budget.all.planned,
      '',
    ],
    ...c.changes.map(
      (one): SheetRow => [
        t.changes,
        one.title,
        changeMachine.states[one.change ?? 'asked'][language],
        one.on,
        null,
        null,
        one.text,
      ],
    ),
    ...c.commitments.map(
      (one): SheetRow => [
        p.promised,
        one.organisation,
        p.promisedKinds[one.kind],
        null,
        null,
        null,
        one.what,
      ],
    ),
  ]
}

/** The packet as a workbook. */
export async function packetSheet(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const { content } = await read(request)
  return {
    as: 'file',
    name: `${nameOf(content, language)}.xlsx`,
    type: sheetTypes.xlsx,
    content: sheetStream('xlsx', columnsIn(language), rowsOf(content, language), {
      sheet: packetText[language].kinds[content.kind],
    }),
  }
}

/** The packet as one archive: to be read, as the data whose hash it has, and as a table. */
export async function packetArchive(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const told = await read(request)
  return {
    as: 'file',
    name: `${nameOf(told.content, language)}.zip`,
    type: 'application/zip',
    content: Readable.from(archive(told, language)),
  }
}

async function* archive({ content, versions }: ToldPacket, language: Language): AsyncGenerator<Buffer> {
  const zip = createZip()
  const data = canonical(content)
  const sent = versions.find((one) => canonical(one.content) === data)
  yield* zip.whole('index.html', htmlOf(content, sent?.hash, language))
  yield* zip.whole('packet.json', data)
  yield* zip.stream('packet.xlsx', sheetStream('xlsx', columnsIn(language), rowsOf(content, language), {}))
  yield zip.end()
}

function htmlOf(content: PacketContent, hash: string | undefined, language: Language): string {
  const css =
    'body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}td.r,th.r{text-align:right}dt{font-weight:bold;margin-top:1rem}dd{margin:0;white-space:pre-wrap}.sub{display:block;color:#444}.rep-words{white-space:pre-line}.bar{display:none}.vh{position:absolute;clip-path:inset(50%)}'
  const title = `${packetText[language].kinds[content.kind]}: ${pick(content.project.name, language)?.text ?? ''}`
  return `<!doctype html>${renderToString(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <style>{css}</style>
      </head>
      <body>
        <h1>{title}</h1>
        {hash && <p>SHA-256: {hash}</p>}
        <PacketView content={content} language={language} />
      </body>
    </html>,
  )}`
}
