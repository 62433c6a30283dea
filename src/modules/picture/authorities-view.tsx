import { centsOf, currencySign, formatAmount } from '../../kernel/money.ts'
import { formatCount, languages } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Bar, Empty, PageHead, Say, Scroll, Section, Stats, Table } from '../../ui/index.ts'
import { type Authority, authorities, type Successor } from '../codes/index.ts'
import { facetLabel, unknownValue } from '../projects/index.ts'
import { projectsPath } from './figures.ts'
import { spokenMoney } from './home-view.tsx'
import { authorityName, priorityName, regionName } from './names.ts'
import {
  BarSection,
  OtherCurrencies,
  origin,
  readable,
  SectionOrigin,
  type View,
  YearSection,
} from './parts.tsx'
import { Phrase } from './phrase.tsx'
import { regionText } from './region-text.ts'
import type { FiguresOutput, ListOutput } from './schemas.ts'
import { LeadSection, type ListedItem, ProjectSection } from './tables.tsx'
import { text } from './text.ts'

/** All authorities that decided on something, most money first; the others after them by name. */
export function AuthoritiesView({ view, figures }: { view: View; figures: FiguresOutput }) {
  const { language, link, currency } = view
  const t = regionText[language]
  const rows = figures.by.authority.filter((a) => a.value !== unknownValue)
  const unknown = figures.by.authority.find((a) => a.value === unknownValue)
  const present = new Set(rows.map((r) => r.value))
  const others = authorities
    .filter((a) => !present.has(a.code))
    .map((a) => ({ code: a.code, name: authorityName(a.code, language) }))
    .sort((a, b) => a.name.localeCompare(b.name, language))
  const most = Math.max(0, ...rows.map((r) => Number(centsOf(r.granted))))
  return (
    <>
      <PageHead title={t.authorities} lead={t.authoritiesLead} />
      <p class="note">
        {t.figures.granted}{' '}
        <SectionOrigin view={view} figure="granted" by="authority" about={t.authorities} />
        {unknown && unknown.projects > 0 && (
          <>
            {' '}
            <a href={link(projectsPath({ authority: [unknownValue] }))}>
              {`${facetLabel('authority', unknownValue, language)}: ${formatCount(unknown.projects, language)}`}
            </a>
          </>
        )}
      </p>
      <Scroll label={t.authorities}>
        <Table
          caption={t.authorities}
          class="ranked"
          rows={rows}
          language={language}
          columns={[
            {
              label: text[language].authority,
              heading: true,
              cell: (a) => <a href={link(`/authorities/${a.value}`)}>{authorityName(a.value, language)}</a>,
            },
            { label: t.figures.projects, numeric: true, cell: (a) => formatCount(a.projects, language) },
            {
              label: `${t.figures.granted}, ${currencySign(currency)}`,
              numeric: true,
              cell: (a) => formatAmount(centsOf(a.granted), language),
            },
            {
              label: t.figures.realised,
              quiet: true,
              class: 'bar-cell',
              phone: 'hidden',
              cell: (a) => (
                <Bar value={Number(centsOf(a.granted))} part={Number(centsOf(a.realised))} max={most} />
              ),
            },
          ]}
        />
      </Scroll>
      <Section title={t.authoritiesWithout}>
        <ul class="columns">
          {others.map((a) => (
            <li>
              <a href={link(`/authorities/${a.code}`)}>{a.name}</a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

type AuthorityProps = {
  view: View
  authority: Authority
  figures: FiguresOutput
  leads: {
    items: readonly { id: string; name: string; projects: number; granted: string | null }[]
    total: number
  }
  biggest: readonly ListedItem[]
  known: { items: readonly ListOutput[]; periods: Readonly<Record<string, string>> }
}

/** One authority: what it is, what came before and after it, and what it decided. */
export function AuthorityView(props: AuthorityProps) {
  const { view, authority, figures, leads, known } = props
  const { language, link, currency } = view
  const t = regionText[language]
  const filters = { authority: [authority.code] }
  return (
    <>
      <PageHead over={t.kinds[authority.kind]} title={authorityName(authority.code, language)} />
      {figures.total.projects === 0 ? (
        <Empty title={t.authorityNone} />
      ) : (
        <>
          <Say as="p" origin={origin(view, 'granted', filters, t.figures.granted)} language={language}>
            <Phrase
              of={t.authorityHeadline}
              fill={{
                projects: <b>{formatCount(figures.total.projects, language)}</b>,
                money: <b>{spokenMoney(figures.total.granted, view)}</b>,
              }}
            />
          </Say>
          <Stats
            language={language}
            items={[
              ...(['granted', 'realised'] as const).map((figure) => ({
                label: t.figures[figure],
                quantity: readable(figures.total[figure], currency),
                origin: origin(view, figure, filters, t.figures[figure]),
              })),
              {
                label: t.figures.projects,
                quantity: { count: figures.total.projects },
                origin: origin(view, 'projects', filters, t.figures.projects),
              },
              {
                label: t.figures.leads,
                quantity: { count: leads.total },
                origin: origin(view, 'leads', filters, t.figures.leads),
              },
            ]}
          />
          <OtherCurrencies view={view} figures={figures} />
        </>
      )}
      <Identity view={view} authority={authority} />
      {figures.total.projects > 0 && (
        <>
          <div class="with-aside">
            <div>
              <YearSection view={view} figures={figures} filters={filters} known={known} />
            </div>
            <aside>
              {(['fund', 'period', 'region'] as const).map((facet) => (
                <BarSection
                  view={view}
                  title={text[language].byFacet[facet]}
                  facet={facet}
                  tallies={figures.by[facet]}
                  filters={filters}
                  most={5}
                />
              ))}
            </aside>
          </div>
          <Priorities view={view} figures={figures} code={authority.code} />
          <LeadSection view={view} leads={leads} filters={filters} />
          <ProjectSection
            view={view}
            title={text[language].biggest}
            items={props.biggest}
            all={{
              href: link(projectsPath(filters)),
              label: text[language].showAll(formatCount(figures.total.projects, language)),
            }}
          />
        </>
      )}
    </>
  )
}

function Identity({ view, authority }: { view: View; authority: Authority }) {
  const { language, link } = view
  const t = regionText[language]
  const before = authorities.flatMap((a) =>
    (a.successors ?? []).filter((s) => s.code === authority.code).map((s) => ({ ...s, code: a.code })),
  )
  const area = (a: Authority['areas'][number]) =>
    a.regions?.map((code, i) => (
      <>
        {i > 0 && ', '}
        <a href={link(`/regions/${code}`)}>{regionName(code, language)}</a>
      </>
    )) ?? a.area
  const changes = (items: readonly Successor[]) =>
    items.map((s) => (
      <span class="old">
        <a href={link(`/authorities/${s.code}`)}>{authorityName(s.code, language)}</a>{' '}
        <span class="quiet">
          {t.from(formatDay(s.from, language))}
          {s.regions && ` (${s.regions.map((r) => regionName(r, language)).join(', ')})`}
        </span>
      </span>
    ))
  return (
    <dl class="provenance facts">
      <div>
        <dt>{t.names}</dt>
        <dd>
          {languages.map((l) => (
            <span class="old" lang={authority.name[l] ? l : undefined}>
              <span class="quiet">{l.toUpperCase()}</span> {authority.name[l] ?? t.noName}
            </span>
          ))}
        </dd>
      </div>
      {(authority.validFrom || authority.validTo) && (
        <div>
          <dt>{t.valid}</dt>
          <dd>
            {[
              authority.validFrom && t.validFrom(formatDay(authority.validFrom, language)),
              authority.validTo && t.validTo(formatDay(authority.validTo, language)),
            ]
              .filter(Boolean)
              .join(', ')}
          </dd>
        </div>
      )}
      <div>
        <dt>{t.areas}</dt>
        <dd>
          {authority.areas.length === 0 && t.noAreas}
          {authority.areas.map((a) => (
            <span class="old">
              <span class="quiet">{facetLabel('period', a.period, language)}</span> {area(a)}
            </span>
          ))}
        </dd>
      </div>
      {before.length > 0 && (
        <div>
          <dt>{t.predecessors}</dt>
          <dd>{changes(before)}</dd>
        </div>
      )}
      {authority.successors && (
        <div>
          <dt>{t.successors}</dt>
          <dd>{changes(authority.successors)}</dd>
        </div>
      )}
    </dl>
  )
}

function Priorities({ view, figures, code }: { view: View; figures: FiguresOutput; code: string }) {
  const { language, link, currency } = view
  const t = regionText[language]
  return (
    <Section
      title={t.priorities}
      note={
        <SectionOrigin
          view={view}
          figure="granted"
          filters={{ authority: [code] }}
          by="priority"
          about={t.priorities}
        />
      }
    >
      <Scroll label={t.priorities}>
        <Table
          caption={t.priorities}
          rows={figures.priorities}
          language={language}
          columns={[
            {
              label: t.priorities,
              heading: true,
              cell: (p) => {
                const name = priorityName(p.period, p.fund, p.priority, language)
                const filters = {
                  period: [p.period],
                  fund: [p.fund],
                  priority: [p.priority],
                  authority: [code],
                }
                return (
                  <a href={link(projectsPath(filters))}>
                    {name ? t.wholePriority(p.priority, name) : text[language].priority(p.priority)}
                  </a>
                )
              },
            },
            {
              label: text[language].period,
              cell: (p) =>
                `${facetLabel('period', p.period, language)} · ${facetLabel('fund', p.fund, language)}`,
              class: 'nb',
            },
            { label: t.figures.projects, numeric: true, cell: (p) => formatCount(p.projects, language) },
            {
              label: `${t.figures.granted}, ${currencySign(currency)}`,
              numeric: true,
              cell: (p) => formatAmount(centsOf(p.granted), language),
            },
          ]}
        />
      </Scroll>
    </Section>
  )
}
