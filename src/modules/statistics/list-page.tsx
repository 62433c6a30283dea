import { type Level, levels } from '../../engine/statistics/index.ts'
import { queryData } from '../../kernel/list.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Empty, InLanguage, PageHead, Pager, SelectField, Table, Tag } from '../../ui/index.ts'
import { keeps, type ListedDataset, listStatistics } from './actions.ts'
import { periodText } from './figure.ts'
import { levelText } from './level-text.ts'
import { text } from './text.ts'

const size = 50

/** The source's own time of update: an instant or a day, as it says. */
export function updatedText(updated: string | null | undefined, language: Language): string {
  if (!updated) return ''
  const at = new Date(updated)
  return Number.isNaN(at.getTime()) ? updated : formatDay(dayIn(at), language)
}

/** All datasets that the reader may see. */
export async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url } = request
  const t = text[language]
  const { q, level } = queryData(url.searchParams)
  const offset = Math.max(0, Math.trunc(Number(url.searchParams.get('offset')) || 0))
  const asked = {
    ...(typeof q === 'string' && { q: q.slice(0, 500) }),
    ...(levels.includes(level as Level) && { level }),
  }
  const { items, total } = await request.perform(listStatistics, {
    ...asked,
    limit: size,
    offset: Math.min(offset, 1_000_000),
  })
  const at = (from: number) => {
    const params = new URLSearchParams({
      ...(asked as Record<string, string>),
      ...(from > 0 && { offset: `${from}` }),
    })
    return link(`/statistics${params.size > 0 ? `?${params}` : ''}`)
  }
  const addAction = keeps(request) && (
    <a class="btn main" href={link('/statistics/new')}>
      {t.add}
    </a>
  )
  return {
    as: 'page',
    sheet: 'statistics',
    title: t.title,
    description: t.lead,
    nav: 'sources',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.sources, href: link('/sources') },
      { text: t.title },
    ],
    ...(url.search !== '' && { robots: 'noindex' as const }),
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} actions={addAction} />
        <form method="get" action={link('/statistics')} class="stat-slice">
          <div class="field">
            <label for="q">{t.search}</label>
            <input id="q" type="search" name="q" value={asked.q ?? ''} placeholder={t.placeholder} />
          </div>
          <SelectField
            name="level"
            label={t.level}
            none={t.anyLevel}
            choices={levels.map((value) => ({ value, label: levelText[language].levels[value] }))}
            value={typeof level === 'string' ? level : undefined}
            language={language}
          />
          <button class="btn" type="submit">
            {t.find}
          </button>
        </form>
        {total > 0 ? (
          <Datasets items={items} request={request} />
        ) : url.search ? (
          <Empty title={t.nothing}>{t.nothingNext}</Empty>
        ) : (
          <Empty title={t.none}>{t.noneNext}</Empty>
        )}
        <Pager offset={offset} size={size} total={total} at={at} language={language} />
      </>
    ),
  }
}

function Datasets({ items, request }: { items: readonly ListedDataset[]; request: PageRequest }) {
  const { language, link } = request
  const t = text[language]
  return (
    <Table
      caption={t.title}
      language={language}
      cards
      rows={items}
      columns={[
        {
          label: t.name,
          heading: true,
          phone: 'wide',
          cell: (d) => (
            <>
              <a href={link(d.path)}>
                {pick(d.title, language) ? <InLanguage names={d.title} language={language} /> : d.table}
              </a>
              {d.share !== 'public' && <Tag tone="warm">{t.notPublic}</Tag>}
            </>
          ),
        },
        { label: t.publisher, phone: 'line', cell: (d) => d.publisher },
        { label: t.level, phone: 'line', cell: (d) => levelsText(d.version?.levels ?? [], language) },
        { label: t.span, phone: 'labelled', cell: ({ version }) => spanText(version) },
        { label: t.updated, phone: 'labelled', cell: (d) => updatedText(d.version?.updated, language) },
        { label: t.state, cell: (d) => <StateTag dataset={d} language={language} /> },
      ]}
    />
  )
}

export const levelsText = (found: readonly string[], language: Language): string =>
  found.map((level) => levelText[language].levels[level as Level] ?? level).join(', ')

export const spanText = (version: { first: string | null; last: string | null } | null): string =>
  !version?.first
    ? ''
    : [...new Set([version.first, version.last ?? version.first])].map(periodText).join('–')

/** Whether the figures are what the source has now. */
export function StateTag({ dataset, language }: { dataset: ListedDataset; language: Language }) {
  const t = text[language]
  if (dataset.trouble) return <Tag tone="warm">{t.trouble}</Tag>
  if (!dataset.version) return <Tag>{t.waiting}</Tag>
  if (dataset.stale) return <Tag tone="warm">{t.stale}</Tag>
  return dataset.nightly ? <Tag tone="ok">{t.fresh}</Tag> : <Tag>{t.manual}</Tag>
}
