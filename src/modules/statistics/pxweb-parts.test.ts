import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellLimitOf, cellsOf, configAddress, joined, partsOf } from './pxweb-parts.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'data', 'statistics')
const whole = JSON.parse(readFileSync(join(folder, '13tn.json'), 'utf8').replace(/^\ufeff/, ''))
const codesOf = (id: string) => Object.keys(whole.dimension[id].category.index)
const query = whole.id.map((code: string) => ({ code, filter: 'item', values: codesOf(code) }))

/** The answer to a part of the query, as the source gives it: the cells of the whole at the codes asked for. */
function answerTo(part: typeof query) {
  const places = part
    .map(({ code, values }: { code: string; values: string[] }) =>
      values.map((v) => codesOf(code).indexOf(v)),
    )
    .reduce(
      (made: number[], at: number[], d: number) =>
        made.flatMap((before) => at.map((n) => before * whole.size[d] + n)),
      [0],
    )
  const dimension = Object.fromEntries(
    part.map(({ code, values }: { code: string; values: string[] }) => {
      const { category, ...rest } = whole.dimension[code]
      const some = (of: Record<string, unknown>) => Object.fromEntries(values.map((v) => [v, of[v]]))
      const index = Object.fromEntries(values.map((v, i) => [v, i]))
      return [code, { ...rest, category: { ...category, index, label: some(category.label) } }]
    }),
  )
  const status = Object.fromEntries(
    places.flatMap((place: number, i: number) => (whole.status?.[place] ? [[i, whole.status[place]]] : [])),
  )
  const size = part.map(({ values }: { values: string[] }) => values.length)
  return { ...whole, size, dimension, value: places.map((p: number) => whole.value[p]), status }
}

describe('a slice that is larger than one answer', () => {
  it('is asked for in parts that fit and hold every cell once', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 5_000 }), (lengths, limit) => {
        const wanted = lengths.map((n, d) => ({
          code: `${d}`,
          filter: 'item',
          values: Array.from({ length: n }, (_, i) => `${i}`),
        }))
        const cut = partsOf(wanted, limit)
        if (!cut) {
          expect(cellsOf(wanted) / Math.max(...lengths)).toBeGreaterThan(limit)
          return
        }
        for (const part of cut.parts) expect(cellsOf(part)).toBeLessThanOrEqual(limit)
        const along = cut.parts.flatMap((part) => part.find(({ code }) => code === cut.along)!.values)
        expect(along).toEqual(wanted.find(({ code }) => code === cut.along)!.values)
      }),
    )
  })

  it.each([168, 100, 40, 24])('is the same put together as in one answer (%i at once)', (limit) => {
    const { along, parts } = partsOf(query, limit)!
    const made = joined(parts.map(answerTo), along)
    expect(made.size).toEqual(whole.size)
    expect(made.value).toEqual(whole.value)
    expect(made.status).toEqual(whole.status)
    expect(made.dimension[along]!.category.index).toEqual(whole.dimension[along].category.index)
  })
})

it('the limit is read where the service tells it', () => {
  expect(configAddress('https://pxdata.stat.fi/PxWeb/api/v1/fi/StatFin/tkke/x.px')).toBe(
    'https://pxdata.stat.fi/PxWeb/api/v1/fi/?config',
  )
  expect(cellLimitOf({ maxValues: 100_000, maxCells: 120_000, maxCalls: 30, timeWindow: 10 })).toBe(100_000)
  expect(cellLimitOf({ maxValues: 50_000 })).toBe(50_000)
  for (const none of [null, {}, { maxCells: 'x' }, { maxCells: 0 }]) expect(cellLimitOf(none)).toBeUndefined()
})
