import { formatCount, type Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { changed, fromRow, keepAddress, kept, sortedBy } from '../../kernel/view-address.ts'
import {
  Chips,
  type Column,
  Empty,
  Facets,
  InLanguage,
  Menu,
  Pager,
  SearchBox,
  sheetChoices,
  Table,
  Tag,
} from '../../ui/index.ts'
import type { ListedFunding } from './actions.ts'
import { chipsOf, facetNames, facetsOf } from './list-facets.ts'
import { aidShown, deadlineShown, stateLook } from './shown.ts'
import { text } from './text.ts'

export type FundingListProps = {
  found: {
    items: ListedFunding[]
    total: number
    facets: Record<string, Record<string, number>>
    instead: string[]
  }
  params: URLSearchParams
  /** Whether the reader is signed in, and may keep the view under a name. */
  signedIn: boolean
  mayKeep: boolean
  limit: number
  offset: number
  link: (path: string) => string
  language: Language
}

/** The part that changes while one types or ticks. */
export function FundingListView(props: FundingListProps) {
  const { found, params, link, language } = props
  const t = text[language]
  const path = link('/funding')
  const live = 'list'
  const asked = [...params.keys()].some((k) => !['limit', 'offset', 'sort'].includes(k))
  return (
    <div id={live}>
      <SearchBox
        action={path}
        label={t.searchLabel}
        placeholder={t.placeholder}
        value={params.get('q') ?? ''}
        keep={kept(params, ['q'])}
        live={live}
        language={language}
      />
      <div class="with-facets">
        <Facets
          action={path}
          facets={facetsOf(props, path)}
          keep={kept(params, facetNames)}
          applied={facetNames.filter((name) => params.has(name)).length}
          live={live}
          language={language}
        />
        <div class="results">
          <Head {...props} path={path} />
          <Chips items={chipsOf(params, path, language)} clear={path} language={language} />
          {found.instead.length > 0 && found.total > 0 && (
            <p class="note">{t.instead(found.instead.slice(0, 6).join(', '))}</p>
          )}
          {found.total > 0 ? (
            <Results {...props} path={path} />
          ) : asked ? (
            <Empty title={t.nothing}>
              {t.nothingNext} <a href={path}>{t.all}</a>
            </Empty>
          ) : (
            <Empty title={t.nothingYet}>{t.nothingYetNext}</Empty>
          )}
        </div>
      </div>
    </div>
  )
}

function Head({
  found,
  params,
  signedIn,
  mayKeep,
  link,
  language,
  path,
}: FundingListProps & { path: string }) {
  const t = text[language]
  const total = formatCount(found.total, language)
  return (
    <div class="results-head">
      <p role="status">
        <b class="num">{total}</b> {t.found(found.total === 1)}
      </p>
      <div class="actions">
        {mayKeep && (
          <>
            <a class="btn" href={changed(path, new URLSearchParams(), { stale: '1' })}>
              {t.showStale}
            </a>
            <a class="btn bare" href={changed(path, new URLSearchParams(), { archived: '1' })}>
              {t.showArchived}
            </a>
          </>
        )}
        {signedIn && (
          <a class="btn" href={keepAddress(link, changed('/funding', params, {}))}>
            {t.keepView}
          </a>
        )}
        {found.total > 0 && (
          <Menu
            label={t.exportButton}
            groups={[
              sheetChoices((format) => changed(`${path}/export.${format}`, params, { limit: undefined })),
              [
                {
                  href: changed(`${path}/feed.xml`, params, { limit: undefined }),
                  label: t.feed,
                  note: '.xml',
                },
                {
                  href: changed(`${path}/deadlines.ics`, params, { limit: undefined }),
                  label: t.calendar,
                  note: '.ics',
                },
                { href: '/api/common-grants/opportunities', label: t.machine },
              ],
            ]}
            note={t.exportNote(total)}
          />
        )}
      </div>
    </div>
  )
}

function Results({
  found,
  params,
  limit,
  offset,
  link,
  language,
  path,
}: FundingListProps & { path: string }) {
  const t = text[language]
  const now = params.get('sort') ?? (params.get('q') ? '' : 'deadline')
  const sort = (name: 'title' | 'deadline' | 'checked') => sortedBy(path, params, { name, sort: now })
  const columns: Column<ListedFunding>[] = [
    {
      label: t.column.name,
      heading: true,
      phone: 'wide',
      sort: sort('title'),
      cell: (f) => (
        <>
          <a href={link(f.path)}>
            <InLanguage names={f.title} language={language} />
          </a>
          <span class="sub">{[t.levels[f.level], f.funder, f.programme].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      label: t.column.state,
      cell: (f) => (
        <>
          <Tag {...stateLook[f.state]}>{t.states[f.state]}</Tag>
          {f.stale && <span class="sub">{t.stale}</span>}
        </>
      ),
    },
    {
      label: t.column.deadline,
      class: 'when',
      phone: 'labelled',
      sort: sort('deadline'),
      cell: (f) => deadlineShown(f, language),
    },
    { label: t.column.rate, phone: 'labelled', cell: (f) => aidShown(f, language) },
    {
      label: t.column.checked,
      class: 'when',
      phone: 'labelled',
      sort: sort('checked'),
      cell: (f) => formatDay(f.checked_on, language),
    },
  ]
  return (
    <>
      <Table caption={t.caption} columns={columns} rows={found.items} cards language={language} />
      <Pager
        offset={offset}
        size={limit}
        total={found.total}
        at={fromRow(path, params)}
        language={language}
      />
    </>
  )
}
