import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Formatted } from './formatted.tsx'

const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }
const plain = (html: string): string => html.replaceAll(/&([a-z]+|#39);/g, (_, name: string) => marks[name]!)

/** The whole of what a comment may be made of, read as a browser would: any other tag or attribute is a fault. */
const elements = [
  /^<div class="said">$/,
  /^<\/?(?:p|ul|ol|li|blockquote)>$/,
  /^<br ?\/?>$/,
  /^<b class="mention">$/,
  /^<a href="https?:\/\/[^"<>\s]*" rel="nofollow noopener">$/,
  /^<\/(?:div|b|a)>$/,
]

const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '"><img src=x onerror=alert(1)>',
    '</b><script>alert(1)</script>',
    'a&lt;b',
    '$&',
    '@Aino',
    '(.*)+',
  ),
)
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  name.map((n) => `@${n}`),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https://x.fi',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'https://x.fi/"onmouseover="alert(1)',
    "https://x.fi/'onmouseover='alert(1)",
    'https://x.fi/<b>',
    'https://evil.example\\@x.fi',
    'http://',
    'https://[',
    '[x](javascript:alert(1))',
    '![x](https://x.fi/a.png)',
    '&lt;script&gt;',
    '&#106;avascript:',
    '<!--',
    ']]>',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '1. ',
  ),
)

describe('what is said of something', () => {
  it('shows any text with any mention as it was typed, and makes nothing of it but what is meant', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.array(name, { maxLength: 4 }), (pieces, names) => {
        const text = [...pieces, ...names.map((n) => ` @${n} `)].join('')
        const people = names.map((n, i) => ({ id: `${i}`, name: n }))
        const html = renderToString(<Formatted text={text} mentioned={people} />)
        for (const [tag] of html.matchAll(/<[^>]*>?/g))
          expect(
            elements.some((known) => known.test(tag)),
            tag,
          ).toBe(true)
        for (const [, href = ''] of html.matchAll(/<a href="([^"]*)"/g)) {
          const to = new URL(plain(href))
          expect(to.protocol).toMatch(/^https?:$/)
          // What one reads is where one comes: nobody is sent elsewhere under another name.
          expect(html).toContain(`rel="nofollow noopener">${href}</a>`)
        }
        const letters = (said: string) => said.replaceAll(/[^\p{L}<]/gu, '')
        expect(letters(plain(html.replaceAll(/<[^>]*>/g, '')))).toBe(letters(text))
      }),
      { numRuns: 500 },
    )
  })
})
