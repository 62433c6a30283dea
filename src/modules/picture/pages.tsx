import { z } from 'zod'
import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formatCount } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { authorityByCode, periods, regionByCode, regionByNuts } from '../codes/index.ts'
import { listEcosystems } from '../ecosystems/index.ts'
import { type FacetFilters, listProjects, unknownValue } from '../projects/index.ts'
import { listRegions, lists as listsBehind, leads as rankLeads, figures as sumFigures } from './actions.ts'
import { AuthoritiesView, AuthorityView } from './authorities-view.tsx'
import { everything } from './everything.ts'
import { homeText } from './home-text.ts'
import { Home, spokenMoney } from './home-view.tsx'
import { dataset, graph, named } from './json-ld.ts'
import { authorityName, regionName } from './names.ts'
import { viewOf } from './parts.tsx'
import { provenanceText } from './provenance-text.ts'
import { ProvenanceFragment, ProvenanceView } from './provenance-view.tsx'
import { asMapFigure, asMapSort } from './region-map.tsx'
import { regionText } from './region-text.ts'
import { fundOrder, RegionsView, RegionView } from './regions-view.tsx'
import { figureFilters, filtersOf } from './schemas.ts'
import { searchText } from './search-text.ts'
import { SearchView } from './search-view.tsx'
import { sitePages } from './site-pages.ts'
import { trace } from './trace.ts'
import { yearsPages } from './years-chart.ts'

const homeCrumb = (r: PageRequest) => ({ text: homeText[r.language].title, href: r.link('/') })

async function home(r: PageRequest): Promise<PageAnswer> {
  const t = homeText[r.language]
  const view = viewOf(r)
  const figures = await r.perform(sumFigures, {})
  const known = await r.perform(listsBehind, {})
  const newest = await r.perform(listProjects, { sort: '-start', limit: 5 })
  const leads = await r.perform(rankLeads, { limit: 0 })
  const regions = await r.perform(listRegions, {})
  const every = await r.perform(listEcosystems, {})
  const ecosystems = { items: every.items.filter((e) => e.featured) }
  const description = t.description(
    formatCount(figures.total.projects, r.language),
    spokenMoney(figures.total.granted, view),
  )
  return {
    as: 'page',
    title: t.title,
    nav: 'home',
    description,
    jsonLd: graph(
      r.baseUrl,
      [],
      {
        '@type': 'WebSite',
        url: `${r.baseUrl}${r.link('/')}`,
        name: 'Talkoot',
        inLanguage: r.language,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${r.baseUrl}${r.link('/search')}?q={search_term_string}`,
          'query-input': 'required name=search_term_string',
        },
      },
      dataset({
        baseUrl: r.baseUrl,
        path: r.link('/projects'),
        name: t.datasetName,
        description,
        modified: known.items[0]?.importedAt,
        distribution: [
          { type: 'text/csv', path: '/projects/export.csv' },
          { type: 'application/json', path: '/api/projects' },
        ],
      }),
    ),
    body: (
      <Home
        view={view}
        figures={figures}
        regions={regions}
        leads={leads.total}
        known={known}
        newest={newest.items}
        ecosystems={ecosystems}
        today={dayIn(r.now)}
        figure={asMapFigure(r.url.searchParams.get('figure'))}
        sort={asMapSort(r.url.searchParams.get('sort'))}
      />
    ),
  }
}

const narrowing = z.object({ period: figureFilters.period, fund: figureFilters.fund })

async function regionsPage(r: PageRequest): Promise<PageAnswer> {
  const t = regionText[r.language]
  const { period, fund } = queryData(r.url.searchParams)
  const regions = await r.perform(listRegions, { period, fund })
  const filters = filtersOf(narrowing.parse({ period, fund }))
  const all = await r.perform(sumFigures, {})
  const present = (facet: 'period' | 'fund') =>
    all.by[facet].map((x) => x.value).filter((v) => v !== unknownValue)
  const crumbs = [homeCrumb(r), { text: t.title }]
  return {
    as: 'page',
    title: t.title,
    description: t.description,
    nav: 'regions',
    crumbs,
    jsonLd: graph(
      r.baseUrl,
      crumbs,
      dataset({
        baseUrl: r.baseUrl,
        path: r.link('/regions'),
        name: t.title,
        description: t.description,
        distribution: [{ type: 'application/json', path: '/api/regions' }],
      }),
    ),
    body: (
      <RegionsView
        view={viewOf(r)}
        regions={regions}
        figure={asMapFigure(r.url.searchParams.get('figure'))}
        sort={asMapSort(r.url.searchParams.get('sort'))}
        filters={filters}
        choices={{
          periods: periods.map((p) => p.code).filter((code) => present('period').includes(code)),
          funds: fundOrder(present('fund')),
        }}
      />
    ),
  }
}

const noRegion = (code: string) => ({
  text: {
    fi: `Maakuntaa ${code} ei ole. Maakunnat ovat kartalla ja taulukossa sivulla Maakunnat.`,
    sv: `Landskapet ${code} finns inte. Landskapen finns på kartan och i tabellen på sidan Landskap.`,
    en: `There is no region ${code}. The regions are on the map and in the table of the page Regions.`,
  },
})

const noAuthority = (key: string) => ({
  text: {
    fi: `Viranomaista ${key} ei ole. Viranomaiset on lueteltu sivulla Viranomaiset.`,
    sv: `Myndigheten ${key} finns inte. Myndigheterna är uppräknade på sidan Myndigheter.`,
    en: `There is no authority ${key}. The authorities are listed on the page Authorities.`,
  },
})

const few = 5

async function regionPage(r: PageRequest): Promise<PageAnswer> {
  const t = regionText[r.language]
  const code = r.params.code?.toUpperCase() ?? ''
  const region = regionByCode(code) ?? regionByNuts(code)
  if (!region) throw new Refusal('missing', 'regions.missing', [noRegion(code)])
  if (region.code !== r.params.code) return { as: 'redirect', to: r.link(`/regions/${region.code}`) }
  const view = viewOf(r)
  const figures = await r.perform(sumFigures, { region: region.code })
  const regions = await r.perform(listRegions, {})
  const known = await r.perform(listsBehind, {})
  const leads = await r.perform(rankLeads, { region: region.code, limit: 10 })
  const biggest = await r.perform(listProjects, { region: region.code, sort: '-granted', limit: few })
  const newest = await r.perform(listProjects, { region: region.code, sort: '-start', limit: few })
  const ecosystems = await r.perform(listEcosystems, { region: region.code })
  const name = regionName(region.code, r.language)
  const path = r.link(`/regions/${region.code}`)
  const description = t.regionDescription(
    name,
    formatCount(figures.total.projects, r.language),
    spokenMoney(figures.total.granted, view),
  )
  const crumbs = [homeCrumb(r), { text: t.title, href: r.link('/regions') }, { text: name }]
  const item = regions.items.find((x) => x.code === region.code)
  if (!item) throw new Error(`region ${region.code} is not among the regions`)
  return {
    as: 'page',
    title: name,
    description,
    nav: 'regions',
    crumbs,
    jsonLd: graph(
      r.baseUrl,
      crumbs,
      named('AdministrativeArea', r.baseUrl, path, region.name, {
        identifier: [region.code, ...region.nuts.map((n) => n.code)],
        containedInPlace: { '@type': 'Country', name: 'Finland' },
      }),
      dataset({
        baseUrl: r.baseUrl,
        path,
        name: `${t.title}: ${name}`,
        description,
        place: name,
        distribution: [
          { type: 'application/json', path: `/api/figures?region=${region.code}` },
          { type: 'application/json', path: `/api/projects?region=${region.code}` },
        ],
      }),
    ),
    body: (
      <RegionView
        {...{ view, region, figures, item, regions, leads, known }}
        ecosystems={ecosystems.items}
        today={dayIn(r.now)}
        figure={asMapFigure(r.url.searchParams.get('figure'))}
        sort={asMapSort(r.url.searchParams.get('sort'))}
        biggest={biggest.items}
        newest={newest.items}
      />
    ),
  }
}

async function authoritiesPage(r: PageRequest): Promise<PageAnswer> {
  const t = regionText[r.language]
  const figures = await r.perform(sumFigures, {})
  const crumbs = [homeCrumb(r), { text: t.authorities }]
  return {
    as: 'page',
    title: t.authorities,
    description: t.authoritiesDescription,
    crumbs,
    jsonLd: graph(
      r.baseUrl,
      crumbs,
      dataset({
        baseUrl: r.baseUrl,
        path: r.link('/authorities'),
        name: t.authorities,
        description: t.authoritiesDescription,
        distribution: [{ type: 'application/json', path: '/api/projects-summary?by=authority' }],
      }),
    ),
    body: <AuthoritiesView view={viewOf(r)} figures={figures} />,
  }
}

async function authorityPage(r: PageRequest): Promise<PageAnswer> {
  const t = regionText[r.language]
  const key = r.params.key ?? ''
  const authority = authorityByCode(key)
  if (!authority) throw new Refusal('missing', 'authorities.missing', [noAuthority(key)])
  const view = viewOf(r)
  const figures = await r.perform(sumFigures, { authority: key })
  const known = await r.perform(listsBehind, {})
  const leads = await r.perform(rankLeads, { authority: key, limit: 10 })
  const biggest = await r.perform(listProjects, { authority: key, sort: '-granted', limit: few })
  const name = authorityName(key, r.language)
  const path = r.link(`/authorities/${key}`)
  const crumbs = [homeCrumb(r), { text: t.authorities, href: r.link('/authorities') }, { text: name }]
  return {
    as: 'page',
    title: name,
    description: t.authorityDescription(
      name,
      formatCount(figures.total.projects, r.language),
      spokenMoney(figures.total.granted, view),
    ),
    crumbs,
    jsonLd: graph(
      r.baseUrl,
      crumbs,
      named('GovernmentOrganization', r.baseUrl, path, authority.name, {
        ...(authority.validFrom && { foundingDate: authority.validFrom }),
        ...(authority.validTo && { dissolutionDate: authority.validTo }),
      }),
    ),
    body: <AuthorityView {...{ view, authority, figures, leads, known }} biggest={biggest.items} />,
  }
}

async function searchPage(r: PageRequest): Promise<PageAnswer> {
  const t = searchText[r.language]
  const q = (r.url.searchParams.get('q') ?? '').trim().slice(0, 500)
  const meanings = r.url.searchParams.get('meanings') === 'off' ? 'off' : undefined
  const found = await r.perform(everything, { q, limit: 10, meanings })
  return {
    as: 'page',
    title: q ? t.titleFor(q) : t.title,
    robots: 'noindex',
    crumbs: [homeCrumb(r), { text: t.title }],
    body: <SearchView view={viewOf(r)} q={q} found={found} />,
  }
}

async function provenancePage(r: PageRequest): Promise<PageAnswer> {
  const t = provenanceText[r.language]
  const { fragment, ...asked } = queryData(r.url.searchParams)
  const wanted = { figure: 'granted', ...asked }
  const traced = await r.perform(trace, wanted)
  // The action has refused what does not parse.
  const input = trace.input.parse(wanted)
  const filters: FacetFilters = filtersOf(input)
  const props = { view: viewOf(r), traced, by: input.by, filters }
  if (fragment) {
    const whole = new URL(r.url)
    whole.searchParams.delete('fragment')
    return {
      as: 'fragment',
      body: <ProvenanceFragment {...props} whole={`${whole.pathname}${whole.search}`} />,
    }
  }
  return {
    as: 'page',
    title: `${t.title}: ${t.figures[traced.figure].toLowerCase()}`,
    robots: 'noindex',
    crumbs: [homeCrumb(r), { text: t.title }],
    body: <ProvenanceView {...props} />,
  }
}

export const pages: readonly Page[] = [
  { method: 'GET', path: '/', cached: true, run: home },
  { method: 'GET', path: '/regions', cached: true, run: regionsPage },
  { method: 'GET', path: '/regions/{code}', cached: true, run: regionPage },
  { method: 'GET', path: '/authorities', cached: true, run: authoritiesPage },
  { method: 'GET', path: '/authorities/{key}', cached: true, run: authorityPage },
  { method: 'GET', path: '/search', cached: true, run: searchPage },
  { method: 'GET', path: '/provenance', cached: true, run: provenancePage },
  ...yearsPages,
  ...sitePages,
]
