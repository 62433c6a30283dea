import type { Actor } from './actor.ts'
import type { DaySource } from './calendar-day.ts'
import type { Read } from './db.ts'
import type { DraftKinds } from './draft.ts'
import type { Words } from './text.ts'
import type { Day } from './time.ts'

/** One thing on a person's own page: what waits for them, what they left half done, or what is new to them. */
export type Turn = {
  what: Words<string>
  /** Why it stands here: "you coordinate the ecosystem", "saved 12.04". */
  why?: Words<string>
  /** The page where it is done or read, without a language. */
  path: string
  /** The day by which it must be done. */
  due?: Day
  /** When it came up: the newest of what is new stands first. */
  since?: Date
}

/**
 * How a module puts things on a person's own page. It answers only what this actor may see and do, few and short:
 * "12 pairs wait" is one turn that leads to the list.
 */
export type TurnSource = {
  /** `turn`: somebody waits for this person. `left`: their own work to go on with. `news`: what has happened. */
  place: 'turn' | 'left' | 'news'
  find: (asked: {
    db: Read
    actor: Actor
    now: Date
    drafts?: DraftKinds
    days?: readonly DaySource[]
  }) => Promise<readonly Turn[]>
}
