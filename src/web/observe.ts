import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { type Log, withRequestId } from '../kernel/log.ts'

export type Metrics = { registry: Registry; requests: Histogram<'method' | 'status' | 'kind'> }

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'talkoot_http_request_seconds',
    help: 'Server time of requests by method, status and kind (page, api, asset, other), seconds',
    labelNames: ['method', 'status', 'kind'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  return { registry, requests }
}

const kindOf = (path: string): string =>
  path.startsWith('/api/')
    ? 'api'
    : path.startsWith('/assets/')
      ? 'asset'
      : path === '/health'
        ? 'other'
        : 'page'

/** A part of an address that is a secret (an invitation, a calendar's feed) stays out of the log. */
const withoutSecrets = (path: string): string =>
  path.replaceAll(/[\w-]{32,}/g, (part) => (uuid.test(part) ? part : '…'))
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const givenId = /^[\w-]{8,64}$/

/** Gives each request an id (a proxy's own is kept), logs it when answered and counts its time. Query text stays out of the log. */
export const observe =
  (log: Log, metrics: Metrics): MiddlewareHandler =>
  async (c, next) => {
    const given = c.req.header('x-request-id')
    const id = given && givenId.test(given) ? given : randomUUID()
    const start = performance.now()
    // Before, for those who tell it in their answer; after, since an answer may bring headers of its own.
    c.header('x-request-id', id)
    await withRequestId(id, next)
    c.header('x-request-id', id)
    const seconds = (performance.now() - start) / 1000
    const kind = kindOf(c.req.path)
    metrics.requests.observe({ method: c.req.method, status: String(c.res.status), kind }, seconds)
    if (kind === 'asset' || kind === 'other') return
    const line = {
      requestId: id,
      method: c.req.method,
      path: withoutSecrets(c.req.path),
      status: c.res.status,
      ms: Math.round(seconds * 1000),
    }
    if (c.res.status >= 500 && c.res.status !== 503) log.error(line, 'request')
    else log.info(line, 'request')
  }
