import { formatCount, type Language } from '../../kernel/text.ts'
import { changed, without } from '../../kernel/view-address.ts'
import type { Chip, Facet, FacetOption } from '../../ui/index.ts'
import { applicantKinds, levels, states } from './entry.ts'
import { text } from './text.ts'

export const facetNames = ['state', 'level', 'applicant', 'theme'] as const
type FacetName = (typeof facetNames)[number]

/** How many themes are shown before the rest is asked for. */
const shown = 10

export type FacetProps = {
  found: { facets: Record<string, Record<string, number>> }
  params: URLSearchParams
  language: Language
}

const order: Partial<Record<FacetName, readonly string[]>> = {
  state: states,
  level: levels,
  applicant: applicantKinds,
}

function labelOf(name: FacetName, value: string, language: Language): string {
  const t = text[language]
  const words: Record<string, string> = {
    state: t.states,
    level: t.levels,
    applicant: t.applicants,
    theme: {},
  }[name]
  return words[value] ?? value
}

export const facetsOf = (props: FacetProps, path: string): Facet[] =>
  facetNames.flatMap((name) => facetOf(name, props, path))

function facetOf(name: FacetName, { found, params, language }: FacetProps, path: string): Facet[] {
  const t = text[language]
  const counts = found.facets[name] ?? {}
  const ticked = new Set(params.getAll(name).filter((v) => v !== ''))
  const known = order[name]
  const place = (value: string) => known?.indexOf(value) ?? 0
  const options: FacetOption[] = [...new Set([...Object.keys(counts), ...ticked])]
    .map((value) => ({
      value,
      label: labelOf(name, value, language),
      count: counts[value] ?? 0,
      checked: ticked.has(value),
    }))
    .sort((a, b) => place(a.value) - place(b.value) || b.count - a.count || (a.label < b.label ? -1 : 1))
  // One value that everything has narrows nothing down.
  if (options.length < 2 && ticked.size === 0) return []
  const open = params.getAll('open')
  const opened = open.includes(name)
  const cut = !known && options.length > shown + 2 && !opened
  const others = open.filter((v) => v !== name)
  return [
    {
      kind: 'options',
      name,
      legend: t.facet[name],
      options: cut ? options.filter((o, i) => i < shown || o.checked) : options,
      ...((cut || opened) && {
        more: {
          href: changed(path, params, { open: opened ? others : [...others, name] }),
          label: opened ? t.showFewer : t.showAll(formatCount(options.length, language)),
        },
      }),
    },
  ]
}

export function chipsOf(params: URLSearchParams, path: string, language: Language): Chip[] {
  const t = text[language]
  const q = params.get('q')
  const chips: Chip[] = q ? [{ label: t.chipWords(q), href: changed(path, params, { q: undefined }) }] : []
  if (params.get('stale') === '1')
    chips.push({ label: t.chipStale, href: changed(path, params, { stale: undefined }) })
  if (params.get('archived') === '1')
    chips.push({ label: t.chipArchived, href: changed(path, params, { archived: undefined }) })
  for (const name of facetNames)
    for (const value of params.getAll(name))
      if (value)
        chips.push({ label: labelOf(name, value, language), href: without(path, params, name, value) })
  return chips
}
