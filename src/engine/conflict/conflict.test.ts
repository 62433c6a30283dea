import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { tryConflicts } from '../../../bench/conflict-trial.ts'
import {
  application,
  day,
  declarations,
  instant,
  moreFacts,
  people,
  register,
  settings,
  withMore,
} from '../../../test/conflict/random-register.ts'
import {
  type Answer,
  type Application,
  acts,
  conflictsIn,
  type Evidences,
  preparing,
  type Register,
  type StandingIs,
  type Tie,
} from './index.ts'

const person = fc.constantFrom(...people)
const act = fc.constantFrom(...acts)
const severity: Record<StandingIs, number> = { free: 0, 'must-declare': 1, 'must-answer': 1, barred: 2 }

/** Answers to every tie found, as somebody who wants to be free would give them. */
const denials = (ties: readonly Tie[]): Answer[] =>
  ties.map((tie) => ({
    person: tie.person,
    application: tie.application,
    tie: tie.key,
    conflict: false,
    seen: tie.evidence.map((e) => e.id),
    at: '2026-11-20T10:00:00.000Z',
  }))
const none = (who: string) => ({
  id: 'none',
  source: 'test',
  person: who,
  by: who,
  application: 'a0',
  says: 'none' as const,
  at: '2026-11-20T10:00:00.000Z',
})

describe('a made register with planted ties and decoys', () => {
  const each = 15
  const trial = tryConflicts(434, each, {
    people: 150,
    applications: 60,
    organisations: 1500,
    projects: 2000,
  })

  test('every planted tie is found, shown by its records and judged right', () => {
    expect(trial.rows.length).toBe(26)
    for (const row of trial.rows) {
      expect(row.planted, row.kind).toBe(each)
      expect(row.ties, row.kind).toBeGreaterThanOrEqual(each)
      expect([row.found, row.shown, row.judged], row.kind).toEqual([row.ties, row.ties, row.ties])
    }
  })

  test('nothing else is found, and nothing without records that exist', () => {
    expect(trial.surplus.map((tie) => tie.key)).toEqual([])
    expect(trial.unproved).toEqual([])
  })

  test('a tie taken out of the register is no longer found: the decoys and the truth are looked at', () => {
    const { world } = trial
    const without = conflictsIn({ ...world.register, ties: [] }, world.day)
    const left = without.tiesBetween(world.people, world.applications)
    expect(left.filter((t) => t.kind === 'employment')).toEqual([])
    expect(left.length).toBeLessThan(trial.ties.length)
    expect(left.length).toBeGreaterThan(0)
  })
})

describe('evidence', () => {
  test('a tie without it is no value of its type', () => {
    expectTypeOf<readonly []>().not.toExtend<Evidences>()
    expectTypeOf<Tie['evidence']>().toEqualTypeOf<Evidences>()
  })

  test('each tie leads from the person to the application, by records that exist', () => {
    fc.assert(
      fc.property(register, application, person, settings, (all, matter, who, set) => {
        const ids = new Set(
          [...Object.values({ ...all, answers: [] }).flat(), ...matter.parties, ...matter.people].map(
            (r: { id: string }) => r.id,
          ),
        )
        for (const tie of conflictsIn(all, day, set).tiesOf(who, matter)) {
          expect(tie.evidence.length).toBeGreaterThan(0)
          expect(tie.evidence.every((e) => ids.has(e.id))).toBe(true)
          expect(new Set(tie.evidence.map((e) => `${e.what} ${e.id}`)).size).toBe(tie.evidence.length)
          expect(tie.path[0]).toEqual({ is: 'person', id: who })
          expect(tie.path.at(-1)).toEqual({ is: 'application', id: 'a0' })
        }
      }),
    )
  })
})

describe('what nobody can bend', () => {
  const standing = (all: Register, who: string, matter: Application, set = {}) =>
    acts.map((a) => conflictsIn(all, day, set).standingOf(who, matter, a))

  test('nothing a person says lifts a computed bar', () => {
    fc.assert(
      fc.property(
        register,
        declarations,
        application,
        person,
        instant,
        act,
        (all, said, matter, who, at, a) => {
          const silent = { ...all, declarations: [] }
          const computed = conflictsIn(silent, day)
          if (computed.standingOf(who, matter, a).is !== 'barred') return
          const answers = denials(computed.tiesOf(who, matter)).map((answer) => ({ ...answer, at }))
          const spoken = { ...silent, declarations: [...said, none(who)], answers }
          const after = conflictsIn(spoken, day).standingOf(who, matter, a)
          expect(after.is).toBe('barred')
          expect(after.because.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('more facts never free anybody, whatever was declared and answered before', () => {
    fc.assert(
      fc.property(register, moreFacts, application, person, (all, more, matter, who) => {
        const answers = denials(conflictsIn(all, day).tiesOf(who, matter))
        const before = withMore(all, { answers, declarations: [none(who)] })
        const after = standing(withMore(before, more), who, matter)
        for (const [n, was] of standing(before, who, matter).entries())
          expect(severity[after[n]!.is]).toBeGreaterThanOrEqual(severity[was.is])
      }),
      { numRuns: 600 },
    )
  })

  test('the order of the register never matters', () => {
    fc.assert(
      fc.property(register, application, person, fc.infiniteStream(fc.nat()), (all, matter, who, numbers) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => ({ value, at: numbers.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ value }) => value)
        const other: Register = {
          organisations: shuffled(all.organisations),
          links: shuffled(all.links),
          ties: shuffled(all.ties),
          projects: shuffled(all.projects),
          deeds: shuffled(all.deeds),
          kinships: shuffled(all.kinships),
          declarations: shuffled(all.declarations),
          answers: shuffled(all.answers),
        }
        const [first, second] = [conflictsIn(all, day), conflictsIn(other, day)]
        expect(second.tiesOf(who, matter)).toEqual(first.tiesOf(who, matter))
        for (const a of acts)
          expect(second.standingOf(who, matter, a)).toEqual(first.standingOf(who, matter, a))
      }),
    )
  })

  test('who prepared is barred from it whatever is set, said or answered', () => {
    const deed = fc.constantFrom(...(Object.keys(preparing) as (keyof typeof preparing)[]))
    fc.assert(
      fc.property(register, application, person, deed, settings, act, (all, matter, who, kind, set, a) => {
        if (!preparing[kind].includes(a)) return
        const about = kind === 'made-call' ? { call: 'c0' } : { application: 'a0' }
        const own = { id: 'own', source: 'test', person: who, kind, at: '2026-09-01T10:00:00.000Z', ...about }
        const prepared = withMore(all, { deeds: [own], declarations: [none(who)] })
        const answers = denials(conflictsIn(prepared, day, set).tiesOf(who, matter))
        const is = conflictsIn({ ...prepared, answers }, day, set).standingOf(who, matter, a)
        expect(is.is).toBe('barred')
        expect(is.because.some((t) => t.kind === 'prepared' && t.evidence[0].id === 'own')).toBe(true)
      }),
    )
  })

  test('settings only make stricter: no tie is lost or lighter, nobody is freer', () => {
    fc.assert(
      fc.property(register, application, person, settings, (all, matter, who, set) => {
        const heaviest = (ties: readonly Tie[]) => {
          const by = new Map<string, Tie['weight']>()
          for (const { kind, path, weight } of ties) {
            const key = `${kind} ${path.at(-2)!.id}`
            if (by.get(key) !== 'bars') by.set(key, weight)
          }
          return by
        }
        const spoken = withMore(all, {
          declarations: [none(who)],
          answers: denials(conflictsIn(all, day).tiesOf(who, matter)),
        })
        const strict = heaviest(conflictsIn(spoken, day, set).tiesOf(who, matter))
        for (const [key, weight] of heaviest(conflictsIn(spoken, day).tiesOf(who, matter)))
          expect(['bars', weight]).toContain(strict.get(key))
        const after = standing(spoken, who, matter, set)
        for (const [n, was] of standing(spoken, who, matter).entries())
          expect(severity[after[n]!.is]).toBeGreaterThanOrEqual(severity[was.is])
      }),
      { numRuns: 400 },
    )
  })
})
