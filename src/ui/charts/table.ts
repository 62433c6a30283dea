import type { SheetColumn, SheetRow, SheetValue } from '../../kernel/sheet.ts'
import { text } from '../text.ts'
import type { Chart, Mark } from './chart.ts'
import { interval, written } from './scale.tsx'
import { chartText } from './text.ts'

/** The figures of a chart as a table: names down, figures across. */
export type ChartTable = {
  /** The head over the names. */
  over: string
  columns: string[]
  rows: { name: string; href?: string | undefined; own?: boolean | undefined; marks: (Mark | null)[] }[]
}

/** A table of named figures; more periods than things stand down the rows. */
export function tableOf(chart: Chart): ChartTable {
  const t = chartText[chart.language]
  switch (chart.form) {
    case 'lines':
    case 'multiples': {
      const { lines, periods } = chart
      const target = chart.form === 'lines' ? chart.target : undefined
      return {
        over: t.period,
        columns: [...lines.map((l) => l.name), ...(target ? [target.name] : [])],
        rows: periods.map((name, i) => ({
          name,
          marks: [...lines.map((l) => l.points[i] ?? null), ...(target ? [{ value: target.value }] : [])],
        })),
      }
    }
    case 'columns':
      return {
        over: t.period,
        columns: [chart.names.whole, ...(chart.columns.some((c) => c.part) ? [chart.names.part] : [])],
        rows: chart.columns.map(({ period, mark, part }) => ({
          name: period,
          marks: [mark, ...(chart.columns.some((c) => c.part) ? [part ?? null] : [])],
        })),
      }
    case 'shares':
      return {
        over: chart.of,
        columns: [...chart.parts],
        rows: chart.rows.map(({ name, marks }) => ({ name, marks: [...marks] })),
      }
    case 'bullets':
      return {
        over: chart.of,
        columns: [chart.names.value, chart.names.target],
        rows: chart.rows.map(({ mark, target, ...row }) => ({ ...row, marks: [mark, target] })),
      }
    case 'bars':
    case 'dots':
      return {
        over: chart.of,
        columns: [chart.unit ?? t.figure],
        rows: chart.rows.map(({ mark, ...row }) => ({ ...row, marks: [mark] })),
      }
  }
}

/** A figure with its interval and whether it is certain, as the table says it. */
export function toldOf(mark: Mark | null, chart: Chart): string {
  const t = chartText[chart.language]
  if (!mark) return text[chart.language].unknown
  const span = interval(mark, chart)
  const said = span ? `${written(mark, chart)} (${span})` : written(mark, chart)
  return mark.uncertain ? `${said} (${chart.unsure ?? t.uncertainMark})` : said
}

/** The same as a sheet with a figure a row: exact digits, ends of intervals, what is not certain, and the source. */
export function sheetOf(chart: Chart): { columns: SheetColumn[]; rows: SheetRow[] } {
  const t = chartText[chart.language]
  const { over, columns, rows } = tableOf(chart)
  const several = columns.length > 1 || ['lines', 'multiples', 'columns', 'shares'].includes(chart.form)
  const marks = rows.flatMap((row) => row.marks)
  const spans = marks.some((m) => m?.low !== undefined && m.high !== undefined)
  const unsure = marks.some((m) => m?.uncertain)
  return {
    columns: [
      { header: over, kind: 'text' },
      ...(several ? [{ header: t.series, kind: 'text' } as const] : []),
      { header: t.figure, kind: 'number' },
      ...(spans
        ? [{ header: t.lowest, kind: 'number' } as const, { header: t.highest, kind: 'number' } as const]
        : []),
      ...(unsure ? [{ header: t.uncertain, kind: 'text' } as const] : []),
      { header: t.unit, kind: 'text' },
      { header: t.sourceHead, kind: 'text' },
    ],
    rows: rows.flatMap((row) =>
      row.marks.map((mark, i): SheetValue[] => [
        row.name,
        ...(several ? [columns[i]!] : []),
        mark ? (mark.exact ?? mark.value) : null,
        ...(spans ? [mark?.low ?? null, mark?.high ?? null] : []),
        ...(unsure ? [mark?.uncertain ? (chart.unsure ?? t.yes) : ''] : []),
        chart.unit ?? '',
        chart.source,
      ]),
    ),
  }
}
