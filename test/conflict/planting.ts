import fc from 'fast-check'
import { type Relation, relations, roles } from '../../src/engine/conflict/index.ts'

/** So few of each that what is planted meets often. */
const who = fc.nat(3)
const whose = fc.nat(4)
const matter = fc.nat(2)
const days = fc
  .tuple(
    fc.constantFrom('2015-01-01', '2022-03-01', '2025-01-01', '2026-06-01'),
    fc.constantFrom(null, '2022-12-31', '2025-12-31', '2027-12-31'),
  )
  .map(([startsOn, end]) => ({ startsOn, endsOn: end !== null && end < startsOn ? null : end }))

/** What the registers say in one run, people, organisations and applications by their number. */
export const planting = fc.record({
  parties: fc.tuple(...[0, 1, 2].map(() => fc.uniqueArray(whose, { minLength: 1, maxLength: 2 }))),
  memberships: fc.uniqueArray(fc.record({ who, whose, days }), {
    maxLength: 3,
    selector: (m) => `${m.who} ${m.whose} ${m.days.startsOn}`,
  }),
  interests: fc.array(
    fc.record({
      who,
      whose,
      days,
      relation: fc.option(fc.constantFrom(...(Object.keys(relations) as Relation[]))),
      role: fc.constantFrom(...roles),
    }),
    { maxLength: 3 },
  ),
  families: fc.array(
    fc
      .record({
        upper: whose,
        lower: whose,
        kind: fc.constantFrom('parent' as const, 'municipal' as const, 'owner' as const, 'group' as const),
        share: fc.constantFrom(null, 10, 60),
      })
      .filter((f) => f.upper !== f.lower),
    { maxLength: 2 },
  ),
  projects: fc.array(
    fc.record({
      parties: fc.uniqueArray(whose, { minLength: 1, maxLength: 3 }),
      /** Those who wrote the application that the project came of. */
      wrote: fc.uniqueArray(who, { maxLength: 2 }),
      days,
    }),
    { maxLength: 2 },
  ),
  deeds: fc.array(
    fc.record({
      who,
      matter,
      did: fc.constantFrom('right', 'version', 'check', 'proposal', 'advised', 'sparred'),
    }),
    { maxLength: 3 },
  ),
  madeCall: fc.option(who),
  said: fc.array(fc.record({ who, matter, says: fc.constantFrom('none', 'none', 'none', 'conflict') }), {
    maxLength: 10,
  }),
})
export type Planting = typeof planting extends fc.Arbitrary<infer P> ? P : never
