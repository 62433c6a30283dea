/**
 * The shared calendar: calls, meetings, deadlines and events of each ecosystem and over them, as a year clock, month
 * by month, and as a feed for anybody's own calendar program. Times are Finnish wall time; a repeated meeting at nine
 * stays at nine when the clocks change. Days of other modules' things stand here as theirs (`kernel/calendar-day.ts`,
 * `Module.days`): each leads to its thing, where alone it can be changed.
 */
export { addEvent } from './actions.ts'
export { shownDay } from './days.ts'
export { calendarFile, type IcsEvent } from './ics.ts'
export { eventKinds, plusDays, repeats, weekdayOf } from './rules.ts'
export { text as calendarText } from './text.ts'
