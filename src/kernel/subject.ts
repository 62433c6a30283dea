import type { Actor } from './actor.ts'
import type { Read } from './db.ts'
import { canSee, type SharedRecord } from './share.ts'
import type { Names } from './text.ts'

/** Something that can be spoken of, followed, and given attachments: a project, an organisation, a topic. */
export type Subject = { kind: string; id: string }

export type FoundSubject = {
  title: Names
  /** Its page, without a language. */
  path: string
  /** Who may see it. */
  record: SharedRecord
  /** Nothing more may be said of it. */
  closed?: boolean
  /** Where no share level can say it: who sees it and every file beside it. Stands in place of `record`. */
  seenBy?: (actor: Actor) => boolean
  /** With `seenBy`: who puts files beside it and takes them away. */
  keptBy?: (actor: Actor, now: Date) => boolean
}

/** Whether the actor sees something that was found. */
export const seesSubject = (actor: Actor, { record, seenBy }: FoundSubject): boolean =>
  seenBy ? seenBy(actor) : canSee(actor, record)

/** How a module finds the things of its kind for the modules that speak of any. */
export type SubjectKind = {
  kind: string
  find: (db: Read, id: string) => Promise<FoundSubject | undefined>
}

export type Subjects = ReadonlyMap<string, SubjectKind>
