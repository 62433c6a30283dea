import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calls, candidatesOf, tiesAmong, today } from '../../../../test/cover/random-call.ts'
import type { Candidate } from './candidate.ts'
import type { Call } from './demand.ts'
import { readEvidence } from './evidence.ts'
import { matrixOf } from './matrix.ts'
import { nearnessTo, tiesBetween } from './nearness.ts'
import { type NextQuestion, nextPartners } from './next.ts'
import { obstaclesBeside } from './obstacles.ts'

const questions: fc.Arbitrary<NextQuestion> = fc.tuple(calls, candidatesOf(9)).chain(([call, candidates]) =>
  fc
    .record({
      ties: tiesAmong(candidates.length),
      members: fc.uniqueArray(fc.nat(candidates.length - 1), { maxLength: 4 }),
      refused: fc.uniqueArray(fc.nat(candidates.length - 1), { maxLength: 1 }),
      most: fc.integer({ min: 0, max: 10 }),
    })
    .map(({ ties, members, refused, most }) => {
      const evidence = readEvidence(call, candidates, today)
      const choices = { pinned: [], refused: new Map(refused.map((c) => [c, 'ei nyt'])) }
      return { evidence, ties: tiesBetween(evidence, ties), members, choices, most }
    }),
)
const seeded = { numRuns: 200, seed: 2003 }

describe('the next best partner', () => {
  test('has a score that its reasons add up to, and whole points', () => {
    fc.assert(
      fc.property(questions, (question) => {
        for (const { score, reasons } of nextPartners(question).suggestions) {
          expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
          for (const { points } of reasons) expect(Number.isInteger(points) && points !== 0).toBe(true)
        }
      }),
      seeded,
    )
  })

  test('fills and proves what the matrix says, made anew with it', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { evidence, members } = question
        const before = matrixOf(evidence, members).rows
        for (const { candidate, reasons } of nextPartners(question).suggestions) {
          const after = matrixOf(evidence, [...members, candidate]).rows
          const of = (kind: string) => reasons.flatMap((one) => (one.kind === kind ? one.demand! : [])).sort()
          const { demands } = evidence.call
          expect(of('fills')).toEqual(
            [...demands.keys()].filter(
              (d) => before[d]!.met < demands[d]!.need && after[d]!.met > before[d]!.met,
            ),
          )
          expect(of('proves')).toEqual(
            [...demands.keys()].filter(
              (d) =>
                before[d]!.met >= demands[d]!.need &&
                before[d]!.shown < demands[d]!.need &&
                after[d]!.shown > before[d]!.shown,
            ),
          )
          for (const d of demands.keys()) {
            expect(after[d]!.met).toBeGreaterThanOrEqual(before[d]!.met)
            expect(after[d]!.shown).toBeGreaterThanOrEqual(before[d]!.shown)
          }
        }
      }),
      seeded,
    )
  })

  test('is the first of the whole order, whatever is asked for; nobody is listed who is in or cannot be', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const all = nextPartners({ ...question, most: 1_000 })
        const some = nextPartners(question)
        expect(some.suggestions).toEqual(all.suggestions.slice(0, question.most))
        const order = all.suggestions.map(({ score, candidate }) => [
          -score,
          question.evidence.candidates[candidate]!.id,
        ])
        expect(order).toEqual(
          [...order].sort(([a, x], [b, y]) => Number(a) - Number(b) || (x! < y! ? -1 : 1)),
        )
        const obstacle = obstaclesBeside(question.evidence, question.members, question.choices!)
        const open = [...question.evidence.candidates.keys()].filter(
          (c) => !question.members.includes(c) && !obstacle(c),
        )
        expect(all.among).toBe(open.length)
        if (!all.full) expect(all.suggestions.map(({ candidate }) => candidate).sort()).toEqual(open.sort())
        else expect(all.suggestions).toEqual([])
      }),
      seeded,
    )
  })

  test('brings nothing to a demand of which it is said that nobody does', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { nobody, suggestions } = nextPartners({ ...question, most: 1_000 })
        for (const { reasons } of suggestions)
          for (const { kind, demand } of reasons) if (kind === 'fills') expect(nobody).not.toContain(demand)
      }),
      seeded,
    )
  })
})

describe('reasons', () => {
  const call: Call = {
    demands: [
      {
        id: 'printing',
        name: 'Ainetta lisäävä valmistus',
        asks: { kind: 'competence', subjects: [27_001], words: ['3D-tulostus', 'additive manufacturing'] },
        counted: 'partners',
        need: 1,
        must: true,
        weight: 10,
        enough: 'either',
        source: 'hakuilmoitus, tulos 2',
      },
    ],
    limits: { least: 1, most: 10 },
    exclusions: [],
  }
  const base: Candidate = { id: 'a', name: 'A', facts: [], projects: 1 }
  const scoreOf = (
    candidate: Candidate,
    members: Candidate[] = [],
    ties: Parameters<typeof tiesBetween>[1] = [],
  ) => {
    const evidence = readEvidence(call, [candidate, ...members], today)
    const { suggestions } = nextPartners({
      evidence,
      ties: tiesBetween(evidence, ties),
      members: members.map((_, i) => i + 1),
      most: 1,
    })
    return suggestions[0]!
  }
  const points = (kind: string, ...of: Parameters<typeof scoreOf>) =>
    scoreOf(...of).reasons.find((reason) => reason.kind === kind)?.points ?? 0

  test('weigh fresh evidence above old, and evidence above a statement', () => {
    const fact = { id: 'f', title: 'ALVO', subjects: [27_001] }
    const of = (kind: 'project' | 'statement', until: number) =>
      points('fills', { ...base, facts: [{ ...fact, kind, until }] })
    expect(of('project', today)).toBeGreaterThan(of('project', today - 4_000))
    expect(of('project', today)).toBeGreaterThan(of('statement', today))
    expect(of('statement', today)).toBeGreaterThan(0)
    expect(points('fills', base)).toBe(0)
  })

  test('count each further partner as dearer, and earlier work with more who are in as better', () => {
    const members = ['b', 'c', 'd'].map((id): Candidate => ({ ...base, id }))
    const costs = [0, 1, 2, 3].map((n) => points('coordination', base, members.slice(0, n)))
    expect(costs).toEqual([...costs].sort((a, b) => b - a))
    expect(costs[3]! - costs[2]!).toBeLessThan(0)
    const ties = members.map(({ id }) => ({ a: 'a', b: id, weight: 0.5, last: today }))
    const joint = [1, 2, 3].map((n) => points('joint-work', base, members, ties.slice(0, n)))
    expect(joint[0]).toBeLessThan(joint[1]!)
    expect(joint[1]).toBeLessThan(joint[2]!)
    expect(points('new-with-them', base, members)).toBeGreaterThan(0)
    expect(points('new-with-them', base, members, ties)).toBe(0)
  })

  test('tell who is committed elsewhere, has no time, or is wholly new', () => {
    expect(points('competing', { ...base, readiness: { competing: 'x' } })).toBeLessThan(0)
    expect(points('capacity', { ...base, readiness: { capacity: 'none' } })).toBeLessThan(0)
    expect(points('answered', { ...base, readiness: { answer: 'yes' } })).toBeGreaterThan(
      points('answered', { ...base, readiness: { answer: 'maybe' } }),
    )
    expect(points('newcomer', { ...base, projects: 0 })).toBeGreaterThan(0)
    expect(points('fresh', { ...base, readiness: { confirmed: today - 364 } })).toBeGreaterThan(0)
    expect(points('fresh', { ...base, readiness: { confirmed: today - 366 } })).toBe(0)
  })

  test('count steps as a search from those who are in would', () => {
    fc.assert(
      fc.property(
        tiesAmong(9),
        fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 3 }),
        (ties, members) => {
          const evidence = readEvidence(
            call,
            Array.from({ length: 9 }, (_, c) => ({ ...base, id: `c${c}` })),
            today,
          )
          const { steps, partners } = nearnessTo(tiesBetween(evidence, ties), members)
          let reached = new Set(members)
          for (let step = 0; step < 4; step++) {
            for (let c = 0; c < 9; c++) expect(steps[c]! <= step).toBe(reached.has(c))
            const next = new Set(reached)
            for (const { a, b } of ties) {
              if (reached.has(Number(a[1]))) next.add(Number(b[1]))
              if (reached.has(Number(b[1]))) next.add(Number(a[1]))
            }
            reached = next
          }
          for (let c = 0; c < 9; c++)
            expect(partners[c]).toBe(
              members.filter(
                (m) =>
                  m !== c &&
                  ties.some(({ a, b }) => [`c${c}`, `c${m}`].every((id) => a === id || b === id) && a !== b),
              ).length,
            )
        },
      ),
      seeded,
    )
  })
})
