import { pngOf } from '../../kernel/drawn-picture.ts'
import type { PageAnswer } from '../../kernel/page.ts'
import { sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import type { Day } from '../../kernel/time.ts'
import type { Chart } from './chart.ts'
import type { ChartFormat } from './chart-figure.tsx'
import { standaloneSvg } from './standalone.tsx'
import { sheetOf } from './table.ts'

/** A chart as a file to take away; `name` is the file's without its ending. */
export async function chartFile(
  chart: Chart,
  format: ChartFormat,
  { name, day }: { name: string; day: Day },
): Promise<PageAnswer> {
  const file = `${name}.${format}`
  if (format === 'csv') {
    const { columns, rows } = sheetOf(chart)
    const delimiter = chart.language === 'en' ? ',' : ';'
    return {
      as: 'file',
      name: file,
      type: sheetTypes.csv,
      content: sheetStream('csv', columns, rows, { delimiter }),
    }
  }
  const svg = standaloneSvg(chart, day)
  return format === 'svg'
    ? { as: 'file', name: file, type: 'image/svg+xml; charset=utf-8', content: svg }
    : { as: 'file', name: file, type: 'image/png', content: await pngOf(svg) }
}
