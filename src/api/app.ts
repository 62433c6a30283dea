import { Hono } from 'hono'
import { type Action, perform } from '../kernel/action.ts'
import type { Actor } from '../kernel/actor.ts'
import { queryData } from '../kernel/list.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isLanguage, type Language } from '../kernel/text.ts'
import { honoPath } from '../web/address.ts'
import { arrivalOf } from '../web/arrival.ts'
import { compressed, encodingFor } from '../web/kept-pages.ts'
import type { Shell } from '../web/shell.ts'
import { watchForbidden } from '../web/watch.ts'
import { createCaller } from './caller.ts'
import { openApi } from './openapi.ts'
import { asTold, problem, problemOf, refusalAs } from './problem.ts'
import { routeOf } from './routes.ts'

/** REST over the same actions as the pages. The language of messages follows `lang` or Accept-Language. */
export function createApi(shell: Shell, version: string): Hono {
  const app = new Hono()
  // An action that only a page or the command line may start (sign-in) has no REST address.
  const actions = shell.modules.flatMap((m) => m.actions ?? [])
  const callerOf = createCaller(shell)
  const description = JSON.stringify(openApi(actions, shell.config.baseUrl, version))
  // What a form of the explorer sends to "/projects/{code}": the braces are filled in from the fields.
  app.use('/*', async (c, next) => {
    const filled = filledPath(c.req.url)
    return filled ? c.redirect(filled, 307) : next()
  })
  app.get('/openapi.json', (c) =>
    c.body(description, 200, { 'content-type': 'application/json; charset=utf-8' }),
  )
  for (const action of actions) {
    const { method, path, errors } = routeOf(action)
    const refused = errors ? refusalAs(errors) : problemOf
    app.on(method, honoPath(path), async (c) => {
      const language = messageLanguage(c.req.query('lang'), c.req.header('accept-language'))
      let actor: Actor | undefined
      try {
        const caller = await callerOf(c, language)
        if (caller instanceof Response) return errors ? asTold(errors, caller) : caller
        actor = caller
        const raw = { ...(await inputOf(c.req.raw, method)), ...c.req.param() }
        const stage = { ...shell.stage(actor, language, arrivalOf(c, shell)), way: 'api' as const }
        const output = await perform(action as Action, stage, raw)
        const body = JSON.stringify(output)
        c.header('content-type', 'application/json; charset=utf-8')
        c.header('vary', 'accept-encoding, accept-language, authorization, cookie')
        const encoding = encodingFor(c.req.header('accept-encoding'))
        if (!encoding || body.length < 1_000) return c.body(body)
        c.header('content-encoding', encoding)
        return c.body(new Uint8Array(await compressed(body, encoding)))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.kind === 'forbidden' && actor?.kind === 'person') await watchForbidden(shell, actor)
        return refused(c, error, language)
      }
    })
  }
  app.notFound((c) =>
    problem(c, 404, 'address.missing', 'There is nothing at this address. See /api/openapi.json.'),
  )
  return app
}

/** "/api/projects/%7Bcode%7D?code=A1&limit=2" -> "/api/projects/A1?limit=2"; undefined when there are no braces. */
function filledPath(address: string): string | undefined {
  const url = new URL(address)
  const filled = url.pathname.replaceAll(/(?:\{|%7b)(\w+)(?:\}|%7d)/gi, (_, name: string) => {
    const value = url.searchParams.get(name) ?? ''
    url.searchParams.delete(name)
    return encodeURIComponent(value)
  })
  return filled === url.pathname ? undefined : `${filled}${url.search}`
}

async function inputOf(request: Request, method: string): Promise<Record<string, unknown>> {
  const { lang: _, ...query } = queryData(new URL(request.url).searchParams)
  if (method === 'GET') return query
  const text = await request.text()
  if (!text) return query
  if (request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    return { ...query, ...queryData(new URLSearchParams(text)) }
  }
  try {
    const body: unknown = JSON.parse(text)
    if (body && typeof body === 'object' && !Array.isArray(body)) return { ...query, ...body }
  } catch {
    // said below, with the other shapes that are no object
  }
  throw new Refusal('invalid', 'body.not-json', [
    {
      text: {
        fi: 'Pyynnön runko ei ole JSON-olio.',
        sv: 'Begärans innehåll är inte ett JSON-objekt.',
        en: 'The request body is not a JSON object.',
      },
    },
  ])
}

function messageLanguage(asked: string | undefined, accepted: string | undefined): Language {
  if (isLanguage(asked)) return asked
  for (const part of (accepted ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase()
    if (isLanguage(tag)) return tag
  }
  return 'en'
}
