import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isId, newId } from './id.ts'
import { dayIn, dayOf, formatDay, formatInstant } from './time.ts'

describe('days', () => {
  it('exist in the calendar or are none', () => {
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29')
    expect(dayOf(2023, 2, 29)).toBeUndefined()
    expect(dayOf(2023, 13, 1)).toBeUndefined()
    expect(dayOf(99, 1, 1)).toBeUndefined()
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (y, m, d) => {
          expect(dayOf(y, m, d)?.split('-').map(Number)).toEqual([y, m, d])
        },
      ),
    )
  })

  it('are written as each language writes them', () => {
    expect(formatDay('2026-03-05', 'fi')).toBe('5.3.2026')
    expect(formatDay('2026-03-05', 'sv')).toBe('5.3.2026')
    expect(formatDay('2026-03-05', 'en')).toBe('5 Mar 2026')
  })

  it('are those of Finland, on both sides of midnight and of summer time', () => {
    expect(dayIn(new Date('2026-03-05T22:30:00Z'))).toBe('2026-03-06')
    expect(dayIn(new Date('2026-06-05T20:59:00Z'))).toBe('2026-06-05')
    expect(formatInstant(new Date('2026-06-05T21:05:00Z'), 'fi')).toBe('6.6.2026 klo 0.05')
    expect(formatInstant(new Date('2026-11-21T04:00:00Z'), 'sv')).toBe('21.11.2026 kl. 6.00')
  })
})

describe('ids', () => {
  it('sort by the moment they were made, and never repeat', () => {
    const ids = Array.from({ length: 5_000 }, (_, i) => newId(1_700_000_000_000 + i))
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every(isId)).toBe(true)
    expect(isId('00000000-0000-0000-0000-00000000000g')).toBe(false)
  })

  it('of one instant sort as they were asked for, whatever was made between them', () => {
    const ids = Array.from({ length: 5_000 }, () => [newId(1_700_000_000_000), newId()][0]!)
    expect([...ids].sort()).toEqual(ids)
    expect(ids.every(isId)).toBe(true)
  })
})
