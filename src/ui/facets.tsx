import { formatCount, type Language } from '../kernel/text.ts'
import { text } from './text.ts'
import { YearFacet, type Years } from './year-facet.tsx'

export type FacetOption = { value: string; label: string; count: number; checked?: boolean | undefined }

export type Facet =
  | {
      kind: 'options'
      name: string
      legend: string
      options: readonly FacetOption[]
      more?: { href: string; label: string } | undefined
    }
  | Years

export type FacetsProps = {
  action: string
  facets: readonly Facet[]
  /** What the address says already and the form must keep: query, sort, columns. */
  keep?: readonly (readonly [name: string, value: string])[]
  /** How many filters are in use, shown on the folded button of the phone. */
  applied?: number
  /** The id of the region that changes at each tick, where script runs. */
  live?: string | undefined
  language: Language
}

/** A GET form of ticks with counts: the address holds the state, the button applies it without script. */
export function Facets({ action, facets, keep = [], applied = 0, live, language }: FacetsProps) {
  const t = text[language]
  return (
    <aside aria-label={t.facets}>
      <details class="facets-fold">
        <summary>{applied > 0 ? t.facetsOn(formatCount(applied, language)) : t.facets}</summary>
        <form class="facets" action={action} data-live={live} id="facets">
          {keep.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {facets.map((facet) =>
            facet.kind === 'years' ? (
              <YearFacet facet={facet} language={language} />
            ) : (
              <Options facet={facet} language={language} />
            ),
          )}
          <button class="btn apply" type="submit">
            {t.apply}
          </button>
        </form>
      </details>
    </aside>
  )
}

function Options({ facet, language }: { facet: Extract<Facet, { kind: 'options' }>; language: Language }) {
  // A heading over nothing asks for nothing.
  if (facet.options.length === 0 && !facet.more) return null
  return (
    <fieldset>
      <legend>{facet.legend}</legend>
      <div>
        {facet.options.map((option) => (
          <label>
            <input
              type="checkbox"
              name={facet.name}
              value={option.value}
              checked={option.checked}
              disabled={option.count === 0 && !option.checked}
            />
            <span>{option.label}</span>
            <span>{formatCount(option.count, language)}</span>
          </label>
        ))}
        {facet.more && (
          <a class="more" href={facet.more.href}>
            {facet.more.label}
          </a>
        )}
      </div>
    </fieldset>
  )
}
