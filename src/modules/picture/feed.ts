import type { Language } from '../../kernel/text.ts'
import { escapeXml } from './xml.ts'

export type FeedItem = { title: string; url: string; id: string; at?: Date | undefined; description?: string }
export type Feed = {
  title: string
  description: string
  url: string
  self: string
  language: Language
  items: readonly FeedItem[]
}

/** RSS 2.0 with the Atom link to itself that readers expect. */
export function rssOf(feed: Feed): string {
  const item = (i: FeedItem): string =>
    `<item><title>${escapeXml(i.title)}</title><link>${escapeXml(i.url)}</link><guid isPermaLink="false">${escapeXml(i.id)}</guid>${
      i.at ? `<pubDate>${i.at.toUTCString()}</pubDate>` : ''
    }${i.description ? `<description>${escapeXml(i.description)}</description>` : ''}</item>\n`
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${escapeXml(feed.title)}</title><link>${escapeXml(feed.url)}</link>
<description>${escapeXml(feed.description)}</description><language>${feed.language}</language>
<atom:link href="${escapeXml(feed.self)}" rel="self" type="application/rss+xml"/>
${feed.items.map(item).join('')}</channel></rss>
`
}
