import { drawBars } from './bars.tsx'
import { drawBullets } from './bullets.tsx'
import type { Chart } from './chart.ts'
import { drawColumns } from './columns.tsx'
import { drawDots } from './dots.tsx'
import { drawLines } from './lines.tsx'
import { drawMultiples } from './multiples.tsx'
import type { Drawn, Size } from './scale.tsx'
import { drawShares } from './shares.tsx'

/** A chart in so much room. Colours are the names of tokens, so that the page's theme gives them. */
export function drawn(chart: Chart, size: Size): Drawn {
  switch (chart.form) {
    case 'lines':
      return drawLines(chart, size)
    case 'bars':
      return drawBars(chart, size)
    case 'columns':
      return drawColumns(chart, size)
    case 'shares':
      return drawShares(chart, size)
    case 'dots':
      return drawDots(chart, size)
    case 'bullets':
      return drawBullets(chart, size)
    case 'multiples':
      return drawMultiples(chart, size)
  }
}

/** The drawing alone, as part of a page; its numbers must stand beside it. */
export function Drawing({ chart, size }: { chart: Chart; size: Size }) {
  const { height, body } = drawn(chart, size)
  const label = [chart.title, chart.unit].filter(Boolean).join(', ')
  // An image is told as one thing: a drawing whose rows are links is a group of them.
  const role = 'rows' in chart && chart.rows.some((row) => 'href' in row && row.href) ? 'group' : 'img'
  return (
    <svg
      class={size.class}
      viewBox={`0 0 ${size.width} ${Math.ceil(height)}`}
      width="100%"
      role={role}
      aria-label={label}
      focusable="false"
    >
      {body}
    </svg>
  )
}
