import { scaleLinear } from 'd3-scale'
import { formatCount, type Language } from '../kernel/text.ts'
import { text } from './text.ts'

/** One year of the list; `href` is the same view narrowed to it. */
export type FacetYear = { year: number; count: number; href: string; chosen?: boolean | undefined }

const width = 236
const base = 48

/** Years as a facet: the names of the two lists for a span, and a bar for each year. */
export type Years = {
  kind: 'years'
  legend: string
  from: string
  to: string
  label: string
  years: readonly FacetYear[]
}

type YearFacetProps = { facet: Years; language: Language }

/** Bars to press, and under them two lists for a span of years: the bars are thin for a finger. */
export function YearFacet({ facet, language }: YearFacetProps) {
  const t = text[language]
  const { years } = facet
  const pitch = width / Math.max(1, years.length)
  const height = scaleLinear([0, Math.max(1, ...years.map((y) => y.count))], [0, 36])
  const labelEvery = Math.ceil(34 / pitch)
  const chosen = years.filter((y) => y.chosen).map((y) => y.year)
  const narrowed = chosen.length > 0 && chosen.length < years.length
  return (
    <fieldset>
      <legend>{facet.legend}</legend>
      <svg class="year-bars" viewBox={`0 0 ${width} 62`} width="100%">
        <title>{facet.label}</title>
        {years.map((y, i) => {
          const top = base - height(y.count)
          const middle = (i + 0.5) * pitch
          const count = formatCount(y.count, language)
          return (
            <a href={y.href} aria-label={`${y.year}: ${count}`} aria-current={y.chosen ? 'true' : undefined}>
              <title>{`${y.year}: ${count}`}</title>
              <rect class="target" x={r(i * pitch)} width={r(pitch)} height={base} />
              <rect
                class={narrowed && !y.chosen ? 'soft' : 'mark'}
                x={r(i * pitch + 1)}
                y={r(top)}
                width={r(pitch - 2)}
                height={r(base - top)}
              />
              {count.length * 5.6 < pitch + 1 && (
                <text x={r(middle)} y={r(top - 4)} class="tiny">
                  {count}
                </text>
              )}
            </a>
          )
        })}
        {years.map(
          (y, i) =>
            i % labelEvery === 0 && (
              <text x={r((i + 0.5) * pitch)} y="60" class="quiet">
                {y.year}
              </text>
            ),
        )}
        <path class="axis" d={`M0 ${base + 0.5}H${width}`} />
      </svg>
      <div class="span">
        <YearChoice
          name={facet.from}
          label={t.fromYear}
          years={years}
          value={narrowed ? Math.min(...chosen) : undefined}
        />
        <YearChoice
          name={facet.to}
          label={t.toYear}
          years={years}
          value={narrowed ? Math.max(...chosen) : undefined}
        />
      </div>
    </fieldset>
  )
}

type YearChoiceProps = {
  name: string
  label: string
  years: readonly FacetYear[]
  value?: number | undefined
}

function YearChoice({ name, label, years, value }: YearChoiceProps) {
  return (
    <label class="year">
      <span>{label}</span>
      <select name={name}>
        <option value="">–</option>
        {years.map((y) => (
          <option value={y.year} selected={y.year === value}>
            {y.year}
          </option>
        ))}
      </select>
    </label>
  )
}

const r = (n: number) => Math.round(n * 10) / 10
