import { isIP } from 'node:net'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { problemOf } from '../api/problem.ts'
import type { Config } from '../config.ts'
import { Refusal } from '../kernel/refusal.ts'
import { refusalPage } from './errors.tsx'
import { text } from './guard-text.ts'
import { languageOf, respond } from './pages.tsx'
import type { Shell } from './shell.ts'

const visitor = { kind: 'visitor' } as const

/** The largest body that is no upload: forms without files, JSON. A form of two thousand long fields fits. */
export const bodyBytes = 4 * 1024 * 1024

type Status = 403 | 413 | 415 | 421

/** Says no before any page or action is reached: as problem details under /api, else as a page. */
function refuse(c: HonoContext, shell: Shell, status: Status, reason: keyof typeof text.fi) {
  const { fi, sv, en } = text
  const refusal = new Refusal('forbidden', `request.${reason}`, [
    { text: { fi: fi[reason], sv: sv[reason], en: en[reason] } },
  ])
  const language = languageOf(c)
  if (isApi(c)) return problemOf(c, refusal, language, status)
  return respond(c, { ...refusalPage(refusal, language, visitor), status }, shell, visitor)
}

const isApi = (c: HonoContext) => c.req.path.startsWith('/api/')
const isSafe = (method: string) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** What a machine asks by whatever name it has for us. */
const nameless = /^\/(health|ready|metrics)$/

/**
 * A name that is not ours is refused: else a page of somebody else could point its name at this server (DNS
 * rebinding) and be taken for ours, or a link made from it could lead astray. An address in numbers is nobody's name.
 */
export function knownHost(shell: Shell): MiddlewareHandler {
  const own = new URL(shell.config.baseUrl).hostname
  return (c, next) => {
    const host = new URL(c.req.url).hostname
    return nameless.test(c.req.path) || isKnown(host, own, shell.config)
      ? next()
      : Promise.resolve(refuse(c, shell, 421, 'host'))
  }
}

const isKnown = (host: string, own: string, config: Config): boolean =>
  host === own ||
  host === 'localhost' ||
  isIP(host.replace(/^\[|\]$/g, '')) > 0 ||
  // Until the operator has said what the public address is, a server that others may reach answers to any name.
  (!config.baseUrlStated && isIP(config.host) > 0 && !/^(127\.|::1$)/.test(config.host))

/** "//elsewhere.example/x" is no path of ours; "/projects/" is "/projects". Never a whole address in the answer. */
export const tidyPath: MiddlewareHandler = async (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  const tidy = pathname.replace(/[/\\]{2,}/g, '/').replace(/(?<=[^/])\/$/, '')
  if (tidy === pathname || !isSafe(c.req.method)) return next()
  return c.redirect(`${tidy}${search}`, 301)
}

/**
 * A change is taken from our own pages only. Browsers say where a request comes from; a program that says nothing may
 * bring a token (which no browser adds by itself), but not a browser's cookie.
 */
export function ownPagesOnly(shell: Shell): MiddlewareHandler {
  return (c, next) => {
    if (isSafe(c.req.method)) return next()
    // A token alone counts then; no browser sends one by itself.
    if (isApi(c) && c.req.header('authorization')?.startsWith('Bearer ')) return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const form = !/^application\/json\b/i.test(c.req.header('content-type') ?? '')
    const ours =
      origin !== undefined
        ? isOwnOrigin(origin, c.req.url, shell.config.baseUrl)
        : site !== undefined
          ? site === 'same-origin'
          : !form && c.req.header('cookie') === undefined
    return ours && (site === undefined || site === 'same-origin' || site === 'none')
      ? next()
      : Promise.resolve(refuse(c, shell, 403, 'origin'))
  }
}

/** The site itself, by whichever of its names the reader came; `knownHost` has looked at the name. */
const isOwnOrigin = (origin: string, requestUrl: string, baseUrl: string): boolean =>
  origin === new URL(requestUrl).origin || origin === new URL(baseUrl).origin

/** Bodies by their kind: an upload up to the operator's limit, anything else small enough to be held in memory. */
export function bodyLimits(shell: Shell): MiddlewareHandler {
  const small = bodyLimit({ maxSize: bodyBytes, onError: (c) => refuse(c, shell, 413, 'body') as never })
  return (c, next) => {
    if (isSafe(c.req.method)) return next()
    const type = c.req.header('content-type') ?? ''
    if (!/^multipart\/form-data\b/i.test(type)) {
      return isApi(c) && type && !/^application\/(json|x-www-form-urlencoded)\b/i.test(type)
        ? Promise.resolve(refuse(c, shell, 415, 'type'))
        : small(c, next)
    }
    if (isApi(c)) return Promise.resolve(refuse(c, shell, 415, 'type'))
    // Without a stated length each file and field is counted as it streams in.
    const stated = Number(c.req.header('content-length') ?? 0)
    return stated > shell.config.uploadLimit + bodyBytes
      ? Promise.resolve(refuse(c, shell, 413, 'body'))
      : next()
  }
}
