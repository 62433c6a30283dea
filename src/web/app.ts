import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { createApi } from '../api/app.ts'
import { explorerPage } from '../api/explorer.tsx'
import { problem, problemOf } from '../api/problem.ts'
import { execute } from '../kernel/db.ts'
import { Refusal } from '../kernel/refusal.ts'
import { serveAssets } from './assets.ts'
import { faultPage, missingPage, refusalPage } from './errors.tsx'
import { mountInvitation } from './invitation.tsx'
import { showLoading } from './loading.tsx'
import { type Metrics, observe } from './observe.ts'
import { languageOf, mountPages, respond } from './pages.tsx'
import { mountProviders } from './provider-sign-in.tsx'
import type { Shell } from './shell.ts'
import { mountSignIn } from './sign-in.tsx'

/** The whole site as one function from request to response: `createApp(shell).fetch`. */
export async function createApp(
  shell: Shell,
  metrics: Metrics,
  assetFolder: string,
  version: string,
): Promise<Hono> {
  const app = new Hono()
  app.use(observe(shell.log, metrics))
  app.use(trimTrailingSlash())
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
      referrerPolicy: 'strict-origin-when-cross-origin',
      strictTransportSecurity: shell.config.baseUrl.startsWith('https:') && 'max-age=31536000',
    }),
  )
  app.use(csrf({ origin: (origin, c) => allowedOrigin(origin, c.req.url, shell.config.baseUrl) }))

  app.use(showLoading(shell))
  app.get('/health', (c) => c.json({ status: 'alive' }))
  app.get('/ready', async (c) => {
    await execute(shell.database, 'select 1')
    return c.json({ status: 'ready' })
  })
  app.get('/metrics', async (c) =>
    c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  )
  await serveAssets(app, assetFolder)
  const actions = shell.modules.flatMap((m) => m.actions ?? [])
  for (const path of ['/api', '/sv/api', '/en/api']) {
    app.get(path, (c) => respond(c, explorerPage(actions, languageOf(c)), shell, { kind: 'visitor' }))
  }
  app.route('/api', createApi(shell, version))
  mountSignIn(app, shell)
  mountProviders(app, shell)
  mountInvitation(app, shell)
  mountPages(app, shell)

  app.notFound((c) => respond(c, missingPage(languageOf(c)), shell, { kind: 'visitor' }))
  app.onError((error, c) => {
    if (error instanceof Refusal) {
      return respond(c, refusalPage(error, languageOf(c), { kind: 'visitor' }), shell, { kind: 'visitor' })
    }
    if (error instanceof HTTPException) {
      const refusal = new Refusal('forbidden', 'request.refused', [otherOrigin])
      return c.req.path.startsWith('/api/')
        ? problemOf(c, refusal, languageOf(c))
        : respond(c, refusalPage(refusal, languageOf(c), { kind: 'visitor' }), shell, { kind: 'visitor' })
    }
    shell.log.error({ err: error, path: c.req.path }, 'fault')
    if (c.req.path.startsWith('/api/')) {
      return problem(
        c,
        500,
        'fault',
        'Something went wrong on our side. The request id tells the administrator where.',
      )
    }
    return respond(c, faultPage(languageOf(c), c.res.headers.get('x-request-id')), shell, { kind: 'visitor' })
  })
  return app
}

/** A form may be posted from the site itself, by whichever of its names the reader came. */
const allowedOrigin = (origin: string, requestUrl: string, baseUrl: string): boolean =>
  origin === new URL(requestUrl).origin || origin === new URL(baseUrl).origin

const otherOrigin = {
  text: {
    fi: 'Lomake lähetettiin toisesta osoitteesta, joten sitä ei otettu vastaan. Avaa sivu Talkoissa ja lähetä uudelleen.',
    sv: 'Formuläret skickades från en annan adress och togs inte emot. Öppna sidan i Talkoot och skicka på nytt.',
    en: 'The form came from another address, so it was not taken. Open the page in Talkoot and send it again.',
  },
}
