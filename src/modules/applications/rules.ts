import type { Machine } from '../../kernel/machine.ts'

export const applicationStates = ['draft', 'submitted', 'reopened', 'withdrawn'] as const
export type ApplicationState = (typeof applicationStates)[number]

export const applicationEvents = [
  'submit',
  'ask-completion',
  'complete',
  'lapse',
  'withdraw',
  'replace',
] as const
export type ApplicationEvent = (typeof applicationEvents)[number]

/**
 * The life of an application as its writers see it; what the office makes of it (checks, scores, decision) has tables
 * of its own. While the call is open, what was sent may be replaced: the earlier version counts until then. Who writes in it stands in `application_right`: the people of the application are 'applicant' here.
 */
export const applicationMachine: Machine<ApplicationState, ApplicationEvent> = {
  first: 'draft',
  states: {
    draft: { fi: 'Luonnos', sv: 'Utkast', en: 'Draft' },
    submitted: { fi: 'Lähetetty', sv: 'Inlämnad', en: 'Submitted' },
    reopened: { fi: 'Täydennettävänä', sv: 'Ska kompletteras', en: 'To be completed' },
    withdrawn: { fi: 'Peruttu', sv: 'Återtagen', en: 'Withdrawn' },
  },
  events: {
    submit: {
      says: { fi: 'Lähetä hakemus', sv: 'Lämna in ansökan', en: 'Submit the application' },
      from: ['draft'],
      to: 'submitted',
      by: ['applicant'],
    },
    'ask-completion': {
      says: { fi: 'Pyydä täydennystä', sv: 'Begär komplettering', en: 'Ask for completion' },
      from: ['submitted'],
      to: 'reopened',
      by: ['coordinator', 'preparer', 'council-officer'],
      reason: true,
    },
    complete: {
      says: { fi: 'Lähetä täydennys', sv: 'Lämna in kompletteringen', en: 'Send the completion' },
      from: ['reopened'],
      to: 'submitted',
      by: ['applicant'],
    },
    lapse: {
      says: {
        fi: 'Päätä täydennysaika',
        sv: 'Avsluta kompletteringstiden',
        en: 'End the time for completion',
      },
      from: ['reopened'],
      to: 'submitted',
      by: ['coordinator', 'preparer', 'council-officer', 'system'],
    },
    withdraw: {
      says: { fi: 'Peru hakemus', sv: 'Återta ansökan', en: 'Withdraw the application' },
      from: ['draft', 'submitted', 'reopened'],
      to: 'withdrawn',
      by: ['applicant'],
      reason: true,
    },
    replace: {
      says: {
        fi: 'Korvaa uudella versiolla',
        sv: 'Ersätt med en ny version',
        en: 'Replace with a new version',
      },
      from: ['submitted'],
      to: 'submitted',
      by: ['applicant'],
    },
  },
}
