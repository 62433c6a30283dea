import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { rssOf } from '../picture/index.ts'
import type { WantedItem } from './wanted-list.ts'
import { wantedText as text } from './wanted-text.ts'

const soughtIn = ({ sought }: WantedItem): string => sought.map(({ name }) => name).join('; ')

/** Partner searches as RSS 2.0; one whose wants change is news once more. */
export function feedOf(items: readonly WantedItem[], request: PageRequest): PageAnswer {
  const { language, baseUrl, link, now, url } = request
  const t = text[language]
  const content = rssOf({
    title: t.feedTitle,
    description: t.lead,
    url: `${baseUrl}${link('/partners-wanted')}`,
    self: `${baseUrl}${link('/partners-wanted/feed')}${url.search}`,
    language,
    items: items.map((item) => ({
      title: item.exercise ? `${t.exercise}: ${item.title}` : item.title,
      url: `${baseUrl}${link(item.path)}`,
      id: `${item.id}:${item.deadline?.getTime() ?? ''}:${soughtIn(item)}`,
      at: item.at ?? now,
      description: [
        item.call,
        item.deadline && `${t.deadline} ${formatDay(dayIn(item.deadline), language)}`,
        item.sought.length > 0 && `${t.sought}: ${soughtIn(item)}`,
      ]
        .filter(Boolean)
        .join('. '),
    })),
  })
  const type = 'application/rss+xml; charset=utf-8'
  return { as: 'file', name: 'partners-wanted.xml', type, content, inline: true }
}

/** The list as a file, in its order and language. */
export function exportOf(
  items: readonly WantedItem[],
  format: SheetFormat,
  { language, now, baseUrl, link }: PageRequest,
): PageAnswer {
  const t = text[language]
  const columns: (SheetColumn & { of: (item: WantedItem) => string | null })[] = [
    { header: t.file.title, kind: 'text', of: (item) => item.title },
    { header: t.file.sought, kind: 'text', of: (item) => soughtIn(item) || null },
    { header: t.call, kind: 'text', of: (item) => item.call },
    { header: t.gatheredIn, kind: 'text', of: (item) => item.ecosystem },
    { header: t.deadline, kind: 'day', of: (item) => item.deadline && dayIn(item.deadline) },
    { header: t.partners, kind: 'text', of: (item) => item.partners?.join('; ') ?? null },
    { header: t.exercise, kind: 'text', of: (item) => (item.exercise ? t.yes : null) },
    { header: t.file.page, kind: 'text', of: (item) => `${baseUrl}${link(item.path)}` },
  ]
  return {
    as: 'file',
    name: `talkoot-partners-wanted-${dayIn(now)}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(
      format,
      columns,
      items.map((item) => columns.map((column) => column.of(item))),
      { sheet: t.title, delimiter: language === 'en' ? ',' : ';' },
    ),
  }
}
