/**
 * The shared calendar: calls, meetings, deadlines and events of each ecosystem and over them, as a year clock, month
 * by month, and as a feed for anybody's own calendar program. Times are Finnish wall time; a repeated meeting at nine
 * stays at nine when the clocks change.
 */
export { addEvent } from './actions.ts'
export { eventKinds, repeats } from './rules.ts'
export { text as calendarText } from './text.ts'
