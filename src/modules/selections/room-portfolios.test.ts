import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noRoom, roomCandidate } from '../../../test/selection-room.ts'
import { costsOf, pickedIn, pickedOf } from './room-portfolios.ts'

const room = noRoom({
  candidates: [
    roomCandidate('A', { costs: { eu: '100.00' }, city: 'Espoo' }),
    roomCandidate('B', { costs: { eu: '100.00' }, city: 'Vantaa' }),
    roomCandidate('C', { costs: { eu: '300.10' }, city: 'Vantaa' }),
  ],
  budgets: [{ id: 'eu', name: { fi: 'Raha' }, limit: '250.00' }],
})
const portfolio = (projects: string[], maximin: number, regret: number, central: number) => ({
  projects,
  maximin,
  regret,
  central,
  values: {},
})
const result = (portfolios: ReturnType<typeof portfolio>[]) =>
  ({ status: 'exact', seconds: 0, count: portfolios.length, portfolios, core: {} }) as unknown as Parameters<
    typeof pickedOf
  >[1]

describe('the portfolios to choose among', () => {
  const three = result([
    portfolio(['A', 'B'], 1, 3, 5),
    portfolio(['B', 'C'], 2, 2, 4),
    portfolio(['A', 'C'], 1, 1, 6),
  ])

  it('are the best by each rule; one that several rules pick is listed once with all of them', () =>
    expect(pickedOf(room, three, []).map(({ by, codes }) => [by, codes])).toEqual([
      [['maximin'], ['B', 'C']],
      [
        ['regret', 'central'],
        ['A', 'C'],
      ],
      [['even'], ['A', 'B']],
    ]))

  it('have the chosen one and one’s own besides, as sets whatever their order', () => {
    const chosen = { ...room, chosen: [room.candidates[2]!.id, room.candidates[0]!.id] }
    const picked = pickedIn(chosen, three, new URLSearchParams('own=B&own=A&own=nobody'))
    expect(picked.find(({ by }) => by.includes('chosen'))?.by).toEqual(['regret', 'central', 'chosen'])
    expect(picked.find(({ by }) => by.includes('own'))?.by).toEqual(['even', 'own'])
  })

  it('without measures, as while they are computed, are picked by their evenness alone', () =>
    expect(
      pickedOf(room, { ...three, portfolios: [{ projects: ['A', 'B'] }] } as unknown as typeof three, []),
    ).toEqual([{ by: ['even'], codes: ['A', 'B'] }]))

  it('list each set once, whatever is picked', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.subarray(['A', 'B', 'C']), fc.nat(5), fc.nat(5), fc.nat(5)), { minLength: 1 }),
        fc.subarray(['A', 'B', 'C']),
        (listed, own) => {
          const picked = pickedOf(room, result(listed.map((of) => portfolio(...of))), own)
          const keys = picked.map(({ codes }) => [...codes].sort().join())
          expect(new Set(keys).size).toBe(keys.length)
          expect(picked.flatMap(({ by }) => by)).toEqual(
            expect.arrayContaining(['maximin', 'regret', 'central', 'even']),
          )
        },
      ),
      { seed: 7, numRuns: 60 },
    ))
})

it('costs are exact, and over a limit by a cent is over', () => {
  expect(costsOf(room, ['A', 'B'])).toEqual([{ budget: 'eu', cents: 20000n, over: false }])
  expect(costsOf(room, ['C'])).toEqual([{ budget: 'eu', cents: 30010n, over: true }])
})
