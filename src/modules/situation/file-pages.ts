import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { type ChartFormat, chartFile, chartFormats } from '../../ui/index.ts'
import { getSituation } from './actions.ts'
import { chartOf } from './charts.ts'
import type { Asked, Content } from './content.ts'
import { nameIn } from './pages.tsx'
import { refuse } from './refusal-text.ts'
import { text } from './text.ts'
import { figurePath } from './writing.ts'

async function shown(request: PageRequest) {
  const on = request.url.searchParams.get('on') || undefined
  const { picture, content } = await request.perform(getSituation, { key: request.params.key, on })
  if (!content) throw refuse('missing', 'noFigure')
  return { picture, content, on, day: on ?? dayIn(request.now) }
}

/** Every figure and every point of the picture, each with its method, its sources and its own address. */
async function sheetOf(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language, baseUrl, link } = request
  const { picture, content, day } = await shown(request)
  const t = text[language].file
  const columns: SheetColumn[] = [
    { header: t.tile, kind: 'text' },
    { header: t.figure, kind: 'text' },
    { header: t.value, kind: 'number' },
    { header: t.unit, kind: 'text' },
    { header: t.period, kind: 'text' },
    { header: t.method, kind: 'text' },
    { header: t.source, kind: 'text' },
    { header: t.state, kind: 'text' },
    { header: t.address, kind: 'text' },
  ]
  const word = (names: Parameters<typeof pick>[0] | undefined) => (names && pick(names, language)?.text) ?? ''
  const tail = (id: string, of: Asked) => {
    const sources = of.sources.flatMap((key) => content.sources[key] ?? [])
    return [
      word(content.methods[of.method]),
      sources
        .map(({ name, path }) => [word(name), path && `${baseUrl}${link(path)}`].filter(Boolean).join(' '))
        .join('; '),
      sources.map(({ asOf }) => asOf ?? '').join('; '),
      `${baseUrl}${link(figurePath(picture.key, id))}`,
    ]
  }
  const head = (id: string, of: Asked) => [word(tileOf(content, id)?.title), word(of.label)]
  const unit = (of: Asked) => (of.unit === 'other' ? word(of.unitName) : text[language].units[of.unit])
  const rows = [
    ...Object.entries(content.figures).map(([id, of]) => [
      ...head(id, of),
      of.value,
      unit(of),
      of.period ?? '',
      ...tail(id, of),
    ]),
    ...Object.entries(content.series).flatMap(([id, of]) =>
      of.points.map((point) => [...head(id, of), point.value, unit(of), point.period, ...tail(id, of)]),
    ),
  ]
  const delimiter = language === 'en' ? ',' : ';'
  return {
    as: 'file',
    name: `${nameIn(picture, language)} ${day}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(format, columns, rows, { delimiter, sheet: nameIn(picture, language) }),
  }
}

const tileOf = ({ tiles }: Content, id: string) => tiles.find((tile) => id.startsWith(`${tile.id}.`))

/** The chart of one tile as a picture or its figures; shown in place, so that it can stand on another page. */
async function tileFile(request: PageRequest, format: ChartFormat): Promise<PageAnswer> {
  const { picture, content, day } = await shown(request)
  const tile = content.tiles.find(({ id }) => id === request.params.tile)
  const chart = tile && chartOf(content, tile, request.language, nameIn(picture, request.language))
  if (!chart) throw refuse('missing', 'noTile')
  const file = await chartFile(chart, format, { name: `${picture.key}-${tile.id}-${day}`, day })
  return file.as === 'file' && picture.share === 'public' && format !== 'csv'
    ? { ...file, inline: true, elsewhere: true }
    : file
}

export const filePages: readonly Page[] = [
  ...sheetFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/situation/{key}/export.${format}`,
      run: (request) => sheetOf(request, format),
    }),
  ),
  ...chartFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/situation/{key}/tiles/{tile}/chart.${format}`,
      run: (request) => tileFile(request, format),
    }),
  ),
]
