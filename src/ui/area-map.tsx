import geometry from '../../data/geometry/finland-nuts3.json' with { type: 'json' }
import type { Language } from '../kernel/text.ts'
import { text } from './text.ts'

/** A region (NUTS 3) that is marked; a short `label` may be written on it. */
export type Area = { code: string; name: string; href?: string | undefined; label?: string | undefined }

export type AreaMapProps = {
  /** What the marked regions are: "Regions of SIXNET". Beside the map the same stands as a list or a table. */
  caption: string
  areas: readonly Area[]
  language: Language
}

/** Finland with some regions marked: where, without how much. */
export function AreaMap({ caption, areas, language }: AreaMapProps) {
  const marked = new Map(areas.map((area) => [area.code, area]))
  const drawn = geometry.regions.map((shape) => ({ shape, area: marked.get(shape.code) }))
  return (
    <figure class="chart map areas">
      <svg
        viewBox={`0 0 ${geometry.width} ${geometry.height}`}
        width="100%"
        role="img"
        aria-label={`${caption}: ${areas.map((area) => area.name).join(', ')}`}
      >
        {drawn.map(({ shape, area }) => (
          <path
            class={area ? (area.label ? 'q2' : 'q4') : 'ground'}
            d={shape.path}
            data-code={shape.code}
            data-href={area?.href}
          >
            {area && <title>{area.name}</title>}
          </path>
        ))}
        {drawn.map(
          ({ shape, area }) =>
            area?.label && (
              <text x={shape.at[0]} y={(shape.at[1] ?? 0) + 5}>
                {area.label}
              </text>
            ),
        )}
      </svg>
      <figcaption class="note">{text[language].boundaries}</figcaption>
    </figure>
  )
}
