import { queryData } from '../../kernel/list.ts'
import { deedsAt, type Page, type PageAnswer, type PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { suppliedTo } from '../../kernel/supplement.ts'
import { dayIn } from '../../kernel/time.ts'
import { LinkList, PageHead, Section } from '../../ui/index.ts'
import { callPath, callSaid, publicCalls } from '../calls/index.ts'
import {
  archiveFunding,
  checkFunding,
  keeps,
  type ListedFunding,
  listFundingAction,
  readFunding,
} from './actions.ts'
import { FundingView } from './entry-view.tsx'
import { calendarOf, feedOf } from './feeds.ts'
import { formPages } from './form-pages.tsx'
import { importPages } from './import-pages.tsx'
import { FundingListView } from './list-view.tsx'
import { type ColumnName, sheetText } from './sheet-text.ts'
import { nameOf, plainText } from './shown.ts'
import { text } from './text.ts'
import { typedOf } from './typed.ts'

function asked(url: URL): Record<string, string | string[]> {
  const { fragment: _, open: __, lang: ___, ...input } = queryData(url.searchParams)
  return input
}

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { url, language, link, baseUrl } = request
  const t = text[language]
  const input = asked(url)
  const view = (
    <FundingListView
      found={await request.perform(listFundingAction, input)}
      params={url.searchParams}
      signedIn={request.actor.kind === 'person'}
      mayKeep={keeps(request)}
      limit={Number(input.limit ?? 20)}
      offset={Number(input.offset ?? 0)}
      link={link}
      language={language}
    />
  )
  if (url.searchParams.has('fragment')) return { as: 'fragment', body: view }
  return {
    as: 'page',
    title: t.title,
    description: t.description,
    nav: 'funding',
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title }],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: t.title,
      description: t.description,
      inLanguage: language,
      url: `${baseUrl}${link('/funding')}`,
      distribution: {
        '@type': 'DataDownload',
        encodingFormat: 'csv',
        contentUrl: `${baseUrl}${link('/funding/export.csv')}`,
      },
    },
    ...(url.search !== '' && { robots: 'noindex' as const }),
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={
            keeps(request) && (
              <>
                <a class="btn main" href={link('/funding/new')}>
                  {t.add}
                </a>
                <a class="btn" href={link('/funding/import')}>
                  {t.bringIn}
                </a>
              </>
            )
          }
        />
        {await ownCallsNow(request)}
        {view}
      </>
    ),
  }
}

/** The calls of this installation that can be applied for now or soon, before those of others. */
async function ownCallsNow(request: PageRequest) {
  const { language, link, now } = request
  const t = text[language]
  const { items } = await request.perform(publicCalls, { state: ['open', 'coming'], limit: '5' })
  if (items.length === 0) return null
  return (
    <Section title={t.ownCalls} id="own" note={<a href={link('/calls')}>{t.allCalls}</a>}>
      <LinkList
        items={items.map((call) => {
          const { name, next } = callSaid(call, now, language)
          return { href: link(callPath(call)), label: name, note: next }
        })}
      />
    </Section>
  )
}

/** Every entry that the list's own words find, read in portions. */
async function* found(request: PageRequest): AsyncGenerator<ListedFunding> {
  const { limit: _, offset: __, ...input } = asked(request.url)
  for (let offset = 0; ; offset += 1000) {
    const page = { ...input, limit: '1000', offset: String(offset) }
    const { items } = await request.perform(listFundingAction, page)
    yield* items
    if (items.length < 1000) return
  }
}

const numbers: readonly ColumnName[] = ['aidRate', 'total', 'least', 'most', 'awards']
const days: readonly ColumnName[] = ['opens', 'closes', 'checked']

/** The list as a file that the import takes in again. */
function exportPage(request: PageRequest, format: SheetFormat): PageAnswer {
  const { language, baseUrl, link } = request
  const t = text[language]
  const names = Object.keys(sheetText.fi) as ColumnName[]
  const columns: SheetColumn[] = names.map((name) => ({
    header: sheetText[language][name],
    kind: numbers.includes(name) ? 'number' : days.includes(name) ? 'day' : 'text',
  }))
  async function* rows() {
    for await (const f of found(request)) {
      const cells: Partial<Record<ColumnName, string>> = {
        ...typedOf(f, { day: (d) => d, words: language }),
        source: f.source,
        externalId: f.external_id,
        checked: f.checked_on,
        state: t.states[f.state],
        page: `${baseUrl}${link(f.path)}`,
      }
      yield names.map((name) => cells[name] || null)
    }
  }
  return {
    as: 'file',
    name: `${t.title.toLowerCase().replaceAll(' ', '-')}-${dayIn(request.now)}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(format, columns, rows(), {
      sheet: t.title,
      delimiter: language === 'en' ? ',' : ';',
    }),
  }
}

async function onePage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params, baseUrl } = request
  const t = text[language]
  const { funding, mayKeep } = await request.perform(readFunding, { id: params.id })
  const name = nameOf(funding.title, language)
  const supplied = await suppliedTo(request, { kind: 'funding', id: funding.id })
  const summary = plainText(nameOf(funding.summary, language)).slice(0, 300)
  return {
    as: 'page',
    title: name,
    ...(summary && { description: summary }),
    nav: 'funding',
    ...(funding.archived && { robots: 'noindex' as const }),
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title, href: link('/funding') }, { text: name }],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'MonetaryGrant',
      name,
      url: `${baseUrl}${link(funding.path)}`,
      ...(summary && { description: summary }),
      ...(funding.funder && { funder: { '@type': 'Organization', name: funding.funder } }),
    },
    body: (
      <>
        <FundingView funding={funding} mayKeep={mayKeep} request={request} />
        {supplied.map((one) => one.body)}
      </>
    ),
  }
}

const deed = deedsAt('/funding')

export const pages: readonly Page[] = [
  { method: 'GET', path: '/funding', run: listPage },
  ...(['csv', 'xlsx', 'json'] as const).map(
    (format): Page => ({
      method: 'GET',
      path: `/funding/export.${format}`,
      run: async (request) => exportPage(request, format),
    }),
  ),
  { method: 'GET', path: '/funding/feed.xml', run: async (r) => feedOf(r, await newest(r)) },
  {
    method: 'GET',
    path: '/funding/deadlines.ics',
    run: async (request) => {
      const items = []
      for await (const f of found(request)) if (f.closes_on && f.state !== 'closed') items.push(f)
      return calendarOf(request, items)
    },
  },
  ...formPages,
  ...importPages,
  { method: 'GET', path: '/funding/{id}', run: onePage },
  {
    method: 'GET',
    path: '/funding/{id}/deadline.ics',
    run: async (request) => {
      const { funding } = await request.perform(readFunding, { id: request.params.id })
      return calendarOf(request, [funding])
    },
  },
  deed('check', (request, id) => request.perform(checkFunding, { id })),
  deed('archive', async (request, id) =>
    request.perform(archiveFunding, { id, archived: (await request.form()).get('archived') === 'yes' }),
  ),
]

/** What the feed tells: the newest of what is open or coming, as the list's own words narrow it. */
async function newest(request: PageRequest): Promise<ListedFunding[]> {
  const { sort: _, limit: __, offset: ___, ...input } = asked(request.url)
  const states = input.state ?? ['open', 'continuous', 'coming']
  const page = { ...input, state: states, sort: '-added', limit: '50' }
  return (await request.perform(listFundingAction, page)).items
}
