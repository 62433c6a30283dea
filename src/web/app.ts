import { Hono } from 'hono'
import { createApi } from '../api/app.ts'
import { explorerPage } from '../api/explorer.tsx'
import { problem, problemOf } from '../api/problem.ts'
import { isDiskFull } from '../kernel/db.ts'
import { Refusal } from '../kernel/refusal.ts'
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
    app.get(path, (c) => respond(c, explorerPage(actions, languageOf(c)), shell, { kind: 'visitor' }))
  }
  app.route('/api', createApi(shell, version))
  mountDraftStream(app, shell)
  mountSignIn(app, shell)
  mountProviders(app, shell)
  mountInvitation(app, shell)
  mountPages(app, shell)

  app.notFound((c) => respond(c, missingPage(languageOf(c)), shell, { kind: 'visitor' }))
  app.onError((error, c) => {
    if (error instanceof Refusal) {
      return c.req.path.startsWith('/api/')
        ? problemOf(c, error, languageOf(c))
        : respond(c, refusalPage(error, languageOf(c), { kind: 'visitor' }), shell, { kind: 'visitor' })
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
