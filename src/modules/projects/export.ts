import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { dayIn } from '../../kernel/time.ts'
import { shareText } from '../sources/index.ts'
import { rows, select } from './actions.ts'
import { type ColumnName, columnsOf, plainValue } from './columns.tsx'
import { projectPath } from './item.ts'
import type { ProjectItem } from './schemas.ts'
import { text } from './text.ts'

const portion = 500

/** What an export needs of a page's request; the command line brings the same. */
export type ExportRequest = Pick<PageRequest, 'url' | 'language' | 'baseUrl' | 'now' | 'link' | 'perform'>

type Cell = string | number | null
type ExportColumn = SheetColumn & { of: (p: ProjectItem) => Cell }

/**
 * What is seen, as a file: the same words of the address, the same columns and order, all rows. Ids are read first,
 * then the rows in portions while the file is being sent, so memory stays flat however long the list is.
 */
export async function exportAnswer(
  request: ExportRequest,
  format: SheetFormat,
  input: Record<string, string | string[]>,
): Promise<Extract<PageAnswer, { as: 'file' }>> {
  const { ids, closed } = await request.perform(select, input)
  const columns = exportColumns(request, closed > 0)
  async function* read() {
    for (let at = 0; at < ids.length; at += portion) {
      const { items } = await request.perform(rows, { ids: ids.slice(at, at + portion) })
      for (const item of items) yield columns.map((c) => c.of(item))
    }
  }
  const t = text[request.language]
  const name = `${t.title.toLowerCase()}-${dayIn(request.now)}.${format}`
  return {
    as: 'file',
    name,
    type: sheetTypes[format],
    content: sheetStream(format, columns, read(), {
      sheet: t.title,
      delimiter: request.language === 'en' ? ',' : ';',
    }),
  }
}

/**
 * Code, name and lead always; then the columns chosen, a span of dates as two; who may see each row, where some are not
 * for everybody; last where each row comes from.
 */
function exportColumns({ url, language, baseUrl, link }: ExportRequest, someClosed: boolean): ExportColumn[] {
  const t = text[language]
  const { share, shares } = shareText[language]
  const lead = (p: ProjectItem) => (p.lead?.personal ? t.hiddenName : (p.lead?.name ?? null))
  const columns = columnsOf(url.searchParams).flatMap((name) => exported(name, language))
  const chosen = columns.filter((c, i) => columns.findIndex((other) => other.header === c.header) === i)
  return [
    { header: t.file.code, kind: 'text', of: (p) => p.code ?? '' },
    { header: t.file.name, kind: 'text', of: (p) => p.name },
    { header: t.file.lead, kind: 'text', of: lead },
    ...chosen,
    { header: t.file.currency, kind: 'text', of: (p) => p.amounts.currency },
    ...(someClosed
      ? [{ header: share, kind: 'text' as const, of: (p: ProjectItem) => shares[p.share] }]
      : []),
    { header: t.file.page, kind: 'text', of: (p) => `${baseUrl}${link(projectPath(p))}` },
    {
      header: t.file.source,
      kind: 'text',
      of: (p) => `${baseUrl}${link(`${projectPath(p)}/provenance/granted`)}`,
    },
  ]
}

function exported(name: ColumnName, language: PageRequest['language']): ExportColumn[] {
  const t = text[language]
  switch (name) {
    case 'bar':
      return []
    case 'dates':
      return [
        { header: t.file.start, kind: 'day', of: (p) => p.startDate },
        { header: t.file.end, kind: 'day', of: (p) => p.endDate },
      ]
    case 'granted':
      return [{ header: t.file.granted, kind: 'number', of: (p) => p.amounts.granted }]
    case 'realisedMoney':
      return [{ header: t.file.realised, kind: 'number', of: (p) => p.amounts.realised }]
    case 'planned':
      return [{ header: t.file.planned, kind: 'number', of: (p) => p.amounts.plannedPublic }]
    case 'partners':
      return [{ header: t.column.partners, kind: 'number', of: (p) => p.partners.length }]
    case 'realised':
      return [{ header: t.file.realised, kind: 'number', of: (p) => p.amounts.realised }]
    default:
      return [{ header: t.column[name], kind: 'text', of: (p) => plainValue(name, p, language) || null }]
  }
}
