import { formatCount } from '../../kernel/text.ts'
import { type Day, formatDay } from '../../kernel/time.ts'
import { Empty, PageHead, Say, Section, Stats, Tabs } from '../../ui/index.ts'
import { funds, municipalities, type Region } from '../codes/index.ts'
import { type FacetFilters, facetLabel, unknownValue } from '../projects/index.ts'
import { Choices } from './choices.tsx'
import { EcosystemSection, type Ecosystems } from './ecosystem-lanes.tsx'
import { filterQuery, projectsPath } from './figures.ts'
import { homeText } from './home-text.ts'
import { spokenMoney } from './home-view.tsx'
import { regionName } from './names.ts'
import {
  BarSection,
  OtherCurrencies,
  origin,
  readable,
  SectionOrigin,
  ThemeSection,
  type View,
  YearSection,
} from './parts.tsx'
import { Phrase } from './phrase.tsx'
import {
  FundingMap,
  type MapFigure,
  type MapSort,
  mapFigures,
  RegionScope,
  type Regions,
} from './region-map.tsx'
import { regionText } from './region-text.ts'
import type { FiguresOutput, ListOutput } from './schemas.ts'
import { LeadSection, type ListedItem, ProjectSection } from './tables.tsx'
import { text } from './text.ts'

type RegionsProps = {
  view: View
  regions: Regions
  figure: MapFigure
  sort: MapSort
  filters: FacetFilters
  /** What the data has, to choose from. */
  choices: { periods: readonly string[]; funds: readonly string[] }
}

/** All regions: the map, its table, and what may be chosen. */
export function RegionsView({ view, regions, figure, sort, filters, choices }: RegionsProps) {
  const { language, link } = view
  const t = regionText[language]
  const href = (change: { figure?: MapFigure; sort?: MapSort; period?: string[]; fund?: string[] }) => {
    const { figure: f = figure, sort: s, ...facets } = change
    const query = [`figure=${f}`, s && `sort=${s}`, filterQuery({ ...filters, ...facets })]
    return `${link('/regions')}?${query.filter(Boolean).join('&')}`
  }
  const choicesOf = (facet: 'period' | 'fund', values: readonly string[]) => [
    { label: text[language].all, href: href({ [facet]: [] }), current: !filters[facet] },
    ...values.map((v) => ({
      label: facetLabel(facet, v, language),
      href: href({ [facet]: [v] }),
      current: filters[facet]?.includes(v) ?? false,
    })),
  ]
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Tabs
        label={t.chooseFigure}
        items={mapFigures.map((f) => ({
          label: t.figures[f],
          href: href({ figure: f }),
          current: f === figure,
        }))}
      />
      <div class="choice-rows">
        <Choices label={t.choosePeriod} items={choicesOf('period', choices.periods)} />
        <Choices label={t.chooseFund} items={choicesOf('fund', choices.funds)} />
      </div>
      <p class="note scope-note">
        <RegionScope view={view} regions={regions} filters={filters} figure={figure} />
      </p>
      <FundingMap
        view={view}
        regions={regions}
        figure={figure}
        sort={sort}
        filters={filters}
        sorted={(s) => href({ sort: s })}
      />
    </>
  )
}

type RegionProps = {
  view: View
  region: Region
  figures: FiguresOutput
  /** This region's item in the list of all. */
  item: Regions['items'][number]
  regions: Regions
  leads: {
    items: readonly { id: string; name: string; projects: number; granted: string | null }[]
    total: number
  }
  biggest: readonly ListedItem[]
  newest: readonly ListedItem[]
  known: { items: readonly ListOutput[]; periods: Readonly<Record<string, string>> }
  ecosystems: Ecosystems
  today: Day
  figure: MapFigure
  sort: MapSort
}

/** One region: what is known of it, from what, and what is not. */
export function RegionView(props: RegionProps) {
  const { view, region, figures, leads, known } = props
  const { language, link } = view
  const t = regionText[language]
  const filters = { region: [region.code] }
  const name = regionName(region.code, language)
  const all = (sort: string) => `${link(projectsPath(filters))}&sort=${sort}`
  const allLabel = text[language].showAll(formatCount(figures.total.projects, language))
  return (
    <>
      <PageHead
        over={t.over(region.geometry)}
        title={name}
        actions={
          <a class="btn" href={link(`/situation/region-${region.code.toLowerCase()}`)}>
            {t.situation}
          </a>
        }
      />
      {figures.total.projects === 0 ? (
        <Empty title={t.none(name)}>
          {t.noneNext} <a href={link(projectsPath({ region: [unknownValue] }))}>{t.unknownProjects}</a>
        </Empty>
      ) : (
        <>
          <RegionFigures {...props} filters={filters} />
          <OtherCurrencies view={view} figures={figures} />
          <div class="with-aside">
            <div>
              <YearSection view={view} figures={figures} filters={filters} known={known} />
            </div>
            <aside>
              <BarSection
                view={view}
                title={text[language].byFund}
                facet="fund"
                tallies={figures.by.fund}
                filters={filters}
              />
              <BarSection
                view={view}
                title={text[language].byAuthority}
                facet="authority"
                tallies={figures.by.authority}
                filters={filters}
                href={(value) => (value === unknownValue ? undefined : link(`/authorities/${value}`))}
              />
            </aside>
          </div>
          <div class="halves">
            <ThemeSection view={view} figures={figures} filters={filters} />
            <LeadSection view={view} leads={leads} filters={filters} />
          </div>
          <ProjectSection
            view={view}
            title={text[language].biggest}
            items={props.biggest}
            all={{ href: all('-granted'), label: allLabel }}
          />
          <ProjectSection
            view={view}
            title={text[language].newest}
            items={props.newest}
            all={{ href: all('-start'), label: allLabel }}
          />
        </>
      )}
      <Compared {...props} />
      <EcosystemSection
        view={view}
        items={props.ecosystems}
        today={props.today}
        all={{ href: link('/ecosystems'), label: homeText[language].allEcosystems }}
      />
      <Municipalities view={view} region={region} />
      <Codes view={view} region={region} />
    </>
  )
}

function RegionFigures({
  view,
  figures,
  item,
  regions,
  leads,
  filters,
}: RegionProps & { filters: FacetFilters }) {
  const { language, currency } = view
  const t = regionText[language]
  const { from, to } = regions.populationYears
  return (
    <>
      <Say as="p" origin={origin(view, 'granted', filters, t.figures.granted)} language={language}>
        <Phrase
          of={t.headline}
          fill={{
            projects: <b>{formatCount(figures.total.projects, language)}</b>,
            money: <b>{spokenMoney(figures.total.granted, view)}</b>,
          }}
        />
      </Say>
      <p class="quiet scope-note">
        {figures.regionDerived > 0 &&
          t.derivedHere(
            formatCount(figures.regionDerived, language),
            formatCount(figures.total.projects, language),
          )}{' '}
        {regions.unknown.projects > 0 && t.unknownElse(formatCount(regions.unknown.projects, language))}
      </p>
      <Stats
        language={language}
        items={[
          {
            label: t.figures.granted,
            quantity: readable(figures.total.granted, currency),
            origin: origin(view, 'granted', filters, t.figures.granted),
          },
          {
            label: t.figures.realised,
            quantity: readable(figures.total.realised, currency),
            origin: origin(view, 'realised', filters, t.figures.realised),
          },
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
          ...(item.perInhabitant === null || item.population === null
            ? []
            : [
                {
                  label: t.figures['per-inhabitant'],
                  quantity: { decimal: item.perInhabitant, decimals: 0, unit: '€' },
                  origin: origin(view, 'per-inhabitant', filters, t.figures['per-inhabitant']),
                  note: t.inhabitants(formatCount(item.population, language), from, to),
                },
              ]),
        ]}
      />
    </>
  )
}

/** The region among the others: the map of Finland with it outlined, and the table. */
function Compared({ view, region, regions, figure, sort }: RegionProps) {
  const t = regionText[view.language]
  const here = (query: string) => `${view.link(`/regions/${region.code}`)}?${query}#regions`
  return (
    <Section
      title={t.compared}
      id="regions"
      note={<SectionOrigin view={view} figure={figure} by="region" about={t.compared} />}
    >
      <Tabs
        label={t.chooseFigure}
        items={mapFigures.map((f) => ({
          label: t.figures[f],
          href: here(`figure=${f}`),
          current: f === figure,
        }))}
      />
      <FundingMap
        view={view}
        regions={regions}
        figure={figure}
        sort={sort}
        filters={{}}
        chosen={region.geometry}
        sorted={(s) => here(`figure=${figure}&sort=${s}`)}
      />
    </Section>
  )
}

function Municipalities({ view, region }: { view: View; region: Region }) {
  const t = regionText[view.language]
  const own = municipalities
    .filter((m) => m.region === region.code)
    .sort((a, b) => (a.name.fi ?? '').localeCompare(b.name.fi ?? '', 'fi'))
  return (
    <Section title={t.municipalities} note={t.municipalitiesNote(own.length)}>
      <ul class="columns">
        {own.map((m) => {
          // Where Swedish is the only language of the municipality, its Swedish name is its name.
          const inSwedish = view.language === 'sv' || !m.languages.includes('fi')
          const first = (inSwedish ? m.name.sv : m.name.fi) ?? m.name.fi
          const other = inSwedish ? m.name.fi : m.name.sv
          return (
            <li>
              {first}
              {m.languages.length > 1 && other && other !== first && (
                <span class="quiet" lang={inSwedish ? 'fi' : 'sv'}>
                  {' '}
                  {other}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Codes({ view, region }: { view: View; region: Region }) {
  const { language } = view
  const t = regionText[language]
  return (
    <Section title={t.codes}>
      <p class="note">
        <code>{region.code}</code>
        {region.nuts.map((n) => (
          <>
            {' · '}
            <code>{n.code}</code> {`(NUTS ${n.versions.join(', ')}`}
            {n.validTo && `, ${t.validTo(formatDay(n.validTo, language))}`}
            {')'}
          </>
        ))}
        {'. '}
        {t.codesNote}
      </p>
    </Section>
  )
}

/** The funds of the code list that the data has, in the list's order. */
export const fundOrder = (present: readonly string[]): string[] =>
  funds.map((f) => f.code).filter((code) => present.includes(code))
