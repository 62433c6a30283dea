import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { themes, themesOf } from './index.ts'

const codes = (title: string): string[] => themesOf(title).map((theme) => theme.code)

describe('themes of titles', () => {
  it('has named themes, each once', () => {
    expect(themes.length).toBeGreaterThanOrEqual(20)
    expect(new Set(themes.map((theme) => theme.code)).size).toBe(themes.length)
    for (const { names } of themes) expect(Object.values(names).every((name) => name.length > 2)).toBe(true)
  })
  it.each([
    ['Vihreän vedyn tuotannon esiselvitys', 'energy-climate'],
    ['Matkailuyritysten yhteismarkkinointi', 'tourism'],
    ['Puurakentamisen osaamiskeskittymä', 'forest'],
    ['Pohjavesialueiden kartoitus', 'environment'],
    ['Maahanmuuttajien työllistyminen', 'inclusion'],
    ['Utvecklande av frysta livsmedel', 'food'],
    ['Innovative cleantech for shipbuilding', 'maritime'],
    ['Pohjois-Suomen tekninen tuki', 'programme-management'],
    ['Hopeakaivoksen rikastusmenetelmät', 'mining'],
    ['CNC-sorvin hankinta', 'manufacturing'],
  ])('%s: %s', (title, code) => expect(codes(title)).toContain(code))

  it.each([
    ['Oppimisympäristön kehittäminen', 'environment'],
    ['Käsityöyritysten verkosto', 'employment'],
    ['Yrityksen kehittäminen', 'built-environment'],
    ['Monikulttuurinen Lieksa', 'culture'],
  ])('%s is not about %s', (title, code) => expect(codes(title)).not.toContain(code))

  it('says nothing of a title that is only a name', () => expect(themesOf('OPTIMES')).toEqual([]))
  it('gives the words of the title that showed the theme', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (noise) => {
        const title = `${noise} Matkailun kehittäminen`
        const tourism = themesOf(title).find((theme) => theme.code === 'tourism')
        expect(tourism?.words).toContain('Matkailun')
        for (const { words } of themesOf(title)) for (const word of words) expect(title).toContain(word)
      }),
    )
  })
})
