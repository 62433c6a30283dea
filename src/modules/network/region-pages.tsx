import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { formatCount, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { changed } from '../../kernel/view-address.ts'
import { Empty, InLanguage, PageHead, Section, Table } from '../../ui/index.ts'
import { listOperating, PracticeCards } from '../operating/index.ts'
import { kindName } from '../organisations/index.ts'
import { facetLabel } from '../projects/index.ts'
import { networkCapable } from './cell-actions.ts'
import { networkLearning } from './learning-actions.ts'
import { Learning } from './learning-view.tsx'
import { type NetworkRegions, networkRegions } from './region-actions.ts'
import { regionText } from './region-text.ts'
import { CapabilityView, Gaps, Growth, isMeasure, MembersByRegion } from './region-view.tsx'

const pathOf = (key: string, rest = ''): string => `/ecosystems/${key}/regions${rest}`

/** The name of the ecosystem and the crumbs to it. */
function frameOf({ language, link }: PageRequest, { ecosystem }: Pick<NetworkRegions, 'ecosystem'>) {
  const name = pick(ecosystem.short ?? ecosystem.name, language)?.text ?? ecosystem.key
  const home = link(`/ecosystems/${ecosystem.key}`)
  const crumbs = [
    { text: regionText[language].ecosystems, href: link('/ecosystems') },
    { text: name, href: home },
  ]
  return { name, home, crumbs }
}

async function regionsPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url, params } = request
  const t = regionText[language]
  const asked = url.searchParams
  const found = await request.perform(networkRegions, { key: params.key, all: asked.has('all') })
  const { key } = found.ecosystem
  const { pairs, needs } = await request.perform(networkLearning, { key })
  const shared = await request.perform(listOperating, { key }).catch(unlessRefused)
  const practices = shared?.items.filter(({ kind }) => kind === 'practice') ?? []
  const { name, home, crumbs } = frameOf(request, found)
  const by = asked.get('by')
  return {
    as: 'page',
    sheet: 'network',
    title: `${t.title}: ${name}`,
    nav: 'ecosystems',
    ...(url.search !== '' && { robots: 'noindex' as const }),
    crumbs: [...crumbs, { text: t.title }],
    body: (
      <>
        <PageHead over={<a href={home}>{name}</a>} title={t.title} lead={t.lead} />
        <CapabilityView
          found={found}
          by={isMeasure(by) ? by : 'projects'}
          whole={asked.has('whole')}
          to={(changes) => link(changed(pathOf(key), asked, changes))}
          cellAt={(region, subject) => link(pathOf(key, `/${region}/${subject}`))}
          language={language}
        />
        <Gaps
          found={found}
          cellAt={(region, subject) => link(pathOf(key, `/${region}/${subject}`))}
          language={language}
        />
        <Learning pairs={pairs} needs={needs} language={language} link={link} />
        {(practices.length > 0 || shared?.shares) && (
          <Section
            title={t.practices}
            id="practices"
            note={
              shared?.shares && (
                <a href={link(`/ecosystems/${key}/operating/new/practice`)}>{t.sharePractice}</a>
              )
            }
          >
            {practices.length === 0 ? (
              <p class="quiet">{t.noPractices}</p>
            ) : (
              <PracticeCards
                at={key}
                items={practices}
                linked={shared?.linked ?? {}}
                language={language}
                link={link}
              />
            )}
          </Section>
        )}
        <MembersByRegion found={found} language={language} link={link} />
        <Growth found={found} language={language} />
        {found.at && <p class="note">{t.computed(formatInstant(found.at, language))}</p>}
      </>
    ),
  }
}

/** Who is behind one cell of the map. */
async function cellPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const { region = '', subject = '' } = params
  const t = regionText[language]
  const { items, total, shown } = await request.perform(networkCapable, { key: params.key, region, subject })
  const found = await request.perform(networkRegions, { key: params.key })
  const { crumbs } = frameOf(request, found)
  const title = t.behind(facetLabel('theme', subject, language), facetLabel('region', region, language))
  const n = (count: number) => formatCount(count, language)
  return {
    as: 'page',
    sheet: 'network',
    title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: [...crumbs, { text: t.title, href: link(pathOf(found.ecosystem.key)) }, { text: title }],
    body: (
      <>
        <PageHead
          over={t.map}
          title={title}
          lead={t.behindLead}
          actions={
            <a class="btn" href={link(`/projects?theme=${subject}&region=${region}`)}>
              {t.toProjects}
            </a>
          }
        />
        {items.length === 0 ? (
          <Empty title={t.nobody}>{t.nobodyNext}</Empty>
        ) : (
          <Table
            caption={title}
            cards
            rows={items}
            language={language}
            columns={[
              {
                label: t.actor,
                heading: true,
                phone: 'wide',
                cell: (one) => (
                  <>
                    <a href={link(`/organisations/${one.id}`)}>
                      <InLanguage names={one.name} language={language} />
                    </a>
                    <span class="sub">{kindName(one.kind, language)}</span>
                  </>
                ),
              },
              ...(items.some((one) => one.says.length > 0)
                ? [
                    {
                      label: t.says,
                      phone: 'line' as const,
                      cell: ({ says }: (typeof items)[number]) =>
                        says.map((said) => pick(said, language)?.text ?? '').join(', '),
                    },
                  ]
                : []),
              {
                label: t.measures.projects,
                phone: 'labelled',
                cell: (one) =>
                  one.projects > 0 && (
                    <>
                      {t.projects(n(one.projects), one.projects === 1)}
                      {one.latest !== null && <span class="sub">{t.latest(one.latest)}</span>}
                    </>
                  ),
              },
            ]}
          />
        )}
        {shown < total && <p class="note">{t.shown(n(shown), n(total))}</p>}
      </>
    ),
  }
}

export const regionPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/regions', cached: true, run: regionsPage },
  { method: 'GET', path: '/ecosystems/{key}/regions/{region}/{subject}', run: cellPage },
]
