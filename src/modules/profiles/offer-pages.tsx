import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { formatCount, pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { changed, fromRow, kept, without } from '../../kernel/view-address.ts'
import {
  type Chip,
  Chips,
  Empty,
  type Facet,
  Facets,
  Menu,
  Pager,
  SearchBox,
  sheetChoices,
  Tag,
} from '../../ui/index.ts'
import { conceptName } from '../overlaps/index.ts'
import { regionName, sortName } from './code-names.ts'
import { listText as text } from './list-text.ts'
import { listOffers, type Offer, type OfferAnswer, offerFacets } from './offer-actions.ts'
import { Card } from './profile-view.tsx'
import { isCardKind } from './rules.ts'
import { text as profileText } from './text.ts'

const path = '/offers'
const size = 20
const subjectsShown = 12

function asked(url: URL): Record<string, string | string[]> {
  const { fragment: _, open: __, lang: ___, ...input } = queryData(url.searchParams)
  return input
}

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { url, language, link } = request
  const t = text[language]
  const found = await request.perform(listOffers, asked(url))
  const view = <OfferList found={found} request={request} />
  if (url.searchParams.has('fragment')) return { as: 'fragment', body: view }
  return {
    as: 'page',
    sheet: 'network',
    title: t.title,
    description: t.description,
    nav: 'organisations',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.organisations, href: link('/organisations') },
      { text: t.title },
    ],
    ...(url.search !== '' && { robots: 'noindex' as const }),
    body: (
      <>
        <h1>{t.title}</h1>
        {view}
      </>
    ),
  }
}

function OfferList({ found, request }: { found: OfferAnswer; request: PageRequest }) {
  const { url, language, link } = request
  const params = url.searchParams
  const t = text[language]
  const here = link(path)
  const offset = Math.max(0, Number(params.get('offset')) || 0)
  const narrowed = offerFacets.some((name) => params.has(name)) || params.has('q')
  return (
    <div id="list">
      <SearchBox
        action={here}
        label={t.searchLabel}
        placeholder={t.placeholder}
        value={params.get('q') ?? ''}
        keep={kept(params, ['q'])}
        live="list"
        language={language}
      />
      <div class="with-facets">
        <Facets
          action={here}
          facets={facetsOf(found, request)}
          keep={kept(params, offerFacets)}
          applied={offerFacets.filter((name) => params.has(name)).length}
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
                    sheetChoices((format) =>
                      changed(`${here}/export.${format}`, params, { limit: undefined }),
                    ),
                  ]}
                />
              </div>
            )}
          </div>
          <Chips items={chipsOf(found, request)} clear={here} language={language} />
          {[...found.instead, ...found.also].length > 0 && found.total > 0 && (
            <p class="note">{t.instead([...found.instead, ...found.also].slice(0, 6).join(', '))}</p>
          )}
          {found.total === 0 ? (
            <Empty title={narrowed ? t.none : t.nothing}>{narrowed ? t.noneNext : t.nothingNext}</Empty>
          ) : (
            <ul class="profile-cards listed">
              {found.items.map((offer) => (
                <li>
                  <Listed offer={offer} request={request} />
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
    </div>
  )
}

function Listed({ offer, request: { language, link } }: { offer: Offer; request: PageRequest }) {
  const name = pick(offer.names, language)?.text ?? ''
  const card = { ...offer, code: offer.sort }
  const t = text[language]
  return (
    <>
      <span class="over">
        {isCardKind(offer.kind) && t.kinds[offer.kind]}{' '}
        {offer.exercise && <Tag tone="warm">{profileText[language].exercise}</Tag>}
      </span>
      <Card
        card={card}
        language={language}
        of={
          <>
            <a href={link(offer.page)}>{name}</a>
            {offer.place && <span class="quiet"> {offer.place}</span>}
          </>
        }
      />
    </>
  )
}

type FacetName = (typeof offerFacets)[number]

function labelOf(found: OfferAnswer, name: FacetName, value: string, { language }: PageRequest): string {
  if (name === 'kind') return isCardKind(value) ? text[language].kinds[value] : value
  if (name === 'sort') return sortName(value, language)
  if (name === 'region') return regionName(value, language)
  const concept = found.concepts.find((c) => c.id === value)
  return concept ? conceptName(concept, language) : value
}

function facetsOf(found: OfferAnswer, request: PageRequest): Facet[] {
  const t = text[request.language]
  const { searchParams } = request.url
  return offerFacets.flatMap((name): Facet[] => {
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
    if (options.length < 2 && ticked.size === 0) return []
    const shown = name === 'subject' ? options.slice(0, Math.max(subjectsShown, ticked.size)) : options
    return [{ kind: 'options', name, legend: t.facets[name], options: shown }]
  })
}

function chipsOf(found: OfferAnswer, request: PageRequest): Chip[] {
  const { searchParams } = request.url
  return offerFacets.flatMap((name) =>
    searchParams
      .getAll(name)
      .filter(Boolean)
      .map((value) => ({
        label: labelOf(found, name, value, request),
        href: without(request.link(path), searchParams, name, value),
      })),
  )
}

/** The list as seen, as a file: every row of it. */
async function exportPage(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language, link, baseUrl, url, now } = request
  const { limit: _, offset: __, ...input } = asked(url)
  const t = text[language]
  const { file } = t
  const columns: (SheetColumn & { of: (o: Offer) => string | null })[] = [
    { header: file.kind, kind: 'text', of: (o) => (isCardKind(o.kind) ? t.kinds[o.kind] : o.kind) },
    { header: file.sort, kind: 'text', of: (o) => o.sort && sortName(o.sort, language) },
    { header: file.title, kind: 'text', of: (o) => pick(o.content.title ?? {}, language)?.text ?? null },
    { header: file.text, kind: 'text', of: (o) => pick(o.content.text ?? {}, language)?.text ?? null },
    {
      header: file.subjects,
      kind: 'text',
      of: (o) => o.subjects.map((c) => conceptName(c, language)).join(', ') || null,
    },
    { header: file.until, kind: 'day', of: (o) => o.openUntil },
    { header: file.organisation, kind: 'text', of: (o) => pick(o.names, language)?.text ?? null },
    { header: file.place, kind: 'text', of: (o) => o.place },
    { header: file.exercise, kind: 'text', of: (o) => (o.exercise ? t.yes : null) },
    { header: file.page, kind: 'text', of: (o) => `${baseUrl}${link(o.page)}` },
  ]
  async function* rows() {
    for (let offset = 0; ; offset += 1000) {
      const asks = { ...input, limit: '1000', offset: String(offset) }
      const { items } = await request.perform(listOffers, asks)
      for (const item of items) yield columns.map((c) => c.of(item))
      if (items.length < 1000) return
    }
  }
  return {
    as: 'file',
    name: `talkoot-offers-${dayIn(now)}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(format, columns, rows(), {
      sheet: t.title,
      delimiter: language === 'en' ? ',' : ';',
    }),
  }
}

export const offerPages: readonly Page[] = [
  { method: 'GET', path, run: listPage },
  ...(['csv', 'xlsx', 'json'] as const).map(
    (format): Page => ({
      method: 'GET',
      path: `${path}/export.${format}`,
      run: (request) => exportPage(request, format),
    }),
  ),
]
