import { type Language, pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { Chart, Mark } from '../../ui/index.ts'
import type { Content, MadeTile, Series } from './content.ts'
import { tileText } from './tile-text.ts'
import { inText, periodIn } from './writing.ts'

/** A mark for drawing, with the exact figure beside it for the table and the file. */
const markOf = (value: string | null, of: Series, language: Language, uncertain = false): Mark | null =>
  value === null
    ? null
    : {
        value: of.unit === 'euro' ? Number(value) / 1e6 : Number(value),
        exact: value,
        ...(of.unit !== 'euro' && { text: inText(value, { ...of, unitName: undefined }, language) }),
        ...(uncertain && { uncertain }),
      }

/** Publisher, list or table of each source in one line. */
const sourcesOf = ({ sources }: Content, keys: readonly string[], language: Language): string =>
  keys
    .flatMap((key) => {
      const source = sources[key]
      if (!source) return []
      const asOf =
        source.asOf &&
        periodIn(source.asOf.length > 10 ? dayIn(new Date(source.asOf)) : source.asOf, language)
      return [[pick(source.name, language)?.text, asOf && `(${asOf})`].filter(Boolean).join(' ')]
    })
    .join('; ')

/** The chart of a tile in one of the house's forms; undefined where the tile has none. */
export function chartOf(
  content: Content,
  tile: MadeTile,
  language: Language,
  name: string,
): Chart | undefined {
  const t = tileText[language]
  const series = tile.chart?.series.flatMap((id) => content.series[id] ?? []) ?? []
  const [first] = series
  if (!first) return coverageChart(content, tile, language, name)
  const keys = [...new Set(series.flatMap(({ sources }) => sources))]
  const said = {
    title: `${pick(tile.title, language)?.text ?? ''}: ${name}`,
    unit: first.unit === 'euro' ? t.millions : first.unitName && pick(first.unitName, language)?.text,
    decimals: first.unit === 'euro' ? 1 : first.decimals,
    note: tile.notes?.map((note) => pick(note, language)?.text).join(' '),
    source: sourcesOf(content, keys, language),
    language,
  }
  const label = (one: Series) => pick(one.label, language)?.text ?? ''
  const marks = (one: Series) => one.points.map((p) => markOf(p.value, one, language, p.uncertain))
  if (tile.chart?.form === 'lines')
    return {
      ...said,
      form: 'lines',
      periods: first.points.map(({ period }) => period),
      lines: series.map((one) => ({ name: label(one), points: marks(one) })),
    }
  const part = series[1]
  const parts = part && marks(part)
  return {
    ...said,
    form: 'columns',
    names: { whole: label(first), part: part ? label(part) : '' },
    columns: marks(first).map((mark, i) => ({
      period: first.points[i]!.period,
      mark,
      ...(parts && { part: parts[i] ?? null }),
    })),
  }
}

/** Coverage as bars of the money that goes to each. */
function coverageChart(
  content: Content,
  tile: MadeTile,
  language: Language,
  name: string,
): Chart | undefined {
  if (tile.kind !== 'coverage' || !tile.table) return undefined
  const rows = tile.table.rows.map(({ label, cells }) => ({
    name: pick(label, language)?.text ?? '',
    figure: content.figures[cells[1] ?? ''],
  }))
  return {
    form: 'bars',
    title: `${pick(tile.title, language)?.text ?? ''}: ${name}`,
    of: tileText[language].granted,
    unit: tileText[language].millions,
    decimals: 1,
    source: sourcesOf(content, rows.find(({ figure }) => figure)?.figure?.sources ?? [], language),
    language,
    rows: rows.map(({ name: row, figure }) => ({
      name: row,
      mark: figure?.value ? { value: Number(figure.value) / 1e6, exact: figure.value } : null,
    })),
  }
}
