import type { NetworkRow } from './map-actions.ts'

/** Values that have a colour and a shape of their own on the map; the rest share one. */
export const colouredValues = 5

/** The class that gives a mark the colour of its kind; `ranked` are the kinds in the order of their colours. */
export function markOf(kind: string, ranked: readonly string[]): string {
  const place = ranked.indexOf(kind)
  return `hue${(place < 0 || place >= colouredValues ? colouredValues : place) + 1}`
}

const [width, height, out] = [76, 44, 18]

/** An actor among those it is tied to most closely, small enough for a row of a table; the row says the same in words. */
export function SmallPicture({ row, ranked }: { row: NetworkRow; ranked: readonly string[] }) {
  const [x, y] = [width / 2, height / 2]
  const around = row.closest.map((other, i) => {
    const angle = (i / row.closest.length) * 2 * Math.PI - Math.PI / 2
    return { ...other, x: round(x + 1.7 * out * Math.cos(angle)), y: round(y + out * Math.sin(angle)) }
  })
  const heaviest = Math.max(1e-9, ...around.map((other) => other.weight))
  return (
    <svg
      class="network-small"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {around.map((other) => (
        <line
          x1={x}
          y1={y}
          x2={other.x}
          y2={other.y}
          stroke-width={round(0.6 + 1.8 * (other.weight / heaviest))}
        />
      ))}
      {around.map((other) => (
        <circle class={markOf(other.kind, ranked)} cx={other.x} cy={other.y} r="2.6" />
      ))}
      <circle class={`${markOf(row.kind, ranked)} middle`} cx={x} cy={y} r="4.6" />
    </svg>
  )
}

const round = (n: number): number => Math.round(n * 10) / 10
