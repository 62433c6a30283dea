import type { Actor } from './actor.ts'
import type { Read } from './db.ts'
import type { ShareLevel } from './share.ts'
import type { Names } from './text.ts'
import type { Day } from './time.ts'

/** A day that a module's thing has in the calendar. It is the thing's own: it is read there and changed there. */
export type CalendarDay = {
  id: string
  /** As the calendar sorts what is in it; what it does not know is an event. */
  kind: string
  title: Names
  body: Names
  on: Day
  /** 'HH:MM', Finnish wall time; null for the whole day. */
  at: string | null
  /** The page of the thing, without a language. */
  path: string
  ecosystem: { id: string; key: string; name: Names } | null
  share: ShareLevel
  createdAt: Date
  editedAt: Date | null
}

/** How a module's things have their days in the calendar: those between two days that this actor may see. */
export type DaySource = (
  asked: { db: Read; actor: Actor },
  between: { from: Day; to: Day; ecosystem?: string | undefined },
) => Promise<readonly CalendarDay[]>
