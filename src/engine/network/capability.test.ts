import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capabilityMap } from './capability.ts'
import { type Doer, teachersOf } from './learning.ts'

describe('the capability map', () => {
  const map = capabilityMap({
    regions: ['A', 'B', 'C'],
    projects: [
      { subject: 'wood', region: 'A', projects: 2, granted: 100n },
      { subject: 'wood', region: 'A', projects: 1, granted: 50n },
      { subject: 'wood', region: 'B', projects: 5, granted: 10n },
      { subject: 'data', region: 'C', projects: 1, granted: 1n },
      { subject: 'data', region: 'elsewhere', projects: 99, granted: 1n },
    ],
    actors: [
      { subject: 'wood', region: 'A', actors: ['x', 'y'] },
      { subject: 'wood', region: 'A', actors: ['y'] },
      { subject: 'care', region: 'C', actors: ['z'] },
    ],
  })

  it('counts each actor once and adds money exactly, within the regions asked', () => {
    expect(map.subjects).toEqual(['wood', 'data', 'care'])
    expect(map.cell('wood', 'A')).toMatchObject({ projects: 3, granted: 150n, actors: new Set(['x', 'y']) })
    expect(map.cell('data', 'A')).toMatchObject({ projects: 0, granted: 0n })
  })

  it('calls missing what at least half of the regions have, and says who is strongest in it; a region of which little is known misses nothing', () => {
    const has = (region: string, ...subjects: [string, number][]) =>
      subjects.map(([subject, projects]) => ({ subject, region, projects, granted: 1n }))
    const { gaps } = capabilityMap({
      regions: ['A', 'B', 'C', 'unknown'],
      projects: [
        ...has('A', ['wood', 2], ['data', 1], ['food', 1], ['rare', 1]),
        ...has('B', ['wood', 5], ['data', 1], ['food', 2]),
        ...has('C', ['wood', 1], ['data', 1]),
        ...has('unknown', ['wood', 1]),
      ],
      actors: [],
    })
    expect(gaps).toEqual([{ subject: 'food', region: 'C', strongest: 'B' }])
  })
})

describe('who could teach', () => {
  const doer = (actor: string, region: string, ...shows: [string, number][]): Doer<string> => ({
    actor,
    region,
    shows: shows.map(([subject, weight]) => ({ subject, weight, ground: `${actor} ${subject}` })),
  })
  const seeker = { actor: 'me', region: 'A', subjects: ['wood', 'rare'] }

  it('is of another region first, and shows something that is wanted', () => {
    const found = teachersOf(seeker, [
      doer('me', 'A', ['wood', 9]),
      doer('near', 'A', ['wood', 9]),
      doer('far', 'B', ['wood', 1]),
      doer('other', 'B', ['data', 9]),
    ])
    expect(found.map((one) => [one.actor, one.across])).toEqual([
      ['far', true],
      ['near', false],
    ])
  })

  it('counts what few can for more, and tells it first', () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => doer(name, 'B', ['wood', 1]))
    const [first] = teachersOf(seeker, [...many, doer('e', 'B', ['wood', 1], ['rare', 1])])
    expect(first).toMatchObject({ actor: 'e', grounds: ['e rare', 'e wood'] })
  })

  it('never names the seeker, nor more than asked, nor anybody without a ground', () => {
    const some = fc.array(
      fc.record({
        actor: fc.constantFrom('me', 'a', 'b', 'c'),
        region: fc.constantFrom('A', 'B', null),
        shows: fc.array(
          fc.record({ subject: fc.constantFrom('wood', 'data'), weight: fc.nat(5), ground: fc.string() }),
        ),
      }),
    )
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 3 }), (doers, most) => {
        const found = teachersOf(seeker, doers, most)
        expect(found.length).toBeLessThanOrEqual(most)
        for (const one of found) {
          expect(one.actor).not.toBe('me')
          expect(one.grounds.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})
