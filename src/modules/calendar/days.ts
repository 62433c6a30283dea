import type { Actor } from '../../kernel/actor.ts'
import type { CalendarDay, DaySource } from '../../kernel/calendar-day.ts'
import type { Read } from '../../kernel/db.ts'
import { type Language, pick } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { eventsBetween, type ShownEvent } from './queries.ts'
import { eventKinds } from './rules.ts'

type Asked = { from: Day; to: Day; ecosystem?: string | undefined; publicOnly?: boolean }
/** Where events and the days of other modules' things are read. */
export type Calendars = { db: Read; days?: readonly DaySource[] }

/** The days of other modules' things between two days, as far as the actor sees them. */
export async function daysOfThings(
  { db, days = [] }: Calendars,
  actor: Actor,
  { publicOnly, ...between }: Asked,
): Promise<CalendarDay[]> {
  const found: CalendarDay[] = []
  // One after another: they share the one connection of this reading.
  for (const source of days) found.push(...(await source({ db, actor }, between)))
  return found.filter((day) => !publicOnly || day.share === 'public')
}

export const kindOfDay = (day: CalendarDay) => eventKinds.find((kind) => kind === day.kind) ?? 'event'

/** A thing's day as the calendar shows it: as an event whose page is the thing's. */
export function shownDay(day: CalendarDay, language: Language): ShownEvent {
  const title = pick(day.title, language) ?? { text: day.id, language }
  return {
    id: day.id,
    path: day.path,
    ecosystem_id: day.ecosystem?.id ?? null,
    ecosystem_key: day.ecosystem?.key ?? null,
    ecosystem_name: day.ecosystem?.name ?? null,
    person_id: '',
    author: '',
    kind: kindOfDay(day),
    language: title.language,
    title: title.text,
    body: pick(day.body, language)?.text ?? '',
    starts_on: day.on,
    starts_at: day.at,
    ends_on: day.on,
    ends_at: null,
    repeats: 'never',
    repeats_until: null,
    place: null,
    link: null,
    share: day.share,
    created_at: day.createdAt,
    edited_at: day.editedAt,
    cancelled_at: null,
  }
}

/** All that is in the calendar between two days: the events kept in it, and the days of other modules' things. */
export async function allBetween(
  at: Calendars,
  actor: Actor,
  language: Language,
  asked: Asked,
): Promise<ShownEvent[]> {
  const events = await eventsBetween(at.db, actor, asked)
  const days = await daysOfThings(at, actor, asked)
  return [...events, ...days.map((day) => shownDay(day, language))]
}
