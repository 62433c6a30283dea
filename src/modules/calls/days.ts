import type { CalendarDay, DaySource } from '../../kernel/calendar-day.ts'
import { languages, type Names, pick } from '../../kernel/text.ts'
import { clockIn, dayIn } from '../../kernel/time.ts'
import { type Call, callPath } from './call.ts'
import { callsWithDays } from './day-queries.ts'
import { dayText } from './day-text.ts'

/** In each language in which the call is named. */
function titled(call: Call, say: (title: string, language: 'fi' | 'sv' | 'en') => string | undefined): Names {
  const named = languages.filter((l) => call.title[l])
  if (named.length === 0) return { fi: say(call.code, 'fi') ?? call.code }
  return Object.fromEntries(named.map((l) => [l, say(call.title[l]!, l) ?? call.title[l]!]))
}

/** The days of a call: its opening and deadlines by the clock, and every day of its timetable. */
export function daysOf(call: Call): CalendarDay[] {
  const { settings, opensAt, closesAt, fullClosesAt } = call
  const { twoSteps, timetable, lead } = settings
  const t = dayText
  const own = {
    path: callPath(call),
    ecosystem: { id: call.ecosystem, key: call.ecosystemKey, name: call.ecosystemName },
    share: call.share,
    createdAt: call.createdAt,
    editedAt: call.updatedAt,
  }
  const clocks = [
    { what: 'opens', kind: 'call', at: opensAt, say: 'opens' },
    { what: 'closes', kind: 'deadline', at: closesAt, say: twoSteps ? 'ideas' : 'closes' },
    { what: 'full-closes', kind: 'deadline', at: twoSteps ? fullClosesAt : null, say: 'closes' },
  ] as const
  return [
    ...clocks.flatMap(({ what, kind, at, say }) =>
      at === null
        ? []
        : [
            {
              ...own,
              id: `${call.id}-${what}`,
              kind,
              title: titled(call, (title, l) => t[l][say](title)),
              body: lead as Names,
              on: dayIn(at),
              at: clockIn(at),
            },
          ],
    ),
    ...timetable.map((row, i) => ({
      ...own,
      id: `${call.id}-timetable-${i}`,
      kind: 'call',
      title: titled(call, (title, l) => {
        const what = pick(row.what as Names, l)?.text
        return what ? `${what}: ${title}` : undefined
      }),
      body: {},
      on: row.on,
      at: null,
    })),
  ]
}

/** The days of the calls that the reader sees; of one that is being prepared, for those who prepare it. */
export const callDays: DaySource = async ({ db, actor }, { from, to, ecosystem }) => {
  const calls = await callsWithDays(db, actor, ecosystem)
  return calls.flatMap(daysOf).filter((day) => day.on >= from && day.on <= to)
}
