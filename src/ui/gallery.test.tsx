import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { languages } from '../kernel/text.ts'
import { Document, parts } from './gallery.tsx'
import { Marked, toHtml } from './index.ts'
import { text } from './text.ts'

const page = (language: (typeof languages)[number], s: string) =>
  toHtml(
    <Document language={language} s={s}>
      {Object.values(parts(language, s))}
    </Document>,
  )

/** The tags of a document in order, without what stands in and between them. */
const skeleton = (html: string) => html.match(/<\/?[a-z][a-z0-9-]*(?=[\s>/])/g)
const texts = (html: string) => html.replaceAll(/<[^>]*>/g, '')
const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='x",
    '</title><x>',
    '&lt;b&gt;',
    '{{x}}',
    ']]>',
  ),
  fc.string({ unit: 'binary', minLength: 1 }),
)

describe('every part', () => {
  for (const language of languages)
    for (const [name, part] of Object.entries(parts(language, 'Oulu')))
      it(`${name} in ${language}: no style, no handler, nothing undefined`, () => {
        const html = renderToString(part)
        expect(html.length).toBeGreaterThan(3)
        expect(html).not.toMatch(/\sstyle=/)
        expect(html).not.toMatch(/\son[a-z]+=/)
        expect(html).not.toMatch(/undefined|NaN|\[object|Infinity/)
      })

  it('keeps its tags whatever its words are', () => {
    const quiet = skeleton(page('fi', 'a'))
    fc.assert(
      fc.property(hostile, (s) => {
        expect(skeleton(page('fi', s))).toEqual(quiet)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a page', () => {
  for (const language of languages) {
    const html = page(language, 'Oulu')
    it(`has its landmarks and one heading of the first level (${language})`, () => {
      expect(html.startsWith('<!doctype html><html lang=')).toBe(true)
      for (const tag of ['main', 'header', 'footer', 'h1']) expect(html.split(`<${tag}`)).toHaveLength(2)
      for (const nav of html.match(/<nav[^>]*>/g) ?? []) expect(nav).toContain('aria-label=')
      expect(html).toContain('href="#content"')
      expect(html).toContain('<main id="content"')
    })

    it(`uses each id once, and refers to none that is missing (${language})`, () => {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])
      expect(ids.length).toBe(new Set(ids).size)
      const asked = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap((m) =>
        m[1]!.split(' '),
      )
      expect(asked.length).toBeGreaterThan(10)
      for (const id of asked) expect(ids).toContain(id)
    })

    it(`never skips a level of headings (${language})`, () => {
      const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((m) => Number(m[1]))
      for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
    })

    it(`says where it is in other languages and to other machines (${language})`, () => {
      for (const other of [...languages, 'x-default'])
        expect(html).toContain(`hreflang="${other}" href="https://talkoot.example/`)
      expect(html).toContain(`<link rel="canonical" href="https://talkoot.example/${language}"/>`)
      expect(html).toMatch(/<noscript><meta http-equiv="refresh" content="2"/)
    })
  }

  it('carries its description for machines whole, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (s) => {
        const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page('sv', s))?.[1]
        expect(JSON.parse(json ?? '')).toEqual({
          '@context': 'https://schema.org',
          '@type': 'WebPage',
          name: s,
        })
      }),
      { numRuns: 40 },
    )
  })
})

describe('the words', () => {
  const leaves = (value: unknown, path = ''): [string, string][] => {
    if (typeof value === 'string') return [[path, value]]
    if (typeof value === 'function') return [[path, String(value('7', '8', '9'))]]
    return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
  }
  const finnish = new Map(leaves(text.fi))
  const sameEverywhere = /^\.name$|^\.pageOf$|\.units$|^\.provenance\.state$/

  for (const language of ['sv', 'en'] as const)
    it(`are all there in ${language}, and are not Finnish`, () => {
      for (const [path, words] of leaves(text[language])) {
        expect(words.trim(), path).not.toBe('')
        if (!sameEverywhere.test(path)) expect(words, path).not.toBe(finnish.get(path))
      }
    })
})

describe('Marked', () => {
  it('never loses a letter, whatever the ranges', () => {
    const range = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }))
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zåäö ]{0,40}$/), fc.array(range), (s, ranges) => {
        expect(texts(renderToString(<Marked text={s} ranges={ranges} />))).toBe(s)
      }),
    )
  })
})
