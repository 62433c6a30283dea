import type { Language } from '../../kernel/text.ts'
import { type Day, formatDay } from '../../kernel/time.ts'
import type { EventOn } from './actions.ts'
import { eventPath } from './queries.ts'
import { eventKinds, plusDays, weekdayOf } from './rules.ts'
import { text } from './text.ts'

export type MonthGridProps = {
  month: string
  items: readonly EventOn[]
  today: Day
  link: (path: string) => string
  language: Language
}

/** A month as on a wall: weeks as rows. On a phone only the days on which something is, one under the other. */
export function MonthGrid({ month, items, today, link, language }: MonthGridProps) {
  const t = text[language]
  const first = `${month}-01`
  const start = plusDays(first, -weekdayOf(first))
  const weeks = Array.from({ length: 6 }, (_, w) => plusDays(start, 7 * w)).filter(
    (monday) => monday <= plusDays(`${month}-28`, 3) && (monday.startsWith(month) || monday === start),
  )
  return (
    <table class="month">
      <caption class="vh">{t.month}</caption>
      <thead>
        <tr>
          {t.weekdays.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((monday) => (
          <tr>
            {t.weekdays.map((_, i) => {
              const day = plusDays(monday, i)
              const on = items.filter((o) => o.start <= day && o.end >= day)
              const lasting = (o: EventOn) => o.start < day && o.end > day
              const marks = [
                !day.startsWith(month) && 'other',
                day === today && 'today',
                on.length === 0 && 'bare',
                on.length > 0 && on.every(lasting) && 'between',
              ]
              return (
                <td class={marks.filter(Boolean).join(' ') || undefined}>
                  <span class="day">
                    <span class="short">{Number(day.slice(8))}</span>
                    <span class="long">
                      {t.weekdays[i]} {formatDay(day, language)}
                    </span>
                    {day === today && <span class="vh"> {t.today}</span>}
                  </span>
                  {on.length > 0 && (
                    <ul>
                      {on
                        .map((o) => o.event)
                        .map((event, n) => (
                          <li
                            class={`k${eventKinds.indexOf(event.kind) + 1}${lasting(on[n]!) ? ' mid' : ''}`}
                          >
                            <a
                              href={link(eventPath(event))}
                              lang={event.language === language ? undefined : event.language}
                            >
                              {event.starts_at && (
                                <span class="num">
                                  {event.starts_at.replace(':', language === 'en' ? ':' : '.')}{' '}
                                </span>
                              )}
                              {event.title}
                              {event.cancelled_at && ` (${t.cancelled})`}
                            </a>
                          </li>
                        ))}
                    </ul>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
