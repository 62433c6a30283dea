import { describe, expect, test } from 'vitest'
import { brokenFiles } from '../../../test/broken-files.ts'
import { languages } from '../../kernel/text.ts'
import { isError, type Problem } from './problem.ts'
import { sayProblem, sayUnreadable } from './problem-text.ts'
import { builtInProfiles } from './profiles.ts'
import type { Origin } from './reading/origin.ts'
import { openTable } from './reading/table.ts'
import { planOf } from './recognising/plan.ts'
import { readRows } from './statements.ts'
import { Unreadable } from './unreadable.ts'

/** What becomes of a file: refused, asked about, or its rows good and bad. */
async function fateOf(origin: Origin) {
  try {
    const table = await openTable(origin)
    const plan = await planOf(table, builtInProfiles)
    const problems: Problem[] = []
    let good = 0
    let rows = 0
    for await (const row of readRows(table, plan)) {
      rows++
      if (!row.rejected) good++
      problems.push(...row.problems)
    }
    if (rows === 0) throw new Unreadable('no-rows')
    return { questions: plan.questions.map((q) => q.about), good, problems }
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error }
    throw error
  }
}

test('there are more than thirty kinds', () => {
  expect(brokenFiles.length).toBeGreaterThanOrEqual(30)
})

describe.each(brokenFiles)('$what', (broken) => {
  test('gets in with no row, and says why in three languages', { timeout: 120_000 }, async () => {
    const fate = await fateOf(broken.origin())
    if (broken.refused) {
      expect(fate.unreadable?.reason).toBe(broken.refused)
      const said = languages.map((language) => sayUnreadable(fate.unreadable!, language))
      expect(new Set(said).size).toBe(3)
      for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.{15,}\.$/u)
      return
    }
    expect(fate.unreadable).toBeUndefined()
    if (broken.asks) {
      expect(fate.questions).toContain(broken.asks)
      return
    }
    expect(fate.questions).toEqual([])
    expect(fate.good).toBe(0)
    const said = fate.problems!.find((p) => p.code === broken.rejects)
    expect(said && isError(said)).toBe(true)
    for (const language of languages) expect(sayProblem(said!, language)).toMatch(/^\p{Lu}.{10,}\.$/u)
  })
})
