import type { Actor, Person } from '../kernel/actor.ts'
import { localPath, type PageAnswer } from '../kernel/page.ts'
import { type Language, languages, pick } from '../kernel/text.ts'
import { TourNotice } from '../modules/demo/index.ts'
import { draftsText } from '../modules/drafts/index.ts'
import { holds, isOffice, officeNames, previewText } from '../modules/people/index.ts'
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
  sourceUrl: string | undefined
  assets: Assets
  /** How many unread notifications ring for whoever is signed in. */
  ringing?: number
  /** The demo: the front page says so, and where its tour begins. */
  demo?: boolean
}

/** A page in the frame of the site: navigation, languages, sign-in. */
export function Document(props: DocumentProps) {
  const { page, language, path, search, actor, baseUrl, sourceUrl, assets, ringing = 0, demo = false } = props
  const link = (to: string) => localPath(language, to)
  const alternates = Object.fromEntries(
    languages.map((l) => [l, `${localPath(l, path)}${search}`]),
  ) as Record<Language, string>
  const site: Site = {
    origin: baseUrl,
    home: link('/'),
    asset: assets.href,
    navigation: navigation(language, page.nav, actor),
    region: page.region && { ...page.region, href: link(page.region.href) },
    search: { href: link('/search'), api: `/api/search?lang=${language}` },
    footer: {
      accessibility: link('/accessibility'),
      privacy: link('/privacy'),
      data: link('/open-data'),
      about: link('/about'),
      source: sourceUrl,
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
      islands={page.islands}
      sheet={page.sheet}
      framed={page.framed}
      solver={page.islands?.includes('selection')}
      feeds={[{ href: link('/feed.xml'), title: text[language].feed }]}
      account={accountOf(actor, language, path, ringing)}
      bar={previewBar(actor, language, path)}
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
      {demo && path === '/' && <TourNotice language={language} />}
      {page.body}
    </Layout>
  )
}

function navigation(language: Language, current: string | undefined, actor: Actor) {
  const t = text[language].navigation
  const entries = [
    ...(actor.kind === 'person' ? ([['workspace', '/workspace', t.workspace]] as const) : []),
    ['home', '/', t.home],
    ['projects', '/projects', t.projects],
    ['calls', '/calls', t.calls],
    ['organisations', '/organisations', t.organisations],
    ['regions', '/regions', t.regions],
    ['ecosystems', '/ecosystems', t.ecosystems],
    ['funding', '/funding', t.funding],
    ['sources', '/sources', t.sources],
    ...(holds(actor, ['administrator']) || (actor.kind === 'person' && actor.asleep)
      ? ([['administration', '/administration', t.administration]] as const)
      : []),
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
    { href: link('/drafts'), label: draftsText[language].listTitle },
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
    href: localPath(language, '/workspace'),
    acts: actsOf(actor, language, path),
    bell: {
      href: localPath(language, '/notifications'),
      count: ringing,
      label: notificationText[language].bell(ringing),
    },
    signOut: { action: localPath(language, '/sign-out') },
  }
}

/** Whose view it is, and the way out of it. */
function previewBar(actor: Actor, language: Language, path: string) {
  if (actor.kind !== 'person' || !isOffice(actor.previewing)) return undefined
  const t = previewText[language]
  const where = (actor.previewedIn && pick(actor.previewedIn, language)?.text) ?? t.everywhere
  return {
    say: t.bar(officeNames[language][actor.previewing], where),
    note: t.nothingSaved,
    action: localPath(language, '/preview/end'),
    button: t.end,
    keep: path,
  }
}
