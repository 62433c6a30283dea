import { describe, expect, it } from 'vitest'
import type { Seen } from './looking.ts'
import { assessmentStates, type SheetState, sheetStates } from './rules.ts'
import { isTurn, officeTodoOf, type Todo, todoOf } from './todo.ts'

const owns = ['free', 'must-declare', 'must-answer', 'barred'] as const
const seen = (more: object) =>
  ({ applicationState: 'submitted', holders: 2, call: { assessorsEach: 2 }, version: 1, ...more }) as Seen
const mine = (state: SheetState, version = 1) => ({ mine: { state, version } })

describe('what an assessment asks of its assessor', () => {
  it('in every state, sheet and standing: something that they can do now, or that they wait', () => {
    for (const own of owns)
      for (const state of assessmentStates)
        for (const sheet of sheetStates) {
          const todo = todoOf(seen({ own, state, ...mine(sheet) }))
          const over = state === 'settled' || state === 'failed'
          if (own === 'barred' || sheet === 'recused') expect(todo).toBe('barred')
          else if (over) expect(todo).toBe('done')
          else if (own !== 'free') expect(todo).toBe(own === 'must-declare' ? 'declare' : 'answer')
          else if (state === 'discussing') expect(todo).toBe('agree')
          else if (sheet === 'given') expect(todo).toBe('wait')
          else expect(todo).toBe(state === 'scoring' ? 'score' : 'checks')
          if (['barred', 'done', 'wait', 'checks'].includes(todo)) expect(isTurn(todo)).toBe(false)
        }
  })

  it('to look at scores again that were given of an older version, while they are closed', () => {
    const of = (state: string) => todoOf(seen({ own: 'free', state, version: 2, ...mine('given') }))
    expect(assessmentStates.map(of)).toEqual([
      'wait',
      'wait',
      'done',
      'changed',
      'agree',
      'done',
    ] satisfies Todo[])
  })
})

describe('what it asks of an office', () => {
  it('in every state and standing, of who checks, who assigns, both and neither', () => {
    for (const own of owns)
      for (const state of assessmentStates)
        for (const checks of [true, false])
          for (const assigns of [true, false])
            for (const holders of [1, 2]) {
              const todo = officeTodoOf(seen({ own, state, holders }), { checks, assigns })
              const early = state === 'waiting' || state === 'checking'
              if (own === 'barred') expect(todo).toBeUndefined()
              else if (early && checks)
                expect(todo).toBe({ free: 'check', 'must-declare': 'declare', 'must-answer': 'answer' }[own])
              else expect(todo).toBe(assigns && state === 'scoring' && holders < 2 ? 'assign' : undefined)
            }
  })

  it('nothing of an application that was withdrawn', () => {
    const withdrawn = seen({ own: 'free', state: 'checking', applicationState: 'withdrawn' })
    expect(officeTodoOf(withdrawn, { checks: true, assigns: true })).toBeUndefined()
  })
})
