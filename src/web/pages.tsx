import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Hono, Context as HonoContext } from 'hono'
import renderToString from 'preact-render-to-string'
import { perform } from '../kernel/action.ts'
import type { Actor } from '../kernel/actor.ts'
import { isStale } from '../kernel/fresh.ts'
import { openMoment } from '../kernel/moment.ts'
import { localPath, type Page, type PageAnswer, type PageRequest, type PostedForm } from '../kernel/page.ts'
import { Refusal } from '../kernel/refusal.ts'
import { revision } from '../kernel/revision.ts'
import { isAmong } from '../kernel/rule.ts'
import { contentDisposition } from '../kernel/spreadsheet.ts'
import type { Language } from '../kernel/text.ts'
import { dayIn } from '../kernel/time.ts'
import { actorOf } from '../modules/people/index.ts'
import { ringing } from '../modules/talk/index.ts'
import { honoPath, splitLanguage } from './address.ts'
import { arrivalOf } from './arrival.ts'
import { Document } from './document.tsx'
import { missingPage, refusalPage } from './errors.tsx'
import { readForm, repeatOf } from './forms.ts'
import { elsewhere } from './headers.ts'
import { compressed, encodingFor } from './kept-pages.ts'
import { signInAgain, signInToRepeat } from './repeat-page.tsx'
import { sessionToken } from './session.ts'
import type { Shell } from './shell.ts'
import { watchForbidden } from './watch.ts'

/** Puts every module's pages on the site, each in three languages. */
export function mountPages(app: Hono, shell: Shell): void {
  for (const page of shell.modules.flatMap((m) => m.pages ?? [])) {
    for (const prefix of ['', '/sv', '/en']) {
      const path = prefix && page.path === '/' ? prefix : `${prefix}${honoPath(page.path)}`
      app.on(page.method, path, (c) => answer(c, page, shell))
    }
  }
}

async function answer(c: HonoContext, page: Page, shell: Shell): Promise<Response> {
  const actor = await actorOf(shell.database, sessionToken(c, shell), shell.now())
  if (!page.cached || actor.kind !== 'visitor')
    return respond(c, await run(c, page, shell, actor), shell, actor)

  const current = await revision(shell.database)
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const edition = editionOf(shell, current)
  const tag = `"${edition}"`
  c.header('etag', tag)
  c.header('cache-control', 'public, max-age=0, must-revalidate')
  c.header('vary', 'accept-encoding, cookie')
  if (c.req.header('if-none-match') === tag) return c.body(null, 304)
  const url = new URL(c.req.url)
  const key = `${edition} ${encoding ?? ''} ${url.pathname}${url.search}`
  const made = await shell.keptPages.get(key, current, async () => {
    const said = await run(c, page, shell, actor)
    // A redirect is made again for each who asks: only what is shown is worth keeping.
    if (said.as === 'redirect') return { status: 303, bytes: Buffer.from(said.to) }
    if (said.as === 'file') throw new Error(`${page.path}: only pages can be kept`)
    const html = htmlOf(c, said, shell, actor)
    const bytes = encoding ? await compressed(html, encoding) : Buffer.from(html)
    const unready = said.as === 'page' && said.unready === true
    return { status: said.status ?? 200, bytes, unready }
  })
  if (made.unready) {
    c.header('etag', undefined)
    c.header('cache-control', 'no-store')
  }
  if (made.status === 303) return c.redirect(headerSafe(Buffer.from(made.bytes).toString()), 303)
  c.header('content-type', 'text/html; charset=utf-8')
  if (encoding) c.header('content-encoding', encoding)
  return c.body(new Uint8Array(made.bytes), made.status as 200)
}

/**
 * Another whenever a kept page may differ: public data has changed, a day has passed (what ran has ended), the look
 * or what the operator tells of itself is new.
 */
function editionOf(shell: Shell, current: string): string {
  const { contact, sourceUrl } = shell.config
  return createHash('sha256')
    .update([current, dayIn(shell.now()), shell.assets.href('site.css'), contact, sourceUrl].join('\n'))
    .digest('base64url')
    .slice(0, 16)
}

/** Runs a page; a refusal becomes the page that says so. */
async function run(c: HonoContext, page: Page, shell: Shell, actor: Actor): Promise<PageAnswer> {
  const url = new URL(c.req.url)
  const { language, path } = splitLanguage(url.pathname)
  const moment = openMoment(shell.database)
  const stage = {
    ...shell.stage(actor, language, arrivalOf(c, shell)),
    ...(page.method === 'GET' && { read: moment.read }),
  }
  let form: Promise<PostedForm> | undefined
  let stopped = false
  let isOld = false
  /** What the last refused action was asked with. */
  let asked: unknown
  const request: PageRequest = {
    url,
    params: c.req.param() as Record<string, string>,
    language,
    actor,
    now: stage.now,
    baseUrl: shell.config.baseUrl,
    contact: shell.config.contact,
    sourceUrl: shell.config.sourceUrl,
    perform: async (action, raw, sent) => {
      try {
        // What is written is seen by what is read after it, and nobody waits for a connection while holding one.
        if (action.kind === 'command' || action.apart) await moment.end()
        return await perform(action, sent ? { ...stage, draft: sent } : stage, raw)
      } catch (error) {
        // What is wrong in the form comes to light first: who is not signed in is told that first.
        asked = raw
        isOld ||= isStale(error)
        stopped ||= isForbidden(error) || (error instanceof Refusal && !isAmong(action.allow.who, actor))
        throw error
      }
    },
    drafts: stage.drafts,
    supplements: shell.modules.flatMap((m) => m.supplements ?? []),
    form: (fileLimit = Number.POSITIVE_INFINITY) => {
      form ??= readForm(c.req.raw, shell.files, Math.min(fileLimit, shell.config.uploadLimit))
      return form
    },
    open: shell.files.open,
    link: (path) => localPath(language, path),
  }
  let said: PageAnswer
  try {
    said = await page.run(request)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    stopped ||= isForbidden(error)
    said = isNoAddress(error, page.method, request.params, asked)
      ? missingPage(language)
      : refusalPage(error, language, actor, page.method === 'GET' ? `${path}${url.search}` : undefined)
  } finally {
    await moment.end()
  }
  if (isOld) {
    const back =
      page.method === 'POST'
        ? { repeat: await repeatOf(c.req.raw, url, form) }
        : { to: `${path}${url.search}` }
    return signInAgain(shell, language, back)
  }
  if (stopped && actor.kind === 'person') await watchForbidden(shell, actor)
  // The session has ended while somebody wrote: what they posted is kept while they sign in again.
  if (stopped && page.method === 'POST' && actor.kind === 'visitor') {
    return signInToRepeat(shell, language, await repeatOf(c.req.raw, url, form))
  }
  return said
}

/** What stands where an id or a key belongs and cannot be one names nothing: there is no such page. */
function isNoAddress(
  error: Refusal,
  method: string,
  params: Readonly<Record<string, string | undefined>>,
  asked: unknown,
): boolean {
  if (method !== 'GET' || error.reason !== 'input.invalid' || error.complaints.length === 0) return false
  const input = (asked ?? {}) as Readonly<Record<string, unknown>>
  const parts = Object.values(params)
  return error.complaints.every(({ field }) => {
    const value = field === undefined ? undefined : input[field]
    return typeof value === 'string' && parts.includes(value)
  })
}

const isForbidden = (error: unknown) => error instanceof Refusal && error.kind === 'forbidden'

function htmlOf(
  c: HonoContext,
  said: Extract<PageAnswer, { as: 'page' | 'fragment' }>,
  shell: Shell,
  actor: Actor,
  bell = 0,
): string {
  if (said.as === 'fragment') return renderToString(<>{said.body}</>)
  const url = new URL(c.req.url)
  const { language, path } = splitLanguage(url.pathname)
  return `<!doctype html>${renderToString(
    <Document
      page={said}
      language={language}
      path={path}
      search={url.search}
      actor={actor}
      baseUrl={shell.config.baseUrl}
      sourceUrl={shell.config.sourceUrl}
      assets={shell.assets}
      ringing={bell}
      demo={shell.config.demo}
    />,
  )}`
}

/** What a header can carry: a line end or a letter beyond ASCII in an address is percent-encoded. */
const headerSafe = (to: string): string =>
  to
    .replace(/^\/[/\\]+/, '/')
    .replace(/[^!-~]+/gu, (part) => encodeURIComponent(Buffer.from(part).toString()))

/** Sends an answer that is made for this request alone. */
export async function respond(
  c: HonoContext,
  said: PageAnswer,
  shell: Shell,
  actor: Actor,
): Promise<Response> {
  c.header('cache-control', 'no-store')
  if (said.as === 'redirect') return c.redirect(headerSafe(said.to), 303)
  if (said.as === 'file') {
    c.header('content-type', said.type)
    c.header('content-disposition', contentDisposition(said.name, said.inline ? 'inline' : 'attachment'))
    if (said.elsewhere) c.header(elsewhere, '1')
    const { content } = said
    if (content instanceof Readable) return c.body(Readable.toWeb(content) as ReadableStream)
    return c.body(typeof content === 'string' ? content : new Uint8Array(content))
  }
  if (said.as === 'page' && said.framed) c.header(elsewhere, '1')
  const bell = said.as === 'page' && actor.kind === 'person' ? await ringing(shell.database, actor) : 0
  const html = htmlOf(c, said, shell, actor, bell)
  const encoding = encodingFor(c.req.header('accept-encoding'))
  c.header('vary', 'accept-encoding, cookie')
  if (!encoding || html.length < 1_000) return c.html(html, said.status ?? 200)
  c.header('content-type', 'text/html; charset=utf-8')
  c.header('content-encoding', encoding)
  return c.body(new Uint8Array(await compressed(html, encoding)), said.status ?? 200)
}

export const languageOf = (c: HonoContext): Language => splitLanguage(new URL(c.req.url).pathname).language
