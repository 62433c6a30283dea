import type { ComponentChildren } from 'preact'
import type { Language } from '../../kernel/text.ts'
import { type Column, Scroll, Table } from '../table.tsx'
import { text } from '../text.ts'
import type { Chart } from './chart.ts'
import { Drawing } from './drawing.tsx'
import { narrow, wide } from './scale.tsx'
import { type ChartTable, tableOf, toldOf } from './table.ts'
import { chartText } from './text.ts'

/** In what a chart can be taken away. */
export const chartFormats = ['svg', 'png', 'csv'] as const
export type ChartFormat = (typeof chartFormats)[number]

export type ChartFigureProps = {
  chart: Chart
  /** The address of the same chart as a file; without it there is none to take. */
  files?: ((format: ChartFormat) => string) | undefined
  /** The source with its links, where one line of text says less. */
  source?: ComponentChildren
}

/** A chart on a page: unit, drawing, note, source, its table one press away, and the ways to take it along. */
export function ChartFigure({ chart, files, source }: ChartFigureProps) {
  const t = chartText[chart.language]
  return (
    <figure class="chart ch">
      {chart.unit && <figcaption class="note">{chart.unit}</figcaption>}
      <Drawing chart={chart} size={wide} />
      <Drawing chart={chart} size={narrow} />
      <p class="note ch-note">
        {chart.note && `${chart.note} `}
        {t.sourceOf} {source ?? chart.source}.
      </p>
      <div class="ch-foot">
        <details class="twin">
          <summary>{text[chart.language].asTable}</summary>
          <Twin chart={chart} />
        </details>
        {files && <TakeAway files={files} language={chart.language} />}
      </div>
    </figure>
  )
}

/** The ways to take a chart along. */
export const TakeAway = ({
  files,
  language,
}: {
  files: (format: ChartFormat) => string
  language: Language
}) => (
  <p class="ch-take">
    {chartText[language].take}{' '}
    {chartFormats.map((format) => (
      <a href={files(format)} download>
        {format.toUpperCase()}
      </a>
    ))}
  </p>
)

type TwinRow = ChartTable['rows'][number]

function Twin({ chart }: { chart: Chart }) {
  const { over, columns, rows } = tableOf(chart)
  const shown: Column<TwinRow>[] = [
    {
      label: over,
      heading: true,
      cell: ({ name, href, own }) => {
        const said = own ? <b>{name}</b> : name
        return href ? <a href={href}>{said}</a> : said
      },
    },
    ...columns.map(
      (label, i): Column<TwinRow> => ({
        label,
        numeric: true,
        cell: ({ marks }) => toldOf(marks[i] ?? null, chart),
      }),
    ),
  ]
  return (
    <Scroll label={chart.title}>
      <Table caption={chart.title} columns={shown} rows={rows} density="tight" language={chart.language} />
    </Scroll>
  )
}
