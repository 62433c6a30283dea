import pg from 'pg'
import type { EmbeddedPostgres } from '../../src/kernel/postgres.ts'

/**
 * Writers that go on for ever, whatever happens to the database, and remember each row that it acknowledged.
 * What they remember is what nobody may lose.
 */
export type Ledger = {
  acknowledged: Set<number>
  /** How often a writer lost its connection. */
  interruptions: () => number
  stop: () => Promise<void>
  /** Rows that were acknowledged and are not there; rows that are there twice; indexes that contradict their table. */
  audit: () => Promise<{ lost: number[]; doubled: number; rows: number }>
}

export async function keepLedger(server: EmbeddedPostgres, writers = 3): Promise<Ledger> {
  const acknowledged = new Set<number>()
  let next = 1
  let interruptions = 0
  let stopping = false

  await inConnection(server, async (client) => {
    await client.query('create extension if not exists amcheck')
    await client.query('create table if not exists ledger (n bigint primary key, note text not null)')
    const { rows } = await client.query('select coalesce(max(n), 0) as last from ledger')
    next = Number(rows[0].last) + 1
  })

  async function write(): Promise<void> {
    while (!stopping) {
      try {
        await inConnection(server, async (client) => {
          while (!stopping) {
            // A number is used once: whether an unacknowledged row is there or not, nobody claims it.
            const n = next++
            await client.query('insert into ledger (n, note) values ($1, repeat($2, 200))', [n, 'kirjaus '])
            acknowledged.add(n)
          }
        })
      } catch {
        interruptions += 1
        if (!stopping) await server.ensure()
      }
    }
  }
  const running = Promise.all(Array.from({ length: writers }, write))

  let attempts = 20
  const ledger: Ledger = {
    acknowledged,
    interruptions: () => interruptions,
    async stop() {
      stopping = true
      await running
    },
    audit: () => {
      const claimed = [...acknowledged] // the writers go on while we look
      return inConnection(server, async (client) => {
        const { rows } = await client.query<{ n: string }>('select n from ledger')
        await client.query("select bt_index_parent_check('ledger_pkey', true, true)")
        const there = new Set(rows.map((row) => Number(row.n)))
        const lost = claimed.filter((n) => !there.has(n))
        return { lost, doubled: rows.length - there.size, rows: rows.length }
      }).catch(async (error) => {
        // It may be dying only now, from the kill that went before.
        if (attempts-- === 0) throw error
        await server.ensure()
        return ledger.audit()
      })
    },
  }
  return ledger
}

export async function inConnection<T>(
  server: EmbeddedPostgres,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: server.connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
