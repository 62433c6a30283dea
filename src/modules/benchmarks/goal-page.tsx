import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatDecimal } from '../../kernel/text.ts'
import { type Column, Empty, PageHead, Scroll, Section, Table } from '../../ui/index.ts'
import { regionByCode } from '../codes/index.ts'
import { getStatistics } from '../statistics/index.ts'
import { type GoalOf, goal, researchGoal } from './goal.ts'
import { goalText } from './goal-text.ts'
import { nameIn, signed } from './names.ts'
import { text } from './text.ts'

async function goalPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const [t, all] = [goalText[language], text[language]]
  const { items, sources } = await request.perform(researchGoal, {})
  const named = await Promise.all(sources.map(({ id }) => request.perform(getStatistics, { id })))
  const n = (value: number) => formatDecimal(value, language, value >= 1000 ? 0 : 1)
  const columns: Column<GoalOf>[] = [
    {
      label: t.column.place,
      heading: true,
      phone: 'wide',
      cell: (g) =>
        g.code === 'SSS' ? (
          <b>{t.country}</b>
        ) : (
          nameIn(regionByCode(g.code)?.name ?? { fi: g.code }, language)
        ),
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
          `${formatDecimal(g.share.percent, language, 2)}\u00a0% (${g.share.year})`
        ) : (
          <span class="quiet">{t.noYear}</span>
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
              {t.span(signed(g.pace.low, language, 1), signed(g.pace.high, language, 1))}
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
        {items.length === 0 ? (
          <Empty title={t.none}>{t.noneNext}</Empty>
        ) : (
          <Scroll label={t.caption}>
            <Table caption={t.caption} columns={columns} rows={items} cards language={language} />
          </Scroll>
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

export const goalPages: readonly Page[] = [{ method: 'GET', path: '/benchmarks/goal', run: goalPage }]
