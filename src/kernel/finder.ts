import type { Actor } from './actor.ts'
import type { Read } from './db.ts'
import type { Language, Words } from './text.ts'

/** Something that a search over everything found. */
export type FoundThing = {
  title: string
  subtitle: string | null
  /** Its page, without a language. */
  path: string
}

/**
 * How a module's things are found by a search over everything and by the command palette. It answers only what this
 * actor may see: for a visitor, what is public. What is of a kind with a share level is a `type` as its changes name it.
 */
export type Finder = {
  type: string
  /** What one of them is called. */
  kind: Words<string>
  /** What they are called as a heading. */
  group: Words<string>
  /** Its names are few and known: what is called as was typed stands before everything else. */
  first?: true
  find: (
    asked: { db: Read; actor: Actor; now: Date; language: Language },
    what: { typed: string; tsquery: string; limit: number },
  ) => Promise<{ items: readonly FoundThing[]; total: number }>
}
