import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { calendarFile, shownDay } from '../calendar/index.ts'
import { rssOf } from '../picture/index.ts'
import { type Call, callPath } from './call.ts'
import { daysOf } from './days.ts'
import { nameIn, nextInWords } from './saying.ts'
import { text } from './text.ts'

/** Open and coming calls as RSS 2.0. */
export function feedOf(calls: readonly Call[], request: PageRequest): PageAnswer {
  const { language, baseUrl, link, now } = request
  const t = text[language]
  const content = rssOf({
    title: t.feedTitle,
    description: t.feedLead,
    url: `${baseUrl}${link('/calls')}`,
    self: `${baseUrl}${link('/calls/feed')}`,
    language,
    items: calls.map((call) => ({
      title: nameIn(call.title, language, call.code),
      url: `${baseUrl}${link(callPath(call))}`,
      // A call that opens, or whose deadline moves, is news once more.
      id: `${call.id}:${call.state}:${(call.fullClosesAt ?? call.closesAt)?.getTime() ?? ''}`,
      at: call.openedAt ?? call.announcedAt ?? call.createdAt,
      description: [nextInWords(call, now, language), nameIn(call.settings.lead, language)]
        .filter(Boolean)
        .join('. '),
    })),
  })
  return { as: 'file', name: 'calls.xml', type: 'application/rss+xml; charset=utf-8', content, inline: true }
}

/** The openings, deadlines and other days of calls for any calendar program. */
export function calendarOf(
  title: string,
  calls: readonly Call[],
  request: PageRequest,
  name: string,
): PageAnswer {
  const { now, language, baseUrl, link } = request
  const events = calls.flatMap((call) => {
    const url = `${baseUrl}${link(callPath(call))}`
    return daysOf(call).map((day) => ({ ...shownDay(day, language), url }))
  })
  const content = calendarFile(title, events, now)
  return { as: 'file', name, type: 'text/calendar; charset=utf-8', content }
}
