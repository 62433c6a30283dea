import { scaleLinear } from 'd3-scale'
import { formatDecimal, type Language } from '../kernel/text.ts'

/** One point of a line; `uncertain` is drawn dashed up to it: provisional, estimated. */
export type LinePoint = { value: number; uncertain?: boolean }
/** A line with a point for each period; null is a gap, never zero. */
export type Line = { label: string; points: readonly (LinePoint | null)[] }

export type LineChartProps = {
  /** What the lines show, for who cannot see them. */
  caption: string
  unit?: string | undefined
  periods: readonly string[]
  /** At most five: a sixth colour nobody tells apart. */
  lines: readonly Line[]
  /** Where the same numbers stand in a table. */
  note?: string | undefined
  language: Language
}

const wide = { class: 'wide', width: 770, height: 330, left: 56, right: 180, top: 16, base: 296, letters: 28 }
const narrow = {
  class: 'narrow',
  width: 358,
  height: 280,
  left: 46,
  right: 96,
  top: 12,
  base: 250,
  letters: 14,
}

/** Values over time as lines from zero, each named at its end; a gap where a value is missing. */
export function LineChart(props: LineChartProps) {
  return (
    <figure class="chart lines">
      {props.unit && <figcaption class="note">{props.unit}</figcaption>}
      <Drawing {...props} size={wide} />
      <Drawing {...props} size={narrow} />
      {props.note && <p class="note">{props.note}</p>}
    </figure>
  )
}

function Drawing({ caption, periods, lines, language, size }: LineChartProps & { size: typeof wide }) {
  const { width, left, right, top, base } = size
  const values = lines.flatMap(({ points }) => points.flatMap((p) => p?.value ?? []))
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values, 1e-9)], [base, top]).nice(4)
  const step = (width - left - right) / Math.max(1, periods.length - 1)
  const x = (i: number) => left + i * step
  const every = Math.max(1, Math.ceil(56 / step))
  const ticks = y.ticks(4)
  const decimals = ticks.some((tick) => !Number.isInteger(tick)) ? 1 : 0
  return (
    <svg
      class={size.class}
      viewBox={`0 0 ${width} ${size.height}`}
      width="100%"
      role="img"
      aria-label={caption}
    >
      {ticks.map((tick) => (
        <>
          <line
            class={tick === 0 ? 'axis' : 'grid'}
            x1={left}
            x2={width - right}
            y1={r(y(tick))}
            y2={r(y(tick))}
          />
          <text class="quiet end" x={left - 8} y={r(y(tick) + 4)}>
            {formatDecimal(tick, language, decimals)}
          </text>
        </>
      ))}
      {periods.map(
        (period, i) =>
          (periods.length - 1 - i) % every === 0 && (
            <text class="middle quiet" x={r(x(i))} y={base + 20}>
              {period}
            </text>
          ),
      )}
      {lines.map(({ points }, n) => (
        <>
          <path class={`line k${n + 1}`} d={pathOf(points, x, y, false)} />
          <path class={`line k${n + 1} dashed`} d={pathOf(points, x, y, true)} />
          {points.map(
            (point, i) =>
              point &&
              isAlone(points, i) && (
                <circle class={`k${n + 1}`} cx={r(x(i))} cy={r(y(point.value))} r="3.5" />
              ),
          )}
        </>
      ))}
      {namesAt(lines, y, size).map(({ label, at, n }) => (
        <>
          <rect class={`k${n + 1}`} x={width - right + 8} y={r(at - 8)} width="10" height="10" />
          <text x={width - right + 23} y={r(at + 1)}>
            {label.length > size.letters ? `${label.slice(0, size.letters - 1)}…` : label}
          </text>
        </>
      ))}
    </svg>
  )
}

type Scale = (value: number) => number

/** The pieces of a line that end in certain points, or those that end in uncertain ones. */
function pathOf(points: Line['points'], x: Scale, y: Scale, uncertain: boolean): string {
  return points
    .flatMap((point, i) => {
      const before = points[i - 1]
      if (!point || !before || (point.uncertain ?? false) !== uncertain) return []
      return [`M${r(x(i - 1))} ${r(y(before.value))}L${r(x(i))} ${r(y(point.value))}`]
    })
    .join('')
}

/** A point without neighbours is no line: it is drawn as a dot; so is the last one, where the name stands. */
const isAlone = (points: Line['points'], i: number): boolean =>
  (!points[i - 1] && !points[i + 1]) || i === points.findLastIndex((p) => p !== null)

/** The names at the right edge, at the height of each line's last point and 17 units apart. */
function namesAt(lines: readonly Line[], y: Scale, { top, base }: typeof wide) {
  const names = lines
    .map(({ label, points }, n) => ({ label, n, at: y(points.findLast((p) => p !== null)?.value ?? 0) }))
    .sort((a, b) => a.at - b.at)
  for (const [i, name] of names.entries()) name.at = Math.max(name.at, (names[i - 1]?.at ?? top - 12) + 17)
  for (let i = names.length - 1; i >= 0; i--)
    names[i]!.at = Math.min(names[i]!.at, (names[i + 1]?.at ?? base + 18) - 17)
  return names
}

const r = (n: number) => Math.round(n * 10) / 10
