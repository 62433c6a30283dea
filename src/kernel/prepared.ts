import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** A statement is prepared when it has come this often; each connection holds no more than `most` of them. */
const often = 5
const most = 200

/**
 * What is planned for what is asked each time: searches and narrowed lists, whose best way depends on the words and
 * filters, and loads, which come once.
 */
const planned = /@@|%|\boffset\b|\bunnest\b|_recordset\b|\bvacuum\b/i

/**
 * A pool whose connections prepare the statements that come again and again: planning a statement of many joins
 * takes longer than running it. A pooler in front of PostgreSQL must keep prepared statements or whole sessions.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const times = new Map<string, number>()
  const names = new Map<string, string>()
  let made = 0
  let off = false

  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known || off || names.size >= most) return known
    if (times.size > 20 * most) times.clear()
    const seen = (times.get(text) ?? 0) + 1
    times.set(text, seen)
    if (seen < often || planned.test(text)) return undefined
    const name = `talkoot_${++made}`
    names.set(text, name)
    times.delete(text)
    return name
  }
  const heard = (error: { code?: string; message?: string }) => {
    // A table has changed under a plan, or a pooler has lost it: it is prepared anew, or no more.
    if (error.code === '0A000' || error.code === '26000') names.clear()
    if (error.code === '26000') off = true
  }

  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const wrapped = (client: pg.PoolClient): PostgresPoolClient => {
    const query = async (text: string, values: unknown[]) => {
      const name = values.length > 0 ? nameOf(text) : undefined
      if (name === undefined) return client.query(text, values)
      return client.query({ name, text, values }).catch((error) => {
        heard(error)
        throw error
      })
    }
    const made = {
      // A cursor brings its own text and is read in portions: it goes through as it is.
      query: (asked: unknown, values?: unknown[]) =>
        typeof asked === 'string' ? query(asked, values ?? []) : client.query(asked as pg.Submittable),
      release: () => client.release(),
    } as unknown as PostgresPoolClient
    clients.set(client, made)
    return made
  }
  return {
    connect: async () => {
      const client = await pool.connect()
      return clients.get(client) ?? wrapped(client)
    },
    end: () => pool.end(),
  }
}
