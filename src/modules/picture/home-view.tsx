import type { ComponentChildren } from 'preact'
import { centsOf, formatAmount, formatMillions } from '../../kernel/money.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { type Day, formatDay } from '../../kernel/time.ts'
import { Empty, Examples, NewsList, Say, SearchBox, Section, Stats, Tabs } from '../../ui/index.ts'
import { facetLabel, projectPath, unknownValue } from '../projects/index.ts'
import { EcosystemSection, type Ecosystems } from './ecosystem-lanes.tsx'
import { homeText } from './home-text.ts'
import { momentOf } from './moment.ts'
import {
  BarSection,
  dayOfInstant,
  moneyOf,
  OtherCurrencies,
  origin,
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
import type { ListedItem } from './tables.tsx'
import { text } from './text.ts'

export type HomeProps = {
  view: View
  figures: FiguresOutput
  regions: Regions
  leads: number
  known: { items: readonly ListOutput[]; periods: Readonly<Record<string, string>> }
  newest: readonly (ListedItem & { fund: string | null })[]
  /** Those that are featured. */
  ecosystems: { items: Ecosystems }
  today: Day
  figure: MapFigure
  sort: MapSort
}

/** "3 493 million euros", or exact euros while they are few. */
export function spokenMoney(amount: string, view: View): string {
  const t = homeText[view.language]
  const cents = centsOf(amount)
  return cents >= 1_000_000_000n
    ? t.millions(formatMillions(cents, view.language, 0))
    : t.euros(formatAmount(cents - (cents % 100n), view.language))
}

export function Home(props: HomeProps) {
  const { view, figures, known, regions, figure, sort } = props
  const { language, link } = view
  const t = homeText[language]
  if (figures.total.projects === 0 && figures.others.length === 0) return <NothingYet view={view} />
  const here = (query: string) => `${link('/')}?${query}#regions`
  return (
    <>
      <Top {...props} />
      <Figures {...props} />
      <OtherCurrencies view={view} figures={figures} />
      <div class="with-aside">
        <div>
          <YearSection view={view} figures={figures} known={known} />
        </div>
        <aside>
          <News {...props} />
        </aside>
      </div>
      <div class="halves">
        <BarSection
          view={view}
          title={text[language].byFund}
          facet="fund"
          tallies={figures.by.fund}
          note={<FundPeriods view={view} figures={figures} />}
        />
        <ThemeSection view={view} figures={figures} />
      </div>
      <Section title={t.regions} id="regions" note={<a href={link('/regions')}>{t.allRegions}</a>}>
        <p class="note scope-note">
          <RegionScope view={view} regions={regions} filters={{}} figure={figure} />
        </p>
        <Tabs
          label={regionText[language].chooseFigure}
          items={mapFigures.map((f) => ({
            label: regionText[language].figures[f],
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
          sorted={(s) => here(`figure=${figure}&sort=${s}`)}
        />
      </Section>
      <EcosystemSection
        view={view}
        items={props.ecosystems.items}
        today={props.today}
        all={{ href: link('/ecosystems'), label: t.allEcosystems }}
      />
      <Sources {...props} />
    </>
  )
}

function Top({ view, figures, known }: HomeProps) {
  const { language, link } = view
  const t = homeText[language]
  const newest = known.items.reduce<Date | undefined>(
    (latest, l) => (latest && latest > l.importedAt ? latest : l.importedAt),
    undefined,
  )
  return (
    <div class="top">
      {newest && <p class="note">{t.over(dayOfInstant(newest, language))}</p>}
      <Say origin={origin(view, 'granted', {}, t.headlineAbout)} language={language}>
        <Phrase
          of={t.headline}
          fill={{
            projects: <b>{formatCount(figures.total.projects, language)}</b>,
            money: <b>{spokenMoney(figures.total.granted, view)}</b>,
          }}
        />
      </Say>
      <p class="scope">
        <Scope view={view} known={known} /> <a href={link('/situation')}>{t.situations}</a>.
      </p>
      <SearchBox
        action={link('/search')}
        label={t.searchLabel}
        placeholder={t.searchPlaceholder}
        hint={
          <Examples
            items={['digi', 'A70202', 'Oulun yliopisto'].map((q) => ({
              label: q,
              href: link(`/search?q=${encodeURIComponent(q)}`),
            }))}
            language={language}
          />
        }
        language={language}
      />
    </div>
  )
}

/** Which lists the figures stand on and what moment each speaks of: the largest two, the rest counted. */
function Scope({ view, known }: Pick<HomeProps, 'view' | 'known'>) {
  const t = homeText[view.language]
  const brought = known.items.filter((l) => !l.decided)
  const decisions = known.items.length - brought.length
  const dated = brought.flatMap((l) => {
    const moment = momentOf(l, view.language)
    return moment ? [t.listState(pick(l.name, view.language)?.text ?? l.file, moment)] : []
  })
  const more = brought.length - Math.min(2, dated.length)
  return (
    <>
      {[
        ...dated.slice(0, 2),
        more > 0 && t.moreLists(more),
        decisions > 0 && t.moreDecisions(decisions),
        t.grantedMeans,
      ]
        .filter(Boolean)
        .join(' ')}
    </>
  )
}

function Figures({ view, figures, leads, ecosystems }: HomeProps) {
  const { language, currency } = view
  const t = homeText[language]
  const funds = figures.by.fund.filter((f) => f.value !== unknownValue).slice(0, 2)
  return (
    <Stats
      language={language}
      items={[
        {
          label: t.realisedFunding,
          quantity: { millions: moneyOf(figures.total.realised, currency) },
          origin: origin(view, 'realised', {}, t.realisedFunding),
        },
        ...funds.map((f) => {
          const label = t.fundProjects(facetLabel('fund', f.value, language))
          return {
            label,
            quantity: { count: f.projects },
            origin: origin(view, 'projects', { fund: [f.value] }, label),
          }
        }),
        {
          label: t.leadOrganisations,
          quantity: { count: leads },
          origin: origin(view, 'leads', {}, t.leadOrganisations),
        },
        { label: t.ecosystemCount, quantity: { count: ecosystems.items.length } },
      ]}
    />
  )
}

function FundPeriods({ view, figures }: Pick<HomeProps, 'view' | 'figures'>) {
  const { language, currency, link } = view
  const known = figures.by.period.filter((p) => p.value !== unknownValue)
  return (
    <>
      {known.map((p, i) => (
        <>
          {i > 0 && ' · '}
          <a href={link(`/projects?period=${p.value}`)}>{facetLabel('period', p.value, language)}</a>
          {`: ${formatMillions(moneyOf(p.granted, currency).cents, language)}\u00a0M€`}
        </>
      ))}
    </>
  )
}

/** What a list is news of: rows that somebody brought in, or a decision that was made here. */
export function listSaid(l: ListOutput, language: Language): string {
  const t = homeText[language]
  const name = pick(l.name, language)?.text ?? l.file
  return l.decided ? t.decided(name) : t.listApplied(name, formatCount(l.rows, language))
}

function News({ view, known, newest, today }: HomeProps) {
  const { language, link } = view
  const t = homeText[language]
  const lists = [...known.items].sort((a, b) => b.importedAt.getTime() - a.importedAt.getTime()).slice(0, 2)
  const items: { over: string; content: ComponentChildren }[] = [
    ...lists.map((l) => ({
      over: `${l.decided ? t.decision : t.list} · ${dayOfInstant(l.importedAt, language)}`,
      content: (
        <>
          <a href={link(`/sources/${l.id}`)}>{listSaid(l, language)}</a>
          {l.rejected > 0 && (
            <>
              {', '}
              <a class="warm" href={link(`/sources/${l.id}`)}>
                {t.rejected(l.rejected)}
              </a>
            </>
          )}
        </>
      ),
    })),
    ...newest.map((p) => ({
      over: [
        p.startDate &&
          text[language][p.startDate > today ? 'startsOn' : 'startedOn'](formatDay(p.startDate, language)),
        p.fund && facetLabel('fund', p.fund, language),
      ]
        .filter(Boolean)
        .join(' · '),
      content: (
        <>
          <a href={link(projectPath(p))} lang={p.language === language ? undefined : p.language}>
            {p.name}
          </a>{' '}
          {p.amounts.granted !== null && (
            <span class="quiet nb">{`${formatAmount(centsOf(p.amounts.granted), language)}\u00a0€`}</span>
          )}
        </>
      ),
    })),
  ]
  return (
    <Section title={t.news} note={<a href={link('/feed.xml')}>RSS</a>}>
      <NewsList items={items} />
    </Section>
  )
}

function Sources({ view, known }: HomeProps) {
  const { language, link } = view
  const t = homeText[language]
  const brought = known.items.filter((l) => !l.decided)
  const decisions = known.items.length - brought.length
  return (
    <Section title={t.sources} class="sources">
      <ul class="note plain">
        {brought.map((l) => (
          <li>
            <a href={link(`/sources/${l.id}`)}>
              {t.sourceLine(
                pick(l.name, language)?.text ?? l.file,
                l.publisher ?? l.file,
                momentOf(l, language) ?? '–',
                dayOfInstant(l.importedAt, language),
              )}
            </a>
          </li>
        ))}
        {decisions > 0 && (
          <li>
            <a href={link('/register')}>{t.decisionsLine(decisions)}</a>
          </li>
        )}
      </ul>
      <p class="note">
        {t.sumsNote} {t.download}{' '}
        {(['csv', 'xlsx', 'json'] as const).map((format, i) => (
          <>
            {i > 0 && ', '}
            <a href={link(`/projects/export.${format}`)}>{format.toUpperCase()}</a>
          </>
        ))}
      </p>
    </Section>
  )
}

function NothingYet({ view }: { view: View }) {
  const t = text[view.language]
  return (
    <div class="top">
      <Say language={view.language}>{homeText[view.language].title}</Say>
      <Empty title={t.empty}>
        <a href={view.link('/sources/new')}>{t.emptyNext}</a>
      </Empty>
    </div>
  )
}
