import type { Actor } from './actor.ts'
import type { Database, Read, Tx } from './db.ts'
import type { Files } from './file.ts'
import type { Log } from './log.ts'
import type { Subjects } from './subject.ts'
import type { Language } from './text.ts'

/** By which way something was done. */
export type Way = 'page' | 'api' | 'command' | 'job'

/** A record as it was before a command and as it is after it; null where there was or is none. */
export type Change = { kind: string; id: string; before: object | null; after: object | null }

/** What every action sees. `db` is a `Read` in a query and a `Tx` in a command; there is no other handle. */
export type Context<Handle extends Read = Read> = {
  db: Handle
  actor: Actor
  way: Way
  now: Date
  language: Language
  /** Tells the audit what a command changed. */
  changed: (change: Change) => void
  files: Files
  jobs: Jobs
  subjects: Subjects
  /** The site's public address without a slash at the end, for links that leave it: in mails, in calendars. */
  baseUrl: string
  log: Log
}

/** Planning work: always in the caller's transaction, so that it happens if and only if the change does. */
export type Jobs = {
  enqueue: (tx: Tx, name: string, input: object) => Promise<string>
  emit: (tx: Tx, event: string, payload: object) => Promise<void>
}

/** What a shell holds to run actions: everything of a context but the handle, and the database itself. */
export type Stage = Omit<Context, 'db' | 'changed'> & { database: Database }
