import type { Context, MiddlewareHandler } from 'hono'
import type { Shell } from './shell.ts'

const cameIn = new WeakMap<Request, Date>()

/**
 * Notes when each request came in, before it waits for anything: a deadline is judged by that moment, not by when its
 * turn came (DECISIONS/0020-the-deadline-is-when-it-came.md).
 */
export const noteArrival =
  (shell: Shell): MiddlewareHandler =>
  async (c, next) => {
    cameIn.set(c.req.raw, shell.now())
    await next()
  }

/** When the request came in. */
export const arrivalOf = (c: Context, shell: Shell): Date => cameIn.get(c.req.raw) ?? shell.now()
