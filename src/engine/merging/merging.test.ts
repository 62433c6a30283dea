import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, mergeChoices, mergeTexts, mergeValues } from './index.ts'

const word = fc.constantFrom('hanke', 'kunta', 'alue', 'työ', 'a', 'b', ',', '.', '\n', '  ', '😀', 'ä́', '\r')
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '))
const anyText = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 60 }))
const clean = (value: unknown) => ({ clean: true, value })

describe('what changed between two texts', () => {
  test('holds every letter of both', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const parts = changesBetween(before, after)
        const without = (is: string) =>
          parts
            .filter((p) => p.is !== is)
            .map((p) => p.text)
            .join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
      }),
    )
  })

  test('names the one word', () => {
    expect(changesBetween('yksi kaksi kolme', 'yksi neljä kolme').filter((p) => p.is !== 'same')).toEqual([
      { is: 'removed', text: 'kaksi' },
      { is: 'added', text: 'neljä' },
    ])
  })

  test('a text rewritten from end to end takes no time to speak of', () => {
    const many = (seed: string) => Array.from({ length: 20_000 }, (_, i) => `${seed}${i}`).join(' ')
    const began = performance.now()
    expect(mergeTexts(`${many('a')}\nloppu`, `${many('b')}\nloppu`, `${many('a')}\nloppu uusi`).clean).toBe(
      true,
    )
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

describe('merging two changes', () => {
  test('a change beside none is the change', () => {
    fc.assert(
      fc.property(anyText, anyText, (base, changed) => {
        expect(mergeTexts(base, changed, base)).toEqual(clean(changed))
        expect(mergeTexts(base, base, changed)).toEqual(clean(changed))
        expect(mergeTexts(base, changed, changed)).toEqual(clean(changed))
      }),
    )
  })

  test('changes to different lines always merge, and both are whole in the result', () => {
    const line = fc.stringMatching(/^[a-zäö ]{1,20}$/)
    const lines = fc.array(line, { minLength: 6, maxLength: 20 })
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (given, i, j) => {
        const base = given.map((l, n) => `${n} ${l}.`)
        const low = i % (base.length - 2)
        const high = low + 2 + (j % (base.length - low - 2))
        const change = (at: number, to: string) => base.map((l, n) => (n === at ? to : l)).join('\n')
        const both = base.map((l, n) => (n === low ? 'MINÄ' : n === high ? 'SINÄ' : l)).join('\n')
        expect(mergeTexts(base.join('\n'), change(low, 'MINÄ'), change(high, 'SINÄ'))).toEqual(clean(both))
      }),
    )
  })

  test('a clean merge loses no word that either has added', () => {
    const tagged = (tag: string) =>
      fc
        .array(fc.tuple(fc.nat(), fc.constantFrom('a', 'b', 'c\n')), { maxLength: 5 })
        .map((places) => ({ tag, places }))
    fc.assert(
      fc.property(text, tagged('M'), tagged('T'), (base, mine, theirs) => {
        const words = base.split(' ')
        const write = ({ tag, places }: typeof mine) => {
          const out = [...words]
          for (const [at, what] of places) out.splice(at % (out.length + 1), 0, `${tag}${what}`)
          return out.join(' ')
        }
        const [m, t] = [write(mine), write(theirs)]
        const merge = mergeTexts(base, m, t)
        if (!merge.clean) return
        const count = (of: string, tag: string) => of.match(new RegExp(tag, 'g'))?.length ?? 0
        expect(count(merge.value, 'M')).toBeGreaterThanOrEqual(count(m, 'M'))
        expect(count(merge.value, 'T')).toBeGreaterThanOrEqual(count(t, 'T'))
      }),
      { numRuns: 500 },
    )
  })

  test('whether two changes clash does not hang on who is asked', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        expect(mergeTexts(base, mine, theirs).clean).toBe(mergeTexts(base, theirs, mine).clean)
      }),
    )
  })

  test('the same word changed in two ways is asked', () => {
    const base =
      'Hankkeen tavoite on lisätä yhteistyötä alueen yritysten ja oppilaitosten välillä vuosittain.'
    const mine = base.replace('lisätä', 'vahvistaa')
    expect(mergeTexts(base, mine, base.replace('lisätä', 'syventää')).clean).toBe(false)
    expect(mergeValues(base, mine, base.replace('alueen', 'maakunnan'))).toEqual(
      clean(mine.replace('alueen', 'maakunnan')),
    )
  })

  test('a word inside a sentence that the other has rewritten is asked', () => {
    const base = 'Alku. Tämä virke on vanha ja kankea. Loppu.'
    const mine = base.replace(
      'Tämä virke on vanha ja kankea',
      'Se kirjoitettiin kokonaan toisin sanoin uudestaan',
    )
    expect(mergeTexts(base, mine, base.replace('vanha ja', 'vanha, pitkä ja')).clean).toBe(false)
  })

  test('lines that both add in one place are both kept, the saved one first', () => {
    expect(mergeTexts('Alku', 'Alku\nminun', 'Alku\nsinun')).toEqual(clean('Alku\nsinun\nminun'))
    expect(mergeTexts('a\nz', 'a\nminun\nz', 'a\nsinun\nz')).toEqual(clean('a\nsinun\nminun\nz'))
    expect(mergeTexts('Alku', 'Alku minun', 'Alku sinun').clean).toBe(false)
    expect(mergeTexts('', 'minun vastaukseni', 'sinun vastauksesi').clean).toBe(false)
  })

  test('who has typed on from what was saved keeps what was typed', () => {
    expect(mergeTexts('Alku', 'Alku ja jat', 'Alku ja jatko')).toEqual(clean('Alku ja jatko'))
    expect(mergeTexts('Alku', 'Alku ja jatko', 'Alku ja')).toEqual(clean('Alku ja jatko'))
  })

  test('short texts are one thought and always asked', () => {
    expect(mergeValues('Aurinkoinen hanke', 'Pilvinen hanke', 'Aurinkoinen työ').clean).toBe(false)
  })

  test('choices merge one by one', () => {
    const set = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'))
    fc.assert(
      fc.property(set, set, set, (base, mine, theirs) => {
        const now = new Set(mergeChoices(base, mine, theirs))
        for (const item of ['a', 'b', 'c', 'd', 'e']) {
          const [b, m, t] = [base, mine, theirs].map((s) => s.includes(item))
          expect(now.has(item)).toBe(m === b ? t : m)
        }
      }),
    )
  })
})
