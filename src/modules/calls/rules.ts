import type { Machine } from '../../kernel/machine.ts'

export const callStates = ['planned', 'open', 'closed', 'in-assessment', 'decided', 'archived'] as const
export type CallState = (typeof callStates)[number]

export const callEvents = [
  'open',
  'close',
  'extend',
  'begin-assessment',
  'decide',
  'archive',
  'return-to-assessment',
] as const
export type CallEvent = (typeof callEvents)[number]

/** The life of a call. Its rules freeze when it opens; the clock opens and closes it, or a coordinator by hand. */
export const callMachine: Machine<CallState, CallEvent> = {
  first: 'planned',
  states: {
    planned: { fi: 'Valmisteilla', sv: 'Under beredning', en: 'Planned' },
    open: { fi: 'Avoinna', sv: 'Öppen', en: 'Open' },
    closed: { fi: 'Päättynyt', sv: 'Stängd', en: 'Closed' },
    'in-assessment': { fi: 'Arvioitavana', sv: 'Under bedömning', en: 'In assessment' },
    decided: { fi: 'Päätetty', sv: 'Avgjord', en: 'Decided' },
    archived: { fi: 'Arkistoitu', sv: 'Arkiverad', en: 'Archived' },
  },
  events: {
    open: {
      says: { fi: 'Avaa haku', sv: 'Öppna utlysningen', en: 'Open the call' },
      from: ['planned'],
      to: 'open',
      by: ['coordinator', 'system'],
    },
    close: {
      says: { fi: 'Päätä hakuaika', sv: 'Avsluta ansökningstiden', en: 'Close the call' },
      from: ['open'],
      to: 'closed',
      by: ['coordinator', 'system'],
    },
    extend: {
      says: { fi: 'Jatka hakuaikaa', sv: 'Förläng ansökningstiden', en: 'Extend the call' },
      from: ['open', 'closed'],
      to: 'open',
      by: ['coordinator'],
      reason: true,
    },
    'begin-assessment': {
      says: { fi: 'Aloita arviointi', sv: 'Inled bedömningen', en: 'Begin the assessment' },
      from: ['closed'],
      to: 'in-assessment',
      by: ['coordinator', 'preparer'],
    },
    decide: {
      says: { fi: 'Merkitse päätetyksi', sv: 'Markera som avgjord', en: 'Mark as decided' },
      from: ['in-assessment'],
      to: 'decided',
      by: ['coordinator', 'council-officer'],
    },
    archive: {
      says: { fi: 'Arkistoi', sv: 'Arkivera', en: 'Archive' },
      from: ['planned', 'decided'],
      to: 'archived',
      by: ['coordinator'],
    },
    'return-to-assessment': {
      says: { fi: 'Palauta arviointiin', sv: 'Återför till bedömning', en: 'Return to assessment' },
      from: ['decided'],
      to: 'in-assessment',
      by: ['coordinator'],
      reason: true,
    },
  },
}
