import { Readable } from 'node:stream'
import renderToString from 'preact-render-to-string'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatInstant } from '../../kernel/time.ts'
import { createZip } from '../../kernel/zip.ts'
import { readSent, type Sent } from './read-actions.ts'
import { WholeView } from './reading-pages.tsx'
import { canonical } from './receipt.ts'
import { text } from './text.ts'
import type { VersionFile } from './version-queries.ts'

/** Names in one folder are told apart: "sitoumus.pdf", "sitoumus (2).pdf". */
function namesOf(files: readonly VersionFile[]): Map<string, string> {
  const taken = new Map<string, number>()
  return new Map(
    files.map(({ id, name }) => {
      const safe = name.replaceAll(/[/\\\0]/g, '_')
      const n = (taken.get(safe.toLowerCase()) ?? 0) + 1
      taken.set(safe.toLowerCase(), n)
      return [id, n === 1 ? safe : safe.replace(/(\.[^.]*)?$/, ` (${n})$1`)]
    }),
  )
}

/** Everything of a version that was sent as one archive: to be read, as data, its files, and what happened. */
export async function packetPage(request: PageRequest): Promise<PageAnswer> {
  const sent = await request.perform(readSent, { application: request.params.id })
  const { version, number } = sent
  return {
    as: 'file',
    name: `${number.replaceAll('/', '-')}-${version.version}.zip`,
    type: 'application/zip',
    content: Readable.from(packet(request, sent)),
  }
}

async function* packet(request: PageRequest, sent: Sent): AsyncGenerator<Buffer> {
  const zip = createZip()
  const names = namesOf(sent.version.files)
  yield* zip.whole('index.html', htmlOf(request, sent, names))
  yield* zip.whole('application.json', dataOf(sent))
  yield* zip.whole('log.csv', logOf(request, sent))
  for (const file of sent.version.files)
    yield* zip.stream(`files/${names.get(file.id)}`, request.open(file.hash) as AsyncIterable<Uint8Array>)
  yield zip.end()
}

function htmlOf({ language }: PageRequest, sent: Sent, names: ReadonlyMap<string, string>): string {
  const { version, title, read } = sent
  const css =
    'body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}td.r{text-align:right}dt{font-weight:bold;margin-top:1rem}dd{margin:0;white-space:pre-wrap}.vh{position:absolute;clip-path:inset(50%)}'
  return `<!doctype html>${renderToString(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <style>{css}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p>
          {version.receipt} · {formatInstant(version.at, language)} · {version.by}
        </p>
        <p>SHA-256: {version.hash}</p>
        <WholeView
          read={read}
          language={language}
          fileHref={(file) => `files/${encodeURIComponent(names.get(file.id) ?? file.name)}`}
        />
      </body>
    </html>,
  )}`
}

/** What the checksum covers stands first: its canonical text has the SHA-256 of the receipt. */
function dataOf({ version, number, title }: Sent): string {
  const { answers, form, budget, files, ...receipt } = version
  return canonical({ content: { answers, form, budget, files }, receipt: { ...receipt, number, title } })
}

function logOf({ language }: PageRequest, { events }: Sent): string {
  const cell = (value: string) => `"${value.replaceAll('"', '""').replace(/^[=+\-@]/, "'$&")}"`
  const words: Record<string, string> = text[language].events
  const lines = events.map((e) =>
    [e.at.toISOString(), words[e.event] ?? e.event, e.by_whom, e.reason ?? ''].map(cell).join(';'),
  )
  return `\ufeff${lines.join('\r\n')}\r\n`
}
