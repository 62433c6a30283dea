import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatDecimal, type Language } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import {
  ChartFigure,
  type ChartFormat,
  type Column,
  chartFile,
  chartFormats,
  Empty,
  PageHead,
  Scroll,
  Section,
  SelectField,
  Table,
} from '../../ui/index.ts'
import { regionByCode } from '../codes/index.ts'
import { getStatistics } from '../statistics/index.ts'
import { type GoalOf, goal, researchGoal } from './goal.ts'
import { forecastChart, paceDots } from './goal-charts.ts'
import { goalText } from './goal-text.ts'
import { nameIn, signed } from './names.ts'
import { refuse } from './refusals.ts'
import { text } from './text.ts'

const placeName = (code: string, language: Language): string =>
  code === 'SSS' ? goalText[language].country : nameIn(regionByCode(code)?.name ?? { fi: code }, language)

/** The goal as a reader asks for it, with what its sources are called. */
async function readGoal(request: PageRequest) {
  const { language, url } = request
  const read = await request.perform(researchGoal, { place: url.searchParams.get('place') || undefined })
  const named = await Promise.all(read.sources.map(({ id }) => request.perform(getStatistics, { id })))
  const source = named
    .map(({ dataset }, i) =>
      [dataset.publisher, dataset.table, text[language].versionOf(read.sources[i]!.number)].join(', '),
    )
    .join('; ')
  return { ...read, named, source }
}

async function goalPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url } = request
  const [t, all] = [goalText[language], text[language]]
  const { items, drawn, sources, named, source } = await readGoal(request)
  const files = (name: string) => (format: ChartFormat) =>
    link(`/benchmarks/goal/${name}.${format}${url.search}`)
  const n = (value: number) => formatDecimal(value, language, value >= 1000 ? 0 : 1)
  const percent = (value: number) => formatDecimal(value, language, 2)
  const columns: Column<GoalOf>[] = [
    {
      label: t.column.place,
      heading: true,
      phone: 'wide',
      cell: (g) => (g.code === 'SSS' ? <b>{t.country}</b> : placeName(g.code, language)),
    },
    {
      label: t.column.research,
      numeric: true,
      phone: 'line',
      cell: (g) =>
        g.research.map(({ year, value }) => <span class="bench-year">{`${n(value)} (${year})`}</span>),
    },
    {
      label: t.column.product,
      numeric: true,
      phone: 'line',
      cell: (g) => g.product && `${n(g.product.value)} (${g.product.year})`,
    },
    {
      label: t.column.share,
      numeric: true,
      phone: 'line',
      cell: (g) =>
        g.share ? (
          `${percent(g.share.percent)}\u00a0% (${g.share.year})`
        ) : (
          <>
            {g.estimate && t.about(percent(g.estimate.percent), g.estimate.year)}
            {g.estimate && (
              <span class="sub">{`${t.span(percent(g.estimate.low), percent(g.estimate.high))}\u00a0%`}</span>
            )}
            <span class="sub">{t.noYear}</span>
          </>
        ),
    },
    {
      label: t.column.expected,
      numeric: true,
      phone: 'line',
      cell: (g) =>
        g.expected && (
          <>
            {n(g.expected.value * goal.share)}
            <span class="sub">{t.span(n(g.expected.low * goal.share), n(g.expected.high * goal.share))}</span>
          </>
        ),
    },
    {
      label: t.column.pace,
      numeric: true,
      phone: 'line',
      cell: (g) =>
        g.pace && (
          <>
            {signed(g.pace.perYear, language, 1)}
            <span class="sub">
              {t.signedSpan(signed(g.pace.low, language, 1), signed(g.pace.high, language, 1))}
            </span>
          </>
        ),
    },
  ]
  return {
    as: 'page',
    sheet: 'statistics',
    title: t.title,
    description: t.lead,
    nav: 'sources',
    crumbs: [
      { text: all.sources, href: link('/sources') },
      { text: all.title, href: link('/benchmarks') },
      { text: t.title },
    ],
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        {drawn && (
          <Section title={t.forecast} id="forecast">
            <form method="get" action={link('/benchmarks/goal')} class="bench-scope">
              <SelectField
                name="place"
                label={t.column.place}
                choices={items.map(({ code }) => ({ value: code, label: placeName(code, language) }))}
                value={drawn.code}
                language={language}
              />
              <button class="btn" type="submit">
                {t.show}
              </button>
            </form>
            <ChartFigure
              chart={forecastChart(drawn, placeName(drawn.code, language), source, language)}
              files={files('forecast')}
            />
          </Section>
        )}
        {items.some((g) => g.pace) && (
          <Section title={t.paceOf} id="pace">
            <ChartFigure chart={paceChart(items, source, language)} files={files('pace')} />
          </Section>
        )}
        {items.length === 0 ? (
          <Empty title={t.none}>{t.noneNext}</Empty>
        ) : (
          <Section title={t.caption} id="figures">
            <Scroll label={t.caption}>
              <Table
                caption={t.caption}
                columns={columns}
                rows={items}
                cards
                class="bench-goal"
                language={language}
              />
            </Scroll>
          </Section>
        )}
        <Section title={all.method}>
          <ul>
            {t.notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
          <p class="note">
            {named.map(({ dataset }, i) => (
              <>
                {i > 0 && ' · '}
                <a href={link(`/statistics/${dataset.id}`)}>
                  {nameIn(dataset.title, language) || dataset.table}
                </a>
                , {all.versionOf(sources[i]!.number)}
              </>
            ))}
          </p>
        </Section>
      </>
    ),
  }
}

/** Needed change of each region, the largest first; the country's would hide theirs. */
const paceChart = (items: readonly GoalOf[], source: string, language: Language) =>
  paceDots(
    items
      .flatMap(({ code, pace }) =>
        code === 'SSS' || !pace ? [] : { name: placeName(code, language), ...pace },
      )
      .sort((a, b) => b.perYear - a.perYear),
    source,
    language,
  )

async function chartPage(
  request: PageRequest,
  name: 'forecast' | 'pace',
  format: ChartFormat,
): Promise<PageAnswer> {
  const { language } = request
  const { items, drawn, source } = await readGoal(request)
  if (!drawn) throw refuse('missing')
  const chart =
    name === 'pace'
      ? paceChart(items, source, language)
      : forecastChart(drawn, placeName(drawn.code, language), source, language)
  return chartFile(chart, format, { name: `goal-${name}`, day: dayIn(request.now) })
}

export const goalPages: readonly Page[] = [
  { method: 'GET', path: '/benchmarks/goal', run: goalPage },
  ...chartFormats.flatMap((format) =>
    (['forecast', 'pace'] as const).map(
      (name): Page => ({
        method: 'GET',
        path: `/benchmarks/goal/${name}.${format}`,
        run: (request) => chartPage(request, name, format),
      }),
    ),
  ),
]
