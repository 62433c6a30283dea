import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Database, execute, transaction } from './db.ts'

/**
 * Applies the numbered SQL files that the database has not seen, in order, each in its own transaction.
 * Forward only: a released file is never edited. Two processes may start at once: the table lock lets one pass.
 * Throws when the database knows a migration that this version of the product does not (it is newer).
 */
export async function migrate(db: Database, folder: string): Promise<string[]> {
  await execute(
    db,
    `create table if not exists migration (name text primary key, applied_at timestamptz not null default now())`,
  ).catch(ignoreRace)
  const files = (await readdir(folder)).filter((f) => f.endsWith('.sql')).sort()
  const misnamed = files.filter((f) => !/^\d{4}_[a-z-]+\.sql$/.test(f))
  if (misnamed.length > 0)
    throw new Error(`Migrations are called 0001_some-words.sql; not so: ${misnamed.join(', ')}`)
  const applied: string[] = []
  for (const file of files) {
    const sql = await readFile(path.join(folder, file), 'utf8')
    const done = await transaction(db, async (tx) => {
      await execute(tx, 'lock table migration in exclusive mode')
      const known = await execute(tx, 'select 1 from migration where name = $1', [file])
      if (known.rows.length > 0) return false
      await execute(tx, sql)
      await execute(tx, 'insert into migration (name) values ($1)', [file])
      return true
    })
    if (done) applied.push(file)
  }
  const { rows } = await execute(db, 'select name from migration order by name')
  const unknown = rows.map((r) => String(r.name)).filter((name) => !files.includes(name))
  if (unknown.length > 0) {
    throw new Error(
      `The database was made by a newer Talkoot (it has ${unknown.join(', ')}). Start that version, or restore an older backup.`,
    )
  }
  return applied
}

/** Two processes may both create the bookkeeping table; the one that comes second sees it as made. */
function ignoreRace(error: { code?: string }): void {
  if (error.code !== '23505' && error.code !== '42P07') throw error
}
