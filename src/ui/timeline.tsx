import { scaleLinear } from 'd3-scale'
import type { Language } from '../kernel/text.ts'
import { type Day, formatDay } from '../kernel/time.ts'
import { Scroll, Table } from './table.tsx'
import { text } from './text.ts'

export type TimelineRow = {
  label: string
  /** Without a start the bar fades in; without an end it fades out. */
  start?: Day | undefined
  end?: Day | undefined
  /** The day another source gives for the end: hatched when it is an extension in force, dashed when only claimed. */
  extension?: { end: Day; kind: 'inForce' | 'claimed'; label?: string } | undefined
  /** What this page is about. */
  chosen?: boolean | undefined
}

export type TimelineProps = {
  caption: string
  rows: readonly TimelineRow[]
  /** The day of the data, or today; always with its word. */
  now?: { day: Day; label: string } | undefined
  language: Language
}

/** Years from the beginning of the calendar, a month being a twelfth: the half-year grid falls on whole halves. */
export function yearsOf(day: Day): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return year + (month - 1 + (date - 1) / days) / 12
}

/** Bars on a common scale of half-years, with the same days in a table under it. */
export function Timeline(props: TimelineProps) {
  const { caption, rows, language } = props
  const t = text[language]
  const days = rows.flatMap((row) => [row.start, row.end, row.extension?.end]).concat(props.now?.day)
  const points = days.filter((day) => day !== undefined).map(yearsOf)
  if (points.length === 0) return null
  const from = Math.floor(Math.min(...points))
  const to = Math.max(from + 1, Math.ceil(Math.max(...points) * 2) / 2)
  const shared = { ...props, from, to }
  const day = (value: Day | undefined) => (value ? formatDay(value, language) : t.unknown)
  return (
    <figure class="chart timeline">
      <Drawing {...shared} size={wide} />
      <Drawing {...shared} size={narrow} />
      <details class="twin">
        <summary>{t.asTable}</summary>
        <Scroll label={caption}>
          <Table
            caption={caption}
            density="tight"
            rows={rows}
            columns={[
              { label: t.item, heading: true, cell: (row) => row.label },
              { label: t.start, cell: (row) => day(row.start) },
              { label: t.end, cell: (row) => day(row.end) },
              {
                label: t.extendedTo,
                cell: (row) =>
                  row.extension ? `${day(row.extension.end)} ${row.extension.label ?? ''}` : '',
              },
            ]}
            language={language}
          />
        </Scroll>
      </details>
    </figure>
  )
}

const wide = { class: 'wide', width: 780, left: 210, right: 60, row: 36, bar: 20, first: 38, above: false }
const narrow = { class: 'narrow', width: 358, left: 0, right: 8, row: 46, bar: 16, first: 50, above: true }
type DrawingProps = TimelineProps & { from: number; to: number; size: typeof wide }

function Drawing({ caption, rows, now, language, from, to, size }: DrawingProps) {
  const { width, left, row, bar, first, above } = size
  const x = scaleLinear([from, to], [left, width - size.right])
  const bottom = first + rows.length * row - (above ? 16 : 2)
  const halves = Array.from({ length: Math.round((to - from) * 2) + 1 }, (_, i) => from + i / 2)
  const pitch = x(from + 1) - x(from)
  const every = Math.ceil(42 / pitch)
  const hatch = `hatch-${size.class}`
  return (
    <svg
      class={size.class}
      viewBox={`0 0 ${width} ${bottom + (now ? 22 : 4)}`}
      width="100%"
      role="img"
      aria-label={`${caption}. ${text[language].numbersInTable}`}
    >
      <defs>
        <Hatch id={hatch} />
        <Fade id={`in-${size.class}`} />
        <Fade id={`out-${size.class}`} turned />
      </defs>
      {halves.map((half) => {
        const year = Number.isInteger(half)
        if (!year && pitch < 24) return null
        return (
          <>
            <line class="grid" x1={r(x(half))} x2={r(x(half))} y1={year ? 8 : 24} y2={bottom} />
            {year && half < to && (half - from) % every === 0 && (
              <text class="strong" x={r(x(half) + 5)} y="18">
                {half}
              </text>
            )}
          </>
        )
      })}
      {rows.map((item, i) => (
        <Row
          item={item}
          y={first + i * row}
          x={x}
          size={size}
          range={[from, to]}
          kinds={{ hatch, height: bar, above }}
        />
      ))}
      {now && (
        <>
          <line class="now" x1={r(x(yearsOf(now.day)))} x2={r(x(yearsOf(now.day)))} y1="20" y2={bottom + 4} />
          <text class="middle warm" x={r(clamp(x(yearsOf(now.day)), 60, width - 60))} y={bottom + 18}>
            {now.label}
          </text>
        </>
      )}
    </svg>
  )
}

type RowProps = {
  item: TimelineRow
  y: number
  x: (year: number) => number
  size: typeof wide
  range: [from: number, to: number]
  kinds: { hatch: string; height: number; above: boolean }
}

function Row({ item, y, x, size, range, kinds }: RowProps) {
  const start = item.start ? x(yearsOf(item.start)) : x(range[0])
  const end = item.end ? x(yearsOf(item.end)) : x(range[1])
  const extended = item.extension && x(yearsOf(item.extension.end))
  const tone = item.chosen ? 'mark' : 'soft'
  const fade = !item.start ? `url(#in-${size.class})` : !item.end ? `url(#out-${size.class})` : undefined
  const label = short(item.label, kinds.above ? 48 : 30)
  const labelX = kinds.above ? clamp(start, 0, size.width - label.length * 6.4) : 0
  const note = item.extension?.label
  return (
    <g class="lane">
      {label !== item.label && <title>{item.label}</title>}
      <text
        class={item.chosen ? 'halo strong' : 'halo'}
        x={r(labelX)}
        y={kinds.above ? y - 4 : y + kinds.height / 2 + 5}
      >
        {label}
      </text>
      <rect class={tone} x={r(start)} y={y} width={r(Math.max(2, end - start))} height={kinds.height} />
      {fade && (
        <rect
          class="veil"
          x={r(start)}
          y={y}
          width={r(Math.max(2, end - start))}
          height={kinds.height}
          fill={fade}
        />
      )}
      {extended !== undefined && extended > end && (
        <rect
          class={item.extension?.kind === 'inForce' ? 'extended' : 'claimed'}
          fill={item.extension?.kind === 'inForce' ? `url(#${kinds.hatch})` : 'none'}
          x={r(end)}
          y={y + 0.5}
          width={r(extended - end)}
          height={kinds.height - 1}
        />
      )}
      {note && !kinds.above && (
        <text class="quiet" x={r((extended ?? end) + 6)} y={y + kinds.height / 2 + 5}>
          {note}
        </text>
      )}
    </g>
  )
}

/** Diagonal lines: what is uncertain or extended. */
export function Hatch({ id, kind = 'mark' }: { id: string; kind?: string }) {
  return (
    <pattern id={id} width="5" height="5" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
      <rect class={kind} width={kind === 'mark' ? 2.4 : 1.5} height="5" />
    </pattern>
  )
}

function Fade({ id, turned = false }: { id: string; turned?: boolean }) {
  return (
    <linearGradient id={id}>
      <stop class="veil" offset="0" stop-opacity={turned ? 0 : 1} />
      <stop class="veil" offset="0.6" stop-opacity="0" />
      <stop class="veil" offset="1" stop-opacity={turned ? 1 : 0} />
    </linearGradient>
  )
}

const short = (label: string, most: number) =>
  label.length > most ? `${label.slice(0, most - 1).trimEnd()}…` : label
const clamp = (n: number, least: number, most: number) => Math.max(least, Math.min(most, n))
const r = (n: number) => Math.round(n * 10) / 10
