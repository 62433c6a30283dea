import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { perform } from '../kernel/action.ts'
import { followDraft, getDraft, roomOf } from '../modules/drafts/index.ts'
import { actorOf } from '../modules/people/index.ts'
import { languageOf } from './pages.tsx'
import { sessionToken } from './session.ts'
import type { Shell } from './shell.ts'

const beatMs = 20_000 // shorter than any proxy or our own patience with a silent connection
const most = { perPerson: 12, inAll: 1_000 }
const asked = z.object({
  kind: z.string().max(100),
  subject: z.string().max(200),
  client: z.string().max(64),
})

/**
 * A window with a shared form holds one of these open: it hears at once that somebody has written or moved, and asks
 * then what. Nothing of the form is in it. When the window goes, it has left the form. Without it a window asks by
 * itself now and then.
 */
export function mountDraftStream(app: Hono, shell: Shell): void {
  const open = new Map<string, number>()
  const windows = new Map<string, number>()
  app.get('/drafts/live', async (c) => {
    const input = asked.safeParse(c.req.query())
    const actor = await actorOf(shell.database, sessionToken(c, shell), shell.now())
    // 204 tells the browser not to try again.
    if (!input.success || actor.kind !== 'person') return c.body(null, 204)
    const held = open.get(actor.id) ?? 0
    const all = [...open.values()].reduce((sum, n) => sum + n, 0)
    if (held >= most.perPerson || all >= most.inAll || shell.nudges.closed) return c.body(null, 204)
    const { client, ...at } = input.data
    const stage = () => shell.stage(actor, languageOf(c))
    await perform(getDraft, stage(), at)
    count(open, actor.id, 1)
    count(windows, client, 1)
    c.header('connection', 'close')
    c.header('x-accel-buffering', 'no')
    return streamSSE(c, async (stream) => {
      let changed = false
      let wake = () => {}
      const silence = shell.nudges.listen(roomOf(stage(), at), (by) => {
        changed ||= by !== client
        if (changed) wake()
      })
      stream.onAbort(() => wake())
      try {
        while (!stream.aborted && !shell.nudges.closed) {
          await stream.writeSSE({ event: changed ? 'changed' : 'beat', data: '' })
          changed = false
          await new Promise<void>((resolve) => {
            const beat = setTimeout(resolve, beatMs)
            wake = () => {
              clearTimeout(beat)
              resolve()
            }
          })
        }
      } finally {
        silence()
        count(open, actor.id, -1)
        // One that was out of sight for a moment is back already.
        const gone = count(windows, client, -1) <= 0
        const leaving = { ...at, client, since: 0, leaving: true }
        if (gone) await perform(followDraft, stage(), leaving).catch(() => undefined)
      }
    })
  })
}

function count(of: Map<string, number>, key: string, more: 1 | -1): number {
  const n = (of.get(key) ?? 0) + more
  if (n > 0) of.set(key, n)
  else of.delete(key)
  return n
}
