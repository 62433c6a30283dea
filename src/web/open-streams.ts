import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Shell } from './shell.ts'

const beatMs = 20_000 // shorter than any proxy or our own patience with a silent connection
const most = { perPerson: 12, inAll: 1_000 }
const open = new Map<string, number>()

/** Whether another stream may be held open for the person: not while the server goes down. */
export const mayOpen = (shell: Shell, person: string): boolean => {
  const all = [...open.values()].reduce((sum, n) => sum + n, 0)
  return (open.get(person) ?? 0) < most.perPerson && all < most.inAll && !shell.nudges.closed
}

/**
 * Holds a stream open for a window and tells it "changed" when the name is nudged by anybody else; nothing of what has
 * changed is in it. A beat goes now and then, so that nobody on the way takes the connection for dead.
 */
export function followName(
  c: Context,
  shell: Shell,
  {
    person,
    name,
    client,
    ended,
  }: { person: string; name: string; client?: string; ended?: () => Promise<void> },
) {
  count(open, person, 1)
  c.header('connection', 'close')
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (stream) => {
    let changed = false
    let wake = () => {}
    const silence = shell.nudges.listen(name, (by) => {
      changed ||= client === undefined || by !== client
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
      count(open, person, -1)
      await ended?.()
    }
  })
}

/** Counts one more or one less; answers how many there are now. */
export function count(of: Map<string, number>, key: string, more: 1 | -1): number {
  const n = (of.get(key) ?? 0) + more
  if (n > 0) of.set(key, n)
  else of.delete(key)
  return n
}
