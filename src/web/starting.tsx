import { Hono } from 'hono'
import renderToString from 'preact-render-to-string'
import type { Config } from '../config.ts'
import { PageHead } from '../ui/index.ts'
import { splitLanguage } from './address.ts'
import { type Assets, serveAssets } from './assets.ts'
import { Document } from './document.tsx'
import { safeHeaders } from './headers.ts'
import { text } from './text.ts'

/** What answers in the first seconds, before there is a database: every address says so and asks again. */
export async function startingApp(
  assets: Assets,
  assetFolder: string,
  { baseUrl, sourceUrl }: Pick<Config, 'baseUrl' | 'sourceUrl'>,
): Promise<Hono> {
  const app = new Hono()
  app.use(safeHeaders(baseUrl))
  await serveAssets(app, assetFolder)
  app.get('/health', (c) => c.json({ status: 'alive' }))
  app.all('*', (c) => {
    const { language, path } = splitLanguage(new URL(c.req.url).pathname)
    c.header('retry-after', '1')
    if (path === '/ready' || path.startsWith('/api')) return c.json({ status: 'starting' }, 503)
    const t = text[language]
    const page = {
      as: 'page' as const,
      title: t.starting,
      robots: 'noindex' as const,
      refresh: 1,
      body: <PageHead title={t.starting} lead={t.startingLead} />,
    }
    const document = (
      <Document
        page={page}
        language={language}
        path={path}
        search=""
        actor={{ kind: 'visitor' }}
        baseUrl={baseUrl}
        sourceUrl={sourceUrl}
        assets={assets}
      />
    )
    // 200, so that a first look in a browser or a script shows the page, not an error.
    return c.html(`<!doctype html>${renderToString(document)}`)
  })
  return app
}
