import { scaleLinear } from 'd3-scale'
import { formatDecimal, type Language } from '../../kernel/text.ts'
import { type Column, Scroll, Table } from '../../ui/index.ts'

export type Line = {
  name: string
  /** Values by period; null leaves a gap. */
  values: readonly (number | null)[]
  /** The one that the chart is about: drawn strong, the others behind it. */
  own?: boolean
}

export type LinesChartProps = {
  caption: string
  unit: string
  periods: readonly string[]
  lines: readonly Line[]
  asTable: string
  place: string
  language: Language
}

const wide = { class: 'wide', width: 770, height: 340, left: 56, right: 150, top: 14, base: 306 }
const narrow = { class: 'narrow', width: 358, height: 280, left: 44, right: 96, top: 12, base: 250 }

/** Lines over time, each labelled at its end; the axis starts from zero, a missing value is a gap. */
export function LinesChart(props: LinesChartProps) {
  const { caption, unit, periods, lines, asTable, place, language } = props
  const rows = [...lines]
  const decimals = decimalsOf(lines)
  const columns: Column<Line>[] = [
    { label: place, heading: true, cell: (l) => (l.own ? <b>{l.name}</b> : l.name) },
    ...periods.map(
      (period, i): Column<Line> => ({
        label: period,
        numeric: true,
        cell: (l) => {
          const value = l.values[i] ?? null
          return value === null ? '..' : formatDecimal(value, language, decimals)
        },
      }),
    ),
  ]
  return (
    <figure class="chart bench-lines">
      {unit && <figcaption class="note">{unit}</figcaption>}
      <Drawing {...props} size={wide} />
      <Drawing {...props} size={narrow} />
      <details class="twin">
        <summary>{asTable}</summary>
        <Scroll label={caption}>
          <Table caption={caption} columns={columns} rows={rows} class="across" language={language} />
        </Scroll>
      </details>
    </figure>
  )
}

/** As many decimals as tell small values apart; large ones need none. */
function decimalsOf(lines: readonly Line[]): number {
  const most = Math.max(0, ...lines.flatMap((l) => l.values.map((v) => Math.abs(v ?? 0))))
  return most >= 100 ? 0 : most >= 10 ? 1 : 2
}

function Drawing({ caption, periods, lines, size, language }: LinesChartProps & { size: typeof wide }) {
  const { left, right, top, base, width, height } = size
  const all = lines.flatMap((l) => l.values.filter((v) => v !== null))
  const y = scaleLinear([Math.min(0, ...all), Math.max(...all, 1e-9)], [base, top]).nice(5)
  const x = scaleLinear([0, Math.max(1, periods.length - 1)], [left, width - right])
  const drawn = [...lines].sort((a, b) => Number(a.own ?? false) - Number(b.own ?? false))
  const labels = spreadOut(
    lines.flatMap((line) => {
      const last = lastOf(line.values)
      return last === undefined ? [] : [{ line, y: y(line.values[last]!), x: x(last) }]
    }),
    top,
    base,
  )
  const every = Math.ceil(periods.length / (size === wide ? 12 : 5))
  return (
    <svg class={size.class} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={caption}>
      {y.ticks(5).map((tick) => (
        <>
          <line class={tick === 0 ? 'axis' : 'grid'} x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text class="quiet end" x={left - 6} y={y(tick) + 4}>
            {formatDecimal(tick, language, tick % 1 === 0 ? 0 : 1)}
          </text>
        </>
      ))}
      {periods.map(
        (period, i) =>
          (periods.length - 1 - i) % every === 0 && (
            <text class="quiet middle" x={x(i)} y={base + 20}>
              {period}
            </text>
          ),
      )}
      {drawn.map((line) => (
        <g class={line.own ? 'bench-own' : 'bench-peer'}>
          <path d={pathOf(line.values, x, y)} />
          {line.values.map(
            (v, i) => v !== null && isAlone(line.values, i) && <circle cx={x(i)} cy={y(v)} r="3" />,
          )}
        </g>
      ))}
      {labels.map(({ line, y: at }) => (
        <text class={line.own ? 'strong bench-own-label' : 'quiet'} x={width - right + 8} y={at + 4}>
          {cut(line.name, size === wide ? 20 : 12)}
        </text>
      ))}
    </svg>
  )
}

const cut = (name: string, most: number): string =>
  name.length > most ? `${name.slice(0, most - 1)}…` : name

const lastOf = (values: readonly (number | null)[]): number | undefined => {
  for (let i = values.length - 1; i >= 0; i--) if (values[i] !== null) return i
  return undefined
}

const isAlone = (values: readonly (number | null)[], i: number): boolean =>
  (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null

/** A path that is lifted over gaps. */
function pathOf(
  values: readonly (number | null)[],
  x: (i: number) => number,
  y: (value: number) => number,
): string {
  let path = ''
  let down = false
  values.forEach((value, i) => {
    if (value === null) down = false
    else {
      path += `${down ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`
      down = true
    }
  })
  return path
}

/** Labels at the ends of lines, moved apart so that none covers another. */
function spreadOut<T extends { y: number }>(labels: readonly T[], top: number, base: number): T[] {
  const step = 16
  const sorted = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label }))
  for (let i = 1; i < sorted.length; i++) sorted[i]!.y = Math.max(sorted[i]!.y, sorted[i - 1]!.y + step)
  const over = (sorted.at(-1)?.y ?? 0) - base
  if (over > 0) for (const label of sorted) label.y -= over
  for (let i = sorted.length - 2; i >= 0; i--) sorted[i]!.y = Math.min(sorted[i]!.y, sorted[i + 1]!.y - step)
  return sorted.map((label) => ({ ...label, y: Math.max(top - 8, label.y) }))
}
