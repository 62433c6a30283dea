import { text } from '../text.ts'
import type { Of } from './chart.ts'
import { widthOf } from './letters.ts'
import { Name } from './row-names.tsx'
import { type Drawn, Letters, r, type Size, written } from './scale.tsx'

/** Values on their way to their targets, each on its own scale from zero: the target is an upright stroke. */
export function drawBullets(chart: Of<'bullets'>, size: Size): Drawn {
  const { rows, language } = chart
  const pitch = 52
  const body = rows.map((row, i) => {
    const y = i * pitch + 15
    const most =
      Math.max(row.mark?.value ?? 0, row.mark?.high ?? 0, row.target?.value ?? 0, row.baseline?.value ?? 0) ||
      1
    const x = (value: number) => (Math.max(0, value) / most) * (size.width - 4) + 1
    const value = row.mark ? written(row.mark, chart) : text[language].unknown
    const goal = row.target ? `/ ${written(row.target, chart)}` : ''
    const tail = widthOf(`${value}${goal}`, size.letters, true) + 16
    return (
      <>
        <Name row={row} x={0} y={y} room={size.width - tail} size={size} />
        <Letters size={size.letters} x={size.width} y={y} text-anchor="end">
          <tspan font-weight="600">{value}</tspan>
          <tspan dx="4" fill="var(--ink-2)">
            {goal}
          </tspan>
        </Letters>
        <rect x="1" y={y + 9} width={r(x(row.target?.value ?? most) - 1)} height="12" fill="var(--soft)" />
        {row.mark && (
          <rect
            x="1"
            y={y + 9}
            width={r(Math.max(0, x(row.mark.value) - 1))}
            height="12"
            fill="var(--mark)"
          />
        )}
        {row.mark?.low !== undefined && row.mark.high !== undefined && (
          <path
            d={`M${r(x(row.mark.low))} ${y + 15}H${r(x(row.mark.high))}`}
            stroke="var(--ink)"
            stroke-width="1.5"
          />
        )}
        {row.baseline && (
          <path
            d={`M${r(x(row.baseline.value))} ${y + 9}v12`}
            stroke="var(--bg)"
            stroke-width="2"
            stroke-dasharray="3 2"
          />
        )}
        {row.target && (
          <rect x={r(x(row.target.value) - 1.5)} y={y + 5} width="3" height="20" fill="var(--ink)" />
        )}
      </>
    )
  })
  return { height: Math.max(1, rows.length * pitch - 6), body }
}
