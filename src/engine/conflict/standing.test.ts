import { describe, expect, test } from 'vitest'
import {
  type Answer,
  type Application,
  type Declaration,
  type Found,
  findings,
  type Kind,
  type Said,
  type StandingIs,
  standingFrom,
  standingTable,
  type Tie,
} from './index.ts'

const evidence = { what: 'tie', id: 't1', source: 'registry', startsOn: null, endsOn: null } as const
const tie = (
  kind: Kind,
  weight: Tie['weight'],
  acts: Tie['acts'] = ['assess', 'propose', 'decide'],
): Tie => ({
  kind,
  point: 7,
  weight,
  acts,
  path: [{ is: 'person', id: 'p' }],
  evidence: [evidence],
  person: 'p',
  application: 'a',
  key: kind,
})
const asked = tie('joint-project', 'ask')
const barring = tie('employment', 'bars')
const at = (day: number) => `2026-10-${String(day).padStart(2, '0')}T10:00:00.000Z`
const answer = (conflict: boolean, day = 5, seen: readonly string[] = ['t1']): Answer => ({
  person: 'p',
  application: 'a',
  tie: asked.key,
  conflict,
  seen,
  at: at(day),
})
const said = (says: 'none' | 'lifted' | 'conflict', day: number, by = 'p'): Declaration => {
  const base = {
    id: `declaration-${day}`,
    source: 'own statement',
    person: 'p',
    by,
    application: 'a',
    at: at(day),
  }
  return says === 'conflict' ? { ...base, says, point: 7 } : { ...base, says }
}

const found: Record<Found, [readonly Tie[], readonly Answer[]]> = {
  nothing: [[], []],
  denied: [[asked], [answer(false)]],
  open: [[asked], []],
  admitted: [[asked], [answer(true)]],
  bars: [[barring], []],
}
const statements: Record<Said, Declaration[]> = {
  nothing: [],
  none: [said('none', 6)],
  conflict: [said('conflict', 6)],
}
const cells: [Found, Said, StandingIs][] = [
  ['nothing', 'nothing', 'must-declare'],
  ['nothing', 'none', 'free'],
  ['nothing', 'conflict', 'barred'],
  ['denied', 'nothing', 'must-declare'],
  ['denied', 'none', 'free'],
  ['denied', 'conflict', 'barred'],
  ['open', 'nothing', 'must-answer'],
  ['open', 'none', 'must-answer'],
  ['open', 'conflict', 'barred'],
  ['admitted', 'nothing', 'barred'],
  ['admitted', 'none', 'barred'],
  ['admitted', 'conflict', 'barred'],
  ['bars', 'nothing', 'barred'],
  ['bars', 'none', 'barred'],
  ['bars', 'conflict', 'barred'],
]
const is = (
  ties: readonly Tie[],
  answers: readonly Answer[],
  declarations: readonly Declaration[],
  settledAt: string | null = null,
) => standingFrom(ties, 'assess', declarations, answers, settledAt).is

describe('the state table', () => {
  test.each(cells)('%s found, %s said: %s', (finding, statement, expected) => {
    const [ties, answers] = found[finding]
    expect(is(ties, answers, statements[statement])).toBe(expected)
    expect(standingTable[finding][statement]).toBe(expected)
  })

  test('has no other cell', () => {
    expect(findings.flatMap((f) => Object.keys(standingTable[f])).length).toBe(cells.length)
    expect(findings.flatMap((f) => Object.values(standingTable[f])).filter((s) => s === 'free')).toHaveLength(
      2,
    )
  })
})

describe('what was said', () => {
  test('a declared conflict stands when the person says later that there is none', () => {
    expect(is([], [], [said('conflict', 1), said('none', 2)])).toBe('barred')
  })

  test('the organ lifts it, never the person, and the person declares anew', () => {
    expect(is([], [], [said('conflict', 1), said('lifted', 2, 'p'), said('none', 3)])).toBe('barred')
    expect(is([], [], [said('conflict', 1), said('lifted', 2, 'chair')])).toBe('must-declare')
    expect(is([], [], [said('none', 1), said('conflict', 2), said('lifted', 3, 'chair')])).toBe(
      'must-declare',
    )
    expect(is([], [], [said('conflict', 1), said('lifted', 2, 'chair'), said('none', 3)])).toBe('free')
    expect(is([], [], [said('lifted', 1, 'chair'), said('conflict', 2)])).toBe('barred')
  })

  test('lifting touches no computed bar', () => {
    expect(is([barring], [], [said('lifted', 2, 'chair'), said('none', 3)])).toBe('barred')
  })

  test('nobody declares for another that there is none', () => {
    expect(is([], [], [said('none', 1, 'chair')])).toBe('must-declare')
  })

  test('a "none" said before the application was as it is says nothing of it', () => {
    expect(is([], [], [said('none', 1)], at(2))).toBe('must-declare')
    expect(is([], [], [said('none', 2)], at(2))).toBe('free')
  })

  test('an answer holds as long as every record was shown', () => {
    const none = [said('none', 6)]
    const more: Tie = { ...asked, evidence: [evidence, { ...evidence, id: 't2' }] }
    expect(is([more], [answer(false)], none)).toBe('must-answer')
    expect(is([more], [answer(false, 5, ['t1', 't2', 't3'])], none)).toBe('free')
    expect(is([asked, tie('advised', 'ask')], [answer(false)], none)).toBe('must-answer')
  })

  test('an admitted tie stands against a later denial until the organ lifts it', () => {
    const none = [said('none', 9)]
    expect(is([asked], [answer(true, 1), answer(false, 2)], none)).toBe('barred')
    expect(is([asked], [answer(true, 1)], [said('lifted', 2, 'chair'), ...none])).toBe('must-answer')
    expect(is([asked], [answer(true, 1), answer(false, 3)], [said('lifted', 2, 'chair'), ...none])).toBe(
      'free',
    )
  })
})

test('a tie bears on its acts only, and the reasons are the ties', () => {
  const proposed = tie('prepared', 'bars', ['assess', 'decide'])
  const standing = (act: 'assess' | 'propose' | 'decide') =>
    standingFrom([proposed, asked], act, [said('none', 6)], [], null)
  expect(standing('decide')).toEqual({ is: 'barred', because: [proposed] })
  expect(standing('assess')).toEqual({ is: 'barred', because: [proposed] })
  expect(standing('propose')).toEqual({ is: 'must-answer', because: [asked] })
  const nobody: Application['people'] = []
  expect(standingFrom([], 'decide', [], [], null)).toEqual({ is: 'must-declare', because: nobody })
})
