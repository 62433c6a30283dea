import { describe, expect, it } from 'vitest'
import type { Sent } from '../drafts/index.ts'
import type { Room } from './room.ts'
import { beforeRule, withRule } from './rule-form.ts'
import { demandOf } from './rule-words.ts'

const candidate = (code: string, city: string) => ({ code, city, lead: null, values: [] })
const room = {
  settings: {
    criteria: [{ id: 'impact', name: { fi: 'Vaikuttavuus' }, note: '' }],
    budgets: [{ id: 'eu', name: { fi: 'EU-rahoitus' }, limit: '1000.00' }],
    rules: [],
    synergies: [],
  },
  candidates: [candidate('H1', 'Espoo'), candidate('H2', 'Espoo'), candidate('H3', 'Vantaa')],
} as unknown as Room

const asked = (typed: Record<string, string>) =>
  withRule(room, {
    text: (name: string) => String({ ...beforeRule, name: 'Sääntö', ...typed }[name] ?? ''),
  } as Sent)

describe('a rule as it is asked for', () => {
  it.each([
    [{ kind: 'atLeast', group: 'city:Espoo', count: '1' }, 'Vähintään 1 näistä: H1, H2'],
    [{ kind: 'atMost', codes: 'h3, H1', count: '1' }, 'Enintään 1 näistä: H3, H1'],
    [
      { kind: 'moneyAtMost', group: 'city:Vantaa', money: '850 000,50' },
      'EU-rahoitus: enintään 850\u00a0000,50\u00a0€ näille yhteensä: H3',
    ],
    [{ kind: 'excludes', codes: 'H1 H3' }, 'Enintään yksi näistä: H1, H3'],
    [{ kind: 'allOrNone', codes: 'H1;H3' }, 'Kaikki nämä tai ei yhtään: H1, H3'],
    [{ kind: 'requires', project: 'H3', codes: 'H1' }, 'H3 vain, jos mukana ovat myös: H1'],
    [
      { kind: 'synergy', codes: 'H1,H2', points: '−0,5' },
      'Kun mukana ovat kaikki nämä: H1, H2. Vaikuttavuus −0,5',
    ],
    [
      { kind: 'saving', codes: 'H1,H2', money: '20 000' },
      'Kun mukana ovat kaikki nämä: H1, H2. EU-rahoitus −20\u00a0000\u00a0€',
    ],
    [
      { kind: 'saving', codes: 'H1,H2', money: '-20 000' },
      'Kun mukana ovat kaikki nämä: H1, H2. EU-rahoitus +20\u00a0000\u00a0€',
    ],
  ])('%o demands "%s"', (typed, said) => {
    const made = asked(typed)
    if ('why' in made) throw new Error(made.why)
    const [rule] = [...(made.rules ?? []), ...(made.synergies ?? [])]
    expect(demandOf(rule!, room.settings, 'fi').replaceAll('\u202f', '\u00a0')).toBe(said)
  })

  it.each([
    [{ name: '' }, 'name'],
    [{ kind: 'excludes', codes: 'H1' }, 'codes'],
    [{ kind: 'atLeast', codes: 'H1, H9', count: '1' }, 'codes'],
    [{ kind: 'atLeast', count: '1' }, 'codes'],
    [{ kind: 'atLeast', codes: 'H1', count: '1,5' }, 'count'],
    [{ kind: 'moneyAtLeast', codes: 'H1', money: 'paljon' }, 'money'],
    [{ kind: 'requires', codes: 'H1' }, 'project'],
    [{ kind: 'requires', project: 'H1', codes: 'H1' }, 'codes'],
    [{ kind: 'synergy', codes: 'H1,H2', points: 'x' }, 'points'],
  ])('%o is none: "%s" is to be mended', (typed, at) => {
    expect(asked(typed)).toMatchObject({ at })
  })

  it('names the codes that no candidate has', () => {
    expect(asked({ kind: 'excludes', codes: 'H1, H8 h9' })).toEqual({
      at: 'codes',
      why: 'unknown-codes',
      of: 'H8, h9',
    })
  })
})
