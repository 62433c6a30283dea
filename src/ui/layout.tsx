import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Language, languages } from '../kernel/text.ts'
import { Logo } from './logo.tsx'
import { Magnifier } from './search-box.tsx'
import { text } from './text.ts'

export type PageLink = { href: string; label: string; current?: boolean | undefined }

/** What is the same on every page of one installation, in one language. */
export type Site = {
  /** "https://talkoot.example": for addresses that must be whole. */
  origin: string
  home: string
  /** The address of a built file: "site.css" -> "/assets/site-A1B2.css". */
  asset: (name: string) => string
  navigation: readonly PageLink[]
  /** The search page, and the address that answers while one types. */
  search: { href: string; api: string }
  footer: {
    accessibility: string
    privacy: string
    data: string
    about: string
    source?: string | undefined
    feedback: string
  }
  /** A region's own sign, left of ours, and its colours as a style sheet. */
  region?: { name: string; href: string; logo?: string; stylesheet?: string } | undefined
}

/** Who is here: a way in, or a name and a way out (a form, because it changes something). */
export type Account =
  | { signIn: string }
  | {
      name: string
      href: string
      /** What the palette offers besides this page's own acts. */
      acts?: readonly { href: string; label: string }[] | undefined
      /** What waits for the person: `count` is shown, `label` is said. */
      bell?: { href: string; count: number; label: string } | undefined
      signOut: { action: string; keep?: readonly (readonly [string, string])[] }
    }

export type LayoutProps = {
  site: Site
  language: Language
  title: string
  description?: string | undefined
  /** This page in each language, as paths: the language switch keeps the page. */
  alternates: Record<Language, string>
  /** The path search engines should keep, when this address is one of many views. */
  canonical?: string | undefined
  /** A social card of the page's own, 1200 x 630. */
  image?: string | undefined
  /** schema.org description of what the page is about. */
  jsonLd?: object | undefined
  crumbs?: readonly PageLink[]
  account?: Account | undefined
  /** Stands above everything until it is ended: that the reader sees another's view. */
  bar?: { say: string; note: string; action: string; button: string; keep: string } | undefined
  feeds?: readonly { href: string; title: string }[]
  /** Without script the page asks again after so many seconds; with script an island does it. */
  refresh?: number | undefined
  noindex?: boolean
  /** Files of islands that this page alone needs. */
  islands?: readonly string[] | undefined
  /** A style sheet of its own beside the one of all pages. */
  sheet?: 'selection' | 'portfolio' | 'network' | 'consortia' | 'indicators' | 'statistics' | undefined
  /** It is shown in a frame on others' pages: the page alone, and its links open outside the frame. */
  framed?: boolean | undefined
  /** Whether its script solves portfolio problems: it is told where the solver's worker is. */
  solver?: boolean | undefined
  children: ComponentChildren
}

/** A whole document. `toHtml(<Layout …>…</Layout>)` is what a shell sends. */
export function Layout(props: LayoutProps) {
  const { site, language, crumbs, children } = props
  const t = text[language]
  if (props.framed)
    return (
      <html lang={language}>
        <Head {...props} />
        <body class="framed">
          <main id="content">{children}</main>
        </body>
      </html>
    )
  return (
    <html lang={language}>
      <Head {...props} />
      <body data-refresh={props.refresh}>
        <a class="skip" href="#content">
          {t.skip}
        </a>
        {props.bar && <Bar {...props.bar} />}
        <Header {...props} />
        <main id="content" class="wrap" tabIndex={-1}>
          {crumbs && <Crumbs items={crumbs} label={t.breadcrumb} />}
          {children}
        </main>
        <Footer site={site} language={language} />
        <command-palette
          data-api={site.search.api}
          data-search={site.search.href}
          data-words={JSON.stringify(t.palette)}
          data-acts={
            props.account && 'acts' in props.account ? JSON.stringify(props.account.acts) : undefined
          }
        />
      </body>
    </html>
  )
}

function Bar({ say, note, action, button, keep }: NonNullable<LayoutProps['bar']>) {
  return (
    <section class="previewing" aria-label={say}>
      <div class="wrap">
        <p>
          <b>{say}</b> {note}
        </p>
        <form method="post" action={action}>
          <input type="hidden" name="back" value={keep} />
          <button class="btn" type="submit">
            {button}
          </button>
        </form>
      </div>
    </section>
  )
}

export const toHtml = (page: VNode): string => `<!doctype html>${renderToString(page)}`

function Head(props: LayoutProps) {
  const { site, title, description, alternates, language, jsonLd, refresh } = props
  const whole = (path: string) => new URL(path, site.origin).href
  const canonical = whole(props.canonical ?? alternates[language])
  const full = title === text[language].name ? title : `${title} – ${text[language].name}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{full}</title>
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      {props.framed && <base target="_blank" />}
      <script src={site.asset('theme.js')} />
      <link
        rel="preload"
        href={site.asset('source-sans-3-latin.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={site.asset('site.css')} />
      {props.sheet && <link rel="stylesheet" href={site.asset(`${props.sheet}.css`)} />}
      {site.region?.stylesheet && <link rel="stylesheet" href={site.region.stylesheet} />}
      <script type="module" src={site.asset('islands.js')} />
      {props.account && 'name' in props.account && <script type="module" src={site.asset('work.js')} />}
      {props.islands?.map((name) => (
        <script type="module" src={site.asset(`${name}.js`)} />
      ))}
      {props.solver && <meta name="solver" content={site.asset('portfolio-worker.js')} />}
      <link rel="icon" href={site.asset('favicon.svg')} type="image/svg+xml" />
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#0f1722" media="(prefers-color-scheme: dark)" />
      {description && <meta name="description" content={description} />}
      {props.noindex ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={canonical} />}
      {languages.map((other) => (
        <link rel="alternate" hreflang={other} href={whole(alternates[other])} />
      ))}
      <link rel="alternate" hreflang="x-default" href={whole(alternates.fi)} />
      {props.feeds?.map((feed) => (
        <link rel="alternate" type="application/rss+xml" href={feed.href} title={feed.title} />
      ))}
      <meta property="og:site_name" content={text[language].name} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={{ fi: 'fi_FI', sv: 'sv_FI', en: 'en_GB' }[language]} />
      <meta property="og:image" content={whole(props.image ?? site.asset('social-card.png'))} />
      <meta name="twitter:card" content="summary_large_image" />
      {jsonLd && <JsonLd of={jsonLd} />}
      {refresh !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(refresh)} />
        </noscript>
      )}
    </head>
  )
}

/** A data block, not a script: the policy allows it. "<" is escaped so that no text can close it. */
function JsonLd({ of }: { of: object }) {
  const json = JSON.stringify(of).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}

function Header({ site, language, alternates, account }: LayoutProps) {
  const t = text[language]
  // With the account beside it, a menu of more than nine words has no room on one line.
  const long = account && 'name' in account && site.navigation.length > 9
  return (
    <header class={long ? 'header long' : 'header'}>
      <div class="wrap">
        {site.region?.logo && (
          <a class="region" href={site.region.href}>
            <img src={site.region.logo} alt={site.region.name} height="28" />
          </a>
        )}
        <a class="logo" href={site.home}>
          <Logo />
          {t.name}
        </a>
        <nav class="nav" aria-label={t.mainMenu}>
          {site.navigation.map((item) => (
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </a>
          ))}
        </nav>
        <div class="header-end">
          <a class="find" href={site.search.href} data-palette>
            <Magnifier />
            <span>{t.find}</span> <kbd>Ctrl K</kbd>
          </a>
          <LanguageSwitch language={language} alternates={alternates} />
          {account && <AccountLinks account={account} language={language} />}
        </div>
      </div>
    </header>
  )
}

const ownNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

function LanguageSwitch({
  language,
  alternates,
}: {
  language: Language
  alternates: Record<Language, string>
}) {
  return (
    <nav class="language" aria-label={text[language].language}>
      {languages.map((other) => (
        <a
          href={alternates[other]}
          lang={other}
          hreflang={other}
          aria-current={other === language ? 'true' : undefined}
        >
          {other.toUpperCase()}
          <span class="vh"> {ownNames[other]}</span>
        </a>
      ))}
    </nav>
  )
}

function AccountLinks({ account, language }: { account: Account; language: Language }) {
  const t = text[language]
  if ('signIn' in account)
    return (
      <a class="nb" href={account.signIn}>
        {t.signIn}
      </a>
    )
  return (
    <>
      {account.bell && (
        <a class="bell" href={account.bell.href}>
          <Bell />
          {account.bell.count > 0 && <span aria-hidden="true">{Math.min(99, account.bell.count)}</span>}
          <span class="vh">{account.bell.label}</span>
        </a>
      )}
      <a class="nb account" href={account.href}>
        {account.name}
      </a>
      <form method="post" action={account.signOut.action}>
        {account.signOut.keep?.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="btn bare" type="submit">
          {t.signOut}
        </button>
      </form>
    </>
  )
}

const Bell = () => (
  <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8">
    <path d="M4.5 14.5V9a5.5 5.5 0 0 1 11 0v5.5l1.5 1h-14z" stroke-linejoin="round" />
    <path d="M8 17.5a2 2 0 0 0 4 0" stroke-linecap="round" />
  </svg>
)

function Crumbs({ items, label }: { items: readonly PageLink[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ol class="crumbs">
        {items.map((item) => (
          <li>
            {item.current ? (
              <span aria-current="page">{item.label}</span>
            ) : (
              <a href={item.href}>{item.label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Footer({ site, language }: { site: Site; language: Language }) {
  const t = text[language]
  const { footer } = site
  return (
    <footer class="footer">
      <div class="wrap">
        <p>{t.stance}</p>
        <nav aria-label={t.footer}>
          <a href={footer.accessibility}>{t.accessibility}</a>
          <a href={footer.privacy}>{t.privacy}</a>
          <a href={footer.data}>{t.data}</a>
          <a href={footer.about}>{t.about}</a>
          {footer.source && <a href={footer.source}>{t.source}</a>}
          <a href={footer.feedback}>{t.feedback}</a>
        </nav>
        <theme-switch
          data-label={t.theme}
          data-system={t.themeSystem}
          data-light={t.themeLight}
          data-dark={t.themeDark}
        />
        <key-help data-words={JSON.stringify({ ...t.keys, dismiss: t.close })} />
      </div>
    </footer>
  )
}
