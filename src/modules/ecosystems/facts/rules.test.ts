import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../kernel/time.ts'
import { firstDay, lastDay } from '../rules.ts'
import { dateText } from '../text.ts'
import { isInOrder, readPartialDay, wouldRing } from './rules.ts'

const year = fc.integer({ min: 1900, max: 2199 })
const month = fc.integer({ min: 1, max: 12 })
const partial = fc
  .tuple(year, fc.option(fc.tuple(month, fc.option(fc.integer({ min: 1, max: 28 })))))
  .map(([y, rest]) => {
    if (!rest) return String(y)
    const [m, d] = rest
    return d ? dayOf(y, m, d)! : `${y}-${String(m).padStart(2, '0')}`
  })

describe('a time that is known in part', () => {
  it('is read as it is written in Finnish, Swedish and English', () => {
    fc.assert(
      fc.property(partial, (written) => {
        for (const language of ['fi', 'sv'] as const)
          expect(readPartialDay(` ${dateText(written, language)} `)).toBe(written)
      }),
    )
    expect(readPartialDay('2026-03-05')).toBe('2026-03-05')
  })

  it.each(['', '13/2026', '0/2026', '2026/3', '31.2.2026', '26', '3000', 'ensi vuonna', '3/26'])(
    '%j is none',
    (text) => expect(readPartialDay(text)).toBeUndefined(),
  )

  it('is in order when it can end on or after the day on which it can begin', () => {
    fc.assert(
      fc.property(partial, partial, (a, b) => {
        expect(isInOrder(a, b)).toBe(firstDay(a) <= lastDay(b))
        expect(isInOrder(a, a)).toBe(true)
        expect(isInOrder(a, undefined) && isInOrder(undefined, b)).toBe(true)
      }),
    )
    expect(isInOrder('2026', '2025-12-31')).toBe(false)
  })
})

describe('being a part of something', () => {
  it('never closes a ring, however the others are tied, and always ends', () => {
    const ids = fc.integer({ min: 0, max: 6 }).map(String)
    fc.assert(
      fc.property(
        fc.array(fc.option(ids), { minLength: 7, maxLength: 7 }),
        ids,
        ids,
        (parents, child, parent) => {
          const parentOf = (id: string) => parents[Number(id)]
          const above = new Set<string>()
          for (let at: string | null | undefined = parent; at && !above.has(at); at = parentOf(at))
            above.add(at)
          expect(wouldRing(child, parent, parentOf)).toBe(above.has(child))
        },
      ),
    )
  })
})
