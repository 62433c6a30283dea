import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorities, type Code, municipalities, regions } from './lists.ts'
import { byCode, codeAt, codesAt, isValidOn } from './rules.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const dayBefore = (d: string) => new Date(Date.parse(d) - 86_400_000).toISOString().slice(0, 10)

/** A code that changes hands on the given days: a0 until the first, a1 until the second, and so on. */
const chain = (changes: readonly string[]): Code[] =>
  [...changes, undefined].map((end, i) => ({
    code: `a${i}`,
    name: { fi: `a${i}` },
    source: 'test',
    verified: true,
    ...(i > 0 && { validFrom: changes[i - 1]! }),
    ...(end && { validTo: dayBefore(end), successors: [{ code: `a${i + 1}`, from: end }] }),
  }))
const changes = fc.uniqueArray(day, { minLength: 1, maxLength: 5 }).map((days) => days.sort())

describe('validity of codes', () => {
  it('is closed at both ends and open where an end is missing', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, x) => {
        const [from, to] = [a, b].sort() as [string, string]
        expect(isValidOn({ validFrom: from, validTo: to }, x)).toBe(from <= x && x <= to)
        expect(isValidOn({ validFrom: from }, x)).toBe(from <= x)
        expect(isValidOn({}, x)).toBe(true)
      }),
    )
  })
  it('leads from any earlier code of a chain to the one valid on the day', () => {
    fc.assert(
      fc.property(changes, day, fc.nat(5), (days, x, start) => {
        const list = chain(days)
        const now = days.filter((d) => d <= x).length
        const from = Math.min(start, days.length)
        expect(codeAt(list, `a${from}`, x)?.code).toBe(from <= now ? `a${now}` : undefined)
      }),
    )
  })
  it('never answers with a code that is not valid on the day, in any of our lists', () => {
    const all: readonly (readonly Code[])[] = [authorities, municipalities]
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), day, (list, n, x) => {
        const { code } = list[n % list.length]!
        for (const found of codesAt(list, code, x)) expect(isValidOn(found, x)).toBe(true)
      }),
    )
  })
  it('ends on a loop of successors', () => {
    const a: Code = {
      code: 'a',
      name: {},
      source: '',
      verified: true,
      validTo: '2020-01-01',
      successors: [{ code: 'b', from: '2020-01-02' }],
    }
    const b: Code = { ...a, code: 'b', successors: [{ code: 'a', from: '2020-01-02' }] }
    expect(codesAt([a, b], 'a', '2021-01-01')).toEqual([])
  })
  it('gives no single code where the work was split', () => {
    const at2026 = codesAt(authorities, 'hameen-ely-keskus', '2026-03-01').map((a) => a.code)
    expect(at2026).toEqual(['kaakkois-suomen-elinvoimakeskus', 'keski-suomen-elinvoimakeskus'])
    expect(codeAt(authorities, 'hameen-ely-keskus', '2026-03-01')).toBeUndefined()
    expect(codeAt(authorities, 'hameen-ely-keskus', '2025-12-31')?.code).toBe('hameen-ely-keskus')
    expect(codeAt(authorities, 'tekes', '2016-01-01')?.code).toBe('tekes')
    expect(codeAt(authorities, 'tekes', '2020-01-01')?.code).toBe('business-finland')
  })
  it('follows the NUTS codes that changed in 2024, nine of nineteen', () => {
    const nuts = regions.flatMap((r) => r.nuts.map((n) => ({ ...n, region: r.code })))
    expect(codeAt(nuts, 'FI197', '2023-12-31')?.code).toBe('FI197')
    expect(codeAt(nuts, 'FI197', '2024-01-01')?.code).toBe('FI19B')
    expect(codeAt(nuts, 'FI1B1', '2024-01-01')?.code).toBe('FI1B1')
    expect(nuts.filter((n) => n.validTo === '2023-12-31')).toHaveLength(9)
    for (const n of nuts) expect(codeAt(nuts, n.code, '2024-06-01')?.region).toBe(n.region)
  })
})

describe('a table by code', () => {
  it('refuses a list that has a code twice', () => {
    expect(() => byCode([{ code: 'a' }, { code: 'a' }])).toThrow('twice')
  })
})
