import type { Of } from './chart.ts'
import { widthOf } from './letters.ts'
import { Periods } from './lines.tsx'
import { type Drawn, Letters, Rules, r, reachOf, type Size, scaleFor, ticksOf, written } from './scale.tsx'

/** Amounts by period from zero; the dark part of a column is what came true. */
export function drawColumns(chart: Of<'columns'>, size: Size): Drawn {
  const { columns, names, language } = chart
  const small = size.class === 'narrow'
  const parted = columns.some((c) => c.part)
  const [top, base] = [parted ? 40 : 22, small ? 236 : 300]
  const y = scaleFor(reachOf(columns.flatMap((c) => [c.mark, c.part])), [base, top])
  const left = 12 + Math.max(...ticksOf(y, 4, language).map((t) => widthOf(t.text, size.letters)))
  const pitch = (size.width - left - 4) / Math.max(1, columns.length)
  const thick = Math.min(46, pitch * 0.66)
  const tallest = columns.reduce(
    (best, c, i) => ((c.mark?.value ?? 0) > (columns[best]?.mark?.value ?? 0) ? i : best),
    0,
  )
  const middle = (i: number) => left + (i + 0.5) * pitch
  const body = (
    <>
      {parted && <Names names={names} size={size} />}
      <Rules scale={y} left={left} right={size.width} size={size} language={language} />
      {columns.map(({ mark, part }, i) => {
        if (!mark) return null
        const said = written(mark, chart)
        const from = middle(i) - thick / 2
        return (
          <>
            <Column
              x={from}
              width={thick}
              value={mark.value}
              y={y}
              tone={parted ? 'var(--soft)' : 'var(--mark)'}
            />
            {part && (
              <Column x={from} width={thick} value={Math.max(0, part.value)} y={y} tone="var(--mark)" />
            )}
            {(widthOf(said, size.letters, true) < pitch - 1 || i === tallest) && (
              <Letters
                size={size.letters}
                strong
                text-anchor="middle"
                x={r(middle(i))}
                y={r(y(Math.max(0, mark.value, part?.value ?? 0)) - 6)}
              >
                {said}
              </Letters>
            )}
          </>
        )
      })}
      <Periods periods={columns.map((c) => c.period)} place={middle} y={base + 20} size={size} />
    </>
  )
  return { height: base + 30, body }
}

type ColumnProps = { x: number; width: number; value: number; y: (value: number) => number; tone: string }

const Column = ({ x, width, value, y, tone }: ColumnProps) => (
  <rect
    x={r(x)}
    y={r(y(Math.max(0, value)))}
    width={r(width)}
    height={r(Math.abs(y(0) - y(value)))}
    fill={tone}
  />
)

/** The two parts of a column, named by a column of their own. */
function Names({ names: { whole, part }, size }: { names: { whole: string; part: string }; size: Size }) {
  const second = 26 + widthOf(whole, size.letters) + 16
  return (
    <>
      <rect x="0" y="2" width="14" height="14" fill="var(--soft)" />
      <Letters size={size.letters} x="20" y="14">
        {whole}
      </Letters>
      <rect x={r(second)} y="2" width="14" height="14" fill="var(--mark)" />
      <Letters size={size.letters} x={r(second + 20)} y="14">
        {part}
      </Letters>
    </>
  )
}
