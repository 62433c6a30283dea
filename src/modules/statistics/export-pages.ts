import { jsonStatText } from '../../engine/statistics/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { type ChartFormat, chartFile, chartFormats } from '../../ui/index.ts'
import { getStatistics, statisticValues } from './actions.ts'
import { chartOf, sourceLine } from './chart.ts'
import { levelText } from './level-text.ts'
import { dimensionName, nameOf } from './measure.ts'
import { refuse } from './refusal-text.ts'
import { text } from './text.ts'
import { codesOfView, viewOf } from './view.ts'
import { wholeStatistics } from './whole-actions.ts'

const fileName = (table: string | null, version: number, ending: string): string =>
  `${table ?? 'talkoot'}-v${version}.${ending}`

/** The part of a dataset that the page shows, by the same address. */
async function shownPart(request: PageRequest) {
  const { params, url } = request
  const asked = url.searchParams.get('version') || undefined
  const { dataset, version } = await request.perform(getStatistics, { id: params.id, version: asked })
  if (!version) throw refuse('notFetched')
  const view = viewOf(version.dimensions, url.searchParams)
  const where = Object.entries(codesOfView(view)).map(([id, codes]) => `${id}:${codes.join(',')}`)
  const shown = await request.perform(statisticValues, { id: dataset.id, version: version.id, where })
  return { view, shown }
}

/** A figure a row: codes and names, value, mark, level, and where it comes from. */
async function sheetPage(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const { shown } = await shownPart(request)
  const { dataset, version, figures, dimensions } = shown
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
  const source = sourceLine(shown, language)
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

/** The chart of the part that the page shows. */
async function chartPage(request: PageRequest, format: ChartFormat): Promise<PageAnswer> {
  const { view, shown } = await shownPart(request)
  const chart = chartOf(view, shown, request.language)
  if (!chart) throw refuse('noChart')
  const name = `${shown.dataset.table ?? 'talkoot'}-v${shown.version.number}`
  return chartFile(chart, format, { name, day: dayIn(request.now) })
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
  ...chartFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/statistics/{id}/chart.${format}`,
      run: (request) => chartPage(request, format),
    }),
  ),
  { method: 'GET', path: '/statistics/{id}/export.jsonstat', run: jsonStatPage },
]
