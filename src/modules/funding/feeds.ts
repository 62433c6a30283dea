import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { calendarFile } from '../calendar/index.ts'
import { rssOf } from '../picture/index.ts'
import type { ListedFunding } from './actions.ts'
import { nameOf, plainText } from './shown.ts'
import { text } from './text.ts'

/** What has come into the catalogue, newest first, as RSS. */
export function feedOf(request: PageRequest, items: readonly ListedFunding[]): PageAnswer {
  const { language, baseUrl, link, url } = request
  const t = text[language]
  const content = rssOf({
    title: t.feedTitle,
    description: t.description,
    url: `${baseUrl}${link('/funding')}`,
    self: `${baseUrl}${link('/funding/feed.xml')}${url.search}`,
    language,
    items: items.map((f) => ({
      title: nameOf(f.title, language),
      url: `${baseUrl}${link(f.path)}`,
      id: f.id,
      at: f.created_at,
      description: [
        f.closes_on && t.ends(formatDay(f.closes_on, language)),
        f.funder,
        plainText(nameOf(f.summary, language)).slice(0, 500),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  })
  return {
    as: 'file',
    name: 'funding.xml',
    type: 'application/rss+xml; charset=utf-8',
    content,
    inline: true,
  }
}

/** Deadlines as whole days: the clock of another country's source says nothing of a Finnish calendar. */
export function calendarOf(request: PageRequest, items: readonly ListedFunding[]): PageAnswer {
  const { language, baseUrl, link, now } = request
  const t = text[language]
  const events = items.flatMap((f) =>
    f.closes_on === null
      ? []
      : {
          id: `funding-${f.id}`,
          title: `${t.deadline}: ${nameOf(f.title, language)}`,
          body: [f.funder, f.closes_at && t.clock(f.closes_at), pick(f.summary, language)?.text]
            .filter(Boolean)
            .map((s) => plainText(String(s)).slice(0, 1_000))
            .join('\n'),
          place: null,
          link: f.link,
          starts_on: f.closes_on,
          starts_at: null,
          ends_on: f.closes_on,
          ends_at: null,
          repeats: 'never' as const,
          repeats_until: null,
          created_at: f.created_at,
          edited_at: f.modified_at,
          cancelled_at: null,
          url: `${baseUrl}${link(f.path)}`,
        },
  )
  return {
    as: 'file',
    name: 'funding.ics',
    type: 'text/calendar; charset=utf-8',
    content: calendarFile(t.feedTitle, events, now),
  }
}
