import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consortia, keeps, valuesOf } from '../../../../test/cover/brute.ts'
import { calls, candidatesOf, tiesAmong, today } from '../../../../test/cover/random-call.ts'
import { loadCoverPrograms } from '../../../kernel/cover-programs.ts'
import { bestConsortia, bestConsortium } from './consortium.ts'
import { readEvidence } from './evidence.ts'
import { tiesBetween } from './nearness.ts'
import { askedOf, type ConsortiumQuestion, quickConsortium } from './quick.ts'
import { statementsOf } from './statements.ts'
import { compareValues, worthOf } from './value.ts'

const solve = await loadCoverPrograms()

const questions = (most: number): fc.Arbitrary<ConsortiumQuestion> =>
  fc.tuple(calls, candidatesOf(most)).chain(([call, candidates]) =>
    fc
      .record({
        ties: tiesAmong(candidates.length),
        aim: fc.constantFrom('fewest' as const, 'weighted' as const),
        pinned: fc.uniqueArray(fc.nat(candidates.length - 1), { maxLength: 1 }),
        refused: fc.uniqueArray(fc.nat(candidates.length - 1), { maxLength: 2 }),
      })
      .map(({ ties, aim, pinned, refused }) => {
        const evidence = readEvidence(call, candidates, today)
        const choices = { pinned, refused: new Map(refused.map((c) => [c, 'ei nyt'])) }
        return { evidence, ties: tiesBetween(evidence, ties), aim, choices }
      }),
  )

/** What holds whatever is lacking: everything but the demands. */
const limitsOf = ({ evidence, choices }: ConsortiumQuestion) =>
  statementsOf(evidence, choices ?? { pinned: [], refused: new Map() }).filter(
    ({ kind }) => kind !== 'demand',
  )

const seeded = { numRuns: 120, seed: 2003 }

describe('a consortium', () => {
  test('is the best of all, as trying all of them shows, or there is none', () => {
    fc.assert(
      fc.property(questions(7), (question) => {
        const [most] = valuesOf(question, consortia(question, limitsOf(question)))
        const { best, contradiction } = bestConsortium(question, solve)
        expect(best?.value).toEqual(most)
        if (best) expect(best.proved).toBe(true)
        expect(contradiction === undefined).toBe(most?.short === 0)
      }),
      seeded,
    )
  })

  test('comes with the next best, each other than those before', () => {
    fc.assert(
      fc.property(questions(6), (question) => {
        const all = valuesOf(question, consortia(question, limitsOf(question)))
        const found = bestConsortia(question, solve, 4)
        expect(found.map(({ value }) => value)).toEqual(all.slice(0, 4))
        expect(new Set(found.map(({ members }) => members.join())).size).toBe(found.length)
      }),
      { ...seeded, numRuns: 100 },
    )
  })

  test('cannot be where the statements of a contradiction hold, and can without any one of them', () => {
    fc.assert(
      fc.property(questions(6), (question) => {
        const { contradiction } = bestConsortium(question, solve)
        if (!contradiction) return
        const { statements, minimal } = contradiction
        expect(minimal).toBe(true)
        expect([...consortia(question, statements)]).toEqual([])
        for (const one of statements)
          expect(
            consortia(
              question,
              statements.filter((other) => other !== one),
            ).next().done,
          ).toBe(false)
      }),
      { ...seeded, numRuns: 150 },
    )
  })

  test('that is put together at once keeps the limits and is never better than the best', () => {
    fc.assert(
      fc.property(questions(7), (question) => {
        const { evidence, points, aim, weights } = askedOf(question)
        const { best } = bestConsortium(question, solve)
        const quick = quickConsortium(question)
        const isAllowed = limitsOf(question).every((one) => keeps(question, one, quick))
        if (!best || !isAllowed) return
        expect(
          compareValues(worthOf(evidence, points, quick), best.value, aim, weights),
        ).toBeGreaterThanOrEqual(0)
      }),
      seeded,
    )
  })
})
