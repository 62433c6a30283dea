import { text } from '../text.ts'
import type { Of } from './chart.ts'
import { widthOf } from './letters.ts'
import { Name, roomFor } from './row-names.tsx'
import { type Drawn, Letters, r, reachOf, type Size, written } from './scale.tsx'

/** Amounts side by side, from zero, each with its name before it and its figure at its end. */
export function drawBars(chart: Of<'bars'>, size: Size): Drawn {
  const { rows, language } = chart
  if (rows.length === 0) return { height: 1, body: null }
  const { small, left, names } = roomFor(rows, size)
  const said = rows.map(({ mark }) => (mark ? written(mark, chart) : text[language].unknown))
  const tail = small ? 0 : Math.max(0, ...said.map((s) => widthOf(s, size.letters, true))) + 14
  const marks = rows.map((row) => row.mark)
  const least = Math.min(0, ...reachOf(marks))
  const most = Math.max(0, ...reachOf(marks), least === 0 ? 1e-9 : 0)
  // A bar below zero has its figure at its left.
  const begin = left + (least < 0 && !small ? tail : 0)
  const scale = (value: number) =>
    begin + ((value - least) / (most - least || 1)) * (size.width - tail - begin - (small ? 2 : 0))
  const pitch = small ? 42 : 27
  const some = rows.some((row) => row.own)
  const body = (
    <>
      {rows.map((row, i) => {
        const y = i * pitch + (small ? 16 : 17)
        const top = small ? i * pitch + 22 : i * pitch + 5
        const [from, to] = [
          scale(Math.min(0, row.mark?.value ?? 0)),
          scale(Math.max(0, row.mark?.value ?? 0)),
        ]
        const below = (row.mark?.value ?? 0) < 0
        return (
          <>
            <Name row={row} x={small ? 0 : left - 12} y={y} room={names} size={size} end={!small} />
            {row.mark && (
              <rect
                x={r(from)}
                y={top}
                width={r(Math.max(to - from, 0.5))}
                height={small ? 12 : 16}
                fill={some && !row.own ? 'var(--q3)' : 'var(--mark)'}
              />
            )}
            <Letters
              size={size.letters}
              strong={row.mark !== null}
              quiet={row.mark === null}
              x={small ? size.width : r(below ? from - 7 : to + 7)}
              y={y}
              {...((small || below) && { 'text-anchor': 'end' })}
            >
              {said[i]}
            </Letters>
          </>
        )
      })}
      <path
        d={rows
          .map((_, i) => `M${r(scale(0))} ${i * pitch + (small ? 19 : 0)}v${small ? 18 : pitch}`)
          .join('')}
        stroke="var(--ink)"
      />
    </>
  )
  return { height: rows.length * pitch + 2, body }
}
