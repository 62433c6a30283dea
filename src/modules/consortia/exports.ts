import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { getAction } from './consortium-actions.ts'
import { coverAction, type ToldCell } from './cover-actions.ts'
import { text } from './text.ts'

/** The cover matrix as a table: demands as rows, partners as columns, each cell in words with its codes. */
async function exported(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language, params } = request
  const t = text[language]
  const { consortium } = await request.perform(getAction, { consortium: params.id })
  const cover = await request.perform(coverAction, { consortium: params.id })
  const said = ({ state, facts }: ToldCell): string =>
    [t[state], ...facts.flatMap(({ code }) => code ?? [])].join(' ')
  const columns = cover.ready ? cover.columns : []
  const header = (name: string): SheetColumn => ({ header: name, kind: 'text' })
  const rows = cover.ready
    ? cover.rows.map((row) => [row.name, row.source, row.said, ...row.cells.map(said)])
    : [[t.making]]
  return {
    as: 'file',
    name: `${consortium.title}.${format}`.toLowerCase().replaceAll(/[^\p{L}\d.]+/gu, '-'),
    type: sheetTypes[format],
    content: sheetStream(
      format,
      [t.demand, t.source, t.state, ...columns.map(({ name }) => name)].map(header),
      rows,
      { sheet: t.matrix, delimiter: language === 'en' ? ',' : ';' },
    ),
  }
}

export const exportPages: readonly Page[] = sheetFormats.map(
  (format): Page => ({
    method: 'GET',
    path: `/consortia/{id}/matrix.${format}`,
    run: (request) => exported(request, format),
  }),
)
