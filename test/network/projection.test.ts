import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  graphOf,
  type JointProject,
  readDay,
  strengths,
  tiesFromProjects,
  tiesOf,
  writeDay,
} from '../../src/engine/network/index.ts'

const names = [...'abcdefgh']
const placeOf = new Map(names.map((name, at) => [name, at]))
const actors = names.map((id) => ({ id }))
const projects = fc.array(
  fc.record({ parties: fc.subarray(names, { minLength: 1 }), until: fc.integer({ min: 0, max: 9000 }) }),
  { maxLength: 6 },
)

test('each party of a project with others in it has a strength of exactly 1 from it, however many they are', () => {
  fc.assert(
    fc.property(projects, (drawn) => {
      const joint = drawn.map(
        ({ parties, until }, at): JointProject => ({ id: `p${at}`, parties, lead: parties[0]!, until }),
      )
      const graph = graphOf(actors, tiesFromProjects(placeOf, joint).ties)
      const strength = strengths(graph)
      names.forEach((name, v) => {
        const shared = joint.filter(({ parties }) => parties.length > 1 && parties.includes(name))
        expect(strength[v]).toBeCloseTo(shared.length, 12)
      })
      const pairs = joint.reduce((sum, { parties: { length: n } }) => sum + (n * (n - 1)) / 2, 0)
      expect(graph.ties.count).toBe(pairs)
    }),
    { seed: 3, numRuns: 200 },
  )
})

test('a tie says which project shows it, when it was, and whether it is with the lead', () => {
  const [since, until] = [readDay('2020-01-01')!, readDay('2021-12-31')!]
  const project = { id: 'p', parties: ['a', 'b', 'c'], lead: 'b', since, until }
  const graph = graphOf(actors, tiesFromProjects(placeOf, [project]).ties)
  const tie = { weight: 0.5, since, until, evidence: 'p' }
  expect([0, 1, 2].flatMap((edge) => tiesOf(graph, edge))).toEqual([
    { a: 'a', b: 'b', kind: 'lead', ...tie },
    { a: 'a', b: 'c', kind: 'partners', ...tie },
    { a: 'b', b: 'c', kind: 'lead', ...tie },
  ])
})

test('with a half-life an ended project weighs half after so many years, and one that goes on weighs whole', () => {
  const now = readDay('2026-01-01')!
  const weightWith = (until: number): number =>
    tiesFromProjects(placeOf, [{ id: 'p', parties: ['a', 'b'], until }], { now, halfLife: 4 }).ties.weight[0]!
  expect(weightWith(now - 4 * 365.25)).toBeCloseTo(0.5, 12)
  expect(weightWith(now - 8 * 365.25)).toBeCloseTo(0.25, 12)
  expect(weightWith(now + 100)).toBe(1)
})

test('a project of too many parties ties them to its lead alone, and is told', () => {
  const many = Array.from({ length: 5000 }, (_, v) => `m${v}`)
  const places = new Map(many.map((name, at) => [name, at]))
  const project = { id: 'huge', parties: many, lead: 'm7' }
  const { ties, tooLarge } = tiesFromProjects(places, [project, { id: 'headless', parties: many }])
  expect(tooLarge).toEqual(['huge', 'headless'])
  expect(ties.count).toBe(4999)
  expect(ties.weight[0]).toBe(1 / 4999)
})

test('what is no project is refused with its id', () => {
  const refusal = (project: JointProject) => () => tiesFromProjects(placeOf, [project])
  expect(refusal({ id: 'p', parties: ['a', 'z'] })).toThrow('project p names an actor that is not there: z')
  expect(refusal({ id: 'p', parties: ['a', 'a'] })).toThrow('project p names a party twice')
  expect(refusal({ id: 'p', parties: ['a', 'b'], lead: 'c' })).toThrow('the lead of project p is no party')
})

test('days are read and written as they stand in the calendar', () => {
  expect(readDay('1970-01-02')).toBe(1)
  expect(writeDay(readDay('2024-02-29')!)).toBe('2024-02-29')
  expect(['2023-02-29', '2024-13-01', '24-01-01'].map(readDay)).toEqual([undefined, undefined, undefined])
})
