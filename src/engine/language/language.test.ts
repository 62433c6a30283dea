import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  editDistance,
  fold,
  highlight,
  languagesOf,
  lexemesOfWord,
  nearest,
  tokens,
  tsquery,
  tsvector,
  vectorWords,
} from './index.ts'

const pairs = readFileSync(new URL('../../../bench/finnish-pairs.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t') as [form: string, base: string])

const all = (word: string): string[] => {
  const { stems, parts, runs } = lexemesOfWord(word, 'fi')
  return [...stems, ...parts, ...runs]
}
const finds = (asked: string, text: string): boolean => {
  const { stems, parts } = lexemesOfWord(asked, 'fi')
  const have = new Set(tokens(text).flatMap((token) => all(token.word)))
  return stems.some((stem) => have.has(stem)) || (parts.length > 1 && parts.every((part) => have.has(part)))
}

describe('Finnish forms', () => {
  it('has the pairs that it must find', () => expect(pairs.length).toBeGreaterThanOrEqual(76))
  it.each(pairs)('finds %s when %s is asked for', (form, base) => expect(finds(base, form)).toBe(true))

  it.each([
    ['tila', 'tili'],
    ['kota', 'kodin'],
    ['matto', 'madon'],
    ['hake', 'hakua'],
    ['tie', 'tietoa'],
    ['kunto', 'kunnan'],
    ['puu', 'puhelin'],
    ['is', 'suomalainen'],
    ['talo', 'talous'],
    ['vesi', 'vesa'],
  ])('does not find %s in %s', (asked, text) => expect(finds(asked, text)).toBe(false))

  it('splits compounds into the words they are made of', () => {
    expect(lexemesOfWord('puurakentaminen', 'fi').parts).toEqual(['~puu', '~rakentamis'])
    expect(lexemesOfWord('pohjavesialueella', 'fi')).toMatchObject({
      parts: ['~pohja', '~vedi', '~alue'],
      runs: ['~pohjavedi', '~vesialue'],
    })
    expect(finds('tutkimushanke', 'tutkimus-hankkeen')).toBe(true)
    expect(finds('e-kirja', 'e-kirjojen')).toBe(true)
  })

  it('takes possessives and clitics off', () => {
    for (const form of ['hankkeensa', 'hankkeessaan', 'hankkeissammekin', 'hankettaan']) {
      expect(finds('hanke', form), form).toBe(true)
    }
  })
})

describe('Swedish and English forms', () => {
  it.each([
    ['sv', 'utveckling', 'utvecklingens'],
    ['sv', 'företag', 'företagen'],
    ['sv', 'miljö', 'miljön'],
    ['sv', 'skola', 'skolorna'],
    ['sv', 'projekt', 'projektets'],
    ['en', 'development', 'developing'],
    ['en', 'study', 'studies'],
    ['en', 'innovation', 'innovative'],
    ['en', 'energy', 'energies'],
  ] as const)('%s: %s and %s are one', (language, a, b) => {
    expect(lexemesOfWord(b, language).stems).toEqual(lexemesOfWord(a, language).stems)
  })

  it('splits the common Swedish compounds', () => {
    expect(lexemesOfWord('företagsutveckling', 'sv').parts).toEqual(['~företag', '~utveckling'])
  })
})

describe('languages of titles', () => {
  it.each([
    ['Investointi ja kehittäminen', 'fi'],
    ['Kunskap och kompetens i utbildning', 'sv'],
    ['Innovative Technologies for Business Growth', 'en'],
    ['Utvecklande av produkter', 'sv'],
    ['Matkailuyritysten yhteismarkkinointi', 'fi'],
  ])('%s', (title, language) => expect(languagesOf(title)[0]).toBe(language))

  it('says that it may be anything when nothing tells', () =>
    expect(languagesOf('OPTIMES 2')).toHaveLength(3))
})

describe('vectors', () => {
  it('puts parts of compounds one weight below their word', () => {
    expect(tsvector([{ text: 'Puurakentaminen', weight: 'A', language: 'fi' }])).toBe(
      "'puurakentaminen':1A '~puurakentamis':1A '~puu':1B '~rakentamis':1B",
    )
  })
  it('leaves words that say nothing out, but keeps their place', () => {
    expect(tsvector([{ text: 'ruoka ja juoma', weight: 'D', language: 'fi' }])).toBe(
      "'ruoka':1 '~ruoa':1 'juoma':3 '~juoma':3",
    )
  })
  it('keeps a gap between texts', () => {
    const vector = tsvector([
      { text: 'yksi', weight: 'A', language: 'en' },
      { text: 'kaksi', weight: 'B', language: 'en' },
    ])
    expect(vector).toContain("'kaksi':12B")
  })
  it('learns every lexeme once', () => {
    const words = vectorWords([{ text: 'hanke hankkeen hanke', weight: 'A', language: 'fi' }])
    expect(words).toEqual(['hanke', '~hanke', 'hankkeen'])
  })
})

describe('queries', () => {
  it('asks for every word in any form', () => {
    expect(tsquery('vedyn tuotanto', 'fi').tsquery).toBe("('vedyn' | '~vedy') & ('tuotanto' | '~tuotanno')")
  })
  it('lets the last word be unfinished while it is typed', () => {
    expect(tsquery('rahoitusha', 'fi', { typing: true }).tsquery).toContain("'rahoitusha':*")
    expect(tsquery('rahoitus ', 'fi', { typing: true }).tsquery).not.toContain(':*')
  })
  it('keeps phrases and codes together', () => {
    expect(tsquery('"Oulun yliopisto"', 'fi').tsquery).toContain('<1>')
    expect(tsquery('0108023-3', 'fi').terms[0]!.rank).toBe("'0108023-3' | '~0108023-3'")
  })
  it('drops words that say nothing, unless there are no others', () => {
    expect(tsquery('ja hanke', 'fi').terms.map((term) => term.text)).toEqual(['hanke'])
    expect(tsquery('ja', 'fi').terms.map((term) => term.text)).toEqual(['ja'])
  })
  it('has no terms for a text without words', () => {
    for (const text of ['', '   ', '?!', '""', '-']) expect(tsquery(text).tsquery).toBe('')
  })
})

describe('highlighting', () => {
  it('marks other forms of the word', () => {
    expect(highlight('Vihreän vedyn tuotanto', 'vety', 'fi')).toEqual([
      { text: 'Vihreän ', match: false },
      { text: 'vedyn', match: true },
      { text: ' tuotanto', match: false },
    ])
  })
  it('gives the text back whole, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
        const joined = highlight(text, query).reduce((whole, segment) => whole + segment.text, '')
        expect(joined).toBe(text)
      }),
    )
  })
})

describe('misspelling', () => {
  const list = ['terveys', 'häme', 'rahoitus', 'hakemus', 'matkailu'].map((word) => ({ word, count: 3 }))
  it.each([
    ['hame', 'häme'],
    ['rahotus', 'rahoitus'],
    ['hakmeus', 'hakemus'],
    ['terveyss', 'terveys'],
    ['mätkailu', 'matkailu'],
  ])('%s may mean %s', (typed, meant) => expect(nearest(typed, list)[0]).toBe(meant))

  it('measures the same both ways, and nothing between a word and itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, a)).toBe(0)
      }),
    )
  })
  it('folds what a keyboard lacks', () => expect(fold('Ähtäri Åbo Øresund')).toBe('ahtari abo oresund'))
})

describe('any text', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  it('is split into words that stand where they say', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0
        for (const { word, start, end } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(word.length).toBeGreaterThan(0)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })
  it('finds itself: the stems of a word do not depend on when it is read', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'aeioukstnlrmpvhjyäödg-'),
      minLength: 1,
      maxLength: 25,
    })
    fc.assert(
      fc.property(letters, (word) => {
        const again = lexemesOfWord(word, 'fi')
        expect(again.stems.length).toBeGreaterThan(0)
        expect(new Set(again.stems).size).toBe(again.stems.length)
        expect(tsquery(word, 'fi').terms.length).toBeLessThanOrEqual(word.length)
      }),
    )
  })
})
