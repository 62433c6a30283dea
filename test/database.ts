import pg from 'pg'
import { inject } from 'vitest'
import { type Connection, connect } from '../src/kernel/db.ts'

export type TestDatabase = Connection & {
  connectionString: string
  /** Closes the pool and drops the database, whoever is still connected. */
  drop: () => Promise<void>
}

let made = 0

/**
 * A database of one's own with the product's tables and nothing in them: a copy of the template that the run
 * has migrated once. Make it in `beforeAll`, drop it in `afterAll`.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const { connectionString: server, template } = inject('postgres')
  made += 1
  const name = `test_${process.pid}_${made}_${Math.round(performance.timeOrigin % 1e6)}`
  await command(server, `create database ${name} template ${template} strategy file_copy`)
  const connectionString = server.replace('/talkoot?', `/${name}?`)
  const connection = connect(connectionString, () => undefined)
  return {
    ...connection,
    connectionString,
    async drop() {
      await connection.close()
      await command(server, `drop database if exists ${name} with (force)`)
    },
  }
}

async function command(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
