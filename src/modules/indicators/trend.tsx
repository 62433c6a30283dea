import type { Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Table } from '../../ui/index.ts'
import { formatFigure, shareOf } from './numbers.ts'
import type { IndicatorState } from './state.ts'
import { text } from './text.ts'

type Size = { width: number; height: number; pad: number }
type Point = { x: number; y: number }

/** Where the ends of periods lie in time, from the first to the last or to the target's day. */
function pointsOf(state: IndicatorState, { width, height, pad }: Size): { line: Point[]; target?: Point } {
  const { figure, target } = state
  const series = figure?.series ?? []
  const time = (day: string) => Date.parse(`${day}T00:00:00Z`)
  const goal = target ? Number(target.target) : undefined
  const days = [...series.map(({ to }) => to), ...(target ? [target.startsOn, target.dueOn] : [])].sort()
  const [first, last] = [time(days[0] ?? '2000-01-01'), time(days.at(-1) ?? '2000-01-01')]
  const most = Math.max(goal ?? 0, ...series.map((point) => shareOf(point, 1)), 0) || 1
  const x = (day: string) =>
    pad + (last === first ? 0 : (time(day) - first) / (last - first)) * (width - 2 * pad)
  const y = (value: number) => height - pad - (Math.max(0, value) / most) * (height - 2 * pad)
  const start = target ? [{ x: x(target.startsOn), y: y(Number(target.baseline)) }] : []
  return {
    line: [
      ...start.filter((p) => series.every(({ to }) => x(to) >= p.x)),
      ...series.map((point) => ({ x: x(point.to), y: y(shareOf(point, 1)) })),
    ],
    ...(target && { target: { x: x(target.dueOn), y: y(Number(target.target)) } }),
  }
}

const path = (points: readonly Point[]) =>
  points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')

/** How the figure has grown, in the size of a word; the numbers stand beside it and in the table of its own page. */
export function Sparkline({ state }: { state: IndicatorState }) {
  const size = { width: 120, height: 32, pad: 4 }
  const { line, target } = pointsOf(state, size)
  const end = line.at(-1)
  if (!end || (state.figure?.series.length ?? 0) === 0) return null
  return (
    <svg class="ind-spark" width="120" height="32" viewBox="0 0 120 32" aria-hidden="true" focusable="false">
      {target && <line class="ind-goal" x1="4" x2="116" y1={target.y} y2={target.y} />}
      <polyline class="ind-line" points={path(line)} />
      <circle class="ind-end" cx={end.x} cy={end.y} r="3" />
    </svg>
  )
}

/** The same large, with the line of the target and its table. */
export function TrendChart({
  state,
  name,
  language,
}: {
  state: IndicatorState
  name: string
  language: Language
}) {
  const t = text[language]
  const series = state.figure?.series ?? []
  if (series.length === 0) return null
  const { decimals } = state.indicator
  return (
    <figure class="chart">
      {[
        { class: 'wide', size: { width: 680, height: 220, pad: 28 } },
        { class: 'narrow', size: { width: 340, height: 200, pad: 24 } },
      ].map(({ class: shape, size }) => {
        const { line, target } = pointsOf(state, size)
        const end = line.at(-1)!
        const last = series.at(-1)!
        return (
          <svg
            class={shape}
            viewBox={`0 0 ${size.width} ${size.height}`}
            role="img"
            aria-label={t.seriesOf(name)}
            focusable="false"
          >
            <line
              class="ind-axis"
              x1={size.pad}
              x2={size.width - size.pad}
              y1={size.height - size.pad}
              y2={size.height - size.pad}
            />
            {target && state.target && (
              <>
                <line class="ind-goal" x1={size.pad} x2={target.x} y1={target.y} y2={target.y} />
                <text class="ind-label" x={size.pad} y={target.y - 6}>
                  {`${t.targetLine} ${formatTarget(state, language)}, ${formatDay(state.target.dueOn, language)}`}
                </text>
              </>
            )}
            <polyline class="ind-line" points={path(line)} />
            {line.map(({ x, y }) => (
              <circle class="ind-end" cx={x} cy={y} r="3.5" />
            ))}
            <text
              class="ind-label"
              x={Math.min(end.x + 8, size.width - size.pad)}
              y={end.y + (target && Math.abs(end.y - target.y) < 18 ? 20 : -8)}
              text-anchor={end.x > size.width * 0.7 ? 'end' : 'start'}
            >
              {formatFigure(last, decimals, language)}
            </text>
          </svg>
        )
      })}
      <details>
        <summary>{t.seriesOf(name)}</summary>
        <Table
          caption={t.seriesOf(name)}
          rows={series}
          columns={[
            { label: t.periodEnd, heading: true, cell: ({ to }) => formatDay(to, language) },
            { label: t.realised, numeric: true, cell: (point) => formatFigure(point, decimals, language) },
          ]}
          language={language}
        />
      </details>
    </figure>
  )
}

const formatTarget = (state: IndicatorState, language: Language): string =>
  state.target ? state.target.target.replace('.', language === 'en' ? '.' : ',') : ''
