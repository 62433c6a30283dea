import { describe, expect, it } from 'vitest'
import { hardProblem, problemOf } from '../../../test/portfolio/meeting-problem.ts'
import { createListener, type Told } from './conversation.ts'
import type { IntegerPrograms } from './integer-programs.ts'
import { within } from './limit.ts'
import { readProblem } from './reading.ts'
import { solve } from './solve.ts'

const middling = problemOf({ projects: 24, criteria: 5, budgets: 2, quotas: true })

const seconds = 1

/** What is answered, by a clock that goes on when somebody looks: half of the time is over when portfolios are found. */
async function answered(integerPrograms?: () => Promise<IntegerPrograms>) {
  let at = 0
  let found = false
  const told: Told[] = []
  const ended = new Promise<void>((resolve) => {
    const hear = createListener({
      tell: (one) => {
        told.push(one)
        found ||= one.kind === 'progress' && one.known > 0
        if (one.last) resolve()
      },
      now: () => (found ? 500 * seconds : 0) + at++ / 100,
      turn: () => new Promise((turned) => setImmediate(turned)),
      ...(integerPrograms && { integerPrograms }),
    })
    hear({ kind: 'solve', number: 1, problem: middling, seconds, list: 20 })
  })
  await ended
  const last = told.at(-1)!
  if (last.kind !== 'answer' || !('result' in last.answer)) throw new Error(JSON.stringify(last))
  return last.answer.result
}

describe('a question with a limit', () => {
  it('is searched, then proved as far as there is time, then measured', async () => {
    const result = await answered()
    expect(result.status).toBe('bounded')
    const proved = Object.values(result.core).filter((one) => one.proved)
    expect(proved.length).toBeGreaterThan(0)
    // Without integer programs no case for discussion is proved.
    expect(proved.filter((one) => one.class === 'discuss')).toEqual([])
    expect(result.portfolios[0]).toHaveProperty('maximin')
  })

  it('uses integer programs where there are any', async () => {
    let asked = 0
    await answered(async () => () => {
      asked++
      return 'open'
    })
    expect(asked).toBeGreaterThan(0)
  })

  it('is answered without measures when there is no time for them', () => {
    const read = readProblem(hardProblem)
    if ('faults' in read) throw new Error('a right problem')
    let looked = 0
    const answer = solve(read.problem, within({ seconds: 1, passed: () => looked++ }))
    if (!('solution' in answer)) throw new Error('a problem with portfolios')
    expect(answer.solution.status).toBe('bounded')
    expect(answer.solution.portfolios.length).toBeGreaterThan(0)
    expect(answer.solution).not.toHaveProperty('measures')
    expect(answer.solution).not.toHaveProperty('questions')
  })
})
