import type { Machine } from '../../kernel/machine.ts'

export const consortiumStates = ['gathering', 'applied', 'ended'] as const
export type ConsortiumState = (typeof consortiumStates)[number]
export type ConsortiumEvent = 'apply' | 'end' | 'resume'

const gathering = ['coordinator', 'preparer', 'project-manager', 'member'] as const

/** The life of a consortium: it is gathered, then it applies or is given up. */
export const consortiumMachine: Machine<ConsortiumState, ConsortiumEvent> = {
  first: 'gathering',
  states: {
    gathering: { fi: 'Koottavana', sv: 'Sätts samman', en: 'Being gathered' },
    applied: { fi: 'Hakemus tehty', sv: 'Har ansökt', en: 'Has applied' },
    ended: { fi: 'Päättynyt', sv: 'Avslutat', en: 'Ended' },
  },
  events: {
    apply: {
      says: { fi: 'Tee hakemus', sv: 'Gör ansökan', en: 'Make the application' },
      from: ['gathering'],
      to: 'applied',
      by: gathering,
    },
    end: {
      says: { fi: 'Päätä konsortio', sv: 'Avsluta konsortiet', en: 'End the consortium' },
      from: ['gathering', 'applied'],
      to: 'ended',
      by: gathering,
      reason: true,
    },
    resume: {
      says: { fi: 'Jatka kokoamista', sv: 'Återuppta arbetet', en: 'Go on gathering' },
      from: ['ended'],
      to: 'gathering',
      by: gathering,
    },
  },
}

export const partnerStates = ['proposed', 'invited', 'interested', 'committed', 'declined', 'left'] as const
export type PartnerState = (typeof partnerStates)[number]
export type PartnerEvent = 'invite' | 'withdraw' | 'interest' | 'commit' | 'decline' | 'leave' | 'propose'

/** Of one partner: proposed by those who gather, asked, and its own answer; it may change its mind until the end. */
export const partnerMachine: Machine<PartnerState, PartnerEvent> = {
  first: 'proposed',
  states: {
    proposed: { fi: 'Ehdolla', sv: 'Föreslagen', en: 'Proposed' },
    invited: { fi: 'Kutsuttu', sv: 'Inbjuden', en: 'Invited' },
    interested: { fi: 'Kiinnostunut', sv: 'Intresserad', en: 'Interested' },
    committed: { fi: 'Sitoutunut', sv: 'Har förbundit sig', en: 'Committed' },
    declined: { fi: 'Kieltäytynyt', sv: 'Har tackat nej', en: 'Declined' },
    left: { fi: 'Jäänyt pois', sv: 'Har lämnat', en: 'Left' },
  },
  events: {
    invite: {
      says: { fi: 'Kutsu', sv: 'Bjud in', en: 'Invite' },
      from: ['proposed', 'declined', 'left'],
      to: 'invited',
      by: gathering,
    },
    withdraw: {
      says: { fi: 'Peru kutsu', sv: 'Återta inbjudan', en: 'Withdraw the invitation' },
      from: ['invited'],
      to: 'proposed',
      by: gathering,
      reason: true,
    },
    interest: {
      says: { fi: 'Ilmoita kiinnostus', sv: 'Meddela intresse', en: 'Say that it is interested' },
      from: ['proposed', 'invited', 'committed', 'declined'],
      to: 'interested',
      by: ['everyone'],
    },
    commit: {
      says: { fi: 'Sitoudu', sv: 'Förbind dig', en: 'Commit' },
      from: ['proposed', 'invited', 'interested', 'declined'],
      to: 'committed',
      by: ['everyone'],
    },
    decline: {
      says: { fi: 'Kieltäydy', sv: 'Tacka nej', en: 'Decline' },
      from: ['proposed', 'invited', 'interested', 'committed'],
      to: 'declined',
      by: ['everyone'],
    },
    leave: {
      says: { fi: 'Jätä pois', sv: 'Lämna bort', en: 'Leave out' },
      from: ['proposed', 'invited', 'interested', 'committed', 'declined'],
      to: 'left',
      by: gathering,
    },
    propose: {
      says: { fi: 'Ota takaisin ehdolle', sv: 'Föreslå på nytt', en: 'Propose again' },
      from: ['declined', 'left'],
      to: 'proposed',
      by: gathering,
    },
  },
}

/** Whether a partner in this state is counted as one who is in. */
export const isIn = (state: PartnerState): boolean => state !== 'declined' && state !== 'left'

/** The tasks that every consortium has on its way to the deadline, in the order in which they are done. */
export const steps = ['lead', 'demands', 'evidence', 'roles', 'letters', 'budget', 'text'] as const
export type Step = (typeof steps)[number]
export type StepState = 'done' | 'begun' | 'waiting'

/** What the states of the steps are computed from. */
export type Standing = {
  lead: boolean
  demands: number
  /** Demands that are met by something that others can check. */
  shown: number
  /** Demands that fewer meet than are needed. */
  missing: number
  partners: number
  committed: number
  /** Partners whose share of the money is known. */
  priced: number
  applied: boolean
}

const part = (done: number, all: number): StepState =>
  all > 0 && done >= all ? 'done' : done > 0 ? 'begun' : 'waiting'

export function stepStates(now: Standing): Record<Step, StepState> {
  return {
    lead: now.lead ? 'done' : 'waiting',
    demands: now.demands > 0 ? 'done' : 'waiting',
    evidence: part(now.shown, now.demands),
    roles: part(now.demands - now.missing, now.demands),
    letters: part(now.committed, now.partners),
    budget: part(now.priced, now.partners),
    text: now.applied ? 'begun' : 'waiting',
  }
}
