import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bornAt, newId } from '../../kernel/id.ts'
import { contrast, contrastOnPaper, onDark, readColour, styleSheetOf, wantedContrast } from './colour.ts'
import { isInUse, moved, readTarget, stateOfValue, wordOf } from './frame-rules.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

describe('contrast', () => {
  it('is what WCAG tells: 21 for black on white, 1 for the same, and the same both ways', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrastOnPaper('#767676')).toBeCloseTo(4.54, 2)
    expect(contrastOnPaper('#777777')).toBeCloseTo(4.48, 2)
    fc.assert(
      fc.property(hex, hex, (a, b) => {
        expect(contrast(a, b)).toBeCloseTo(contrast(b, a))
        expect(contrast(a, a)).toBeCloseTo(1)
      }),
    )
  })

  it('is enough in the dark for every colour, and dark letters can be read on it', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(contrast(onDark(colour), '#0f1722')).toBeGreaterThanOrEqual(wantedContrast)
      }),
    )
  })
})

describe('a colour that somebody writes', () => {
  it('is read with or without its sign, short or long, and nothing else is', () => {
    expect(['#0AF', '00aaff', ' #00AAFF '].map(readColour)).toEqual(['#00aaff', '#00aaff', '#00aaff'])
    expect(['', 'red', '#12', '#1234567', '#00aaff;}', 'url(x)'].map(readColour)).toEqual(
      Array(6).fill(undefined),
    )
  })

  it('cannot bring anything else into a style sheet', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const colour = readColour(text)
        if (colour) expect(styleSheetOf(colour)).toMatch(/^[\w\s:;{}()#@,.+-]*$/)
      }),
    )
  })
})

describe('an order', () => {
  it('keeps every item, moves one by one step, and is undone by the other way', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), (list, n) => {
        const item = list[n % list.length]!
        const up = moved(list, item, 'up')
        expect([...up].sort()).toEqual([...list].sort())
        expect(up.indexOf(item)).toBe(Math.max(0, list.indexOf(item) - 1))
        if (list.indexOf(item) > 0) expect(moved(up, item, 'down')).toEqual(list)
      }),
    )
  })
})

describe('a value of the frame', () => {
  const born = (day: string) => newId(Date.parse(`${day}T10:00:00Z`))
  const value = (day: string, validFrom: string | null = null, source = 'own') => ({
    id: born(day),
    source,
    validFrom,
    validTo: null,
  })

  it('knows the day it was made', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 45), (at) => {
        expect(bornAt(newId(at))).toBe(at)
      }),
    )
  })

  it('is in use from the day after it began to hold, and from the start when it was read in a source', () => {
    expect(isInUse(value('2026-11-21'), 'own', '2026-11-21')).toBe(false)
    expect(isInUse(value('2026-11-21'), 'own', '2026-11-22')).toBe(true)
    expect(isInUse(value('2026-11-21', '2027-01-01'), 'own', '2026-12-31')).toBe(false)
    expect(isInUse(value('2026-11-21', '2020-01-01'), 'own', '2026-11-21')).toBe(true)
    expect(isInUse(value('2026-11-21', null, 'agreement'), 'own', '2026-11-21')).toBe(true)
  })

  it('holds on its first and its last day', () => {
    const on = (day: string) => stateOfValue({ validFrom: '2026-02-01', validTo: '2026-03-31' }, day)
    expect(['2026-01-31', '2026-02-01', '2026-03-31', '2026-04-01'].map(on)).toEqual([
      'coming',
      'now',
      'now',
      'ended',
    ])
  })
})

it('reads targets as Finns and Britons write them', () => {
  expect(['30', '4,5', '1 234,50', '1\u00a0234.5', '0'].map(readTarget)).toEqual([
    '30',
    '4.5',
    '1234.50',
    '1234.5',
    '0',
  ])
  expect(['', '-1', '1,234.5', 'x', '1e3', '1,234'].map(readTarget)).toEqual(Array(6).fill(undefined))
})

it('makes a short word of any name', () => {
  expect(wordOf('Hyvinvointi & terveys, Åland')).toBe('hyvinvointi-terveys-aland')
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(wordOf(name)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,39})$/)
    }),
  )
})
