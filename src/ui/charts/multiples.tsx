import { scaleLinear } from 'd3-scale'
import type { Of } from './chart.ts'
import { cut, widthOf } from './letters.ts'
import { type Drawn, Letters, r, reachOf, type Size, scaleFor, written } from './scale.tsx'

/** The same drawing for each of many things, all on one scale from zero, in the order in which they are given. */
export function drawMultiples(chart: Of<'multiples'>, size: Size): Drawn {
  const { lines, periods } = chart
  const across = size.class === 'narrow' ? 2 : 4
  const gap = 18
  const width = (size.width - (across - 1) * gap) / across
  const height = 112
  const y = scaleFor(reachOf(lines.flatMap((l) => l.points)), [74, 26])
  const x = scaleLinear([0, Math.max(1, periods.length - 1)], [2, width - 4])
  const body = lines.map(({ name, points }, n) => {
    const last = points.findLastIndex((p) => p !== null)
    const mark = points[last]
    const said = mark ? written(mark, chart) : ''
    let path = ''
    points.forEach((p, i) => {
      if (p) path += `${points[i - 1] ? 'L' : 'M'}${r(x(i))} ${r(y(p.value))}`
    })
    return (
      <g transform={`translate(${r((n % across) * (width + gap))} ${Math.floor(n / across) * height})`}>
        <Letters size={size.letters} x="0" y="12">
          {cut(name, width - widthOf(said, size.letters, true) - 10, size.letters)}
        </Letters>
        <Letters size={size.letters} strong x={r(width)} y="12" text-anchor="end">
          {said}
        </Letters>
        <line x1="0" x2={r(width)} y1={r(y(0))} y2={r(y(0))} stroke="var(--ink)" />
        {path && <path d={path} fill="none" stroke="var(--mark)" stroke-width="2" stroke-linejoin="round" />}
        {mark && <circle cx={r(x(last))} cy={r(y(mark.value))} r="3" fill="var(--mark)" />}
        <Letters size={size.letters} quiet x="0" y="91">
          {periods[0]}
        </Letters>
        <Letters size={size.letters} quiet x={r(width)} y="91" text-anchor="end">
          {periods.length > 1 ? periods.at(-1) : ''}
        </Letters>
      </g>
    )
  })
  return { height: Math.max(1, Math.ceil(lines.length / across)) * height, body }
}
