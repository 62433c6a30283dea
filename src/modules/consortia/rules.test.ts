import { describe, expect, it } from 'vitest'
import { stateAfter } from '../../kernel/machine.ts'
import {
  type ConsortiumEvent,
  consortiumMachine,
  consortiumStates,
  isIn,
  type PartnerEvent,
  partnerMachine,
  partnerStates,
  stepStates,
} from './rules.ts'

describe('the life of a consortium', () => {
  const follows: Record<ConsortiumEvent, Partial<Record<(typeof consortiumStates)[number], string>>> = {
    apply: { gathering: 'applied' },
    end: { gathering: 'ended', applied: 'ended' },
    resume: { ended: 'gathering' },
  }
  it('is its table, cell by cell', () => {
    for (const event of Object.keys(follows) as ConsortiumEvent[])
      for (const state of consortiumStates)
        expect([event, state, stateAfter(consortiumMachine, state, event)]).toEqual([
          event,
          state,
          follows[event][state],
        ])
  })
})

describe('the life of a partner', () => {
  const follows: Record<PartnerEvent, readonly [string, string]> = {
    invite: ['proposed declined left', 'invited'],
    withdraw: ['invited', 'proposed'],
    interest: ['proposed invited committed declined', 'interested'],
    commit: ['proposed invited interested declined', 'committed'],
    decline: ['proposed invited interested committed', 'declined'],
    leave: ['proposed invited interested committed declined', 'left'],
    propose: ['declined left', 'proposed'],
  }
  it('is its table, cell by cell', () => {
    for (const event of Object.keys(follows) as PartnerEvent[])
      for (const state of partnerStates)
        expect([event, state, stateAfter(partnerMachine, state, event)]).toEqual([
          event,
          state,
          follows[event][0].split(' ').includes(state) ? follows[event][1] : undefined,
        ])
  })
  it('counts as in until it declines or leaves', () => {
    expect(partnerStates.filter(isIn)).toEqual(['proposed', 'invited', 'interested', 'committed'])
  })
})

describe('the steps to the deadline', () => {
  const nothing = {
    lead: false,
    demands: 0,
    shown: 0,
    missing: 0,
    partners: 0,
    committed: 0,
    priced: 0,
    applied: false,
  }
  it('wait while there is nothing', () => {
    expect(new Set(Object.values(stepStates(nothing)))).toEqual(new Set(['waiting']))
  })
  it('are begun when a part is there and done when all of it is', () => {
    const now = {
      ...nothing,
      lead: true,
      demands: 9,
      shown: 5,
      missing: 3,
      partners: 2,
      committed: 2,
      priced: 1,
    }
    expect(stepStates(now)).toEqual({
      lead: 'done',
      demands: 'done',
      evidence: 'begun',
      roles: 'begun',
      letters: 'done',
      budget: 'begun',
      text: 'waiting',
    })
  })
})
