import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from './db.ts'
import type { Log } from './log.ts'

/**
 * Tells at once, in every process over one database, that something has changed: a command nudges a name in its
 * transaction, and who listens to the name is called when it is committed. It says only that there is something to
 * look at, and may be missed while the database is away: those who listen look by themselves now and then too.
 */
export type Nudges = {
  /** `by` is what the nudging command said of itself. Answers how to stop listening. */
  listen: (name: string, hear: (by: string) => void) => () => void
  /** Wakes everybody who listens, so that they can end. */
  close: () => Promise<void>
  readonly closed: boolean
}

const channel = 'talkoot_nudge'
const again = 2_000 // ms between tries to reach the database

export const nudge = (tx: Tx, name: string, by = ''): Promise<unknown> =>
  sql`select pg_notify(${channel}, ${JSON.stringify([name, by])})`.execute(tx)

/** One connection of its own for the whole process, opened when somebody first listens. */
export function createNudges(connectionString: string, log: Log): Nudges {
  const listening = new Map<string, Set<(by: string) => void>>()
  let client: pg.Client | undefined
  let closed = false

  const everybody = () => {
    for (const hears of listening.values()) for (const hear of [...hears]) hear('')
  }
  async function open(): Promise<void> {
    if (client || closed) return
    const mine = new pg.Client({ connectionString, application_name: 'talkoot nudges' })
    client = mine
    const lost = () => {
      if (client !== mine) return
      client = undefined
      mine.end().catch(() => undefined)
      if (listening.size > 0 && !closed) setTimeout(() => void open(), again).unref()
    }
    mine.on('error', lost)
    mine.on('end', lost)
    mine.on('notification', ({ payload }) => {
      const [name, by] = JSON.parse(payload ?? '[]') as [string, string]
      for (const hear of [...(listening.get(name) ?? [])]) hear(by)
    })
    try {
      await mine.connect()
      await mine.query(`listen ${channel}`)
      // What was told while nobody heard.
      everybody()
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'nudges from the database are not heard')
      lost()
    }
  }

  return {
    listen(name, hear) {
      const hears = listening.get(name) ?? new Set()
      listening.set(name, hears.add(hear))
      void open()
      return () => {
        hears.delete(hear)
        if (hears.size === 0 && listening.get(name) === hears) listening.delete(name)
      }
    },
    async close() {
      closed = true
      everybody()
      const last = client
      client = undefined
      await last?.end().catch(() => undefined)
    },
    get closed() {
      return closed
    },
  }
}
