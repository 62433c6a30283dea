import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatInstant } from '../../kernel/time.ts'
import { fromRow } from '../../kernel/view-address.ts'
import { type Column, Empty, PageHead, Pager, Table } from '../../ui/index.ts'
import { processText } from '../process/index.ts'
import { type ListedBenchmark, listBenchmarks } from './actions.ts'
import { filePages } from './files.ts'
import { goalPages } from './goal-page.tsx'
import { nameIn } from './names.ts'
import { newPages } from './new-page.tsx'
import { onePages } from './one-page.tsx'
import { chartPages } from './over-time-chart.ts'
import { text } from './text.ts'

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { url, language, link } = request
  const t = text[language]
  const { limit = '20', offset = '0' } = queryData(url.searchParams)
  const found = await request.perform(listBenchmarks, { limit, offset })
  const columns: Column<ListedBenchmark>[] = [
    {
      label: t.column.what,
      heading: true,
      phone: 'wide',
      cell: (b) => (
        <>
          <a href={link(`/benchmarks/${b.id}`)}>{nameIn(b.target, language)}</a>
          <span class="sub">{t.levels[b.level]}</span>
        </>
      ),
    },
    {
      label: t.column.peers,
      phone: 'line',
      cell: (b) => b.peers.map((p) => nameIn(p, language)).join(', '),
    },
    {
      label: t.column.variables,
      phone: 'line',
      cell: (b) => b.variables.map((v) => nameIn(v, language)).join(', '),
    },
    { label: t.column.at, phone: 'labelled', cell: (b) => formatInstant(b.at, language) },
  ]
  return {
    as: 'page',
    sheet: 'statistics',
    title: t.title,
    description: t.description,
    nav: 'sources',
    crumbs: [{ text: t.sources, href: link('/sources') }, { text: t.title }],
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={
            <>
              <a class="btn" href={link('/benchmarks/process')}>
                {processText[language].title}
              </a>{' '}
              <a class="btn" href={link('/benchmarks/goal')}>
                {t.goal}
              </a>{' '}
              <a class="btn main" href={link('/benchmarks/new')}>
                {t.make}
              </a>
            </>
          }
        />
        {found.total === 0 ? (
          <Empty title={t.none}>{t.noneNext}</Empty>
        ) : (
          <Table caption={t.title} columns={columns} rows={found.items} cards language={language} />
        )}
        <Pager
          offset={Number(offset)}
          size={Number(limit)}
          total={found.total}
          at={fromRow(link('/benchmarks'), url.searchParams)}
          language={language}
        />
      </>
    ),
  }
}

export const pages: readonly Page[] = [
  { method: 'GET', path: '/benchmarks', run: listPage },
  ...newPages,
  ...goalPages,
  ...filePages,
  ...chartPages,
  ...onePages,
]
