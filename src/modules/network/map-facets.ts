import { formatCount, type Language } from '../../kernel/text.ts'
import { changed, without } from '../../kernel/view-address.ts'
import type { Chip, Facet, FacetOption } from '../../ui/index.ts'
import { roleName } from '../ecosystems/index.ts'
import { kindName } from '../organisations/index.ts'
import { facetLabel } from '../projects/index.ts'
import type { TieKind } from '../ties/index.ts'
import { mapText } from './map-text.ts'
import { facetNames, type NetworkFacet } from './picture.ts'

/** Names that are not in the code lists: short ones of ecosystems by key, and of communities by number. */
export type NamesOfNetwork = {
  ecosystems: Readonly<Record<string, string>>
  communities: Readonly<Record<string, string>>
}

/** What a value of a facet is called. */
export function valueLabel(
  name: NetworkFacet | 'tie',
  value: string,
  language: Language,
  names: NamesOfNetwork,
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
      return names.ecosystems[value] ?? value
    case 'community':
      return names.communities[value] ?? t.communityNumber(formatCount(Number(value) + 1, language))
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
  names: NamesOfNetwork,
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
      label: valueLabel(name, value, language, names),
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
  names: NamesOfNetwork,
  middle: string | undefined,
): Chip[] {
  const t = mapText[language]
  const chips: Chip[] = [...facetNames, 'tie' as const].flatMap((name) =>
    params
      .getAll(name)
      .filter((v) => v !== '')
      .map((value) => ({
        label: valueLabel(name, value, language, names),
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
