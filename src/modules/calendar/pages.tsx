import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { ecosystemHead } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { talkOn } from '../talk/index.ts'
import {
  cancelEvent,
  listEvents,
  makeFeed,
  myFeed,
  publicEvents,
  readEvent,
  readFeed,
  revokeFeed,
} from './actions.ts'
import { CalendarView, type ViewName, viewNames } from './calendar-view.tsx'
import { EventView, FeedView } from './event-view.tsx'
import { formPages, mayAddIn } from './form-pages.tsx'
import { calendarFile } from './ics.ts'
import { eventPath, type ShownEvent } from './queries.ts'
import { plusDays } from './rules.ts'
import { text } from './text.ts'

function asked({ url, now }: PageRequest) {
  const today = dayIn(now)
  const view: ViewName = viewNames.find((v) => v === url.searchParams.get('view')) ?? 'year'
  const typed = Number(url.searchParams.get('year'))
  const year = typed >= 1990 && typed <= 2200 ? Math.floor(typed) : Number(today.slice(0, 4))
  const said = url.searchParams.get('month') ?? ''
  const month = /^(19[9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/.test(said) ? said : today.slice(0, 7)
  const span = {
    year: { from: `${year}-01-01`, to: `${year}-12-31` },
    // Whole weeks: the days around the month are shown as well.
    month: { from: plusDays(`${month}-01`, -6), to: plusDays(`${month}-01`, 42) },
    agenda: { from: today, to: plusDays(today, 366) },
  }[view]
  return { today, view, year, month, span }
}

async function calendarPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const ecosystem = params.key ? await request.perform(ecosystemHead, { key: params.key }) : undefined
  const { span, ...view } = asked(request)
  const { items } = await request.perform(listEvents, {
    ...span,
    ...(ecosystem && { ecosystem: ecosystem.id }),
  })
  const name = ecosystem && pick(ecosystem.short ?? ecosystem.name, language)?.text
  return {
    as: 'page',
    title: name ? `${t.short}: ${name}` : t.title,
    nav: 'ecosystems',
    ...(request.url.search !== '' && { robots: 'noindex' as const }),
    crumbs: [
      { text: t.home, href: link('/') },
      ...(ecosystem
        ? [
            { text: t.ecosystems, href: link('/ecosystems') },
            { text: name ?? '', href: link(`/ecosystems/${ecosystem.key}`) },
          ]
        : []),
      { text: t.short },
    ],
    body: (
      <CalendarView
        {...view}
        items={items}
        ecosystem={ecosystem}
        mayAdd={mayAddIn(request, ecosystem?.id)}
        request={request}
      />
    ),
  }
}

async function eventPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const { event, mayEdit } = await request.perform(readEvent, { event: params.id })
  const talked = await talkOn(request, { kind: 'event', id: event.id })
  const mayCancel = holds(request.actor, ['coordinator', 'preparer'], event.ecosystem_id)
  const calendar = event.ecosystem_key ? `/ecosystems/${event.ecosystem_key}/calendar` : '/calendar'
  return {
    as: 'page',
    title: event.title,
    nav: 'ecosystems',
    ...(event.share !== 'public' && { robots: 'noindex' as const }),
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.short, href: link(calendar) },
      { text: event.title },
    ],
    body: (
      <EventView event={event} mayEdit={mayEdit} mayCancel={mayCancel} talked={talked} request={request} />
    ),
  }
}

const ics = (
  request: PageRequest,
  title: string,
  events: readonly ShownEvent[],
  name: string,
): PageAnswer => ({
  as: 'file',
  name,
  type: 'text/calendar; charset=utf-8',
  content: calendarFile(
    title,
    events.map((e) => ({ ...e, url: `${request.baseUrl}${request.link(eventPath(e))}` })),
    request.now,
  ),
})

async function feedPage(
  request: PageRequest,
  told: { address?: string; ended?: boolean } = {},
): Promise<PageAnswer> {
  const { since } = await request.perform(myFeed, {})
  const t = text[request.language]
  return {
    as: 'page',
    title: t.feedTitle,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: [
      { text: t.home, href: request.link('/') },
      { text: t.short, href: request.link('/calendar') },
      { text: t.feedTitle },
    ],
    body: <FeedView since={since} {...told} request={request} />,
  }
}

export const pages: readonly Page[] = [
  { method: 'GET', path: '/calendar', run: calendarPage },
  { method: 'GET', path: '/ecosystems/{key}/calendar', run: calendarPage },
  {
    method: 'GET',
    path: '/ecosystems/{key}/calendar/public.ics',
    run: async (request) => {
      const ecosystem = await request.perform(ecosystemHead, { key: request.params.key })
      const { events } = await request.perform(publicEvents, { ecosystem: ecosystem.id })
      const name = pick(ecosystem.name, request.language)?.text ?? ecosystem.key
      return ics(request, name, events, `${ecosystem.key}.ics`)
    },
  },
  { method: 'GET', path: '/calendar/feed', run: (request) => feedPage(request) },
  {
    method: 'POST',
    path: '/calendar/feed',
    run: async (request) => {
      const { secret } = await request.perform(makeFeed, {})
      return feedPage(request, { address: `${request.baseUrl}/calendar/feed/${secret}.ics` })
    },
  },
  {
    method: 'POST',
    path: '/calendar/feed/end',
    run: async (request) => {
      await request.perform(revokeFeed, {})
      return feedPage(request, { ended: true })
    },
  },
  {
    method: 'GET',
    path: '/calendar/feed/{secret}',
    run: async (request) => {
      const secret = request.params.secret!.replace(/\.ics$/, '')
      const { events, language } = await request.perform(readFeed, { secret })
      return ics(request, `Talkoot: ${text[language].short}`, events, 'talkoot.ics')
    },
  },
  ...formPages,
  { method: 'GET', path: '/calendar/{id}', run: eventPage },
  {
    method: 'GET',
    path: '/calendar/{id}/event.ics',
    run: async (request) => {
      const { event } = await request.perform(readEvent, { event: request.params.id })
      return ics(request, event.title, [event], 'talkoot.ics')
    },
  },
  {
    method: 'POST',
    path: '/calendar/{id}/cancel',
    run: async (request) => {
      const cancelled = (await request.form()).get('cancelled') === 'yes'
      const { path } = await request.perform(cancelEvent, { event: request.params.id, cancelled })
      return { as: 'redirect', to: request.link(path) }
    },
  },
]
