import { coverWords } from '../../engine/network/cover/index.ts'
import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest, Supplement } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { changed, fromRow, kept, without } from '../../kernel/view-address.ts'
import {
  type Chip,
  Chips,
  Empty,
  type Facet,
  Facets,
  Menu,
  PageHead,
  Pager,
  sheetChoices,
  Tag,
} from '../../ui/index.ts'
import { codeChoices } from './demand-form.tsx'
import { isDemandKind } from './demand-kinds.ts'
import { exportOf, feedOf } from './wanted-feeds.ts'
import {
  listWanted,
  untils,
  type WantedAnswer,
  type WantedFacet,
  type WantedItem,
  wantedFacets,
} from './wanted-list.ts'
import { wantedText as text } from './wanted-text.ts'

const path = '/partners-wanted'
const size = 20
/** Values of a facet that are offered before somebody chooses one. */
const offered = 12

const asked = (url: URL) => {
  const { fragment: _, open: __, lang: ___, ...input } = queryData(url.searchParams)
  return input
}

type Props = { found: WantedAnswer; request: PageRequest }

function labelOf(found: WantedAnswer, name: WantedFacet, value: string, { language }: PageRequest): string {
  if (name === 'kind') return isDemandKind(value) ? coverWords[language].asks[value] : value
  if (name === 'subject') return found.subjects[value] ?? value
  if (name === 'region') return codeChoices('region', language).find((c) => c.value === value)?.label ?? value
  if (name === 'until') {
    const until = untils.find((u) => u === value)
    return until ? text[language].until[until] : value
  }
  return value
}

function facetsOf({ found, request }: Props): Facet[] {
  const t = text[request.language]
  const { searchParams } = request.url
  return wantedFacets.flatMap((name): Facet[] => {
    const ticked = new Set(searchParams.getAll(name).filter(Boolean))
    const counts = found.facets[name]
    const options = [...new Set([...ticked, ...Object.keys(counts)])]
      .map((value) => ({
        value,
        label: labelOf(found, name, value, request),
        count: counts[value] ?? 0,
        checked: ticked.has(value),
      }))
      .sort(
        (a, b) => Number(b.checked) - Number(a.checked) || b.count - a.count || (a.label < b.label ? -1 : 1),
      )
    if (options.length === 0) return []
    return [
      {
        kind: 'options',
        name,
        legend: t.facets[name],
        options: options.slice(0, Math.max(offered, ticked.size)),
      },
    ]
  })
}

const chipsOf = ({ found, request }: Props): Chip[] =>
  wantedFacets.flatMap((name) =>
    request.url.searchParams
      .getAll(name)
      .filter(Boolean)
      .map((value) => ({
        label: labelOf(found, name, value, request),
        href: without(request.link(path), request.url.searchParams, name, value),
      })),
  )

/** One search in a list: what is sought stands before who seeks it. */
function Listed({ item, request: { language, link } }: { item: WantedItem; request: PageRequest }) {
  const t = text[language]
  return (
    <>
      {item.exercise && (
        <p class="over">
          <Tag tone="warm">{t.exercise}</Tag>
        </p>
      )}
      <h2>
        <a href={link(item.path)}>{item.title}</a>
      </h2>
      <p class="sub">
        {[
          item.call,
          item.ecosystem,
          item.deadline && `${t.deadline} ${formatDay(dayIn(item.deadline), language)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {item.sought.length > 0 ? (
        <ul class="cons-sought">
          {item.sought.map(({ name, must }) => (
            <li>
              {name} {!must && <span class="quiet">({t.wished})</span>}
            </li>
          ))}
        </ul>
      ) : (
        <p class="note">{t.allMet}</p>
      )}
    </>
  )
}

function List({ found, request }: Props) {
  const { url, language, link } = request
  const t = text[language]
  const here = link(path)
  const params = url.searchParams
  const applied = wantedFacets.filter((name) => params.has(name)).length
  const offset = Math.max(0, Number(params.get('offset')) || 0)
  return (
    <div id="list" class="with-facets">
      <Facets
        action={here}
        facets={facetsOf({ found, request })}
        keep={kept(params, wantedFacets)}
        applied={applied}
        live="list"
        language={language}
      />
      <div class="results">
        <div class="results-head">
          <p role="status">
            <b class="num">{t.count(formatCount(found.total, language), found.total === 1)}</b>
          </p>
          {found.total > 0 && (
            <div class="actions">
              <Menu
                label={t.save}
                groups={[
                  sheetChoices((format) => changed(`${here}/export.${format}`, params, { limit: undefined })),
                  [{ label: t.feed, href: changed(`${here}/feed`, params, { offset: undefined }) }],
                ]}
              />
            </div>
          )}
        </div>
        <Chips items={chipsOf({ found, request })} clear={here} language={language} />
        {found.total === 0 ? (
          <Empty title={applied > 0 ? t.noneLeft : t.none}>{applied === 0 && t.noneNext}</Empty>
        ) : (
          <ul class="cons-openings">
            {found.items.map((item) => (
              <li>
                <Listed item={item} request={request} />
              </li>
            ))}
          </ul>
        )}
        <Pager
          offset={offset}
          size={size}
          total={found.total}
          at={fromRow(here, params)}
          language={language}
        />
      </div>
    </div>
  )
}

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { url, language, link } = request
  const t = text[language]
  const found = await request.perform(listWanted, { limit: String(size), ...asked(url) })
  const view = <List found={found} request={request} />
  if (url.searchParams.has('fragment')) return { as: 'fragment', body: view }
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.title,
    description: t.lead,
    nav: 'ecosystems',
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title }],
    ...(url.search !== '' && { robots: 'noindex' as const }),
    ...(!found.ready && { unready: true, refresh: 5 }),
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={
            <a class="btn" href={link('/openings')}>
              {t.toProfiles}
            </a>
          }
        />
        {view}
      </>
    ),
  }
}

/** Every search of the list as seen, a page at a time. */
async function allOf(request: PageRequest): Promise<WantedItem[]> {
  const { limit: _, offset: __, ...input } = asked(request.url)
  const all: WantedItem[] = []
  for (;;) {
    const { items, total } = await request.perform(listWanted, {
      ...input,
      limit: '500',
      offset: String(all.length),
    })
    all.push(...items)
    if (items.length === 0 || all.length >= total) return all
  }
}

export const wantedPages: readonly Page[] = [
  { method: 'GET', path, run: listPage },
  { method: 'GET', path: `${path}/feed`, run: async (request) => feedOf(await allOf(request), request) },
  ...(['csv', 'xlsx', 'json'] as const).map(
    (format): Page => ({
      method: 'GET',
      path: `${path}/export.${format}`,
      run: async (request) => exportOf(await allOf(request), format, request),
    }),
  ),
]

const buttonOn = (kind: string): Supplement => ({
  kind,
  show: async ({ language, link }) => {
    const label = text[language].title
    return {
      id: 'partners-wanted',
      label,
      body: (
        <a class="btn" href={link(path)}>
          {label}
        </a>
      ),
    }
  },
})

/** The way from the list of organisations to those who look for partners. */
export const wantedBesideOrganisations: Supplement = buttonOn('organisations')
