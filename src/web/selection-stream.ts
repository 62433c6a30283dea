import type { Hono } from 'hono'
import { perform } from '../kernel/action.ts'
import { actorOf } from '../modules/people/index.ts'
import { readSelection, selectionNudge } from '../modules/selections/index.ts'
import { followName, mayOpen } from './open-streams.ts'
import { languageOf } from './pages.tsx'
import { sessionToken } from './session.ts'
import type { Shell } from './shell.ts'

/**
 * A window of a selection meeting's room holds one of these open: it hears at once that the meeting has moved on, and
 * asks then what it may see of it.
 */
export function mountSelectionStream(app: Hono, shell: Shell): void {
  app.get('/selections/live', async (c) => {
    const selection = c.req.query('selection') ?? ''
    const actor = await actorOf(shell.database, sessionToken(c, shell), shell.now())
    if (actor.kind !== 'person' || !mayOpen(shell, actor.id)) return c.body(null, 204)
    await perform(readSelection, shell.stage(actor, languageOf(c)), { selection })
    return followName(c, shell, { person: actor.id, name: selectionNudge(selection) })
  })
}
