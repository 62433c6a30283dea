import fc from 'fast-check'
import type {
  Asks,
  Call,
  Candidate,
  Demand,
  Exclusion,
  Fact,
  Tie,
} from '../../src/engine/network/cover/index.ts'

/** The day on which random calls are looked at, and random facts lie before. */
export const today = 20_000

const regions = ['pirkanmaa', 'kanta-hame', 'keski-suomi']
const countries = ['FI', 'SE', 'EE']
const some = <T>(of: readonly T[]) => fc.uniqueArray(fc.constantFrom(...of), { minLength: 1 })

const asks: fc.Arbitrary<Asks> = fc.oneof(
  {
    weight: 4,
    arbitrary: some([1, 2, 3, 4, 5, 6]).map((subjects) => ({
      kind: 'competence' as const,
      subjects,
      words: [],
    })),
  },
  some([1, 2, 3]).map((subjects) => ({ kind: 'facility' as const, subjects, words: [] })),
  fc.constant({ kind: 'anybody' as const }),
  fc.constant({ kind: 'own' as const }),
  some(regions).map((codes) => ({ kind: 'region' as const, codes })),
  some(countries).map((codes) => ({ kind: 'country' as const, codes })),
  some(['company', 'university']).map((codes) => ({ kind: 'organisation-kind' as const, codes })),
  fc.constant({ kind: 'size' as const, codes: ['sme'] }),
  some(['coordinator', 'tester'] as const).map((roles) => ({ kind: 'role' as const, roles })),
  some(['fi', 'sv']).map((codes) => ({ kind: 'language' as const, codes })),
  some(['25', '721']).map((codes) => ({ kind: 'industry' as const, codes })),
)

const demand = (i: number): fc.Arbitrary<Demand> =>
  fc.record({
    id: fc.constant(`d${i}`),
    name: fc.constant(`Vaatimus ${i}`),
    asks,
    counted: fc.constantFrom('partners', 'partners', 'regions', 'countries'),
    need: fc.integer({ min: 1, max: 3 }),
    must: fc.boolean(),
    weight: fc.integer({ min: 1, max: 20 }),
    enough: fc.constantFrom('either', 'either', 'shown', 'both'),
    source: fc.constantFrom('', 'hakuilmoitus, kohta 2'),
  })

const listOf = <T>(one: (i: number) => fc.Arbitrary<T>, most: number, least = 0): fc.Arbitrary<T[]> =>
  fc
    .integer({ min: least, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => one(i))) as fc.Arbitrary<T[]>)

const exclusion = (i: number): fc.Arbitrary<Exclusion> =>
  fc
    .oneof(
      some(['company', 'university']).map((codes) => ({ by: 'organisation-kind' as const, codes })),
      some(countries).map((codes) => ({ by: 'country' as const, codes })),
      some(regions).map((codes) => ({ by: 'region' as const, codes })),
      some(['c0', 'c1', 'c2']).map((codes) => ({ by: 'organisation' as const, codes })),
    )
    .chain((named) =>
      fc.integer({ min: 0, max: 2 }).map((most) => ({ id: `e${i}`, ...named, most, reason: '' })),
    )

export const calls: fc.Arbitrary<Call> = fc.record({
  demands: listOf(demand, 5, 1),
  limits: fc
    .record({
      least: fc.integer({ min: 1, max: 3 }),
      more: fc.integer({ min: 0, max: 6 }),
      perPartner: fc.option(fc.bigInt({ min: 300n, max: 1000n })),
      altogether: fc.option(fc.bigInt({ min: 500n, max: 3000n })),
    })
    .map(({ least, more, perPartner, altogether }) => ({
      least,
      most: least + more,
      ...(perPartner === null ? {} : { perPartner }),
      ...(altogether === null ? {} : { altogether }),
    })),
  exclusions: listOf(exclusion, 2),
})

const fact = (i: number): fc.Arbitrary<Fact> =>
  fc.record({
    id: fc.constant(`f${i}`),
    kind: fc.constantFrom('project', 'statement', 'facility', 'register', 'judgement'),
    title: fc.constant(`Peruste ${i}`),
    until: fc.integer({ min: today - 6_000, max: today + 300 }),
    subjects: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
    roles: fc.uniqueArray(fc.constantFrom('coordinator', 'tester', 'buyer'), { maxLength: 1 }),
    testBed: fc.boolean(),
    languages: fc.uniqueArray(fc.constantFrom('fi', 'sv'), { maxLength: 1 }),
    demands: fc.uniqueArray(fc.constantFrom('d0', 'd1', 'd9'), { maxLength: 1 }),
  })

const candidate = (i: number): fc.Arbitrary<Candidate> =>
  fc.record(
    {
      id: fc.constant(`c${i}`),
      name: fc.constant(`Ehdokas ${i}`),
      kind: fc.constantFrom('company', 'university', 'municipality'),
      region: fc.constantFrom(...regions),
      country: fc.constantFrom(...countries),
      size: fc.constantFrom('micro', 'small', 'medium', 'large'),
      industries: fc.constantFrom(['25620'], ['72190'], []),
      facts: listOf(fact, 4),
      share: fc.bigInt({ min: 0n, max: 900n }),
      projects: fc.integer({ min: 0, max: 40 }),
      likeness: fc.constantFrom(0, 0.1, 0.5, 1),
      readiness: fc.record(
        {
          answer: fc.constantFrom('yes', 'maybe', 'no'),
          confirmed: fc.integer({ min: today - 800, max: today }),
          capacity: fc.constantFrom('free', 'little', 'none'),
          competing: fc.constant('a1'),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['id', 'name', 'facts'] },
  )

export const candidatesOf = (most: number): fc.Arbitrary<Candidate[]> => listOf(candidate, most, 1)

export const tiesAmong = (count: number): fc.Arbitrary<Tie[]> =>
  fc.array(
    fc.record(
      {
        a: fc.integer({ min: 0, max: count - 1 }).map((i) => `c${i}`),
        b: fc.integer({ min: 0, max: count - 1 }).map((i) => `c${i}`),
        weight: fc.constantFrom(0.1, 0.5, 1, 2),
        last: fc.integer({ min: today - 4_000, max: today }),
      },
      { requiredKeys: ['a', 'b', 'weight'] },
    ),
    { maxLength: 8 },
  )
