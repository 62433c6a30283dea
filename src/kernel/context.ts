import type { Database, Read, Tx } from './db.ts'
import type { Files } from './file.ts'
import type { Log } from './log.ts'
import type { Language } from './text.ts'

/** Who asks: nobody (a visitor), a signed-in person, or the product itself (command line, job). */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'person'; id: string; name: string; offices: readonly string[] }
  | { kind: 'system'; name: string }

/** What every action sees. `db` is a `Read` in a query and a `Tx` in a command; there is no other handle. */
export type Context<Handle extends Read = Read> = {
  db: Handle
  actor: Actor
  now: Date
  language: Language
  files: Files
  jobs: Jobs
  log: Log
}

/** Planning work: always in the caller's transaction, so that it happens if and only if the change does. */
export type Jobs = {
  enqueue: (tx: Tx, name: string, input: object) => Promise<string>
  emit: (tx: Tx, event: string, payload: object) => Promise<void>
}

/** What a shell holds to run actions: everything of a context but the handle, and the database itself. */
export type Stage = Omit<Context, 'db'> & { database: Database }
