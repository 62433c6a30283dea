import { formatCount, type Language } from '../../kernel/text.ts'
import { changed } from '../../kernel/view-address.ts'
import type { Facet, FacetOption, FacetYear } from '../../ui/index.ts'
import { type FacetName, facetNames, unknownValue } from './facets.ts'
import { facetLabel } from './labels.ts'
import { projectStatuses } from './rules.ts'
import type { ProjectAnswer } from './schemas.ts'
import { text } from './text.ts'

/** Words that narrow the list of projects down by ticking. */
export const tickedWords: readonly string[] = [...facetNames, 'from', 'to']

/** Long facets show so many values until all are asked for. */
const shown = 6

const order: readonly (FacetName | 'years')[] = [
  'status',
  'fund',
  'amount',
  'years',
  'authority',
  'priority',
  'region',
  'period',
  'theme',
]

/** Values of facets that have an order of their own; the rest go by how many projects they have. */
const ranks: Partial<Record<FacetName, readonly string[]>> = {
  status: projectStatuses,
  amount: ['0', '1', '2', '3'],
}

/** The filters beside the list with their counts. */
export function facetsOf(
  found: ProjectAnswer,
  params: URLSearchParams,
  path: string,
  language: Language,
): Facet[] {
  return order.flatMap((name) => {
    if (name === 'years') return yearsFacet(found, params, path, language)
    const facet = optionsFacet(name, found, params, path, language)
    return facet.options.length > 0 ? [facet] : []
  })
}

function optionsFacet(
  name: FacetName,
  found: ProjectAnswer,
  params: URLSearchParams,
  path: string,
  language: Language,
): Extract<Facet, { kind: 'options' }> {
  const t = text[language]
  const counts = found.facets[name] ?? {}
  const ticked = new Set(params.getAll(name))
  const values = new Set([...Object.keys(counts), ...[...ticked].filter((v) => v !== '')])
  const options: FacetOption[] = [...values].map((value) => ({
    value,
    label: facetLabel(name, value, language),
    count: counts[value] ?? 0,
    checked: ticked.has(value),
  }))
  options.sort(inOrder(name, language))
  const opened = params.getAll('open').includes(name)
  const cut = options.length > shown + 2 && !opened
  // What is ticked stays in sight, also when it would be below the cut.
  const visible = cut ? options.filter((o, i) => i < shown || o.checked) : options
  const others = params.getAll('open').filter((v) => v !== name)
  return {
    kind: 'options',
    name,
    legend: t.facet[name],
    options: visible,
    ...(cut && {
      more: {
        href: `${changed(path, params, { open: [...others, name] })}`,
        label: t.showAll(formatCount(options.length, language)),
      },
    }),
    ...(opened && {
      more: { href: changed(path, params, { open: others }), label: t.showFewer },
    }),
  }
}

function inOrder(name: FacetName, language: Language): (a: FacetOption, b: FacetOption) => number {
  const rank = ranks[name]
  const collator = new Intl.Collator(language, { numeric: true })
  const last = (o: FacetOption) => Number(o.value === unknownValue)
  if (rank) return (a, b) => last(a) - last(b) || rank.indexOf(a.value) - rank.indexOf(b.value)
  if (name === 'priority' || name === 'period') {
    return (a, b) => last(a) - last(b) || collator.compare(a.value, b.value)
  }
  return (a, b) => last(a) - last(b) || b.count - a.count || collator.compare(a.label, b.label)
}

function yearsFacet(
  found: ProjectAnswer,
  params: URLSearchParams,
  path: string,
  language: Language,
): Facet[] {
  const t = text[language]
  const counts = found.facets.year ?? {}
  const known = Object.keys(counts)
    .filter((y) => y !== unknownValue)
    .map(Number)
  if (known.length === 0) return []
  const first = Math.min(...known)
  const last = Math.max(...known)
  const from = Number(params.get('from') || Number.NEGATIVE_INFINITY)
  const to = Number(params.get('to') || Number.POSITIVE_INFINITY)
  const single = new Set(params.getAll('year'))
  const years: FacetYear[] = Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i
    return {
      year,
      count: counts[year] ?? 0,
      href: changed(path, params, { from: String(year), to: String(year), year: undefined }),
      chosen: single.size > 0 ? single.has(String(year)) : year >= from && year <= to,
    }
  })
  return [{ kind: 'years', legend: t.facet.year, from: 'from', to: 'to', label: t.yearsLabel, years }]
}
