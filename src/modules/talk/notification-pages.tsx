import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import {
  chooseNotifications,
  listNotifications,
  mailsOfLink,
  notificationSettings,
  openNotification,
  readNotifications,
  switchMailsOff,
} from './notification-actions.ts'
import { notificationText } from './notification-text.ts'
import { NotificationsView, OffView, SettingsView } from './notifications-view.tsx'
import { kindsFor, notificationKinds } from './rules.ts'

const path = '/notifications'

const framed = (request: PageRequest, title: string, body: Extract<PageAnswer, { as: 'page' }>['body']) => {
  const t = notificationText[request.language]
  const crumbs = [{ text: t.home, href: request.link('/') }]
  if (title !== t.title) crumbs.push({ text: t.title, href: request.link(path) })
  return {
    as: 'page' as const,
    title,
    robots: 'noindex' as const,
    crumbs: [...crumbs, { text: title }],
    body,
  }
}

async function list(request: PageRequest): Promise<PageAnswer> {
  const { searchParams } = request.url
  const unread = searchParams.get('unread') === '1'
  const offset = Math.max(0, Number(searchParams.get('offset')) || 0)
  const found = await request.perform(listNotifications, { unread, offset, limit: 30 })
  const title = notificationText[request.language].title
  return framed(
    request,
    title,
    <NotificationsView {...found} unread={unread} offset={offset} request={request} />,
  )
}

async function settings(request: PageRequest): Promise<PageAnswer> {
  const found = await request.perform(notificationSettings, {})
  const saved = request.url.searchParams.has('saved')
  const title = notificationText[request.language].settings
  return framed(request, title, <SettingsView {...found} saved={saved} request={request} />)
}

async function off(request: PageRequest, done: boolean): Promise<PageAnswer> {
  const { on } = await request.perform(mailsOfLink, { secret: request.params.secret })
  const title = notificationText[request.language].offTitle
  return framed(request, title, <OffView on={on} done={done} request={request} />)
}

export const notificationPages: readonly Page[] = [
  { method: 'GET', path, run: list },
  {
    method: 'POST',
    path: `${path}/read`,
    run: async (request) => {
      await request.perform(readNotifications, {})
      return { as: 'redirect', to: request.link(path) }
    },
  },
  {
    method: 'POST',
    path: `${path}/{id}/open`,
    run: async (request) => {
      const { to } = await request.perform(openNotification, { id: request.params.id })
      return { as: 'redirect', to: request.link(to) }
    },
  },
  { method: 'GET', path: `${path}/settings`, run: settings },
  {
    method: 'POST',
    path: `${path}/settings`,
    run: async (request) => {
      const form = await request.form()
      const offices = request.actor.kind === 'person' ? request.actor.offices : []
      const choices = kindsFor(offices).map((kind) => ({
        kind,
        bell: form.all('bell').includes(kind),
        mail: form.all('mail').includes(kind),
      }))
      await request.perform(chooseNotifications, { choices })
      return { as: 'redirect', to: request.link(`${path}/settings?saved=1`) }
    },
  },
  { method: 'GET', path: `${path}/off/{secret}`, run: (request) => off(request, false) },
  {
    method: 'POST',
    path: `${path}/off/{secret}`,
    run: async (request) => {
      const form = await request.form()
      const kinds = notificationKinds.filter((kind) => form.all('kind').includes(kind))
      // A mail program's one-click post says nothing but that: everything is switched off then.
      const some = !form.get('all') && !form.get('List-Unsubscribe')
      await request.perform(switchMailsOff, { secret: request.params.secret, ...(some && { kinds }) })
      return off(request, true)
    },
  },
]
