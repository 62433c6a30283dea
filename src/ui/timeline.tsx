import { scaleLinear } from 'd3-scale'
import type { Language } from '../kernel/text.ts'
import { type Day, formatDay } from '../kernel/time.ts'
import { Scroll, Table } from './table.tsx'
import { text } from './text.ts'

export type TimelineRow = {
  label: string
  /** The page of what the bar is of. */
  href?: string | undefined
  /** Without a start the bar fades in; without an end it fades out. */
  start?: Day | undefined
  end?: Day | undefined
  /** The day another source gives for the end: hatched when it is an extension in force, dashed when only claimed. */
  extension?: { end: Day; kind: 'inForce' | 'claimed'; label?: string } | undefined
  /** What this page is about. */
  chosen?: boolean | undefined
}

export type TimelineProps = {
  /** When a page has several. */
  id?: string
  caption: string
  rows: readonly TimelineRow[]
  /** The day of the data, or today; always with its word. */
  now?: { day: Day; label: string } | undefined
  /** Drawn for the whole width of a page, with longer names, instead of for a column of it. */
  whole?: boolean | undefined
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
      <Drawing {...shared} size={props.whole ? whole : wide} />
      <Drawing {...shared} size={narrow} />
      <details class="twin">
        <summary>{t.asTable}</summary>
        <Scroll label={caption}>
          <Table
            caption={caption}
            density="tight"
            rows={rows}
            columns={[
              {
                label: t.item,
                heading: true,
                cell: (row) => (row.href ? <a href={row.href}>{row.label}</a> : row.label),
              },
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

/** In pixels, and how many letters of a name there is room for. */
const wide = {
  class: 'wide',
  width: 780,
  left: 210,
  right: 60,
  row: 36,
  bar: 20,
  first: 38,
  above: false,
  letters: 30,
}
const whole = { ...wide, width: 1200, left: 390, right: 20, row: 28, bar: 16, letters: 56 }
const narrow = {
  class: 'narrow',
  width: 358,
  left: 0,
  right: 8,
  row: 46,
  bar: 16,
  first: 50,
  above: true,
  letters: 48,
}
type DrawingProps = TimelineProps & { from: number; to: number; size: typeof wide }

function Drawing({ id = 'timeline', caption, rows, now, language, from, to, size }: DrawingProps) {
  const { width, left, row, first } = size
  const x = scaleLinear([from, to], [left, width - size.right])
  const bottom = first + rows.length * row - (size.above ? 16 : 2)
  const own = `${id}-${size.class}`
  const placed = rows.map((item, i) => ({ item, y: first + i * row, x, size, range: [from, to] as const }))
  return (
    <svg
      class={size.class}
      viewBox={`0 0 ${width} ${bottom + (now ? 22 : 4)}`}
      width="100%"
      // An image is one thing to those who hear it: with links in it, it is a group.
      role={rows.some((row) => row.href) ? 'group' : 'img'}
      aria-label={`${caption}. ${text[language].numbersInTable}`}
    >
      <defs>
        <Hatch id={`${own}-hatch`} />
        <Fade id={`${own}-in`} from={1} to={0} />
        <Fade id={`${own}-out`} from={0} to={1} />
      </defs>
      <HalfYears from={from} to={to} x={x} bottom={bottom} />
      {placed.map((props) => (
        <Bars {...props} id={own} />
      ))}
      {now && <Now at={x(yearsOf(now.day))} label={now.label} bottom={bottom} width={width} />}
      {placed.map((props) =>
        props.item.href ? (
          <a href={props.item.href} aria-label={props.item.label}>
            <title>{props.item.label}</title>
            <Reach {...props} />
            <Labels {...props} />
          </a>
        ) : (
          <Labels {...props} />
        ),
      )}
    </svg>
  )
}

type HalfYearsProps = { from: number; to: number; x: (year: number) => number; bottom: number }

/** Whole years are named when there is room; their halves are drawn when there is room. */
function HalfYears({ from, to, x, bottom }: HalfYearsProps) {
  const pitch = x(from + 1) - x(from)
  const every = Math.ceil(42 / pitch)
  const halves = Array.from({ length: Math.round((to - from) * 2) + 1 }, (_, i) => from + i / 2)
  return (
    <>
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
    </>
  )
}

type NowProps = { at: number; label: string; bottom: number; width: number }

function Now({ at, label, bottom, width }: NowProps) {
  const half = label.length * 3.2
  return (
    <>
      <line class="now" x1={r(at)} x2={r(at)} y1="20" y2={bottom + 4} />
      <text class="middle warm" x={r(clamp(at, half, width - half))} y={bottom + 18}>
        {label}
      </text>
    </>
  )
}

type RowProps = {
  item: TimelineRow
  y: number
  x: (year: number) => number
  size: typeof wide
  range: readonly [from: number, to: number]
}

const spanOf = ({ item, x, range }: RowProps) => {
  const start = x(item.start ? yearsOf(item.start) : range[0])
  const end = x(item.end ? yearsOf(item.end) : range[1])
  return { start, end, extended: item.extension ? x(yearsOf(item.extension.end)) : end }
}

function Bars(props: RowProps & { id: string }) {
  const { item, y, size, id } = props
  const { start, end, extended } = spanOf(props)
  const box = { x: r(start), y, width: r(Math.max(2, end - start)), height: size.bar }
  const fade = !item.start ? `url(#${id}-in)` : !item.end ? `url(#${id}-out)` : undefined
  const inForce = item.extension?.kind === 'inForce'
  return (
    <g>
      <title>{item.label}</title>
      <rect class={item.chosen ? 'mark' : 'soft'} {...box} />
      {fade && <rect fill={fade} {...box} />}
      {extended > end && (
        <rect
          class={inForce ? 'extended' : 'claimed'}
          fill={inForce ? `url(#${id}-hatch)` : 'none'}
          x={r(end)}
          y={y + 0.5}
          width={r(extended - end)}
          height={size.bar - 1}
        />
      )}
    </g>
  )
}

/** The whole row, its name and its bar, leads to the page. */
const Reach = ({ y, size }: RowProps) => (
  <rect
    class="reach"
    x="0"
    y={size.above ? y - 18 : y - (size.row - size.bar) / 2}
    width={size.width}
    height={size.above ? size.bar + 20 : size.row}
  />
)

function Labels(props: RowProps) {
  const { item, y, size } = props
  const { start, extended } = spanOf(props)
  const middle = y + size.bar / 2 + 5
  const label = short(item.label, size.letters)
  return (
    <>
      <text
        class={item.chosen ? 'halo strong' : 'halo'}
        x={size.above ? r(clamp(start, 0, size.width - label.length * 6.4)) : 0}
        y={size.above ? y - 4 : middle}
      >
        {label}
      </text>
      {item.extension?.label && !size.above && (
        <text class="quiet" x={r(extended + 6)} y={middle}>
          {item.extension.label}
        </text>
      )}
    </>
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

/** A veil in the colour of the page, from one opacity to the other. */
function Fade({ id, from, to }: { id: string; from: number; to: number }) {
  return (
    <linearGradient id={id}>
      <stop class="veil" offset="0" stop-opacity={from} />
      <stop class="veil" offset="0.5" stop-opacity="0" />
      <stop class="veil" offset="1" stop-opacity={to} />
    </linearGradient>
  )
}

const short = (label: string, most: number) =>
  label.length > most ? `${label.slice(0, most - 1).trimEnd()}…` : label
const clamp = (n: number, least: number, most: number) => Math.max(least, Math.min(most, n))
const r = (n: number) => Math.round(n * 10) / 10
