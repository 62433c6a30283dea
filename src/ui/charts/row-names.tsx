import type { Row } from './chart.ts'
import { cut, widthOf } from './letters.ts'
import { Letters, r, type Size } from './scale.tsx'

/** Where the names of rows end, and where their drawing starts: beside it on a desk, above it on a phone. */
export function roomFor(rows: readonly { name: string }[], size: Size) {
  const small = size.class === 'narrow'
  const longest = Math.max(0, ...rows.map((row) => widthOf(row.name, size.letters, true)))
  const left = small ? 0 : Math.min(longest + 14, size.width * 0.42)
  return { small, left, names: small ? size.width * 0.66 : left - 12 }
}

type NameProps = {
  row: Pick<Row, 'name' | 'href' | 'own'>
  x: number
  y: number
  room: number
  size: Size
  /** It ends at x. */
  end?: boolean
}

/** The name of a row, which leads to its page where it has one. */
export function Name({ row, x, y, room, size, end }: NameProps) {
  const said = (
    <Letters
      size={size.letters}
      strong={row.own ?? false}
      rim
      x={r(x)}
      y={r(y)}
      {...(end && { 'text-anchor': 'end' })}
      {...(row.href && { fill: 'var(--link)' })}
    >
      {cut(row.name, room, size.letters, row.own)}
    </Letters>
  )
  if (!row.href) return said
  return (
    <a href={row.href}>
      <rect
        class="reach"
        x={r(end ? x - room : x)}
        y={r(y - 17)}
        width={r(room)}
        height="24"
        fill="none"
        pointer-events="all"
      />
      {said}
    </a>
  )
}
