import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../kernel/text.ts'
import { isDirected, statedKinds } from './rules.ts'
import {
  endsOf,
  isSameTie,
  periodText,
  readKind,
  readPoint,
  type SaidKind,
  sidesAsked,
  stateOfTie,
  writeKind,
} from './tie-rules.ts'
import { kindWord } from './tie-words.ts'

const seeded = { seed: 6 }
const plain = statedKinds.filter((k) => k !== 'own')
const said: fc.Arbitrary<SaidKind> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom(...plain), back: fc.boolean() })
    .map(({ kind, back }) => ({ kind, own: null, back: back && isDirected(kind) })),
  fc.record({ kind: fc.constant('own' as const), own: fc.uuid(), back: fc.boolean() }),
)

describe('a kind', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(said, (kind) => {
        expect(readKind(writeKind(kind))).toEqual(kind)
      }),
      seeded,
    )
  })

  it('is none where it names nothing, or a back that equal sides do not have', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const kind = readKind(text)
        if (kind) expect(writeKind(kind)).toBe(text)
      }),
      seeded,
    )
    for (const text of ['', 'project', 'part-of', 'own', '~works-with', '~agreement', 'supplies.', 'own.x'])
      expect(readKind(text)).toBeUndefined()
  })

  it('has a word of its own from each side, in each language', () => {
    for (const language of languages) {
      const wordsOf = plain.flatMap((kind) =>
        (isDirected(kind) ? [false, true] : [false]).map((back) => kindWord({ kind, back }, null, language)),
      )
      expect(new Set(wordsOf).size).toBe(wordsOf.length)
      expect(wordsOf.every((word) => word.length > 2)).toBe(true)
    }
    const own = { name: { fi: 'käyttäjä', en: 'user' }, back: { fi: 'alusta' } }
    expect(kindWord({ kind: 'own', back: false }, own, 'en')).toBe('user')
    expect(kindWord({ kind: 'own', back: true }, own, 'sv')).toBe('alusta')
  })
})

describe('the same tie', () => {
  it('is the same whichever side tells of it', () => {
    fc.assert(
      fc.property(said, fc.uuid(), fc.uuid(), (kind, a, b) => {
        fc.pre(a !== b)
        const directed = kind.own !== null || isDirected(kind.kind)
        const told = (k: SaidKind, self: string, other: string) => ({
          ...endsOf(k, self, other),
          kind: k.kind,
          own: k.own,
          directed,
        })
        const mine = told(kind, a, b)
        const theirs = told({ ...kind, back: directed && !kind.back }, b, a)
        expect(isSameTie(mine, theirs)).toBe(true)
        if (directed) expect(isSameTie(mine, told({ ...kind, back: !kind.back }, a, b))).toBe(false)
        expect(isSameTie(mine, { ...theirs, kind: 'another' })).toBe(false)
      }),
      seeded,
    )
  })

  it('asks the word of the other side; of what neither said, of both', () => {
    expect(sidesAsked({ from: 'a', to: 'b', organisation: 'a' })).toEqual(['b'])
    expect(sidesAsked({ from: 'a', to: 'b', organisation: 'b' })).toEqual(['a'])
    expect(sidesAsked({ from: 'a', to: 'b', organisation: null })).toEqual(['a', 'b'])
  })

  it('is ended before anything else', () => {
    const ended_at = new Date('2026-11-21')
    for (const answer of [null, 'confirmed', 'denied']) expect(stateOfTie({ answer, ended_at })).toBe('ended')
    expect(stateOfTie({ answer: null, ended_at: null })).toBe('waiting')
    expect(stateOfTie({ answer: 'denied', ended_at: null })).toBe('denied')
  })
})

describe('a period', () => {
  it('is typed as years or days, and told as it was typed', () => {
    expect(readPoint('2024', 'start')).toBe('2024-01-01')
    expect(readPoint(' 2024 ', 'end')).toBe('2024-12-31')
    expect(readPoint('5.3.2024', 'start')).toBe('2024-03-05')
    for (const text of ['24', '31.2.2024', '1800', 'eilen']) expect(readPoint(text, 'start')).toBeUndefined()
    expect(periodText('2024-01-01', '2026-12-31', 'fi')).toBe('2024–2026')
    expect(periodText('2024-03-05', null, 'fi')).toBe('5.3.2024–')
    expect(periodText(null, null, 'en')).toBe('')
  })

  it('of years is read back from its words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.constantFrom(...languages), (year, language) => {
        const start = readPoint(String(year), 'start')!
        const end = readPoint(String(year), 'end')!
        expect(periodText(start, end, language)).toBe(`${year}–${year}`)
      }),
      seeded,
    )
  })
})
