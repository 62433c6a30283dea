import { AsyncLocalStorage } from 'node:async_hooks'
import pino from 'pino'

export type Log = pino.Logger

const request = new AsyncLocalStorage<{ requestId: string }>()

/** Runs `work` so that every line it logs carries the request's id. */
export const withRequestId = <T>(requestId: string, work: () => T): T => request.run({ requestId }, work)

/** What is told of a fault: not the values that a database's error carries in its details. */
function faultOf(error: Error & { code?: string; table?: string; constraint?: string }) {
  const { message, stack, code, table, constraint } = error
  const said = message?.slice(0, 500)
  return {
    type: error.constructor?.name,
    message: said,
    code,
    table,
    constraint,
    stack: stack?.slice(0, 4_000),
  }
}

/** Structured lines on standard error; secrets never reach it because they are never given, and are redacted if they are. */
export const createLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => request.getStore() ?? {},
      serializers: { err: faultOf },
      redact: ['*.password', '*.token', '*.secret', '*.cookie', '*.authorization', 'headers.cookie'],
    },
    pino.destination({ dest: 2, sync: true }),
  )
