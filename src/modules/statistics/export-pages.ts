import { jsonStatText } from '../../engine/statistics/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { getStatistics, statisticValues } from './actions.ts'
import { dimensionName, nameOf } from './figures-view.tsx'
import { levelText } from './level-text.ts'
import { refuse } from './refusal-text.ts'
import { text } from './text.ts'
import { codesOfView, viewOf } from './view.ts'
import { wholeStatistics } from './whole-actions.ts'

const fileName = (table: string | null, version: number, ending: string): string =>
  `${table ?? 'talkoot'}-v${version}.${ending}`

/** The part that the page shows, a figure a row: codes and names, value, mark, level, and where it comes from. */
async function sheetPage(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language, params, url } = request
  const t = text[language]
  const asked = url.searchParams.get('version') || undefined
  const { dataset, version } = await request.perform(getStatistics, { id: params.id, version: asked })
  if (!version) throw refuse('notFetched')
  const where = Object.entries(codesOfView(viewOf(version.dimensions, url.searchParams))).map(
    ([id, codes]) => `${id}:${codes.join(',')}`,
  )
  const { figures, dimensions } = await request.perform(statisticValues, {
    id: dataset.id,
    version: version.id,
    where,
  })
  const columns: SheetColumn[] = [
    ...dimensions.flatMap((d): SheetColumn[] => [
      { header: d.id, kind: 'text' },
      { header: `${dimensionName(d, language)} (${t.name.toLowerCase()})`, kind: 'text' },
    ]),
    { header: t.value, kind: 'number' },
    { header: t.marks.replace(':', ''), kind: 'text' },
    { header: t.level, kind: 'text' },
    { header: t.publisher, kind: 'text' },
  ]
  const source = [
    dataset.publisher,
    dataset.table,
    t.versionOf(`${version.number}`),
    formatInstant(version.fetchedAt, language),
    dataset.licence,
  ]
    .filter(Boolean)
    .join(', ')
  const names = dimensions.map((d) => new Map(d.categories.map((c) => [c.code, nameOf(c, language)])))
  const rows = figures.map((f) => [
    ...dimensions.flatMap(({ id }, i) => [f.codes[id]!, names[i]!.get(f.codes[id]!) ?? '']),
    f.value,
    f.flag || null,
    f.level && levelText[language].levels[f.level],
    source,
  ])
  return {
    as: 'file',
    name: fileName(dataset.table, version.number, format),
    type: sheetTypes[format],
    content: sheetStream(format, columns, rows, {
      sheet: pick(dataset.title, language)?.text ?? t.title,
      delimiter: language === 'en' ? ',' : ';',
    }),
  }
}

/** The whole version as JSON-stat 2.0. */
async function jsonStatPage(request: PageRequest): Promise<PageAnswer> {
  const version = request.url.searchParams.get('version') || undefined
  const whole = await request.perform(wholeStatistics, { id: request.params.id, version })
  const content = jsonStatText(whole.dataset, request.language)
  if (content === undefined) throw refuse('tooMany')
  return {
    as: 'file',
    name: fileName(whole.dataset.table ?? null, whole.number, 'json'),
    type: 'application/json; charset=utf-8',
    content,
  }
}

export const exportPages: readonly Page[] = [
  ...(['csv', 'xlsx', 'json'] as const).map(
    (format): Page => ({
      method: 'GET',
      path: `/statistics/{id}/export.${format}`,
      run: (request) => sheetPage(request, format),
    }),
  ),
  { method: 'GET', path: '/statistics/{id}/export.jsonstat', run: jsonStatPage },
]
