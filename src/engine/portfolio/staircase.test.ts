import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Staircase } from './staircase.ts'

const point = fc.tuple(fc.nat(12), fc.nat(12))

it('covers what one of its points covers, and closes what no corner under the bounds leaves open', () => {
  const directions = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 3 })
  fc.assert(
    fc.property(
      fc.array(point, { maxLength: 90 }),
      point,
      directions,
      fc.nat(40),
      (points, least, more, bound) => {
        const stairs = new Staircase()
        const isCovered = ([x, y]: readonly [number, number]) => points.some(([a, b]) => a >= x && b >= y)
        for (const [x, y] of points) if (!stairs.covers(x, y)) stairs.add(x, y)
        const weights = [[1, 0], [0, 1], ...more]
        const bounds = Float64Array.from(weights, ([a, b], d) => (d < 2 ? 13 : bound + a! + b!))
        const steps = Float64Array.from([...weights.map(([a]) => a!), ...weights.map(([, b]) => b!)])
        // Every whole point at or above the least that keeps the bounds and that nothing covers.
        const open: string[] = []
        for (let x = least[0]; x <= 13; x++)
          for (let y = least[1]; y <= 13; y++) {
            expect(stairs.covers(x, y)).toBe(isCovered([x, y]))
            const within = weights.every(([a, b], d) => a! * x + b! * y <= bounds[d]!)
            if (within && !isCovered([x, y])) open.push(`${x} ${y}`)
          }
        const hole = Float64Array.from(least)
        expect(stairs.closed(hole, 0, bounds, steps)).toBe(open.length === 0)
        if (open.length > 0) expect(open).toContain(hole.join(' '))
      },
    ),
    { numRuns: 500, seed: 2007 },
  )
})
