import { z } from 'zod'
import { distancesOf } from '../../engine/benchmark/index.ts'
import { query } from '../../kernel/action.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { everyone } from '../../kernel/rule.ts'
import type { SheetColumn, SheetValue } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { getBenchmark } from './actions.ts'
import { nameIn } from './names.ts'
import { benchmarkById, runsOf } from './queries.ts'
import { refuse } from './refusals.ts'
import { questionOf, type UsedUnit } from './rules.ts'
import { text } from './text.ts'

/** The stored run as it is, byte for byte: who has it can compute it again without us. */
export const benchmarkRecord = query({
  name: 'benchmarks.record',
  summary: {
    fi: 'Tallennettu ajo kanonisena JSON-tekstinä',
    sv: 'En sparad körning som kanonisk JSON',
    en: 'A stored run as canonical JSON',
  },
  route: { method: 'GET', path: '/benchmarks/{id}/record' },
  input: z.object({ id: z.uuid(), run: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  output: z.object({ number: z.number(), digest: z.string(), record: z.string() }),
  allow: everyone,
  run: async ({ db }, { id, run }) => {
    if (!(await benchmarkById(db, id))) throw refuse('missing')
    const rows = await runsOf(db, id)
    const row = run === undefined ? rows[0] : rows.find((r) => r.number === run)
    if (!row) throw refuse('missing')
    const { number, digest, record } = row
    return { number, digest, record }
  },
})

const asked = ({ params, url }: PageRequest) => ({
  id: params.id,
  run: url.searchParams.get('run') ?? undefined,
})

async function recordPage(request: PageRequest): Promise<PageAnswer> {
  const { number, record } = await request.perform(benchmarkRecord, asked(request))
  return {
    as: 'file',
    name: `benchmark-${request.params.id}-${number}.json`,
    type: sheetTypes.json,
    content: record,
  }
}

/** Every unit with its figures, its role, its distance and how often it stays a peer. */
async function sheetPage(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const { gathered, result, run } = await request.perform(getBenchmark, asked(request))
  const distances = distancesOf(questionOf(gathered))
  const peers = new Map([...result.peers, ...result.sometimes].map((p) => [p.code, p]))
  const nearest = new Set(result.peers.map((p) => p.code))
  const roleOf = ({ code }: UsedUnit) =>
    code === gathered.asked.target ? t.roles.target : nearest.has(code) ? t.roles.peer : t.roles.other
  const columns: (SheetColumn & { of: (u: UsedUnit) => SheetValue })[] = [
    { header: t.file.code, kind: 'text', of: (u) => u.code },
    { header: t.file.name, kind: 'text', of: (u) => nameIn(u.name, language) },
    { header: t.file.role, kind: 'text', of: roleOf },
    { header: t.file.distance, kind: 'number', of: (u) => distances.get(u.code)?.distance ?? null },
    { header: t.file.share, kind: 'number', of: (u) => distances.get(u.code)?.share ?? null },
    { header: t.file.stays, kind: 'number', of: (u) => peers.get(u.code)?.stays ?? null },
    ...gathered.variables.map((v, i) => ({
      header: `${nameIn(v.label, language)} ${v.period} (${t.versionOf(v.number)})`,
      kind: 'number' as const,
      of: (u: UsedUnit) => u.values[i] ?? null,
    })),
  ]
  return {
    as: 'file',
    name: `benchmark-${gathered.asked.target}-${run.number}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(
      format,
      columns,
      gathered.units.map((u) => columns.map((c) => c.of(u))),
      { sheet: t.title, delimiter: language === 'en' ? ',' : ';' },
    ),
  }
}

export const filePages: readonly Page[] = [
  { method: 'GET', path: '/benchmarks/{id}/record.json', run: recordPage },
  ...sheetFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/benchmarks/{id}/export.${format}`,
      run: (request) => sheetPage(request, format),
    }),
  ),
]
