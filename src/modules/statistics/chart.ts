import { type Category, isUncertain } from '../../engine/statistics/index.ts'
import { type Language, type Names, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import type { Chart, Line, Mark } from '../../ui/index.ts'
import { figureText, periodText } from './figure.ts'
import { dimensionName, measureOf, nameOf, unitOf } from './measure.ts'
import { text } from './text.ts'
import type { Figure, Figures } from './values.ts'
import type { View } from './view.ts'

/** So many rows have lines that can be told apart; more are drawn each on its own. */
export const mostLines = 5
const mostDrawings = 24
const mostBars = 25

/** Publisher, table, version, when it was fetched and under which licence: the line under a chart and in a sheet. */
export function sourceLine({ dataset, version }: Figures, language: Language): string {
  return [
    dataset.publisher,
    dataset.table,
    text[language].versionOf(`${version.number}`).toLowerCase(),
    formatInstant(version.fetchedAt, language),
    dataset.licence,
  ]
    .filter(Boolean)
    .join(', ')
}

export const keyOf = ({ rows, columns }: View, { codes }: Figure): string =>
  `${codes[rows.id]}\t${columns ? codes[columns.id] : ''}`

/** What a view is called: the dataset, and the chosen category of each dimension that is not drawn. */
function titleOf(view: View, title: Names, table: string | null, language: Language): string {
  const chosen = view.fixed.flatMap(({ dimension, code }) => {
    const category = dimension.categories.find((c) => c.code === code)
    return dimension.categories.length > 1 && category ? [nameOf(category, language)] : []
  })
  return [pick(title, language)?.text ?? table ?? '', ...chosen].filter(Boolean).join(': ')
}

/**
 * The view as a chart: over several periods as lines, or as many small drawings where more rows are chosen than lines
 * can be told apart; of one or two periods the newest as bars. Undefined where rows have no scale in common.
 */
export function chartOf(view: View, figures: Figures, language: Language): Chart | undefined {
  const t = text[language]
  const at = new Map(figures.figures.map((f) => [keyOf(view, f), f]))
  const periods = (view.columns?.categories ?? []).map(({ code }) => code).sort()
  const known = view.rows.categories.filter(({ code }) =>
    (periods.length > 0 ? periods : ['']).some((p) => at.get(`${code}\t${p}`)?.value),
  )
  const chosen = known.filter(({ code }) => view.drawn.includes(code))
  const said = {
    title: titleOf(view, figures.dataset.title, figures.dataset.table, language),
    unit: unitOf(view, language),
    source: sourceLine(figures, language),
    language,
  }
  const markAt = (row: Category, period: string): Mark | null => {
    const figure = at.get(`${row.code}\t${period}`)
    if (!figure?.value) return null
    return {
      value: Number(figure.value),
      exact: figure.value,
      text: figureText(figure, language, measureOf(view, row).decimals).text,
      uncertain: isUncertain(figure.flag),
    }
  }
  if (known.length === 0) return undefined
  if (periods.length > 2) {
    const rows = chosen.length > 0 ? chosen.slice(0, mostDrawings) : known.slice(0, mostLines)
    const lines = rows.map(
      (row): Line => ({
        name: nameOf(row, language),
        points: periods.map((p) => markAt(row, p)),
      }),
    )
    const over = { periods: periods.map(periodText), lines }
    const note = [
      known.length > rows.length && t.drawnLines(`${rows.length}`, `${known.length}`),
      lines.some((l) => l.points.some((p) => p?.uncertain)) && t.ringed,
    ]
    const whole = { ...said, note: note.filter(Boolean).join(' ') || undefined }
    return rows.length > mostLines
      ? { ...whole, form: 'multiples', ...over }
      : { ...whole, form: 'lines', ...over, from: isFlat(lines) ? 'data' : 'zero' }
  }
  const rows = chosen.length > 0 ? chosen : known
  // Rows of different units have no common scale.
  if (rows.length < 2 || rows.length > mostBars || view.rows.role === 'metric') return undefined
  const last = periods.at(-1) ?? ''
  return {
    ...said,
    unit: [periodText(last), said.unit].filter(Boolean).join(', ') || undefined,
    form: 'bars',
    of: dimensionName(view.rows, language),
    rows: rows
      .map((row) => ({ name: nameOf(row, language), mark: markAt(row, last) }))
      .sort((a, b) => (b.mark?.value ?? -Infinity) - (a.mark?.value ?? -Infinity)),
  }
}

/** All figures within a fifth of the largest: from zero they would be one straight line. */
function isFlat(lines: readonly Line[]): boolean {
  const values = lines.flatMap(({ points }) => points.flatMap((p) => p?.value ?? []))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return least > 0 && least > most * 0.8 && most > least
}
