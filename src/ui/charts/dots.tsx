import { text } from '../text.ts'
import type { Of } from './chart.ts'
import { widthOf } from './letters.ts'
import { Name, roomFor } from './row-names.tsx'
import { type Drawn, interval, Letters, r, reachOf, type Size, scaleFor, ticksOf, written } from './scale.tsx'

/** Estimates with their intervals: a dot on a line with ends, the figure and its interval in words. */
export function drawDots(chart: Of<'dots'>, size: Size): Drawn {
  const { rows, from, language } = chart
  const { small, left, names } = roomFor(rows, size)
  const said = rows.map(({ mark }) => (mark ? written(mark, chart) : text[language].unknown))
  const spans = rows.map(({ mark }) => (mark && interval(mark, chart) ? `(${interval(mark, chart)})` : ''))
  const tail = small
    ? 8
    : Math.max(0, ...rows.map((_, i) => widthOf(`${said[i]}${spans[i]}`, size.letters, true))) + 18
  const scale = scaleFor(reachOf(rows.map((row) => row.mark)), [left + 8, size.width - tail], from)
  const pitch = small ? 44 : 27
  const base = rows.length * pitch + 4
  const body = (
    <>
      {ticksOf(scale, small ? 4 : 6, language).map((tick) => (
        <>
          <line
            x1={r(scale(tick.value))}
            x2={r(scale(tick.value))}
            y1="0"
            y2={base}
            stroke={tick.value === 0 ? 'var(--ink)' : 'var(--grid)'}
          />
          <Letters size={size.letters} quiet text-anchor="middle" x={r(scale(tick.value))} y={base + 17}>
            {tick.text}
          </Letters>
        </>
      ))}
      {rows.map((row, i) => {
        const y = i * pitch + (small ? 14 : 17)
        const at = small ? y + 17 : y - 4
        const { mark } = row
        const tone = row.own || !rows.some((other) => other.own) ? 'var(--mark)' : 'var(--edge)'
        return (
          <>
            <Name
              row={row}
              x={small ? 0 : left - 12}
              y={y}
              room={small ? names - 30 : names}
              size={size}
              end={!small}
            />
            {mark?.low !== undefined && mark.high !== undefined && (
              <path
                d={`M${r(scale(mark.low))} ${at - 5}v10m0 -5H${r(scale(mark.high))}m0 -5v10`}
                fill="none"
                stroke={tone}
                stroke-width="1.5"
              />
            )}
            {mark && (
              <circle
                cx={r(scale(mark.value))}
                cy={at}
                r="5"
                stroke={tone}
                stroke-width="1.5"
                fill={mark.uncertain ? 'var(--bg)' : tone}
              />
            )}
            <Letters
              size={size.letters}
              quiet={mark === null}
              x={size.width}
              y={y}
              text-anchor="end"
              rim={small}
            >
              <tspan font-weight="600">{said[i]}</tspan>
              <tspan dx="4">{spans[i]}</tspan>
            </Letters>
          </>
        )
      })}
    </>
  )
  return { height: base + 24, body }
}
