import type { Hono } from 'hono'
import { z } from 'zod'
import { perform } from '../kernel/action.ts'
import { followDraft, getDraft, roomOf } from '../modules/drafts/index.ts'
import { actorOf } from '../modules/people/index.ts'
import { count, followName, mayOpen } from './open-streams.ts'
import { languageOf } from './pages.tsx'
import { sessionToken } from './session.ts'
import type { Shell } from './shell.ts'

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
  const windows = new Map<string, number>()
  app.get('/drafts/live', async (c) => {
    const input = asked.safeParse(c.req.query())
    const actor = await actorOf(shell.database, sessionToken(c, shell), shell.now())
    // 204 tells the browser not to try again.
    if (!input.success || actor.kind !== 'person' || !mayOpen(shell, actor.id)) return c.body(null, 204)
    const { client, ...at } = input.data
    const stage = () => shell.stage(actor, languageOf(c))
    await perform(getDraft, stage(), at)
    count(windows, client, 1)
    const ended = async () => {
      // One that was out of sight for a moment is back already.
      const gone = count(windows, client, -1) <= 0
      const leaving = { ...at, client, since: 0, leaving: true }
      if (gone) await perform(followDraft, stage(), leaving).catch(() => undefined)
    }
    return followName(c, shell, { person: actor.id, name: roomOf(stage(), at), client, ended })
  })
}
