import { formatDecimal } from '../../kernel/text.ts'
import type { Of } from './chart.ts'
import { cut, widthOf } from './letters.ts'
import { type Drawn, Letters, r, type Size } from './scale.tsx'
import { parts as looks } from './signs.tsx'

/** Parts of a whole as one bar each; the names of the parts stand as steps over the first bar, each above its part. */
export function drawShares(chart: Of<'shares'>, size: Size): Drawn {
  const { parts, rows, language } = chart
  const line = size.letters + 6
  const head = parts.length * line + 4
  const pitch = 46
  const shares = rows.map(({ marks }) => {
    const sum = marks.reduce((n, mark) => n + Math.max(0, mark?.value ?? 0), 0)
    let from = 0
    return marks.map((mark) => {
      const share = sum > 0 ? Math.max(0, mark?.value ?? 0) / sum : 0
      const at = { from, share }
      from += share
      return at
    })
  })
  const x = (share: number) => share * size.width
  const body = (
    <>
      {parts.map((name, n) => {
        const { from, share } = shares[0]?.[n] ?? { from: 0, share: 0 }
        const at = x(from + share / 2)
        const y = n * line + size.letters
        const left = at > size.width / 2
        const beside = left ? at - 6 : at + 6
        return (
          <>
            <path d={`M${r(at)} ${y - 4}V${head + pitch - 24}`} stroke="var(--ink-2)" stroke-width="0.75" />
            <circle cx={r(at)} cy={y - 4} r="2.5" fill="var(--ink-2)" />
            <Letters size={size.letters} x={r(beside)} y={y} {...(left && { 'text-anchor': 'end' })} rim>
              {cut(name, left ? beside : size.width - beside, size.letters)}
            </Letters>
          </>
        )
      })}
      {rows.map((row, i) => {
        const y = head + i * pitch
        return (
          <>
            <Letters size={size.letters} strong x="0" y={y + 16} rim>
              {cut(row.name, size.width, size.letters, true)}
            </Letters>
            {shares[i]!.map(({ from, share }, n) => {
              const said = `${formatDecimal(share * 100, language, 0)}\u00a0%`
              const fits = widthOf(said, size.letters, true) + 6 < x(share)
              return (
                <>
                  <rect
                    x={r(x(from))}
                    y={y + 22}
                    width={r(Math.max(0, x(share) - (share > 0.01 ? 1.5 : 0)))}
                    height="18"
                    fill={looks[n]!.ground}
                  />
                  <text
                    font-size={size.letters}
                    font-weight="600"
                    text-anchor="middle"
                    fill={looks[n]!.letters}
                    x={r(x(from + share / 2))}
                    y={y + 35.5}
                  >
                    {fits ? said : ''}
                  </text>
                </>
              )
            })}
          </>
        )
      })}
    </>
  )
  return { height: head + rows.length * pitch, body }
}
