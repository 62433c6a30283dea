import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { authorities, regions } from '../codes/index.ts'
import { listEcosystems } from '../ecosystems/index.ts'
import { listProjects, projectPath } from '../projects/index.ts'
import { addresses, lists } from './actions.ts'
import { rssOf } from './feed.ts'
import { homeText } from './home-text.ts'
import { listSaid } from './home-view.tsx'
import { partNames, partOf, partSize, robots, sitemapIndex, sitemapPart } from './sitemap.ts'

const xml = (name: string, content: string): PageAnswer => ({
  as: 'file',
  name,
  type: 'application/xml; charset=utf-8',
  content,
  inline: true,
})

/** Pages that stand by themselves: always there, whatever the data. */
const standing = [
  '/',
  '/projects',
  '/organisations',
  '/regions',
  '/authorities',
  '/ecosystems',
  '/funding',
  '/operations',
  '/benchmarks',
  '/sources',
  '/about',
  '/accessibility',
  '/open-data',
  '/privacy',
  ...regions.map((region) => `/regions/${region.code}`),
  ...authorities.map((authority) => `/authorities/${authority.code}`),
]

async function index(r: PageRequest): Promise<PageAnswer> {
  const { totals } = await r.perform(addresses, { kind: 'projects', limit: 0 })
  return xml('sitemap.xml', sitemapIndex(r.baseUrl, partNames(totals)))
}

async function part(r: PageRequest): Promise<PageAnswer> {
  const name = (r.params.part ?? '').replace(/\.xml$/, '')
  const wanted = partOf(name)
  if (!wanted) throw new Refusal('missing', 'sitemap.missing')
  if (wanted.kind === 'pages') {
    const ecosystems = await r.perform(listEcosystems, {})
    const paths = [...standing, ...ecosystems.items.map((e) => `/ecosystems/${e.key}`)]
    return xml(
      `${name}.xml`,
      sitemapPart(
        r.baseUrl,
        paths.map((path) => ({ path })),
      ),
    )
  }
  const { items } = await r.perform(addresses, { ...wanted, limit: partSize })
  return xml(`${name}.xml`, sitemapPart(r.baseUrl, items))
}

/** What is new: lists applied and the projects that started last. */
async function feed(r: PageRequest): Promise<PageAnswer> {
  const t = homeText[r.language]
  const whole = (path: string) => `${r.baseUrl}${r.link(path)}`
  const known = await r.perform(lists, {})
  const newest = await r.perform(listProjects, { sort: '-start', limit: 20 })
  const content = rssOf({
    title: `Talkoot: ${t.news}`,
    description: t.datasetName,
    url: whole('/'),
    self: whole('/feed.xml'),
    language: r.language,
    items: [
      ...known.items.map((l) => ({
        title: listSaid(l, r.language),
        url: whole(`/sources/${l.id}`),
        id: `urn:uuid:${l.id}`,
        at: l.importedAt,
      })),
      ...newest.items.map((p) => ({
        title: p.name,
        url: whole(projectPath(p)),
        id: `urn:uuid:${p.id}`,
        ...(p.startDate && { at: new Date(`${p.startDate}T00:00:00Z`) }),
        ...(p.summary && { description: p.summary }),
      })),
    ],
  })
  return {
    as: 'file',
    name: 'feed.xml',
    type: 'application/rss+xml; charset=utf-8',
    content,
    inline: true,
  }
}

export const sitePages: readonly Page[] = [
  { method: 'GET', path: '/sitemap.xml', run: index },
  { method: 'GET', path: '/sitemap/{part}', run: part },
  {
    method: 'GET',
    path: '/robots.txt',
    run: async (r) => ({
      as: 'file',
      name: 'robots.txt',
      type: 'text/plain; charset=utf-8',
      content: robots(r.baseUrl),
      inline: true,
    }),
  },
  { method: 'GET', path: '/feed.xml', run: feed },
]
