import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, excerptOf, groupedForDigest, type Inline, mentionsIn, notificationKinds } from './rules.ts'

const people = [
  { id: 'a', name: 'Aino Virtanen' },
  { id: 'b', name: 'Matti Meikäläinen' },
  { id: 'c', name: 'Matti Meikäläinen-Koski' },
  { id: 'd', name: 'Åsa Öström' },
  { id: 'e', name: 'Koordinaattori' },
]
const who = (text: string) => mentionsIn(text, people).flatMap((m) => m.people)

describe('mentions', () => {
  it.each([
    ['Hei @Aino Virtanen, katsotko?', ['a']],
    ['@aino virtanen', ['a']],
    ['@Aino, katsotko?', ['a']],
    ['(@Åsa Öström)', ['d']],
    ['@Matti Meikäläinen-Koski ja @Matti Meikäläinen.', ['c', 'b']],
    ['@Matti ei ole yksi', []],
    ['aino@virtanen.example @Ainola', []],
    ['aino@Aino Virtanen', []],
    ['@@Aino', []],
    ['@Koordinaattori:lle', ['e']],
    ['@Koordinaattorille', []],
  ])('%s', (text, expected) => expect(who(text)).toEqual(expected))

  it('finds everybody whose name is written, wherever, and only where an @ stands', () => {
    const between = fc.stringMatching(/^[a-zåäö ,.!?()\n-]{0,12}$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(between, fc.nat(people.length - 1)), { maxLength: 6 }), (parts) => {
        const text = parts.map(([said, i]) => `${said} @${people[i]!.name} `).join('')
        const found = mentionsIn(text, people)
        expect(found.flatMap((m) => m.people)).toEqual(parts.map(([, i]) => people[i]!.id))
        for (const m of found) expect(text[m.start]).toBe('@')
      }),
    )
  })

  it('never falls over any text or name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (text, names) => {
        const found = mentionsIn(
          `${text}@${names[0] ?? ''}`,
          names.map((name, i) => ({ id: `${i}`, name })),
        )
        let at = 0
        for (const m of found) {
          expect(m.start).toBeGreaterThanOrEqual(at)
          at = m.end
        }
      }),
    )
  })
})

const said = (inline: Inline): string => ('mention' in inline ? inline.mention : inline.text)

describe('light formatting', () => {
  it('reads paragraphs, lists, quotes, addresses and mentions', () => {
    const text =
      'Ensi viikolla:\n- kokous\n- haku https://example.org/a_(b).\n\n1. eka\n2. toka\n> lainaus\n\n@Aino tule'
    expect(blocksOf(text, people)).toEqual([
      { kind: 'paragraph', lines: [[{ text: 'Ensi viikolla:' }]] },
      {
        kind: 'list',
        ordered: false,
        items: [
          [{ text: 'kokous' }],
          [
            { text: 'haku ' },
            { link: 'https://example.org/a_(b)', text: 'https://example.org/a_(b)' },
            { text: '.' },
          ],
        ],
      },
      { kind: 'list', ordered: true, items: [[{ text: 'eka' }], [{ text: 'toka' }]] },
      { kind: 'quote', lines: [[{ text: 'lainaus' }]] },
      { kind: 'paragraph', lines: [[{ mention: '@Aino' }, { text: ' tule' }]] },
    ])
  })

  it('keeps every word of any text, and links only to the web', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'grapheme' }),
            fc.constantFrom('\n', '\n\n', '- ', '> ', 'https://x.fi/', 'javascript:alert(1)', '@Aino', '<b>'),
          ),
        ),
        (parts) => {
          const text = parts.join('')
          const inlines = blocksOf(text, people).flatMap((b) =>
            (b.kind === 'list' ? b.items : b.lines).flat(),
          )
          for (const i of inlines) if ('link' in i) expect(i.link).toMatch(/^https?:\/\//)
          const letters = (s: string) => s.replaceAll(/[^\p{L}<]/gu, '')
          expect(letters(inlines.map(said).join(''))).toBe(letters(text))
        },
      ),
    )
  })

  it('cuts the first lines at a word and never longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        expect(excerptOf(text).length).toBeLessThanOrEqual(240)
      }),
    )
  })
})

describe('the digest', () => {
  const told = fc.record({
    ecosystem: fc.constantFrom(null, 'hev', 'sixnet'),
    subject: fc.constantFrom('topic 1', 'topic 2', 'project 3'),
    title: fc.constant({ fi: 'x' }),
    kind: fc.constantFrom(...notificationKinds),
    at: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
    id: fc.uuid(),
  })
  it('tells everything once, each ecosystem and subject in one place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(told, { selector: (t) => t.id }), (items) => {
        const groups = groupedForDigest(items)
        const all = groups.flatMap((g) => g.subjects.flatMap((s) => s.items))
        expect(all.map((t) => t.id).sort()).toEqual(items.map((t) => t.id).sort())
        expect(new Set(groups.map((g) => g.ecosystem)).size).toBe(groups.length)
        for (const group of groups) {
          const subjects = group.subjects.map((s) => s.items[0]!.subject)
          expect(new Set(subjects).size).toBe(subjects.length)
          for (const s of group.subjects)
            expect(new Set(s.items.map((t) => `${t.ecosystem} ${t.subject}`)).size).toBe(1)
        }
      }),
    )
  })
})
