import { describe, expect, it } from 'vitest'
import { hardProblem, problemOf } from '../../../test/portfolio/meeting-problem.ts'
import type { Told } from '../../engine/portfolio/index.ts'
import { readProblem, resultOf, solve } from '../../engine/portfolio/index.ts'
import { solveInThread } from './index.ts'

const small = problemOf({ projects: 20, criteria: 3, budgets: 1 })

/** What the same process answers, without the time that it took. */
function solvedHere(problem: unknown) {
  const read = readProblem(problem)
  if ('faults' in read) throw new Error('a right problem')
  const answer = solve(read.problem)
  if (!('solution' in answer)) throw new Error('a problem with portfolios')
  const { seconds: _, ...result } = resultOf(read.problem, answer.solution, 0)
  return result
}

describe('a problem that is solved in a thread', () => {
  it('has the answer that it has in this one, told before what more information would be worth', async () => {
    const told: Told[] = []
    const answer = await solveInThread(small, { onProgress: (one) => told.push(one) })
    if (!('result' in answer)) throw new Error(JSON.stringify(answer))
    const { seconds, ...result } = answer.result
    expect(seconds).toBeGreaterThan(0)
    expect(result).toEqual(solvedHere(small))
    const first = told.find((one) => one.kind === 'progress' && one.result)
    expect(first).toMatchObject({ result: { status: 'bounded' } })
    const { information: _, ...withoutInformation } = result
    expect(told.at(-1)).toMatchObject({ kind: 'answer', last: false, answer: { result: withoutInformation } })
  })

  it('is refused with what is wrong, and the statements that contradict each other are named', async () => {
    const faulty = await solveInThread({ ...small, budgets: [{ id: 'eur1' }] })
    expect(faulty).toMatchObject({ faults: [{ code: 'missing', path: 'budgets.0.limit' }] })
    const rules = [
      { kind: 'in', project: 'p1' },
      { kind: 'out', project: 'p1' },
    ]
    const contradiction = await solveInThread({ ...small, rules })
    expect(contradiction).toMatchObject({
      contradiction: { of: 'portfolio', statements: [{ path: 'rules.0' }, { path: 'rules.1' }] },
    })
  })

  it('may be let go while it is under way or waits; the others are answered', async () => {
    const [first, second] = [new AbortController(), new AbortController()]
    const underWay = solveInThread(hardProblem, {
      signal: first.signal,
      onProgress: () => first.abort(new Error('changed my mind')),
    })
    const waiting = solveInThread(small, { signal: second.signal })
    const other = solveInThread(small)
    second.abort(new Error('not needed'))
    await expect(waiting).rejects.toThrow('not needed')
    await expect(underWay).rejects.toThrow('changed my mind')
    expect(await other).toMatchObject({ result: { status: 'exact' } })
    await expect(solveInThread(small, { signal: first.signal })).rejects.toThrow('changed my mind')
  })

  it('that does not end in its time is answered with what is known by then', async () => {
    const answer = await solveInThread(hardProblem, { seconds: 0.3, list: 5 })
    if (!('result' in answer)) throw new Error(JSON.stringify(answer))
    expect(answer.result.status).toBe('bounded')
    expect(answer.result.portfolios.length).toBe(5)
    expect(Number(answer.result.count)).toBeGreaterThan(5)
  })
})
