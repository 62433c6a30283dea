import { createElement, Fragment } from 'preact'
import renderToString from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { PageRequest } from '../../kernel/page.ts'
import { languages } from '../../kernel/text.ts'
import { about } from './about-text.ts'
import { accessibility } from './accessibility-text.ts'
import { dataSets } from './data-sets.ts'
import { feedback } from './feedback-text.ts'
import { openData } from './open-data-text.ts'
import { pages } from './pages.tsx'
import { privacy } from './privacy-text.ts'

const told = { accessibility, privacy, openData, about, feedback }

describe('pages of words', () => {
  it.each(Object.entries(told))('%s says the same things in every language', (_, prose) => {
    const shape = (language: (typeof languages)[number]) =>
      prose[language].sections.map((s) => [s.slot, s.paragraphs?.length, s.points?.length])
    for (const language of languages) {
      expect(shape(language)).toEqual(shape('fi'))
      const titles = prose[language].sections.map((s) => s.title)
      expect(new Set(titles).size).toBe(titles.length)
      for (const words of [prose[language].lead, ...titles]) expect(words.trim()).not.toBe('')
    }
  })

  it('are at the addresses that the footer of every page links to', () => {
    expect(pages.map((p) => p.path).sort()).toEqual([
      '/about',
      '/accessibility',
      '/feedback',
      '/open-data',
      '/privacy',
    ])
  })

  it('name the terms of every data set in every language', () => {
    for (const set of dataSets)
      for (const language of languages) expect(set.name[language] && set.terms[language]).toBeTruthy()
  })
})

const shown = async (
  path: string,
  contact: string | undefined,
  language: (typeof languages)[number] = 'fi',
) => {
  const page = pages.find((p) => p.path === path)!
  const request = {
    language,
    contact,
    sourceUrl: undefined,
    baseUrl: 'https://example.org',
    link: (to: string) => to,
  } as PageRequest
  const answer = await page.run(request)
  if (answer.as !== 'page') throw new Error('not a page')
  return renderToString(createElement(Fragment, null, answer.body))
}

describe('the accessibility statement', () => {
  it('names level, authority and the time of answering in every language', async () => {
    for (const language of languages) {
      const html = await shown('/accessibility', undefined, language)
      expect(html).toContain('WCAG')
      expect(html).toContain('2.1')
      expect(html).toContain('Traficom')
      expect(html).toMatch(/kahden viikon|två veckor|two weeks/)
    }
  })

  it('gives the operator’s contact: mail, page or telephone', async () => {
    expect(await shown('/accessibility', 'palaute@example.fi')).toContain('href="mailto:palaute@example.fi"')
    expect(await shown('/accessibility', 'https://example.fi/palaute')).toContain(
      'href="https://example.fi/palaute"',
    )
    expect(await shown('/accessibility', '029 500 1234')).toContain('<p>029 500 1234</p>')
  })

  it('says that the contact is missing rather than keeping silent', async () => {
    expect(await shown('/feedback', undefined)).toContain('TALKOOT_CONTACT')
    expect(await shown('/feedback', 'palaute@example.fi')).not.toContain('TALKOOT_CONTACT')
  })
})
