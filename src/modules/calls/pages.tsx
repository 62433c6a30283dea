import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { suppliedTo } from '../../kernel/supplement.ts'
import { PageHead } from '../../ui/index.ts'
import { attachmentsOf } from '../drafts/index.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { PaperView } from '../forms/index.ts'
import { holds } from '../people/index.ts'
import { talkOn } from '../talk/index.ts'
import { type Call, callPath } from './call.ts'
import { CallView } from './call-view.tsx'
import { exportOf } from './export.ts'
import { calendarOf, feedOf } from './feeds.ts'
import { jsonLdOf } from './json-ld.ts'
import { listCalls, publicCalls } from './list.ts'
import { callFacets } from './list-queries.ts'
import { CallList, pageSize } from './list-view.tsx'
import { callForm, readCall } from './read-actions.ts'
import { nameIn } from './saying.ts'
import { setupPages } from './setup-pages.tsx'
import { text } from './text.ts'

const asked = ({ url }: PageRequest) => {
  const data = queryData(url.searchParams)
  return Object.fromEntries(
    ['q', ...callFacets, 'offset'].flatMap((name) => (data[name] ? [[name, data[name]]] : [])),
  )
}

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url, actor } = request
  const t = text[language]
  const found = await request.perform(listCalls, { ...asked(request), limit: pageSize })
  const { items: places } = await request.perform(namesOfEcosystems, {})
  return {
    as: 'page',
    title: t.title,
    description: t.lead,
    nav: 'calls',
    ...(url.search !== '' && { robots: 'noindex' as const }),
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title }],
    body: (
      <CallList
        items={found.items}
        total={found.total}
        counts={found.counts}
        unread={found.unread}
        places={places}
        signedIn={actor.kind === 'person'}
        offset={Number(url.searchParams.get('offset')) || 0}
        mayAdd={holds(actor, ['coordinator', 'preparer'])}
        request={request}
      />
    ),
  }
}

async function callPage(request: PageRequest, preview = false): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const read = await request.perform(readCall, { call: request.params.code })
  const { call } = read
  if (preview && !read.may.prepare) throw new Refusal('forbidden', 'call.preview.forbidden')
  const subject = { kind: 'call', id: call.id }
  const open = call.share === 'public'
  return {
    as: 'page',
    title: nameIn(call.title, language, call.code),
    description: nameIn(call.settings.lead, language),
    nav: 'calls',
    ...(open ? { jsonLd: jsonLdOf(call, request) } : { robots: 'noindex' as const }),
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.title, href: link('/calls') },
      { text: nameIn(call.title, language, call.code) },
    ],
    body: (
      <CallView
        {...read}
        {...(preview ? { preview, may: { prepare: false } } : {})}
        talked={preview ? undefined : await talkOn(request, subject)}
        supplied={preview ? [] : await suppliedTo(request, { kind: 'open-call', id: call.code })}
        files={preview ? undefined : await attachmentsOf(request, subject, { visitors: open })}
        request={request}
      />
    ),
  }
}

/** What the form of a call asks, on paper. */
async function formPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url } = request
  const t = text[language]
  const step = url.searchParams.get('step') === 'idea' ? 'idea' : 'full'
  const { call, form } = await request.perform(callForm, { call: request.params.code, step })
  const name = nameIn(call.title, language, call.code)
  return {
    as: 'page',
    title: `${t.forms[step]}: ${name}`,
    nav: 'calls',
    ...(call.share !== 'public' && { robots: 'noindex' as const }),
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.title, href: link('/calls') },
      { text: name, href: link(callPath(call)) },
      { text: t.forms[step] },
    ],
    body: (
      <>
        <PageHead over={name} title={t.forms[step]} lead={t.formPrint} />
        <PaperView form={form} language={language} />
      </>
    ),
  }
}

/** Calls that are open or coming, as everybody sees them. */
const openAndComing = async (request: PageRequest): Promise<Call[]> =>
  (await request.perform(publicCalls, { state: ['open', 'coming'], limit: 1000 })).items

export const pages: readonly Page[] = [
  { method: 'GET', path: '/calls', run: listPage },
  {
    method: 'GET',
    path: '/calls/feed',
    run: async (request) => feedOf(await openAndComing(request), request),
  },
  {
    method: 'GET',
    path: '/calls/calendar.ics',
    run: async (request) =>
      calendarOf(text[request.language].title, await openAndComing(request), request, 'calls.ics'),
  },
  ...(['csv', 'xlsx', 'json'] as const).map(
    (format): Page => ({
      method: 'GET',
      path: `/calls/export.${format}`,
      run: async (request) => {
        const { items } = await request.perform(listCalls, { ...asked(request), offset: 0, limit: 1000 })
        return exportOf(items, format, request)
      },
    }),
  ),
  { method: 'GET', path: '/calls/{code}/setup/preview', run: (request) => callPage(request, true) },
  ...setupPages,
  { method: 'GET', path: '/calls/{code}', run: (request) => callPage(request) },
  { method: 'GET', path: '/calls/{code}/form', run: formPage },
  {
    method: 'GET',
    path: '/calls/{code}/call.ics',
    run: async (request) => {
      const { call } = await request.perform(readCall, { call: request.params.code })
      return calendarOf(nameIn(call.title, request.language, call.code), [call], request, `${call.code}.ics`)
    },
  },
]
