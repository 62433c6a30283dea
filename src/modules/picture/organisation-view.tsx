import type { ComponentChildren } from 'preact'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import { formatCount, formatDecimal, type Language } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import {
  Empty,
  LinkList,
  type Origin,
  PageHead,
  RegionMap,
  Section,
  Stats,
  Table,
  YearChart,
} from '../../ui/index.ts'
import { regions } from '../codes/index.ts'
import { facetLabel, type ProjectItem, projectPath, StatusTag } from '../projects/index.ts'
import { organisationEditText } from './organisation-edit-text.ts'
import { businessIdOf, kindLabel } from './organisation-list-view.tsx'
import type { OrganisationDetail } from './organisation-schemas.ts'
import { organisationText } from './organisation-text.ts'

export type OrganisationViewProps = {
  of: OrganisationDetail
  /** Its largest projects, and how many there are in all. */
  projects: readonly ProjectItem[]
  projectsTotal: number
  /** What other modules know of it: first, since it says what the actor is. */
  supplied?: ComponentChildren
  link: (path: string) => string
  /** Where it is edited, for those who may. */
  edit?: string | undefined
  /** Where it is said what it belongs to, for those who ask for conflicts of interest. */
  family?: string | undefined
  /** Whether the reader may look into the audit. */
  audited?: boolean
  language: Language
}

export type FigureName = 'led' | 'joined' | 'granted' | 'realised'

export function OrganisationView(props: OrganisationViewProps) {
  const { of, link, language } = props
  const t = organisationText[language]
  const place = of.region
    ? `${of.place ?? ''} ${facetLabel('region', of.region, language)}`.trim()
    : (of.place ?? t.noPlace)
  const id = businessIdOf(of)
  return (
    <>
      <PageHead
        over={[kindLabel(of.kind, language), id && `${t.businessId} ${id}`].filter(Boolean).join(' · ')}
        title={of.names[language] ?? of.names.fi}
        state={
          <>
            <span class="quiet">{place}</span>
            {of.website && <a href={of.website}>{of.website.replace(/^https?:\/\//, '')}</a>}
          </>
        }
        actions={
          <>
            {props.family && (
              <a class="btn" href={props.family}>
                {organisationEditText[language].family}
              </a>
            )}
            {props.edit && (
              <a class="btn" href={props.edit}>
                {organisationEditText[language].edit}
              </a>
            )}
          </>
        }
      />
      {props.supplied}
      <Stats items={statsOf(props)} language={language} />
      <div class="with-aside">
        <div>
          <Years {...props} />
          <Projects {...props} />
        </div>
        <aside class="aside" aria-label={t.links}>
          <h2>{t.partners}</h2>
          {of.companions.length === 0 ? (
            <p class="quiet">{t.noPartners}</p>
          ) : (
            <LinkList
              items={of.companions.map((c) => ({
                href: link(`/organisations/${c.id}`),
                label: c.name,
                note: t.together(formatCount(c.projects, language), c.projects === 1),
              }))}
            />
          )}
          <Names {...props} />
          <Merged {...props} />
          <p>
            <a href={link(`/organisations/${of.id}/contacts`)}>{t.contacts}</a>
          </p>
          {props.audited && (
            <p>
              <a href={link(`/administration/audit/organisation/${of.id}`)}>{t.history}</a>
            </p>
          )}
          <p>
            <a href={link(`/feedback?about=${encodeURIComponent(of.page)}`)}>{t.report}</a>
          </p>
        </aside>
      </div>
      <Where {...props} />
    </>
  )
}

function statsOf({ of, link, language }: OrganisationViewProps) {
  const t = organisationText[language]
  const origin = (figure: FigureName): Origin => ({
    href: link(`${of.page}/provenance/${figure}`),
    about: t.figure[figure],
  })
  const money = (of.money.length > 0 ? of.money : [{ currency: 'EUR', granted: '0.00', realised: '0.00' }])
    .slice()
    .sort((a, b) => Number(b.currency === 'EUR') - Number(a.currency === 'EUR'))
  const amount = (value: string | null, currency: string) => {
    const cents = centsOf(value ?? '0')
    const whole = ((cents < 0n ? cents - 50n : cents + 50n) / 100n) * 100n
    return { amount: { cents: whole, currency } }
  }
  return [
    { label: t.statLed, quantity: { count: of.led }, origin: origin('led') },
    { label: t.statJoined, quantity: { count: of.joined }, origin: origin('joined') },
    ...money.flatMap((m) => [
      { label: t.statGranted, quantity: amount(m.granted, m.currency), origin: origin('granted') },
      { label: t.statRealised, quantity: amount(m.realised, m.currency), origin: origin('realised') },
    ]),
  ]
}

function Years({ of, language }: OrganisationViewProps) {
  const t = organisationText[language]
  const dated = of.years.flatMap((y) =>
    y.year === null
      ? []
      : [
          {
            year: y.year,
            granted: centsOf(y.granted),
            realised: centsOf(y.realised),
            count: y.led + y.joined,
          },
        ],
  )
  const undated = of.years.find((y) => y.year === null)
  if (dated.length === 0) return null
  const missing = undated ? t.noYear(formatCount(undated.led + undated.joined, language)) : ''
  return (
    <Section title={t.byYear}>
      <YearChart
        caption={t.byYearCaption}
        years={dated}
        currency="EUR"
        counted={t.counted}
        note={`${t.yearNote} ${missing}`}
        language={language}
      />
      <p class="note">
        {t.yearNote} {missing}
      </p>
    </Section>
  )
}

function Projects({ of, projects, projectsTotal, link, language }: OrganisationViewProps) {
  const t = organisationText[language]
  const all = link(`/projects?organisation=${of.id}`)
  if (projects.length === 0) {
    return (
      <Section title={t.projects}>
        <Empty title={t.noProjects} />
      </Section>
    )
  }
  return (
    <Section
      title={t.projects}
      note={<a href={all}>{t.allProjects(formatCount(projectsTotal, language))}</a>}
    >
      <Table<ProjectItem>
        caption={t.projectsCaption}
        cards
        rows={projects}
        columns={[
          {
            label: t.project,
            heading: true,
            phone: 'wide',
            cell: (p) => (
              <>
                <a href={link(projectPath(p))} lang={p.language === language ? undefined : p.language}>
                  {p.name}
                </a>
                <span class="sub">
                  {[p.code, p.fund && facetLabel('fund', p.fund, language)].filter(Boolean).join(' · ')}{' '}
                  {p.status && <StatusTag status={p.status} language={language} />}
                </span>
              </>
            ),
          },
          { label: t.role, cell: (p) => (p.lead?.id === of.id ? t.lead : t.partner) },
          {
            label: t.dates,
            class: 'when',
            cell: (p) => [p.startDate, p.endDate].map((d) => (d ? formatDay(d, language) : '')).join('–'),
          },
          {
            label: t.granted,
            numeric: true,
            class: 'money',
            cell: (p) => {
              if (p.amounts.granted === null) return t.unknown
              const written = formatAmount((centsOf(p.amounts.granted) / 100n) * 100n, language)
              return p.amounts.currency === 'EUR' ? written : `${written}\u00a0${p.amounts.currency}`
            },
          },
        ]}
        language={language}
      />
    </Section>
  )
}

function Names({ of, language }: OrganisationViewProps) {
  const t = organisationText[language]
  return (
    <>
      <h2>{t.names}</h2>
      <p class="note">{t.namesNote}</p>
      <ul class="links">
        {of.spellings.map((n) => (
          <li>
            {n.kind !== 'name' && <span class="over">{nameKind(n.kind, language)}</span>}
            {n.name} <span class="note">{n.source}</span>
          </li>
        ))}
      </ul>
      <h2>{t.identifiers}</h2>
      {of.identifiers.length === 0 ? (
        <p class="quiet">{t.noIdentifiers}</p>
      ) : (
        <ul class="links">
          {of.identifiers.map((i) => (
            <li>
              <span class="over">
                {i.scheme === 'fi-business-id' ? t.businessId : i.scheme.toUpperCase()}
              </span>
              <span class="num">{i.value}</span> <span class="note">{i.source}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function nameKind(kind: string, language: Language): string {
  const { nameKind: labels } = organisationText[language]
  return labels[kind as keyof typeof labels] ?? kind
}

/** Which records were found to be this one, why and by whom: every merge can be looked into. */
function Merged({ of, language }: OrganisationViewProps) {
  const t = organisationText[language]
  return (
    <>
      <h2>{t.merged}</h2>
      {of.merged.length === 0 && <p class="quiet">{t.mergedNone}</p>}
      <ul class="links">
        {of.merged.map((m) => (
          <li>
            {m.name}{' '}
            <span class="note">
              {m.automatic
                ? t.automatic(m.score === null ? '' : formatDecimal(m.score, language, 0))
                : t.manual(m.by, formatInstant(m.at, language))}
              {m.evidence.length > 0 &&
                `: ${m.evidence
                  .slice(0, 3)
                  .map((e) => evidenceLabel(e, language))
                  .join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function evidenceLabel(kind: string, language: Language): string {
  const { evidence } = organisationText[language]
  return evidence[kind as keyof typeof evidence] ?? kind
}

function Where({ of, link, language }: OrganisationViewProps) {
  const t = organisationText[language]
  const counts = new Map(of.regions.map((r) => [r.region, r.projects]))
  const unknown = counts.get(null) ?? 0
  if (of.regions.every((r) => r.region === null)) return null
  return (
    <Section title={t.map}>
      <RegionMap
        caption={t.mapCaption}
        figure={t.mapFigure}
        regions={regions.map((r) => {
          const projects = counts.get(r.code)
          return {
            code: r.geometry,
            name: facetLabel('region', r.code, language),
            ...(projects !== undefined && {
              href: link(`/projects?organisation=${of.id}&region=${r.code}`),
              quantity: { count: projects },
            }),
          }
        })}
        foldEmpty
        note={unknown > 0 ? t.mapNote(formatCount(unknown, language)) : undefined}
        language={language}
      />
    </Section>
  )
}
