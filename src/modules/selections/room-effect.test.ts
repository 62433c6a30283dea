import { describe, expect, it } from 'vitest'
import { roomCandidate } from '../../../test/selection-room.ts'
import type { RoomCandidate } from './room.ts'
import { axesIn, effectSets, entryOf, setsAsked } from './room-effect.ts'
import type { RoomRow } from './room-figures.ts'

const candidate = (code: string, values: string[] = []): RoomCandidate =>
  roomCandidate(code, {
    values,
    costs: { eu: '100.50', city: '50.25' },
    city: 'Helsinki',
    starts: '2027-01-01',
  })
const row = (of: RoomCandidate): RoomRow => ({ ...of, core: { index: 1, class: 'yes', proved: true } })
const candidates = [candidate('A'), candidate('B'), candidate('C')]
const [a, b, c] = candidates as [RoomCandidate, RoomCandidate, RoomCandidate]
const columns = { yes: [row(a)], discuss: [row(b)], no: [row(c)] }
const picked = [
  { by: ['maximin' as const, 'even' as const], codes: ['A', 'C'] },
  { by: ['regret' as const], codes: ['B'] },
]
const sets = effectSets({ candidates }, columns, picked, ({ code }) => `hanke ${code}`)

describe('the sets that the room shows in the frame', () => {
  it('are the meeting as it stands, open ones told apart, and each portfolio whole', () => {
    expect(sets.map(({ id, entries }) => [id, entries.map((e) => [e.code, e.sure])])).toEqual([
      [
        'now',
        [
          ['A', true],
          ['B', false],
        ],
      ],
      [
        'maximin',
        [
          ['A', true],
          ['C', true],
        ],
      ],
      ['regret', [['B', true]]],
    ])
  })

  it('count the money of all budgets to the cent, and leave out what is not known', () => {
    const entry = entryOf(a, 'hanke', true)
    expect(entry).toMatchObject({ money: 15075n, title: 'A hanke', starts: '2027-01-01', city: 'Helsinki' })
    expect(entry.ends).toBeUndefined()
  })

  it.each([
    ['', ['now']],
    ['show=regret', ['regret']],
    ['show=even', ['maximin']],
    ['with=regret', ['now', 'regret']],
    ['show=regret&with=maximin', ['regret', 'maximin']],
    ['show=now&with=now', ['now']],
    ['show=nonsense&with=nonsense', ['now']],
  ])('"%s" asks for %j', (query, ids) =>
    expect(setsAsked(sets, new URLSearchParams(query)).map(({ id }) => id)).toEqual(ids),
  )
})

describe('the axes of the frame', () => {
  const value = (written: string) => ({
    value: written,
    name: { fi: written },
    dimension: { fi: 'ulottuvuus' },
  })
  const frame = ['city/1', 'priority/1', 'priority/2', 'emphasis/1'].map(value)

  it('are priority and emphasis, with all their values, where candidates have both', () => {
    const axes = axesIn({ candidates: [candidate('A', ['emphasis/1', 'priority/2', 'city/1'])] }, frame)
    expect(axes?.map(({ dimension, values }) => [dimension, values.length])).toEqual([
      ['priority', 2],
      ['emphasis', 1],
    ])
  })

  it('are not there where candidates have values of one dimension alone', () =>
    expect(axesIn({ candidates: [candidate('A', ['priority/2'])] }, frame)).toBeUndefined())
})
