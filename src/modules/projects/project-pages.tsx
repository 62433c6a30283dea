import { centsOf, decimalOf } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { suppliedTo } from '../../kernel/supplement.ts'
import { PageHead, Popover, text as parts } from '../../ui/index.ts'
import { Attachments, attachmentsOf } from '../drafts/index.ts'
import { holds } from '../people/index.ts'
import { Talk, talkOn } from '../talk/index.ts'
import { get } from './actions.ts'
import { context, provenance } from './context-actions.ts'
import type { ProjectContext } from './context-schemas.ts'
import { codeOf, projectPath } from './item.ts'
import { facetLabel } from './labels.ts'
import { fieldLabel } from './project-aside.tsx'
import { datesOf, ProjectView } from './project-view.tsx'
import { provenanceText } from './provenance-text.ts'
import { ProvenanceFacts, ProvenancePage } from './provenance-view.tsx'
import type { ProjectItem } from './schemas.ts'
import { text } from './text.ts'

async function projectPage(request: PageRequest): Promise<PageAnswer> {
  const { params, language, link } = request
  const project = await request.perform(get, named(params))
  const near = await request.perform(context, named(params))
  const files = await attachmentsOf(request, { kind: 'project', id: project.id })
  const supplied = await suppliedTo(request, { kind: 'project', id: project.id })
  const talked = await talkOn(request, { kind: 'project', id: project.id })
  const t = text[language]
  return {
    as: 'page',
    title: project.name,
    description: cardText(project, request),
    nav: 'projects',
    unready: supplied.some((s) => s.unready),
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.title, href: link('/projects') },
      { text: project.code ?? project.name },
    ],
    jsonLd: jsonLdOf(project, near, request),
    body: (
      <>
        <ProjectView
          project={project}
          context={near}
          supplied={supplied}
          audited={holds(request.actor, ['administrator', 'coordinator'])}
          link={link}
          language={language}
        />
        {files && <Attachments shown={files} request={request} />}
        {talked && <Talk talked={talked} request={request} />}
      </>
    ),
  }
}

const named = ({ code, registry }: PageRequest['params']) => ({ code, ...(registry && { registry }) })

/** What a social card and a search engine say: fund, dates, money, summary. */
function cardText(p: ProjectItem, { language }: PageRequest): string {
  const money =
    p.amounts.granted && p.amounts.currency
      ? `${text[language].column.granted.split(',')[0]} ${decimalOf(centsOf(p.amounts.granted)).replace(/\.00$/, '')} ${p.amounts.currency}`
      : ''
  return [
    p.code,
    p.fund && facetLabel('fund', p.fund, language),
    datesOf(p, language),
    p.lead && !p.lead.personal && p.lead.name,
    money,
    p.summary?.slice(0, 160),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** schema.org: a research project with its funding as a grant, and the way to it. */
function jsonLdOf(p: ProjectItem, near: ProjectContext, { baseUrl, link, language }: PageRequest): object {
  const url = `${baseUrl}${link(projectPath(p))}`
  const organisation = (x: { id: string | null; name: string | null }) =>
    x.id === null
      ? []
      : [{ '@type': 'Organization', name: x.name, url: `${baseUrl}${link(`/organisations/${x.id}`)}` }]
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'ResearchProject',
        name: p.name,
        identifier: p.code ?? p.key,
        url,
        ...(p.summary && { description: p.summary }),
        ...(p.startDate && { foundingDate: p.startDate }),
        ...(p.endDate && { dissolutionDate: p.endDate }),
        ...(p.url && { sameAs: p.url }),
        parentOrganization: near.parties.filter((x) => x.role === 'lead').flatMap(organisation),
        member: near.parties.filter((x) => x.role === 'partner').flatMap(organisation),
        ...(p.amounts.granted &&
          p.amounts.currency && {
            funding: {
              '@type': 'MonetaryGrant',
              ...(p.fund && { name: facetLabel('fund', p.fund, language) }),
              amount: { '@type': 'MonetaryAmount', value: p.amounts.granted, currency: p.amounts.currency },
            },
          }),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          [text[language].home, '/'],
          [text[language].title, '/projects'],
          [p.name, projectPath(p)],
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

async function provenancePage(request: PageRequest): Promise<PageAnswer> {
  const { params, url, language, link } = request
  const of = await request.perform(provenance, { ...named(params), field: params.field })
  if (url.searchParams.has('fragment')) {
    return {
      as: 'fragment',
      body: (
        <Popover title={parts[language].whereFromTitle} language={language}>
          <ProvenanceFacts of={of} link={link} language={language} />
        </Popover>
      ),
    }
  }
  const title = provenanceText[language].provenanceTitle(
    fieldLabel(of.field, language).toLocaleLowerCase(language),
  )
  return {
    as: 'page',
    title: `${title}, ${codeOf(of.project.code) ?? of.project.name}`,
    nav: 'projects',
    robots: 'noindex',
    crumbs: [
      { text: text[language].home, href: link('/') },
      { text: text[language].title, href: link('/projects') },
      { text: codeOf(of.project.code) ?? of.project.name, href: link(projectPath(of.project)) },
      { text: fieldLabel(of.field, language) },
    ],
    body: (
      <>
        <PageHead over={<a href={link(projectPath(of.project))}>{of.project.name}</a>} title={title} />
        <ProvenancePage of={of} link={link} language={language} />
      </>
    ),
  }
}

const page = (path: Page['path'], run: Page['run']): Page => ({ method: 'GET', path, cached: true, run })

export const projectPages: readonly Page[] = [
  page('/projects/{code}', projectPage),
  page('/projects/{registry}/{code}', projectPage),
  page('/projects/{code}/provenance/{field}', provenancePage),
  page('/projects/{registry}/{code}/provenance/{field}', provenancePage),
]
