import { type Context, Hono } from 'hono'
import { createApi } from '../api/app.ts'
import { explorerPage } from '../api/explorer.tsx'
import { problem, problemOf } from '../api/problem.ts'
import type { Actor } from '../kernel/actor.ts'
import { isDiskFull } from '../kernel/db.ts'
import { Refusal } from '../kernel/refusal.ts'
import { actorOf } from '../modules/people/index.ts'
import { noteArrival } from './arrival.ts'
import { serveAssets } from './assets.ts'
import { mountDraftStream } from './draft-stream.ts'
import { faultPage, missingPage, refusalPage } from './errors.tsx'
import { bodyLimits, knownHost, ownPagesOnly, tidyPath } from './guard.ts'
import { safeHeaders } from './headers.ts'
import { mountInvitation } from './invitation.tsx'
import { showLoading } from './loading.tsx'
import { mountForMachines } from './machines.ts'
import { type Metrics, observe } from './observe.ts'
import { languageOf, mountPages, respond } from './pages.tsx'
import { mountProviders } from './provider-sign-in.tsx'
import { mountSelectionStream } from './selection-stream.ts'
import { sessionToken } from './session.ts'
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
  app.use(noteArrival(shell))
  app.use(observe(shell.log, metrics))
  app.use(safeHeaders(shell.config.baseUrl))
  app.use(knownHost(shell))
  app.use(tidyPath)
  app.use(ownPagesOnly(shell))
  app.use(bodyLimits(shell))

  app.use(showLoading(shell))
  mountForMachines(app, shell, metrics)
  await serveAssets(app, assetFolder)
  const actions = shell.modules.flatMap((m) => m.actions ?? [])
  for (const path of ['/api', '/sv/api', '/en/api']) {
    app.get(path, async (c) =>
      respond(c, explorerPage(actions, languageOf(c)), shell, await readerOf(c, shell)),
    )
  }
  app.route('/api', createApi(shell, version))
  mountDraftStream(app, shell)
  mountSelectionStream(app, shell)
  mountSignIn(app, shell)
  mountProviders(app, shell)
  mountInvitation(app, shell)
  mountPages(app, shell)

  app.notFound(async (c) => respond(c, missingPage(languageOf(c)), shell, await readerOf(c, shell)))
  app.onError(async (error, c) => {
    if (error instanceof Refusal) {
      if (c.req.path.startsWith('/api/')) return problemOf(c, error, languageOf(c))
      const reader = await readerOf(c, shell)
      return respond(c, refusalPage(error, languageOf(c), reader), shell, reader)
    }
    shell.log.error({ err: error }, 'fault')
    if (c.req.path.startsWith('/api/')) {
      if (isDiskFull(error)) return problem(c, 507, 'disk-full', 'The disk of the server is full.')
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

/** Who reads a page that no module made, for the menu above it; a visitor's while the database cannot tell. */
const readerOf = (c: Context, shell: Shell): Promise<Actor> =>
  actorOf(shell.database, sessionToken(c, shell), shell.now()).catch(() => ({ kind: 'visitor' }))
