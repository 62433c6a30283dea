import { describe, expect, it } from 'vitest'
import { noRoom, roomCandidate } from '../../../test/selection-room.ts'
import { columnsOf, costOf, moneyOf, moreOf, rangesOf } from './room-figures.ts'

const room = noRoom({
  candidates: [
    roomCandidate('A', { costs: { eu: '1000000.01', city: '0.99' } }),
    roomCandidate('B', { costs: { eu: '2000000.00' } }),
    roomCandidate('C', { costs: { eu: '500000.00' } }),
  ],
  budgets: [{ id: 'eu', name: { fi: 'Raha' }, limit: '3000000.00' }],
})
const core = (index: number, kind: 'yes' | 'discuss' | 'no') => ({ index, class: kind, proved: true })
const result = {
  status: 'exact',
  seconds: 0,
  count: 2,
  portfolios: [],
  core: { A: core(1, 'yes'), B: core(0.5, 'discuss'), C: core(0, 'no') },
} as Parameters<typeof columnsOf>[1]
const columns = columnsOf(room, result)

describe('the figures of the room', () => {
  it('sort the candidates into columns, each with its core index', () =>
    expect(
      Object.values(columns)
        .flat()
        .map((row) => [row.code, row.core.index]),
    ).toEqual([
      ['A', 1],
      ['B', 0.5],
      ['C', 0],
    ]))

  it('add costs up to the cent, in one budget or in all', () => {
    expect(costOf(room.candidates[0]!)).toBe(100000100n)
    expect(costOf(room.candidates[0]!, 'city')).toBe(99n)
  })

  it('say what the sure ones leave, also under a sum that is tried', () => {
    expect(moneyOf(room, columns, {})[0]).toMatchObject({ sure: 100000001n, left: 199999999n })
    const [tried] = moneyOf(room, columns, { limits: { eu: '1000000' } })
    expect(tried).toMatchObject({ limit: 100000000n, left: -1n, discussed: 200000000n })
  })

  it('let the slider end at a round sum that is no less than the limit', () => {
    const [money] = moneyOf(room, columns, {})
    expect(money!.most >= money!.limit).toBe(true)
    expect(money!.most % 50_000_000n).toBe(0n)
  })

  it('ask about half a million more, a tenth of a small budget', () => {
    expect(moreOf(300_000_000n)).toBe(50_000_000n)
    expect(moreOf(10_000_000n)).toBe(1_000_000n)
  })

  it('know what each criterion may weigh, and nothing where the statements contradict each other', () => {
    const criteria = ['a', 'b'].map((id) => ({ id, name: { fi: id }, note: '' }))
    const weighed = { ...room, settings: { ...room.settings, criteria } }
    const said = (kind: 'min' | 'max', share: string) => ({
      id: kind,
      said: { kind: 'bounds' as const, criterion: 'a', [kind]: share },
    })
    const scored = {
      ...weighed,
      candidates: room.candidates.map((one) => ({
        ...one,
        costs: { eu: '1' },
        scores: Object.fromEntries(['a', 'b'].map((id) => [id, { low: '1', high: '1', origin: 'entered' }])),
      })),
    }
    expect(rangesOf(scored, { statements: [said('min', '0.25')] })).toEqual([
      { low: 0.25, high: 1 },
      { low: 0, high: 0.75 },
    ])
    expect(rangesOf(scored, { statements: [said('min', '0.6'), said('max', '0.5')] })).toBeUndefined()
  })
})
