import { localPath } from '../../kernel/page.ts'
import { languages } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { escapeXml } from './xml.ts'

/** How many addresses of ours a part of the sitemap holds; each stands there in three languages (sitemaps.org: 50 000). */
export const partSize = 2_500

export type Mapped = { path: string; updated?: Date | undefined }

/** The parts that hold `totals` of each kind: "pages", "projects-1", "projects-2", ... */
export const partNames = (totals: { projects: number; organisations: number }): string[] => [
  'pages',
  ...(['projects', 'organisations'] as const).flatMap((kind) =>
    Array.from({ length: Math.ceil(totals[kind] / partSize) }, (_, i) => `${kind}-${i + 1}`),
  ),
]

/** "projects-2" holds the projects from the 2 501st on; undefined for what is no part. */
export function partOf(
  name: string,
): { kind: 'pages' } | { kind: 'projects' | 'organisations'; offset: number } | undefined {
  if (name === 'pages') return { kind: 'pages' }
  const m = /^(projects|organisations)-([1-9]\d{0,5})$/.exec(name)
  if (!m) return undefined
  return { kind: m[1] as 'projects' | 'organisations', offset: (Number(m[2]) - 1) * partSize }
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

export const sitemapIndex = (baseUrl: string, parts: readonly string[]): string =>
  `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts
    .map((part) => `<sitemap><loc>${escapeXml(`${baseUrl}/sitemap/${part}.xml`)}</loc></sitemap>\n`)
    .join('')}</sitemapindex>\n`

/** A part: every address in each language, each naming the others as its alternates. */
export function sitemapPart(baseUrl: string, items: readonly Mapped[]): string {
  const entry = ({ path, updated }: Mapped): string => {
    const whole = languages.map((l) => [l, escapeXml(`${baseUrl}${localPath(l, path)}`)] as const)
    const alternates = whole
      .map(([l, href]) => `<xhtml:link rel="alternate" hreflang="${l}" href="${href}"/>`)
      .join('')
    const changed = updated ? `<lastmod>${dayIn(updated)}</lastmod>` : ''
    return whole.map(([, href]) => `<url><loc>${href}</loc>${changed}${alternates}</url>\n`).join('')
  }
  return `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${items
    .map(entry)
    .join('')}</urlset>\n`
}

/** What robots may read: everything but what is made for one reader or one question. */
export const robots = (baseUrl: string): string =>
  `User-agent: *
Disallow: /api/
Disallow: /*provenance
Disallow: /*sign-in
Disallow: /*search?
Allow: /

Sitemap: ${baseUrl}/sitemap.xml
`
