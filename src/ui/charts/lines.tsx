import { scaleLinear } from 'd3-scale'
import type { Line, Mark, Of } from './chart.ts'
import { cut, widthOf } from './letters.ts'
import {
  BreakSign,
  type Drawn,
  Letters,
  Rules,
  r,
  reachOf,
  type Size,
  scaleFor,
  spread,
  ticksOf,
  written,
} from './scale.tsx'
import { type Kind, kinds, Sign } from './signs.tsx'

type Scale = (value: number) => number

/** The look of the lines behind the one that a chart is about. */
const behind: Kind = { tone: 'var(--edge)', dash: undefined, sign: 'circle' }

/** Values over time, each line named with its last value at its end; gaps stay open, intervals are bands. */
export function drawLines(chart: Of<'lines'>, size: Size): Drawn {
  const { periods, lines, own, target, from, language } = chart
  const small = size.class === 'narrow'
  const [top, base] = [from === 'data' ? 32 : 14, small ? 240 : 300]
  const values = [...reachOf(lines.flatMap((l) => l.points)), ...(target ? [target.value] : [])]
  const y = scaleFor(values, [base, top], from)
  const left = 12 + Math.max(...ticksOf(y, 4, language).map((t) => widthOf(t.text, size.letters)))
  const names = lines.flatMap((line, n) => {
    const last = line.points.findLastIndex((p) => p !== null)
    const mark = line.points[last]
    return mark ? [{ n, name: line.name, last, mark, said: written(mark, chart), y: y(mark.value) }] : []
  })
  const longest = Math.max(0, ...names.map((l) => widthOf(`${l.name} ${l.said}`, size.letters, true)))
  const room = Math.min(longest + 6, size.width * (small ? 0.34 : 0.3))
  const right = size.width - room - 20
  const at = chart.at ?? periods.map((_, i) => i)
  const x = scaleLinear([at[0] ?? 0, Math.max(at.at(-1) ?? 1, (at[0] ?? 0) + 1e-9)], [left + 6, right - 4])
  const place: Scale = (i) => x(at[i]!)
  const tracks = lines.map(({ points }) => (chart.at ? joined(points, place) : { points, place }))
  const kindOf = (n: number): Kind =>
    own === undefined ? kinds[n % kinds.length]! : n === own ? kinds[0] : behind
  const order = lines.map((_, n) => n).sort((a, b) => Number(a === own) - Number(b === own))
  const broken = from === 'data' && y.domain()[0] !== 0
  const body = (
    <>
      <Rules scale={y} left={left} right={right} size={size} language={language} />
      {broken && (
        <BreakSign x={left} top={top} base={base} at={y.domain()[0]!} size={size} language={language} />
      )}
      <Periods periods={periods} place={place} y={base + 20} size={size} />
      {target && <Target {...target} y={y(target.value)} left={left} right={right} size={size} />}
      {order.map((n) => (
        <Path d={bandOf(tracks[n]!.points, tracks[n]!.place, y)} fill={kindOf(n).tone} fill-opacity="0.14" />
      ))}
      {order.map((n) => (
        <OneLine {...tracks[n]!} kind={kindOf(n)} y={y} strong={own === undefined || n === own} />
      ))}
      {spread(names, top, base + 6, size.letters + 4).map(
        ({ n, name, said, last, y: beside, own: height }) => (
          <>
            {Math.abs(beside - height) > 5 && (
              <path
                d={`M${r(place(last) + 6)} ${r(height)}L${right + 8} ${r(beside)}`}
                stroke={kindOf(n).tone}
                stroke-width="0.75"
                fill="none"
              />
            )}
            <Letters
              size={size.letters}
              quiet={own !== undefined && n !== own}
              x={r(right + 12)}
              y={r(beside + 4)}
            >
              {cut(name, room - widthOf(` ${said}`, size.letters, true), size.letters)}{' '}
              <tspan font-weight="600">{said}</tspan>
            </Letters>
          </>
        ),
      )}
    </>
  )
  return { height: base + 30, body }
}

/** The names of periods under the axis, as many as there is room for, the last one always. */
export function Periods(props: { periods: readonly string[]; place: Scale; y: number; size: Size }) {
  const { periods, place, y, size } = props
  const widest = Math.max(...periods.map((p) => widthOf(p, size.letters))) + 14
  let free = Number.POSITIVE_INFINITY
  const shown = periods.flatMap((_, n) => {
    const i = periods.length - 1 - n
    if (place(i) > free) return []
    free = place(i) - widest
    return [i]
  })
  return (
    <>
      {shown.map((i) => (
        <Letters size={size.letters} quiet text-anchor="middle" x={r(place(i))} y={y}>
          {periods[i]}
        </Letters>
      ))}
    </>
  )
}

function Target(props: { value: number; name: string; y: number; left: number; right: number; size: Size }) {
  const { name, y, left, right, size } = props
  const above = y > 26
  return (
    <>
      <line
        x1={left}
        x2={right}
        y1={r(y)}
        y2={r(y)}
        stroke="var(--ink)"
        stroke-width="1.5"
        stroke-dasharray="1 4"
      />
      <Letters size={size.letters} x={left + 10} y={r(above ? y - 6 : y + 16)} strong>
        {cut(name, right - left - 20, size.letters, true)}
      </Letters>
    </>
  )
}

type Track = { points: Line['points']; place: Scale }

/** The figures that there are, side by side, each still at its own time. */
function joined(points: Line['points'], place: Scale): Track {
  const there = points.flatMap((point, i) => (point ? [{ point, i }] : []))
  return { points: there.map(({ point }) => point), place: (i) => place(there[i]!.i) }
}

/** A long forecast is told from what is known by its thin line and the ring at its end alone. */
const mostRings = 3

type LineProps = Track & { kind: Kind; y: Scale; strong: boolean }

function OneLine({ points, kind, place, y, strong }: LineProps) {
  const last = points.findLastIndex((p) => p !== null)
  const few = points.filter((p) => p?.uncertain).length <= mostRings
  const path = (uncertain: boolean) => pathOf(points, uncertain, place, y)
  const look = {
    fill: 'none',
    stroke: kind.tone,
    'stroke-linejoin': 'round',
    ...(kind.dash && { 'stroke-dasharray': kind.dash }),
  } as const
  return (
    <>
      <Path d={path(false)} {...look} stroke-width={strong ? 2.5 : 1.25} />
      <Path d={path(true)} {...look} stroke-width="1.25" />
      {points.map(
        (p, i) =>
          p &&
          (i === last || isAlone(points, i) || (p.uncertain && few)) && (
            <Sign kind={kind} x={place(i)} y={y(p.value)} ring={p.uncertain ?? false} />
          ),
      )}
    </>
  )
}

type Look = {
  d: string
  fill: string
  stroke?: string
  'stroke-width'?: number | string
  'fill-opacity'?: string
}

/** An empty path is no well-formed picture. */
const Path = (look: Look) => (look.d ? <path {...look} /> : null)

/** The pieces of a line that end in certain points, or those that end in uncertain ones. */
function pathOf(points: Line['points'], uncertain: boolean, place: Scale, y: Scale): string {
  let path = ''
  let end = -1
  points.forEach((point, i) => {
    const before = points[i - 1]
    if (!point || !before || (point.uncertain ?? false) !== uncertain) return
    if (end !== i - 1) path += `M${r(place(i - 1))} ${r(y(before.value))}`
    path += `L${r(place(i))} ${r(y(point.value))}`
    end = i
  })
  return path
}

/** A point without neighbours is no line: its sign stands for it. */
const isAlone = (points: Line['points'], i: number): boolean => !points[i - 1] && !points[i + 1]

/** The bands of the intervals: one for each run of points that have one. */
function bandOf(points: Line['points'], place: Scale, y: Scale): string {
  const runs: { i: number; mark: Mark }[][] = []
  points.forEach((mark, i) => {
    if (mark?.low === undefined || mark.high === undefined) return
    const run = runs.at(-1)
    if (run?.at(-1)?.i === i - 1) run.push({ i, mark })
    else runs.push([{ i, mark }])
  })
  return runs
    .map((run) => {
      const up = run.map(({ i, mark }) => `${r(place(i))} ${r(y(mark.high!))}`)
      const down = run.map(({ i, mark }) => `${r(place(i))} ${r(y(mark.low!))}`).reverse()
      return `M${[...up, ...down].join('L')}Z`
    })
    .join('')
}
