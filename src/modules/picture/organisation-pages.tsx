import { isId } from '../../kernel/id.ts'
import { queryData } from '../../kernel/list.ts'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { suppliedTo } from '../../kernel/supplement.ts'
import { formatCount } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { PageHead, Popover, ProvenanceList, text as parts } from '../../ui/index.ts'
import { Attachments, attachmentsOf } from '../drafts/index.ts'
import { holds, isCoordinator } from '../people/index.ts'
import { listProjects } from '../projects/index.ts'
import { Talk, talkOn } from '../talk/index.ts'
import { getAction, listAction } from './organisation-actions.ts'
import { organisationListText } from './organisation-list-text.ts'
import { businessIdOf, kindLabel, OrganisationListView } from './organisation-list-view.tsx'
import type { OrganisationDetail, OrganisationItem } from './organisation-schemas.ts'
import { organisationText } from './organisation-text.ts'
import { type FigureName, OrganisationView } from './organisation-view.tsx'

function asked(url: URL): Record<string, string | string[]> {
  const { fragment: _, open: __, lang: ___, ...input } = queryData(url.searchParams)
  return input
}

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { url, language, link, baseUrl } = request
  const t = organisationText[language]
  const input = asked(url)
  const found = await request.perform(listAction, input)
  const supplied = await suppliedTo(request, { kind: 'organisations', id: `${url.pathname}${url.search}` })
  const view = (
    <OrganisationListView
      found={found}
      params={url.searchParams}
      mayKeep={request.actor.kind === 'person'}
      supplied={supplied.map((s) => s.body)}
      limit={Number(input.limit ?? 20)}
      offset={Number(input.offset ?? 0)}
      link={link}
      language={language}
    />
  )
  if (url.searchParams.has('fragment')) return { as: 'fragment', body: view }
  return {
    as: 'page',
    title: t.title,
    description: t.description,
    nav: 'organisations',
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title }],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: t.title,
      description: t.description,
      inLanguage: language,
      url: `${baseUrl}${link('/organisations')}`,
      distribution: {
        '@type': 'DataDownload',
        encodingFormat: 'csv',
        contentUrl: `${baseUrl}${link('/organisations/export.csv')}`,
      },
    },
    ...(url.search !== '' && { robots: 'noindex' as const }),
    body: (
      <>
        <h1>{t.title}</h1>
        {view}
      </>
    ),
  }
}

/** Organisations by the list's own words, read in portions while the file is being sent. */
async function exportPage(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { limit: _, offset: __, ...input } = asked(request.url)
  const t = organisationText[request.language]
  const { file } = organisationListText[request.language]
  const euros = (o: OrganisationItem) => o.money.find((m) => m.currency === 'EUR')
  const columns: (SheetColumn & { of: (o: OrganisationItem) => string | number | null })[] = [
    { header: file.id, kind: 'text', of: (o) => o.id },
    { header: file.name, kind: 'text', of: (o) => o.names.fi },
    { header: file.kind, kind: 'text', of: (o) => kindLabel(o.kind, request.language) },
    { header: file.businessId, kind: 'text', of: (o) => businessIdOf(o) ?? null },
    { header: file.place, kind: 'text', of: (o) => o.place },
    { header: file.country, kind: 'text', of: (o) => o.country },
    { header: file.led, kind: 'number', of: (o) => o.led },
    { header: file.joined, kind: 'number', of: (o) => o.joined },
    { header: file.granted, kind: 'number', of: (o) => euros(o)?.granted ?? null },
    { header: file.realised, kind: 'number', of: (o) => euros(o)?.realised ?? null },
    { header: file.page, kind: 'text', of: (o) => `${request.baseUrl}${request.link(o.page)}` },
  ]
  async function* rows() {
    for (let offset = 0; ; offset += 1000) {
      const { items } = await request.perform(listAction, { ...input, limit: '1000', offset: String(offset) })
      for (const item of items) yield columns.map((c) => c.of(item))
      if (items.length < 1000) return
    }
  }
  return {
    as: 'file',
    name: `${t.title.toLowerCase()}-${dayIn(request.now)}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(format, columns, rows(), {
      sheet: t.title,
      delimiter: request.language === 'en' ? ',' : ';',
    }),
  }
}

async function onePage(request: PageRequest): Promise<PageAnswer> {
  const { params, language, link } = request
  const of = await request.perform(getAction, { id: params.id })
  // A business id, or the id of a record that was merged, leads to the one permanent address.
  if (params.id !== of.id) return { as: 'redirect', to: link(of.page) }
  const found = await request.perform(listProjects, { organisation: of.id, limit: '10' })
  const supplied = await suppliedTo(request, { kind: 'organisation', id: of.id })
  const files = await attachmentsOf(request, { kind: 'organisation', id: of.id })
  const talked = await talkOn(request, { kind: 'organisation', id: of.id })
  const t = organisationText[language]
  const name = of.names[language] ?? of.names.fi
  return {
    as: 'page',
    title: name,
    description: [
      kindLabel(of.kind, language),
      businessIdOf(of),
      `${t.statLed} ${formatCount(of.led, language)}`,
      `${t.statJoined} ${formatCount(of.joined, language)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    nav: 'organisations',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.title, href: link('/organisations') },
      { text: name },
    ],
    jsonLd: jsonLdOf(of, request),
    ...(supplied.some((s) => s.unready) && { unready: true }),
    ...(supplied.some((s) => s.sheet) && { sheet: 'network' as const }),
    body: (
      <>
        <OrganisationView
          of={of}
          projects={found.items}
          projectsTotal={found.total}
          supplied={supplied.map((s) => s.body)}
          link={link}
          edit={isCoordinator(request) ? link(`${of.page}/edit`) : undefined}
          family={
            holds(request.actor, ['coordinator', 'preparer', 'council-officer', 'city-decider'])
              ? link(`${of.page}/family`)
              : undefined
          }
          audited={holds(request.actor, ['administrator', 'coordinator'])}
          language={language}
        />
        {files && <Attachments shown={files} request={request} />}
        {talked && <Talk talked={talked} request={request} />}
      </>
    ),
  }
}

function jsonLdOf(of: OrganisationDetail, { baseUrl, link, language }: PageRequest): object {
  const t = organisationText[language]
  const url = `${baseUrl}${link(of.page)}`
  const others = of.spellings.map((s) => s.name).filter((n) => n !== of.names.fi)
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Organization',
        '@id': url,
        url,
        name: of.names[language] ?? of.names.fi,
        ...(others.length > 0 && { alternateName: [...new Set(others)] }),
        identifier: of.identifiers.map((i) => ({
          '@type': 'PropertyValue',
          propertyID: i.scheme,
          value: i.value,
        })),
        ...((of.place || of.country) && {
          address: {
            '@type': 'PostalAddress',
            ...(of.place && { addressLocality: of.place }),
            ...(of.country && { addressCountry: of.country }),
          },
        }),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          [t.home, '/'],
          [t.title, '/organisations'],
          [of.names.fi, of.page],
        ].map(([name, path], i) => ({
          '@type': 'ListItem',
          position: i + 1,
          name,
          item: `${baseUrl}${link(path!)}`,
        })),
      },
    ],
  }
}

const isFigure = (name: string | undefined): name is FigureName =>
  name === 'led' || name === 'joined' || name === 'granted' || name === 'realised'

/** Where a figure of an organisation comes from: which projects it is a count or a sum of. */
async function provenancePage(request: PageRequest): Promise<PageAnswer> {
  const { params, url, language, link } = request
  const figure = params.figure
  if (!isFigure(figure) || !isId(params.id ?? '')) throw new Refusal('missing', 'organisations.no-figure')
  const of = await request.perform(getAction, { id: params.id })
  const t = organisationText[language]
  const says = t.provenance
  const count = figure === 'joined' ? of.joined : of.led
  const euros = of.money.find((m) => m.currency === 'EUR')
  const exact = figure === 'granted' ? euros?.granted : figure === 'realised' ? euros?.realised : undefined
  const rows = figure === 'joined' ? `organisation=${of.id}` : `lead=${of.id}`
  const body = (
    <>
      <ProvenanceList
        of={{
          source: <a href={link('/sources')}>{says.source(formatCount(count, language))}</a>,
          ...(exact && { raw: `${formatAmount(centsOf(exact), language)} €` }),
          method: says[figure],
        }}
        language={language}
      />
      {of.spellings.length > 1 && (
        <p class="note">{says.merged(formatCount(of.spellings.length, language))}</p>
      )}
      <p class="provenance-links">
        <a href={link(`/projects?${rows}`)}>{says.rows}</a>
      </p>
    </>
  )
  if (url.searchParams.has('fragment')) {
    return {
      as: 'fragment',
      body: (
        <Popover title={parts[language].whereFromTitle} language={language}>
          {body}
        </Popover>
      ),
    }
  }
  const title = says.title(t.figure[figure])
  return {
    as: 'page',
    title,
    nav: 'organisations',
    robots: 'noindex',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.title, href: link('/organisations') },
      { text: of.names.fi, href: link(of.page) },
      { text: t.figure[figure] },
    ],
    body: (
      <>
        <PageHead over={<a href={link(of.page)}>{of.names.fi}</a>} title={title} />
        {body}
      </>
    ),
  }
}

const exports = (['csv', 'xlsx', 'json'] as const).map(
  (format): Page => ({
    method: 'GET',
    path: `/organisations/export.${format}`,
    run: (request) => exportPage(request, format),
  }),
)

export const organisationPages: readonly Page[] = [
  { method: 'GET', path: '/organisations', cached: true, run: listPage },
  ...exports,
  { method: 'GET', path: '/organisations/{id}', cached: true, run: onePage },
  { method: 'GET', path: '/organisations/{id}/provenance/{figure}', cached: true, run: provenancePage },
]
