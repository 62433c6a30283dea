import { shareOf } from './numbers.ts'
import type { IndicatorState } from './state.ts'

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
