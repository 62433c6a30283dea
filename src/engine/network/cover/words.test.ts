import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calls, candidatesOf, tiesAmong, today } from '../../../../test/cover/random-call.ts'
import { loadCoverPrograms } from '../../../kernel/cover-programs.ts'
import type { Candidate } from './candidate.ts'
import { bestConsortium } from './consortium.ts'
import type { Call } from './demand.ts'
import { readEvidence } from './evidence.ts'
import {
  coverWords,
  sayAlternative,
  sayColumn,
  sayContradiction,
  sayFault,
  sayNobody,
  sayObstacle,
  sayReason,
  sayRow,
  saySummary,
} from './index.ts'
import { matrixOf } from './matrix.ts'
import { tiesBetween } from './nearness.ts'
import { nextPartners } from './next.ts'
import { obstacleOf } from './obstacles.ts'
import { readCall } from './reading.ts'

const solve = await loadCoverPrograms()
const languages = ['fi', 'sv', 'en'] as const

const call: Call = {
  demands: [
    {
      id: 'countries',
      name: 'Kumppaneita kolmesta maasta',
      asks: { kind: 'anybody' },
      counted: 'countries',
      need: 3,
      must: true,
      weight: 10,
      enough: 'either',
      source: 'kelpoisuusehto',
    },
  ],
  limits: { least: 1, most: 8, altogether: 150_000_050n },
  exclusions: [],
}
const candidates = ['Tampereen yliopisto', 'Hämeen ammattikorkeakoulu'].map(
  (name, c): Candidate => ({ id: `c${c}`, name, country: 'FI', facts: [], share: 100n }),
)

test('three countries that one cannot give are said in plain words of each language', () => {
  const evidence = readEvidence(call, candidates, today)
  const { contradiction, best } = bestConsortium({ evidence, ties: tiesBetween(evidence, []) }, solve)
  const say = (language: 'fi' | 'sv' | 'en') =>
    sayContradiction(coverWords[language], evidence, { pinned: [], refused: new Map() }, contradiction!)
  expect(say('fi')).toEqual({
    leads: 'Tämä ei voi toteutua näillä ehdokkailla:',
    parts: ['Kumppaneita kolmesta maasta: 3 maata vaaditaan, ehdokkaita on 1 maasta.'],
  })
  expect(say('sv').parts).toEqual([
    'Kumppaneita kolmesta maasta: 3 länder krävs, kandidaterna kommer från 1.',
  ])
  expect(say('en').parts).toEqual([
    'Kumppaneita kolmesta maasta: 3 countries demanded, candidates come from 1.',
  ])
  expect(best!.members).toHaveLength(1)
  expect(best!.value.short).toBe(20)
})

test('money is said to the cent, in threes', () => {
  expect(coverWords.fi.money(150_000_050n)).toBe('1\u00a0500\u00a0000,50\u00a0€')
  expect(coverWords.sv.money(100_000n)).toBe('1\u00a0000\u00a0euro')
  expect(coverWords.en.money(123_456_789_00n)).toBe('€123,456,789')
  expect(coverWords.fi.money(5n)).toBe('0,05\u00a0€')
})

describe('every sentence', () => {
  /** Sentences and phrases: something is said, with nothing of the machine in it. */
  const isSaid = (text: string) => {
    expect(text.trim()).toBe(text)
    expect(text).toMatch(/\p{L}|\d/u)
    expect(text).not.toMatch(/undefined|NaN|\[object|null|\s{2}|\.\.|\s[.,:]/)
  }

  test('of a situation is said in three languages', () => {
    fc.assert(
      fc.property(calls, candidatesOf(6), tiesAmong(1), (random, some, pairs) => {
        const evidence = readEvidence(random, some, today)
        const ties = tiesBetween(evidence, pairs)
        const members = [0].filter((c) => c < some.length)
        const refused = new Map([[some.length - 1, 'ei ehdi']])
        const choices = { pinned: [], refused }
        const matrix = matrixOf(evidence, members)
        const next = nextPartners({ evidence, ties, members, choices, most: 10 })
        const { best, contradiction } = bestConsortium({ evidence, ties, choices }, solve)
        for (const language of languages) {
          const words = coverWords[language]
          const said = [
            saySummary(words, evidence, matrix),
            ...matrix.rows.map((row) => sayRow(words, evidence, row)),
            ...matrix.columns.map((column) => sayColumn(words, evidence, column)),
            ...next.suggestions.flatMap(({ reasons }) =>
              reasons.map((reason) => sayReason(words, evidence, reason)),
            ),
            ...sayNobody(words, evidence, matrix, next),
            ...[...some.keys()].flatMap((c) => {
              const obstacle = obstacleOf(evidence, c, choices)
              return obstacle ? [sayObstacle(words, evidence, obstacle)] : []
            }),
            ...(best && best.members.join() !== members.join()
              ? sayAlternative(words, evidence, members, best.members)
              : []),
          ]
          if (contradiction) {
            const { leads, parts } = sayContradiction(words, evidence, choices, contradiction)
            said.push(leads, ...parts)
            expect(parts).toHaveLength(contradiction.statements.length)
          }
          for (const text of said) isSaid(text)
        }
      }),
      { numRuns: 60, seed: 2003 },
    )
  })

  test('of what is wrong names the place', () => {
    const answer = readCall({
      demands: [{ id: 'd', name: '', kind: 'region', codes: [], need: 0, weight: 'x', must: 1 }],
      limits: { least: 5, most: 2, perPartner: 7 },
      exclusions: {},
      more: 1,
    })
    const faults = 'faults' in answer ? answer.faults : []
    expect(faults.length).toBeGreaterThan(7)
    for (const language of languages)
      for (const fault of faults) {
        const text = sayFault(coverWords[language], fault)
        isSaid(text)
        expect(text.startsWith(`${fault.path}: `)).toBe(true)
      }
  })
})
