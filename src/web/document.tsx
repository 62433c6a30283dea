import type { Actor, Person } from '../kernel/actor.ts'
import { localPath, type PageAnswer } from '../kernel/page.ts'
import { type Language, languages } from '../kernel/text.ts'
import { notificationText, speakers } from '../modules/talk/index.ts'
import { type Account, Layout, type Site } from '../ui/index.ts'
import type { Assets } from './assets.ts'
import { text } from './text.ts'

type DocumentProps = {
  page: Extract<PageAnswer, { as: 'page' }>
  language: Language
  /** The address without its language. */
  path: string
  search: string
  actor: Actor
  baseUrl: string
  assets: Assets
  /** How many unread notifications ring for whoever is signed in. */
  ringing?: number
}

/** A page in the frame of the site: navigation, languages, sign-in. */
export function Document(props: DocumentProps) {
  const { page, language, path, search, actor, baseUrl, assets, ringing = 0 } = props
  const link = (to: string) => localPath(language, to)
  const alternates = Object.fromEntries(
    languages.map((l) => [l, `${localPath(l, path)}${search}`]),
  ) as Record<Language, string>
  const site: Site = {
    origin: baseUrl,
    home: link('/'),
    asset: assets.href,
    navigation: navigation(language, page.nav),
    search: { href: link('/search'), api: `/api/search?lang=${language}` },
    footer: {
      accessibility: link('/accessibility'),
      privacy: link('/privacy'),
      data: link('/open-data'),
      source: link('/about'),
      feedback: link('/feedback'),
    },
  }
  return (
    <Layout
      site={site}
      language={language}
      title={page.title}
      description={page.description}
      alternates={alternates}
      canonical={localPath(language, path)}
      jsonLd={page.jsonLd}
      account={accountOf(actor, language, path, ringing)}
      refresh={page.refresh}
      noindex={page.robots === 'noindex' || (page.status ?? 200) !== 200}
      {...(page.crumbs && {
        crumbs: page.crumbs.map((c) => ({
          label: c.text,
          href: c.href ?? '',
          current: c.href === undefined,
        })),
      })}
    >
      {page.body}
    </Layout>
  )
}

function navigation(language: Language, current: string | undefined) {
  const t = text[language].navigation
  const entries = [
    ['home', '/', t.home],
    ['projects', '/projects', t.projects],
    ['organisations', '/organisations', t.organisations],
    ['regions', '/regions', t.regions],
    ['ecosystems', '/ecosystems', t.ecosystems],
    ['sources', '/sources', t.sources],
  ] as const
  return entries.map(([id, path, label]) => ({
    href: localPath(language, path),
    label,
    current: id === current,
  }))
}

/** What somebody signed in does from anywhere; on an ecosystem's pages, what is done there. */
function actsOf(actor: Person, language: Language, path: string) {
  const t = text[language].acts
  const link = (to: string) => localPath(language, to)
  const here = /^\/ecosystems\/([a-z0-9-]+)(?:\/|$)/.exec(path)?.[1]
  const speaks = actor.offices.some((o) => speakers.who.includes(o.office))
  const local = here
    ? [
        ...(speaks
          ? [
              { href: link(`/ecosystems/${here}/discussion/new`), label: t.topic },
              { href: link(`/ecosystems/${here}/calendar/new`), label: t.event },
            ]
          : []),
        { href: link(`/ecosystems/${here}/discussion`), label: t.discussionHere },
        { href: link(`/ecosystems/${here}/calendar`), label: t.calendarHere },
      ]
    : speaks
      ? [{ href: link('/calendar/new'), label: t.event }]
      : []
  return [
    ...local,
    { href: link('/notifications'), label: t.notifications },
    { href: link('/discussion'), label: t.discussion },
    { href: link('/calendar'), label: t.calendar },
    { href: link('/saved'), label: t.saved },
    { href: link('/notifications/settings'), label: t.settings },
  ]
}

function accountOf(actor: Actor, language: Language, path: string, ringing: number): Account {
  if (actor.kind !== 'person')
    return { signIn: `${localPath(language, '/sign-in')}?to=${encodeURIComponent(path)}` }
  return {
    name: actor.name,
    href: localPath(language, '/sources'),
    acts: actsOf(actor, language, path),
    bell: {
      href: localPath(language, '/notifications'),
      count: ringing,
      label: notificationText[language].bell(ringing),
    },
    signOut: { action: localPath(language, '/sign-out') },
  }
}
