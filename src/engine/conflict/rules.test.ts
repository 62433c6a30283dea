import { describe, expect, test } from 'vitest'
import {
  type Application,
  conflictsIn,
  conflictWords,
  kinds,
  type LinkKind,
  type Period,
  type Point,
  type Register,
  type Relation,
  type Role,
  relations,
  roles,
} from './index.ts'
import { overlap, timeOf, yearsBefore } from './period.ts'
import { rulingOf } from './rules.ts'

const day = '2026-11-22'
const always: Period = { startsOn: null, endsOn: null }
const empty: Register = {
  organisations: [],
  links: [],
  ties: [],
  projects: [],
  deeds: [],
  kinships: [],
  declarations: [],
  answers: [],
}
const matter: Application = {
  id: 'a',
  call: 'c',
  settledAt: null,
  parties: [{ id: 'lead', source: 'application', organisation: 'applicant', role: 'lead' }],
  people: [],
}
const link = (kind: LinkKind, upper: string, lower: string, more: object = {}) => ({
  id: `${upper}-${lower}`,
  source: 'business register',
  ...always,
  kind,
  upper,
  lower,
  ...more,
})
const at = (person: string, organisation: string, role: Role, period: Period = always) => ({
  id: `${person}-${organisation}`,
  source: 'registry',
  ...period,
  person,
  organisation,
  role,
})
const judged = (register: Partial<Register>, settings = {}) =>
  conflictsIn({ ...empty, ...register }, day, settings)
    .tiesOf('p', matter)
    .map((tie) => `${tie.kind} ${tie.point} ${tie.weight}`)

/** Each role: its point, and what it weighs with the party, one link of control away, further. */
const cells: [Role, Point, string, string, string][] = [
  ['representation', 2, 'bars', 'ask', 'ask'],
  ['ownership', 3, 'bars', 'bars', 'ask'],
  ['employment', 4, 'bars', 'bars', 'ask'],
  ['commission', 4, 'bars', 'ask', 'ask'],
  ['board', 5, 'bars', 'bars', 'ask'],
  ['director', 5, 'bars', 'bars', 'ask'],
  ['organ', 6, 'bars', 'ask', 'ask'],
]

describe('hallintolaki 28 § 1 mom. 2-7, cell by cell', () => {
  test.each(cells)('%s', (role, point, same, near, far) => {
    const lately = { startsOn: null, endsOn: '2025-01-31' }
    const near1 = [link('parent', 'mother', 'applicant')]
    const far2 = [link('parent', 'mother', 'applicant'), link('municipal', 'city', 'mother')]
    expect(judged({ ties: [at('p', 'applicant', role)] })).toEqual([`${role} ${point} ${same}`])
    expect(judged({ ties: [at('p', 'mother', role)], links: near1 })).toEqual([`${role} 7 ${near}`])
    expect(judged({ ties: [at('p', 'city', role)], links: far2 })).toEqual([`${role} 7 ${far}`])
    expect(judged({ ties: [at('p', 'applicant', role, lately)] })).toEqual([`${role} 7 ${same}`])
    expect(judged({ ties: [at('p', 'mother', role, lately)], links: near1 })).toEqual([`${role} 7 ask`])
    expect(judged({ ties: [at('p', 'applicant', role, { startsOn: null, endsOn: '2024-11-21' })] })).toEqual(
      [],
    )
    expect(judged({ ties: [at('p', 'mother', role)], links: near1 }, { bars: [role] })).toEqual([
      `${role} 7 bars`,
    ])
  })

  test('every role has its row', () => {
    expect(cells.map(([role]) => role).sort()).toEqual([...roles].sort())
  })

  /** 28 § 2 mom.: all three groups by points 1 and 2, the first alone by 3, 5 and 6, none by 4. */
  const kin: [Role, string, string][] = [
    ['representation', 'kin-representation 2 bars', 'kin-representation 2 bars'],
    ['ownership', 'kin-interest 3 bars', 'kin-interest 7 ask'],
    ['board', 'kin-board 5 bars', 'kin-board 7 ask'],
    ['director', 'kin-board 5 bars', 'kin-board 7 ask'],
    ['organ', 'kin-organ 6 bars', 'kin-organ 7 ask'],
    ['employment', 'kin-employment 7 ask', 'kin-employment 7 ask'],
    ['commission', 'kin-employment 7 ask', 'kin-employment 7 ask'],
  ]
  test.each(kin)('somebody near: %s', (role, near, wider) => {
    for (const relation of Object.keys(relations) as Relation[]) {
      const kinship = { id: 'k', source: 'own statement', ...always, person: 'p', relation }
      const expected = [relations[relation] === 'near' ? near : wider]
      const known = { kinships: [{ ...kinship, kin: 'q' }], ties: [at('q', 'applicant', role)] }
      expect(judged(known)).toEqual(expected)
      expect(judged({ ...known, kinships: [{ ...kinship, person: 'q', kin: 'p' }] })).toEqual(expected)
      expect(judged({ kinships: [{ ...kinship, organisation: 'applicant', role }] })).toEqual(expected)
    }
  })
})

describe('families', () => {
  const employed = (organisation: string) => [at('p', organisation, 'employment')]

  test('two owners of one company are no family, two companies of one owner are', () => {
    const shared = [
      link('owner', 'o', 'company', { share: 50 }),
      link('owner', 'applicant', 'company', { share: 50 }),
    ]
    expect(judged({ ties: employed('o'), links: shared })).toEqual([])
    const sisters = [
      link('owner', 'o', 'sister', { share: 60 }),
      link('owner', 'o', 'applicant', { share: 60 }),
    ]
    expect(judged({ ties: employed('sister'), links: sisters })).toEqual(['employment 7 ask'])
  })

  test('an owner belongs from a share of a fifth on, and a call may set a lower one, never a higher', () => {
    const owner = (share: number) => ({
      ties: employed('o'),
      links: [link('owner', 'o', 'applicant', { share })],
    })
    expect(judged(owner(19.9))).toEqual([])
    expect(judged(owner(19.9), { family: { share: 10 } })).toEqual(['employment 7 ask'])
    expect(judged(owner(20), { family: { share: 90 } })).toEqual(['employment 7 ask'])
    expect(judged(owner(50))).toEqual(['employment 7 ask'])
    expect(judged(owner(50.1))).toEqual(['employment 7 bars'])
  })

  test('of several links between two organisations the strongest is told, whatever else is known', () => {
    const control = link('parent', 'o', 'applicant')
    const weak = { ...link('owner', 'o', 'applicant', { share: 30 }), id: 'a-link' }
    for (const links of [[control], [weak, control], [control, weak]])
      expect(judged({ ties: employed('o'), links })).toEqual(['employment 7 bars'])
  })

  test('any number of links and merged rows are followed, each with its record', () => {
    const names = Array.from({ length: 40 }, (_, n) => `o${n}`)
    const links = names.slice(1).map((name, n) => link('parent', names[n]!, name))
    const organisations = [{ id: 'alias', canonical: 'applicant', source: 'registry' }]
    const register = {
      ...empty,
      organisations,
      ties: employed('o0'),
      links: [...links, link('parent', 'o39', 'alias')],
    }
    const [tie] = conflictsIn(register, day).tiesOf('p', matter)
    expect(tie?.path.map((s) => s.id)).toEqual(['p', ...names, 'applicant', 'a'])
    expect(tie?.evidence.map((e) => e.what)).toEqual(['tie', ...Array(40).fill('link'), 'merge', 'party'])
  })
})

describe('periods', () => {
  test('years back, over leap days', () => {
    expect(yearsBefore('2026-11-22', 2)).toBe('2024-11-22')
    expect(yearsBefore('2024-02-29', 1)).toBe('2023-02-28')
    expect(yearsBefore('2024-02-29', 4)).toBe('2020-02-29')
    expect(yearsBefore('2104-02-29', 4)).toBe('2100-02-28')
  })

  test('both days of a period belong to it, and the day so many years ago still counts', () => {
    const ending = (endsOn: string | null, startsOn: string | null = null) =>
      timeOf({ startsOn, endsOn }, day, 2)
    expect([ending(null), ending(day), ending(null, day)]).toEqual(['now', 'now', 'now'])
    expect([ending('2026-11-21'), ending('2024-11-22'), ending('2024-11-21')]).toEqual([
      'past',
      'past',
      'gone',
    ])
    expect(ending(null, '2026-11-23')).toBe('ahead')
  })

  test('two periods overlap when they have a day in common', () => {
    const p = (startsOn: string | null, endsOn: string | null) => ({ startsOn, endsOn })
    expect(overlap(p(null, '2024-01-31'), p('2024-01-31', null))).toBe(true)
    expect(overlap(p(null, '2024-01-30'), p('2024-01-31', null))).toBe(false)
    expect(overlap(p('2024-01-31', null), p(null, '2024-01-30'))).toBe(false)
    expect(overlap(always, always)).toBe(true)
  })
})

test('joint projects are one tie with every project, in an order of their own', () => {
  const project = (id: string) => ({
    id,
    source: 'list',
    ...always,
    parties: ['own', 'applicant'],
    people: ['p'],
  })
  const shown = (projects: Register['projects']) =>
    conflictsIn({ ...empty, projects, ties: [at('p', 'own', 'employment')] }, day).tiesOf('p', matter)
  const ties = shown([project('x'), project('y'), project('z')])
  expect(ties.map((tie) => [tie.kind, ...tie.evidence.map((e) => e.id)])).toEqual([
    ['joint-project', 'x', 'y', 'z', 'lead'],
    ['partner-project', 'p-own', 'x', 'y', 'z', 'lead'],
  ])
  expect(shown([project('z'), project('x'), project('y')])).toEqual(ties)
})

test('years may be set longer, never shorter', () => {
  const years = (n: number) => rulingOf({ years: { 'joint-project': n } }).years('joint-project')
  expect([years(3), years(5), years(8), years(Number.NaN)]).toEqual([5, 5, 8, 5])
})

test('the words name every code once, in three languages', () => {
  for (const words of Object.values(conflictWords)) {
    const names = [
      ...kinds.map((kind) => words.kinds[kind]),
      ...Object.values(words.grounds).map((g) => g.name),
    ]
    expect(names.filter((name) => name.length < 4)).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  }
})
