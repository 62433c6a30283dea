import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { ComponentChildren } from 'preact'
import { formatDecimal, type Language } from '../../kernel/text.ts'
import type { Mark, Said } from './chart.ts'
import { chartText } from './text.ts'

/** Room for a drawing. Letters keep their size: a chart is drawn once for a desk and once for a phone. */
export type Size = { class: 'wide' | 'narrow'; width: number; letters: number }
export const wide: Size = { class: 'wide', width: 770, letters: 13 }
export const narrow: Size = { class: 'narrow', width: 358, letters: 12 }

/** What a form draws: how tall it became, and what is in it. */
export type Drawn = { height: number; body: ComponentChildren }

export const r = (n: number): number => Math.round(n * 10) / 10

/** A figure as it is written in a chart and its table. */
export const written = (mark: Mark, { language, decimals }: Said): string =>
  mark.text ??
  formatDecimal(roundedTo(mark.value, decimals ?? digitsOf(mark)), language, decimals ?? digitsOf(mark))

/** What rounds to nothing has no sign. */
const roundedTo = (value: number, decimals: number): number =>
  Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value

/** As many decimals as its digits say, three at most. */
const digitsOf = ({ exact, value }: Mark): number =>
  Math.min(3, (exact ?? `${value}`).split('.')[1]?.length ?? 0)

export const interval = (mark: Mark, chart: Said): string | undefined =>
  mark.low === undefined || mark.high === undefined
    ? undefined
    : `${written({ value: mark.low }, withDecimals(chart, mark))}–${written({ value: mark.high }, withDecimals(chart, mark))}`

/** The ends of an interval have as many decimals as its middle. */
const withDecimals = (chart: Said, mark: Mark): Said => ({
  ...chart,
  decimals: chart.decimals ?? digitsOf(mark),
})

/** The values that a scale must hold: marks with their intervals. */
export const reachOf = (marks: readonly (Mark | null | undefined)[]): number[] =>
  marks.flatMap((m) => (m ? [m.value, m.low ?? m.value, m.high ?? m.value] : []))

/** A scale with round ends; from zero, unless the chart says that its differences are what matters. */
export function scaleFor(
  values: readonly number[],
  range: [number, number],
  from: 'zero' | 'data' = 'zero',
): ScaleLinear<number, number> {
  const least = Math.min(...(from === 'zero' ? [0] : []), ...values)
  const most = Math.max(...(from === 'zero' ? [0] : []), ...values)
  const room = most > least ? most : least + 1
  return scaleLinear([values.length > 0 ? least : 0, room], range).nice(4)
}

/** Ticks as they are written: all with as many decimals as their step needs. */
export function ticksOf(scale: ScaleLinear<number, number>, count: number, language: Language) {
  const ticks = scale.ticks(count)
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) || 1
  const decimals = Math.min(6, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))
  return ticks.map((tick) => ({ value: tick, text: formatDecimal(tick, language, decimals) }))
}

export type Words = {
  x: number | string
  y: number | string
  size: number
  strong?: boolean
  quiet?: boolean
  fill?: string
  'text-anchor'?: 'middle' | 'end'
  /** A rim in the colour of the ground, where letters cross a line. */
  rim?: boolean
  children: ComponentChildren
}

/** Letters of a drawing, in ink or in the second voice. */
export const Letters = ({ size, strong, quiet, rim, children, ...at }: Words) => (
  <text
    font-size={size}
    fill={quiet ? 'var(--ink-2)' : 'var(--ink)'}
    {...(strong && { 'font-weight': 600 })}
    {...(rim && { 'paint-order': 'stroke', stroke: 'var(--bg)', 'stroke-width': 4 })}
    {...at}
  >
    {children}
  </text>
)

/** The rules across a drawing with their figures at the left; zero is the strong one. */
export function Rules(props: {
  scale: ScaleLinear<number, number>
  left: number
  right: number
  size: Size
  language: Language
}) {
  const { scale, left, right, size, language } = props
  return (
    <>
      {ticksOf(scale, 4, language).map(({ value, text: said }) => (
        <>
          <line
            x1={left}
            x2={right}
            y1={r(scale(value))}
            y2={r(scale(value))}
            stroke={value === 0 ? 'var(--ink)' : 'var(--grid)'}
          />
          <Letters size={size.letters} quiet x={left - 7} y={r(scale(value) + 4)} text-anchor="end">
            {said}
          </Letters>
        </>
      ))}
    </>
  )
}

/** Says that a scale does not start from zero, above the drawing, with the sign of a break at its foot. */
export function BreakSign(props: {
  x: number
  top: number
  base: number
  at: number
  size: Size
  language: Language
}) {
  const { x, top, base, at, size, language } = props
  return (
    <>
      <path d={`M${r(x)} ${base}l6 -4l-12 -5l6 -4`} fill="none" stroke="var(--ink)" />
      <Letters size={size.letters} quiet x={r(x)} y={top - 12}>
        {chartText[language].scaleFrom(formatDecimal(at, language, Number.isInteger(at) ? 0 : 2))}
      </Letters>
    </>
  )
}

/** Moves names apart so that none covers another, as near to their own height as there is room. */
export function spread<T extends { y: number }>(
  names: readonly T[],
  top: number,
  base: number,
  step: number,
): (T & { own: number })[] {
  const sorted = names.map((name) => ({ ...name, own: name.y })).sort((a, b) => a.y - b.y)
  for (let i = 1; i < sorted.length; i++) sorted[i]!.y = Math.max(sorted[i]!.y, sorted[i - 1]!.y + step)
  for (let i = sorted.length - 1; i >= 0; i--)
    sorted[i]!.y = Math.min(sorted[i]!.y, (sorted[i + 1]?.y ?? base + step) - step)
  for (let i = 0; i < sorted.length; i++)
    sorted[i]!.y = Math.max(sorted[i]!.y, (sorted[i - 1]?.y ?? top - step) + step)
  return sorted
}
