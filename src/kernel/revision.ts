import { sql } from 'kysely'
import type { Read, Tx } from './db.ts'

/**
 * Which state the public data are in: the database and a counter that moves when they change. Pages and summaries made
 * under another are stale. The database is named because one process may hold several.
 */
export async function revision(db: Read): Promise<string> {
  const row = await db
    .selectNoFrom((eb) => [
      sql<string>`current_database()`.as('database'),
      eb.selectFrom('revision').select('number').where('name', '=', 'public').as('number'),
    ])
    .executeTakeFirstOrThrow()
  return `${row.database}/${row.number ?? 0}`
}

export async function bumpRevision(tx: Tx): Promise<void> {
  await tx
    .insertInto('revision')
    .values({ name: 'public', number: 1 })
    .onConflict((c) => c.column('name').doUpdateSet((eb) => ({ number: eb('revision.number', '+', 1) })))
    .execute()
}
