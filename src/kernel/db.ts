import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { preparing } from './prepared.ts'
import type { Tables } from './tables.ts'

/** The open door to PostgreSQL. Only shells, jobs and tests hold it; modules get a `Read` or a `Tx`. */
export type Database = Kysely<Tables>

/** A handle that can only look. */
export type Read = Pick<
  Kysely<Tables>,
  'selectFrom' | 'with' | 'withRecursive' | 'selectNoFrom' | 'fn' | 'dynamic' | 'getExecutor'
>

/** A handle inside a transaction: the proof that what is written together stays together. */
export type Tx = Transaction<Tables>

/** int8 comes as a number (no count here nears 2^53), dates stay "2026-03-05", numeric stays an exact string. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 20) return Number
    if (oid === 1082) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

export type Connection = { db: Database; pool: pg.Pool; close: () => Promise<void> }

/** Opens a pool. `onError` hears each connection that breaks (the server was killed); the next query opens another. */
export function connect(connectionString: string, onError: (error: Error) => void, size = 10): Connection {
  const pool = new pg.Pool({
    connectionString,
    max: size,
    types: parsers,
    connectionTimeoutMillis: 10_000,
    application_name: 'talkoot',
  })
  // The pool hears idle connections only: one that breaks in the middle of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', onError))
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  return { db, pool, close: () => db.destroy() }
}

const retried = new Set(['40001', '40P01', '23505', '0A000'])

/**
 * Runs `work` in one transaction; retries it when PostgreSQL says that two of them crossed (40001, 40P01), that another
 * has made the same thing in the same moment (23505: the second look finds it and says what to do), or that a table has
 * changed under a prepared statement (0A000).
 */
export async function transaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt >= 5 || !retried.has((error as { code?: string }).code ?? '')) throw error
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt))
    }
  }
}

/** A read transaction that sees one moment: a page whose figures must agree with each other. */
export const snapshot = <T>(db: Database, work: (read: Read) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)

/** Sends a statement with numbered parameters through a Kysely handle, for libraries that bring their own SQL. */
export async function execute(handle: Read, text: string, values: readonly unknown[] = []) {
  const result = await (handle as Database).executeQuery<Record<string, unknown>>(
    CompiledQuery.raw(text, [...values]),
  )
  return { rows: result.rows, rowCount: Number(result.numAffectedRows ?? result.rows.length) }
}

/** Whether the database went away in the middle: then the work is tried again, not given up. */
export function isConnectionLoss(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    /^(57P0|08|ECONN|ENOENT|EPIPE)/.test(code) ||
    /connection terminated|timeout exceeded when trying to connect/i.test(message)
  )
}

/** Whether nothing more can be written: the database's disk (PostgreSQL 53100) or our own is full. */
export const isDiskFull = (error: unknown): boolean =>
  ['53100', 'ENOSPC', 'EDQUOT'].includes((error as { code?: string }).code ?? '')
