import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { businessIdOf } from './everything.ts'
import { rssOf } from './feed.ts'
import { momentOf } from './moment.ts'
import { partNames, partOf, partSize, sitemapPart } from './sitemap.ts'
import { escapeXml } from './xml.ts'

describe('the sitemap', () => {
  it('has a part for every address, each within the 50 000 that crawlers take', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), (projects, organisations) => {
        const parts = partNames({ projects, organisations }).map(partOf)
        expect(parts).not.toContain(undefined)
        const covered = (kind: 'projects' | 'organisations', total: number) => {
          const own = parts.flatMap((p) => (p?.kind === kind ? [p.offset] : []))
          expect(own).toEqual(Array.from({ length: Math.ceil(total / partSize) }, (_, i) => i * partSize))
        }
        covered('projects', projects)
        covered('organisations', organisations)
      }),
    )
    expect(partSize * 3).toBeLessThanOrEqual(50_000)
  })

  it('knows no other part', () => {
    for (const name of ['', 'projects', 'projects-0', 'people-1', 'projects-1x', '../pages'])
      expect(partOf(name)).toBeUndefined()
  })

  it('tells each address in three languages', () => {
    const xml = sitemapPart('https://x.example', [{ path: '/projects/A&B' }])
    expect(xml.match(/<loc>/g)).toHaveLength(3)
    expect(xml.match(/hreflang="(fi|sv|en)"/g)).toHaveLength(9)
    expect(xml).toContain('<loc>https://x.example/sv/projects/A&amp;B</loc>')
  })
})

describe('XML', () => {
  it('never lets text out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeXml(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/)
      }),
    )
  })

  it('makes a feed that names itself', () => {
    const rss = rssOf({
      title: 'T',
      description: 'D',
      url: 'https://x.example/',
      self: 'https://x.example/feed.xml',
      language: 'fi',
      items: [
        { title: 'A < B', url: 'https://x.example/a', id: 'urn:a', at: new Date('2016-11-01T00:00:00Z') },
      ],
    })
    expect(rss).toContain('<title>A &lt; B</title>')
    expect(rss).toContain('<pubDate>Tue, 01 Nov 2016 00:00:00 GMT</pubDate>')
    expect(rss).toContain('rel="self"')
  })
})

describe('the day of a list', () => {
  it('is said no more exactly than it is known', () => {
    const about = (asOf: string) => momentOf({ asOf, approximate: true }, 'fi')
    expect(about('2015-12-31')).toBe('vuoden 2015 lopussa')
    expect(about('2016-07-01')).toBe('kesällä 2016')
    expect(about('2016-01-15')).toBe('talvella 2016')
    expect(momentOf({ asOf: '2016-07-01', approximate: false }, 'sv')).toBe('1.7.2016')
    expect(momentOf({ asOf: null, approximate: true }, 'en')).toBeUndefined()
  })
})

describe('a business id', () => {
  it('is the same however it is typed', () => {
    for (const typed of ['0245895-5', '02458955', 'FI02458955', ' fi02458955 '])
      expect(businessIdOf(typed)).toBe('0245895-5')
    for (const typed of ['A70202', '245895-5', '0245895-55', '']) expect(businessIdOf(typed)).toBeUndefined()
  })
})
