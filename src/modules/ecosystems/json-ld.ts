import type { Ecosystem } from './record.ts'
import { text } from './text.ts'
import type { View } from './view.ts'
import { nameOf } from './view.ts'

type Site = View & { baseUrl: string }

const addressOf = (key: string, { baseUrl, link }: Site) => `${baseUrl}${link(`/ecosystems/${key}`)}`

/** schema.org has no ecosystem: a project (an organised endeavour) with its members and grants is the nearest. */
export function jsonLdOf(
  { ecosystem: e, children }: { ecosystem: Ecosystem; children: Ecosystem[] },
  site: Site,
) {
  const { language } = site
  const t = text[language]
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Project',
        '@id': addressOf(e.key, site),
        name: nameOf(e.name, language),
        ...(e.short && { alternateName: nameOf(e.short, language) }),
        description: nameOf(e.description, language),
        url: addressOf(e.key, site),
        foundingDate: e.period?.start,
        dissolutionDate: e.period?.end,
        ...(e.parent && { parentOrganization: { '@id': addressOf(e.parent, site) } }),
        ...(children.length > 0 && {
          subOrganization: children.map((c) => ({ '@id': addressOf(c.key, site) })),
        }),
        member: [...(e.agreement?.parties ?? []), ...e.roles].map((r) => ({
          '@type': 'Organization',
          name: nameOf(r.name, language),
          ...(r.businessId && { taxID: r.businessId }),
        })),
        funding: e.money.map((m) => ({
          '@type': 'Grant',
          name: nameOf(m.what, language),
          amount: { '@type': 'MonetaryAmount', value: m.amount, currency: m.currency },
        })),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: t.home, item: `${site.baseUrl}${site.link('/')}` },
          {
            '@type': 'ListItem',
            position: 2,
            name: t.ecosystems,
            item: `${site.baseUrl}${site.link('/ecosystems')}`,
          },
          { '@type': 'ListItem', position: 3, name: nameOf(e.name, language) },
        ],
      },
    ],
  }
}

export const jsonLdOfList = (items: readonly Ecosystem[], site: Site) => ({
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  name: text[site.language].ecosystems,
  numberOfItems: items.length,
  itemListElement: items.map((e, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name: nameOf(e.name, site.language),
    url: addressOf(e.key, site),
  })),
})
