import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClauseSearch } from './clause-search.ts'
import { type Literal, left, opposite, taken } from './literal.ts'

const variables = 7
const all = Array.from({ length: 2 ** variables }, (_, bits) =>
  Uint8Array.from({ length: variables }, (_, v) => (bits >> v) & 1),
)
const holds = (values: Uint8Array, literal: Literal) => values[literal >> 1] === (literal & 1 ? 0 : 1)

const literal = fc.nat(2 * variables - 1)
const clause = fc.array(literal, { minLength: 1, maxLength: 4 })
const row = fc.record({
  coefficients: fc.array(fc.integer({ min: -6, max: 9 }), { minLength: variables, maxLength: variables }),
  bounds: fc.array(
    fc.record({ bound: fc.integer({ min: -8, max: 20 }), guard: fc.option(literal, { nil: undefined }) }),
    { minLength: 1, maxLength: 3 },
  ),
})
/** Questions, each after some more clauses. */
const questions = fc.array(fc.tuple(fc.array(clause, { maxLength: 6 }), literal), {
  minLength: 1,
  maxLength: 8,
})

describe('a search that learns from its conflicts', () => {
  it('answers one question after another as trying everything does, whatever it has learned before', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 3 }), questions, (rows, asked) => {
        const search = new ClauseSearch(variables, [])
        for (const { coefficients, bounds } of rows)
          search.addRow(
            coefficients,
            bounds.map(({ bound, guard }) => (guard === undefined ? { bound } : { bound, guard })),
          )
        const keepsRows = (values: Uint8Array) =>
          rows.every(({ coefficients, bounds }) => {
            const sum = coefficients.reduce((rest, a, v) => rest + a * values[v]!, 0)
            return bounds.every(
              ({ bound, guard }) => sum <= bound || (guard !== undefined && !holds(values, guard)),
            )
          })
        let possible = all.filter(keepsRows)
        for (const [clauses, assumed] of asked) {
          for (const one of clauses) search.addClause(one)
          possible = possible.filter((values) => clauses.every((one) => one.some((l) => holds(values, l))))
          const found = search.search(assumed, 10_000)
          const right = possible.filter((values) => holds(values, assumed))
          if (typeof found === 'string') expect([found, right.length]).toEqual(['refuted', 0])
          else expect(right).toContainEqual(found)
        }
      }),
      { numRuns: 300, seed: 2007 },
    )
  })

  it('goes on where it was when it is asked the same again, and says that it is open before', () => {
    // Seven things into six places, one to each: no propagation shows that it can't be done.
    const [things, places] = [7, 6]
    const at = (thing: number, place: number) => thing * places + place
    const search = new ClauseSearch(things * places + 1, [])
    const always = taken(things * places)
    for (let thing = 0; thing < things; thing++)
      search.addClause(Array.from({ length: places }, (_, place) => taken(at(thing, place))))
    for (let place = 0; place < places; place++)
      for (let one = 0; one < things; one++)
        for (let other = 0; other < one; other++)
          search.addClause([left(at(one, place)), left(at(other, place)), opposite(always)])
    let asked = 0
    for (let said: unknown = 'open'; said === 'open'; asked++) {
      said = search.search(always, 20)
      expect(['open', 'refuted']).toContain(said)
    }
    expect(asked).toBeGreaterThan(1)
    // Without what is assumed it can be done.
    expect(search.search(opposite(always), 10_000)).toBeInstanceOf(Uint8Array)
  })
})
