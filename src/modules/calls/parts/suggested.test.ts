import { describe, expect, it } from 'vitest'
import type { Call } from '../call.ts'
import { emptySettings } from '../settings.ts'
import { suggestedFor } from './suggested.ts'

const call = {
  state: 'planned',
  settings: emptySettings,
  forms: {},
  opensAt: null,
  closesAt: null,
  createdAt: new Date('2027-01-10T06:00:00Z'),
} as unknown as Call
const at = { language: 'fi' as const, now: new Date('2027-01-12T06:00:00Z') }
const one = [{ value: 'a/1' }]
const two = [...one, { value: 'b/1' }]

describe('what a part that says nothing yet is begun with', () => {
  it('the only form and the only criteria there are, and none of several', () => {
    expect(suggestedFor('form', call, { forms: one, templates: [] }, at)).toEqual({ full: 'a/1' })
    expect(suggestedFor('assessment', call, { forms: [], templates: one }, at)).toEqual({ template: 'a/1' })
    expect(suggestedFor('form', call, { forms: two, templates: two }, at)).toEqual({})
    expect(suggestedFor('assessment', call, { forms: two, templates: two }, at)).toEqual({})
    const twoSteps = { ...call, settings: { ...emptySettings, twoSteps: true } }
    expect(suggestedFor('form', twoSteps, { forms: one, templates: one }, at)).toEqual({})
  })

  it('a period from a Monday on, the same whichever day it is looked at, until that has gone by', () => {
    const said = { opensDay: '25.1.2027', opensClock: '9.00', closesDay: '8.3.2027', closesClock: '16.15' }
    const none = { forms: [], templates: [] }
    for (const now of ['2027-01-10T06:00:00Z', '2027-01-24T21:00:00Z'])
      expect(suggestedFor('period', call, none, { ...at, now: new Date(now) })).toEqual(said)
    expect(suggestedFor('period', call, none, { ...at, now: new Date('2027-01-25T06:00:00Z') })).toEqual({})
    const opensAt = new Date('2027-02-01T07:00:00Z')
    expect(suggestedFor('period', { ...call, opensAt }, none, at)).toEqual({})
  })

  it('nothing once the call is open', () => {
    const open = { ...call, state: 'open' } as Call
    expect(suggestedFor('assessment', open, { forms: one, templates: one }, at)).toEqual({})
  })
})
