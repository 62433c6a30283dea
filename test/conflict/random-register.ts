import fc from 'fast-check'
import {
  type Application,
  type Declaration,
  deedKinds,
  linkKinds,
  namedRoles,
  partyRoles,
  type Register,
  type Relation,
  relations,
  roles,
  rules,
  type SettableKind,
  type Settings,
} from '../../src/engine/conflict/index.ts'

/** Few of everything, so that ties, families, kin and deeds meet often. */
export const people = ['p0', 'p1', 'p2', 'p3']
const organisations = ['o0', 'o1', 'o2', 'o3', 'o4', 'o5']
export const day = '2026-11-22'

const person = fc.constantFrom(...people)
const organisation = fc.constantFrom(...organisations)
const dayOr = fc.option(
  fc.constantFrom(
    '2010-01-01',
    '2021-11-22',
    '2023-01-01',
    '2024-11-21',
    '2024-11-22',
    '2026-01-01',
    '2027-06-30',
  ),
)
const period = fc.tuple(dayOr, dayOr).map(([a, b]) => ({
  startsOn: a !== null && b !== null && a > b ? b : a,
  endsOn: a !== null && b !== null && a > b ? a : b,
}))
export const instant = fc.constantFrom(
  ...['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'].map((d) => `${d}T10:00:00.000Z`),
)

/** Records with ids that no other list has. */
const listOf = <T extends object>(letter: string, record: fc.Arbitrary<T>, maxLength: number) =>
  fc
    .array(record, { maxLength })
    .map((list) => list.map((r, n) => ({ id: `${letter}-${n}`, source: 'test', ...r })))

const link = fc
  .record({
    kind: fc.constantFrom(...linkKinds),
    upper: organisation,
    lower: organisation,
    share: fc.option(fc.constantFrom(5, 20, 50, 51, 100)),
  })
  .chain((l) => period.map((p) => ({ ...l, ...p })))
const tie = fc
  .record({ person, organisation, role: fc.constantFrom(...roles) })
  .chain((t) => period.map((p) => ({ ...t, ...p })))
const project = fc
  .record({ parties: fc.array(organisation, { maxLength: 3 }), people: fc.array(person, { maxLength: 2 }) })
  .chain((t) => period.map((p) => ({ ...t, ...p })))
const deed = fc
  .record({
    person,
    kind: fc.constantFrom(...deedKinds),
    at: instant,
    about: fc.constantFrom<({ application: string } | { call: string })[]>(
      { application: 'a0' },
      { application: 'a1' },
      { call: 'c0' },
    ),
  })
  .map(({ about, ...rest }) => ({ ...rest, ...about }))
const relation = fc.constantFrom(...(Object.keys(relations) as Relation[]))
const kinship = fc
  .record({
    person,
    relation,
    to: fc.oneof(
      person.map((kin) => ({ kin })),
      fc.record({ organisation, role: fc.option(fc.constantFrom(...roles)) }),
    ),
  })
  .chain(({ to, ...k }) => period.map((p) => ({ ...k, ...p, ...to })))

export const application: fc.Arbitrary<Application> = fc
  .record({
    parties: listOf('party', fc.record({ organisation, role: fc.constantFrom(...partyRoles) }), 3),
    people: listOf('named', fc.record({ person, role: fc.constantFrom(...namedRoles) }), 2),
    settledAt: fc.option(instant),
  })
  .map((a) => ({ id: 'a0', call: 'c0', ...a }))

export const declarations = listOf<Omit<Declaration, 'id' | 'source'>>(
  'declaration',
  fc
    .record({ person, by: person, at: instant, says: fc.constantFrom('none', 'lifted', 'conflict') })
    .map(
      (d) =>
        ({ ...d, application: 'a0', ...(d.says === 'conflict' ? { point: 7 } : {}) }) as Omit<
          Declaration,
          'id' | 'source'
        >,
    ),
  5,
) as fc.Arbitrary<Declaration[]>

export const register: fc.Arbitrary<Register> = fc
  .record({
    merged: fc.array(fc.tuple(organisation, organisation), { maxLength: 2 }),
    links: listOf('link', link, 6),
    ties: listOf('tie', tie, 5),
    projects: listOf('project', project, 4),
    deeds: listOf('deed', deed, 2),
    kinships: listOf('kinship', kinship, 3),
    declarations,
  })
  .map(({ merged, ...rest }) => {
    // A row may stand for others only when it stands for itself.
    const canonical = new Map(organisations.map((o) => [o, o]))
    for (const [from, to] of merged)
      if (from > to) for (const [o, c] of canonical) if (c === from) canonical.set(o, canonical.get(to)!)
    return {
      organisations: organisations.map((id) => ({ id, source: 'test', canonical: canonical.get(id)! })),
      answers: [],
      ...rest,
    } as Register
  })

/** One more fact than the register has, of any sort but what people say. */
export const moreFacts = fc.oneof(
  listOf('more-link', link, 2).map((links) => ({ links })),
  listOf('more-tie', tie, 2).map((ties) => ({ ties })),
  listOf('more-project', project, 2).map((projects) => ({ projects })),
  listOf('more-deed', deed, 2).map((deeds) => ({ deeds })),
  listOf('more-kinship', kinship, 2).map((kinships) => ({ kinships })),
) as fc.Arbitrary<Partial<Register>>

export const withMore = (register: Register, more: Partial<Register>): Register => ({
  ...register,
  links: [...register.links, ...(more.links ?? [])],
  ties: [...register.ties, ...(more.ties ?? [])],
  projects: [...register.projects, ...(more.projects ?? [])],
  deeds: [...register.deeds, ...(more.deeds ?? [])],
  kinships: [...register.kinships, ...(more.kinships ?? [])],
  declarations: [...register.declarations, ...(more.declarations ?? [])],
  answers: [...register.answers, ...(more.answers ?? [])],
})

const settable = Object.keys(rules) as SettableKind[]
const anyNumber = fc.oneof(fc.integer({ min: -5, max: 40 }), fc.double())
/** Any settings at all, also such as would be looser than the table. */
export const settings: fc.Arbitrary<Settings> = fc.record(
  {
    years: fc.dictionary(fc.constantFrom(...settable), anyNumber) as fc.Arbitrary<
      NonNullable<Settings['years']>
    >,
    bars: fc.subarray(settable),
    family: fc.record({ share: anyNumber, years: anyNumber }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)
