import { formatCount, type Language } from '../../kernel/text.ts'
import { changed, without } from '../../kernel/view-address.ts'
import type { Chip, Facet, FacetOption } from '../../ui/index.ts'
import { roleName } from '../ecosystems/index.ts'
import { kindName } from '../organisations/index.ts'
import { facetLabel } from '../projects/index.ts'
import { mapText } from './map-text.ts'
import { facetNames, type NetworkFacet } from './picture.ts'

import type { TieKind } from './rules.ts'

/** What a value of a facet is called; `ecosystems` are short names by key. */
export function valueLabel(
  name: NetworkFacet | 'tie',
  value: string,
  language: Language,
  ecosystems: Readonly<Record<string, string>>,
): string {
  const t = mapText[language]
  switch (name) {
    case 'kind':
      return kindName(value, language)
    case 'role':
      return roleName(value, language)
    case 'region':
      if (value === 'unknown') return t.unknownRegion
      return value.length === 2
        ? (new Intl.DisplayNames([language], { type: 'region' }).of(value) ?? value)
        : facetLabel('region', value, language)
    case 'theme':
      return facetLabel('theme', value, language)
    case 'ecosystem':
      return ecosystems[value] ?? value
    case 'community':
      return t.communityNumber(formatCount(Number(value) + 1, language))
    case 'tie':
      return t.ties[value as TieKind] ?? t.ties.own
  }
}

const shown = 7

export type FacetsFound = {
  facets: Readonly<Record<string, Readonly<Record<string, number>>>>
  tieKinds: Readonly<Record<string, number>>
}

/** The filters beside the map with their counts. */
export function networkFacets(
  found: FacetsFound,
  params: URLSearchParams,
  path: string,
  language: Language,
  ecosystems: Readonly<Record<string, string>>,
): Facet[] {
  const t = mapText[language]
  const facet = (
    name: NetworkFacet | 'tie',
    legend: string,
    counts: Readonly<Record<string, number>>,
  ): Facet[] => {
    const ticked = new Set(params.getAll(name).filter((v) => v !== ''))
    const options: FacetOption[] = [...new Set([...Object.keys(counts), ...ticked])].map((value) => ({
      value,
      label: valueLabel(name, value, language, ecosystems),
      count: counts[value] ?? 0,
      checked: ticked.has(value),
    }))
    if (options.length < 2 && ticked.size === 0) return []
    options.sort(
      (a, b) =>
        Number(a.value === 'unknown') - Number(b.value === 'unknown') ||
        b.count - a.count ||
        (a.label < b.label ? -1 : 1),
    )
    const open = params.getAll('open')
    const cut = options.length > shown + 2 && !open.includes(name)
    const first = options.filter((o, i) => i < shown || o.checked)
    return [
      {
        kind: 'options',
        name,
        legend,
        options: cut ? first : options,
        ...(cut && {
          more: {
            href: changed(path, params, { open: [...open, name] }),
            label: t.more(formatCount(options.length - first.length, language)),
          },
        }),
      },
    ]
  }
  return [
    ...facetNames.flatMap((name) => facet(name, t.facet[name], found.facets[name] ?? {})),
    ...facet('tie', t.tie, found.tieKinds),
  ]
}

/** What the map is narrowed by, each removable. */
export function networkChips(
  params: URLSearchParams,
  path: string,
  language: Language,
  ecosystems: Readonly<Record<string, string>>,
  middle: string | undefined,
): Chip[] {
  const t = mapText[language]
  const chips: Chip[] = [...facetNames, 'tie' as const].flatMap((name) =>
    params
      .getAll(name)
      .filter((v) => v !== '')
      .map((value) => ({
        label: valueLabel(name, value, language, ecosystems),
        href: without(path, params, name, value),
      })),
  )
  for (const name of ['from', 'to'] as const) {
    const year = params.get(name)
    if (year)
      chips.push({
        label: `${name === 'from' ? t.yearFrom : t.yearTo} ${year}`,
        href: changed(path, params, { [name]: undefined }),
      })
  }
  const steps = Number(params.get('steps'))
  if (middle !== undefined && steps > 0)
    chips.push({
      label: `${t.only(middle)}, ${t.steps(steps)}`,
      href: changed(path, params, { at: undefined, steps: undefined }),
    })
  return chips
}
