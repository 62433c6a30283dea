import fc from 'fast-check'
import { expect, test } from 'vitest'
import { requirementCycle } from './cycle.ts'
import type { Rule } from './problem.ts'

const size = 7
const rules = fc.array(
  fc.tuple(fc.nat(size - 1), fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: 3 })),
  { maxLength: 9 },
)

/** Whether anything reaches itself, by the closure of all steps. */
function hasRing(some: readonly Extract<Rule, { kind: 'requires' }>[]): boolean {
  const reaches = Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
  for (const { project, needs } of some) for (const need of needs) reaches[project]![need] = true
  for (let via = 0; via < size; via++)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) if (reaches[a]![via] && reaches[via]![b]) reaches[a]![b] = true
  return reaches.some((row, i) => row[i])
}

test('a ring is found when there is one, and is made by no statement too many', () => {
  fc.assert(
    fc.property(rules, (given) => {
      const all = given.map(([project, needs], i) => ({
        ...{ kind: 'requires' as const, project, needs, path: `rules.${i}` },
      }))
      const cycle = requirementCycle(all)
      expect(cycle !== undefined).toBe(hasRing(all))
      if (!cycle) return
      const { projects, statements } = cycle
      expect(projects[0]).toBe(projects.at(-1))
      for (const [i, to] of projects.slice(1).entries())
        expect(statements[i]).toMatchObject({ project: projects[i], needs: expect.arrayContaining([to]) })
      for (const one of statements) expect(hasRing(statements.filter((other) => other !== one))).toBe(false)
    }),
    { seed: 1, numRuns: 1000 },
  )
})
