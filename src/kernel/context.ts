import type { Actor } from './actor.ts'
import type { DaySource } from './calendar-day.ts'
import type { Database, Read, Tx } from './db.ts'
import type { DraftAddress, DraftKinds } from './draft.ts'
import type { Files } from './file.ts'
import type { Finder } from './finder.ts'
import type { Installation } from './installation.ts'
import type { Log } from './log.ts'
import type { Reader } from './moment.ts'
import type { Permission } from './permission.ts'
import type { Subjects } from './subject.ts'
import type { Language, Words } from './text.ts'
import type { TurnSource } from './turn.ts'
import type { VirusScan } from './virus-scan.ts'

/** By which way something was done. */
export type Way = 'page' | 'api' | 'command' | 'job'

/** A record as it was before a command and as it is after it; null where there was or is none. */
export type Change = {
  kind: string
  id: string
  before: object | null
  after: object | null
  /** Whose personal data it is, where the record is not the person's own. */
  person?: string
}

/** What an installation keeps to itself and to its mail server. */
export type Site = {
  /** An SMTP address with user and password, and whose name the mails bear; undefined: mails are kept to be read here. */
  mail?: { server: string; from: string } | undefined
  /** The installation's key, from which those that seal secrets are derived. */
  secret: string
}

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
  /** What is put on a person's own page, by all modules. */
  turns: readonly TurnSource[]
  /** What a search over everything finds, by all modules; a test that searches nothing has none. */
  finders?: readonly Finder[]
  /** The days that things have in the calendar, of all modules; a test that looks at no calendar has none. */
  days?: readonly DaySource[]
  /** The rules of all actions, as they are told. */
  permissions: readonly Permission[]
  /** The forms whose fields are kept while they are typed. */
  drafts?: DraftKinds
  /** The form that was sent, when the command takes one: its draft ends with the command. */
  draft?: DraftAddress
  /** Looks for viruses in a file; absent where no scanner is set. */
  scan?: VirusScan | undefined
  log: Log
  /** The site's public address without a slash at the end, for links that leave it: in mails, in calendars. */
  baseUrl: string
  /** Given by the house; a test that asks nothing of it has none. */
  installation?: Installation | undefined
  /** Given by the house; a test that sends and seals nothing has none. */
  site?: Site | undefined
  /** Everything that can be asked for by name, over all modules; none in tests that do not list any. */
  catalogue?: readonly Named[]
  /** What each kind of job does, over all modules, by its name. */
  jobKinds?: ReadonlyMap<string, Words<string>>
  /** What may be reached outside; nothing private unless the operator says so. */
  outward?: { allowPrivate: boolean }
}

/** An action as lists of actions need it. `inPerson`: not by a token. */
export type Named = { name: string; kind: 'query' | 'command'; summary: Words<string>; inPerson?: boolean }

/** Planning work: always in the caller's transaction, so that it happens if and only if the change does. */
export type Jobs = {
  enqueue: (tx: Tx, name: string, input: object, options?: { startAfter?: Date }) => Promise<string>
  emit: (tx: Tx, event: string, payload: object) => Promise<void>
}

/** What a shell holds to run actions: everything of a context but the handle, and the database itself. */
export type Stage = Omit<Context, 'db' | 'changed'> & {
  database: Database
  /** In which moment queries read; each in its own where nothing is said. */
  read?: Reader
  /** Told of each command, in its transaction. */
  followers?: readonly Follower[]
}

/** What a command did: to which records, and in which ecosystems as far as its rule and its changes tell. */
export type Deed = {
  action: string
  changes: readonly Change[]
  ecosystems: () => Promise<readonly string[]>
}
export type Follower = (ctx: Context<Tx>, deed: Deed) => Promise<void>
