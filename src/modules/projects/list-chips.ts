import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { Language } from '../../kernel/text.ts'
import { changed, without } from '../../kernel/view-address.ts'
import type { Chip } from '../../ui/index.ts'
import { facetNames } from './facets.ts'
import { facetLabel } from './labels.ts'
import type { ProjectAnswer } from './schemas.ts'
import { text } from './text.ts'

/** Every filter in use, each with the address of the same view without it. */
export function chipsOf(
  found: ProjectAnswer,
  params: URLSearchParams,
  path: string,
  language: Language,
): Chip[] {
  const t = text[language]
  const chips: Chip[] = []
  const q = params.get('q') ?? ''
  const rest = (of: string) => of.replaceAll(/\s+/g, ' ').trim() || undefined
  if (found.words !== '') {
    chips.push({
      label: t.chipWords(found.words),
      href: changed(path, params, { q: rest([...found.typed, ...found.unread].join(' ')) }),
    })
  }
  for (const typed of found.typed) {
    chips.push({ label: typed, href: changed(path, params, { q: rest(q.replace(typed, ' ')) }) })
  }
  for (const facet of facetNames) {
    for (const value of params.getAll(facet)) {
      if (value === '') continue
      const label =
        value === 'unknown'
          ? `${t.facet[facet]}: ${facetLabel(facet, value, language)}`
          : facetLabel(facet, value, language)
      chips.push({ label, href: without(path, params, facet, value) })
    }
  }
  const from = params.get('from')
  const to = params.get('to')
  if (from && from === to) {
    chips.push({
      label: `${t.facet.year}: ${from}`,
      href: changed(path, params, { from: undefined, to: undefined }),
    })
  } else {
    if (from) chips.push({ label: t.chipFrom(from), href: changed(path, params, { from: undefined }) })
    if (to) chips.push({ label: t.chipTo(to), href: changed(path, params, { to: undefined }) })
  }
  const single = {
    lead: (v: string) => t.chipLead(found.organisations[v] ?? t.hiddenName),
    organisation: (v: string) => t.chipOrganisation(found.organisations[v] ?? t.hiddenName),
    min: (v: string) => t.chipMin(writtenAmount(v, language)),
    max: (v: string) => t.chipMax(writtenAmount(v, language)),
  }
  for (const [name, say] of Object.entries(single)) {
    const value = params.get(name)
    if (value) chips.push({ label: say(value), href: changed(path, params, { [name]: undefined }) })
  }
  return chips
}

const writtenAmount = (amount: string, language: Language): string => formatAmount(centsOf(amount), language)
