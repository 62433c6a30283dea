import type { Crumb } from '../../kernel/page.ts'
import type { Names } from '../../kernel/text.ts'

/** A page's description for search engines: the thing itself and the way to it. */
export const graph = (baseUrl: string, crumbs: readonly Crumb[], ...things: readonly object[]): object => ({
  '@context': 'https://schema.org',
  '@graph': [
    ...(crumbs.length > 0
      ? [
          {
            '@type': 'BreadcrumbList',
            itemListElement: crumbs.map((crumb, i) => ({
              '@type': 'ListItem',
              position: i + 1,
              name: crumb.text,
              ...(crumb.href && { item: `${baseUrl}${crumb.href}` }),
            })),
          },
        ]
      : []),
    ...things,
  ],
})

type DatasetProps = {
  baseUrl: string
  path: string
  name: string
  description: string
  modified?: Date | undefined
  place?: string
  /** Addresses at which the figures can be read by machines. */
  distribution: readonly { type: string; path: string }[]
}

export const dataset = (d: DatasetProps): object => ({
  '@type': 'Dataset',
  '@id': `${d.baseUrl}${d.path}#data`,
  name: d.name,
  description: d.description,
  url: `${d.baseUrl}${d.path}`,
  isAccessibleForFree: true,
  ...(d.modified && { dateModified: d.modified.toISOString() }),
  spatialCoverage: { '@type': 'Place', name: d.place ?? 'Finland' },
  distribution: d.distribution.map((x) => ({
    '@type': 'DataDownload',
    encodingFormat: x.type,
    contentUrl: `${d.baseUrl}${x.path}`,
  })),
})

export const named = (
  type: string,
  baseUrl: string,
  path: string,
  names: Names,
  more: object = {},
): object => ({
  '@type': type,
  url: `${baseUrl}${path}`,
  name: names.fi ?? names.sv ?? names.en,
  alternateName: [names.sv, names.en].filter(Boolean),
  ...more,
})
