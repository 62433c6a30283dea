import type { Machine } from '../../kernel/machine.ts'

export const reportStates = ['open', 'sent', 'returned', 'approved', 'correcting', 'locked'] as const
export type ReportState = (typeof reportStates)[number]

export const reportEvents = ['send', 'return', 'approve', 'correct', 'lock', 'unlock'] as const
export type ReportEvent = (typeof reportEvents)[number]

/**
 * The life of a report. What was sent never changes: a return or a correction is followed by a new version, and until
 * that is approved the figures stand on the one before it. A locked report is changed by nobody until it is unlocked.
 */
export const reportMachine: Machine<ReportState, ReportEvent> = {
  first: 'open',
  states: {
    open: { fi: 'Täytettävänä', sv: 'Att fylla i', en: 'To be filled in' },
    sent: { fi: 'Odottaa hyväksyntää', sv: 'Väntar på godkännande', en: 'Waits for approval' },
    returned: {
      fi: 'Palautettu korjattavaksi',
      sv: 'Returnerad för rättelse',
      en: 'Returned for correction',
    },
    approved: { fi: 'Hyväksytty', sv: 'Godkänd', en: 'Approved' },
    correcting: { fi: 'Avattu korjattavaksi', sv: 'Öppnad för rättelse', en: 'Opened for correction' },
    locked: { fi: 'Lukittu', sv: 'Låst', en: 'Locked' },
  },
  events: {
    send: {
      says: { fi: 'Lähetä raportti', sv: 'Skicka rapporten', en: 'Send the report' },
      from: ['open', 'returned', 'correcting'],
      to: 'sent',
      by: ['signed-in', 'system'],
    },
    return: {
      says: { fi: 'Palauta korjattavaksi', sv: 'Returnera för rättelse', en: 'Return for correction' },
      from: ['sent'],
      to: 'returned',
      by: ['coordinator', 'council-officer'],
      reason: true,
    },
    approve: {
      says: { fi: 'Hyväksy', sv: 'Godkänn', en: 'Approve' },
      from: ['sent'],
      to: 'approved',
      by: ['coordinator', 'council-officer'],
    },
    correct: {
      says: { fi: 'Avaa korjattavaksi', sv: 'Öppna för rättelse', en: 'Open for correction' },
      from: ['approved'],
      to: 'correcting',
      by: ['coordinator', 'council-officer'],
      reason: true,
    },
    lock: {
      says: { fi: 'Lukitse', sv: 'Lås', en: 'Lock' },
      from: ['approved'],
      to: 'locked',
      by: ['coordinator', 'council-officer'],
    },
    unlock: {
      says: { fi: 'Avaa lukitus', sv: 'Lås upp', en: 'Unlock' },
      from: ['locked'],
      to: 'approved',
      by: ['coordinator'],
      reason: true,
    },
  },
}

/** Whether the project may write in a report in this state. */
export const isWritable = (state: ReportState): boolean => reportMachine.events.send.from.includes(state)
