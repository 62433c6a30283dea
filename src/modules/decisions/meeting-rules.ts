import type { Machine } from '../../kernel/machine.ts'

export const meetingStates = ['planned', 'called', 'open', 'held', 'approved'] as const
export type MeetingState = (typeof meetingStates)[number]
export const meetingEvents = ['call', 'open', 'close', 'approve'] as const
export type MeetingEvent = (typeof meetingEvents)[number]

const keepers = ['coordinator', 'preparer', 'city-decider', 'council-officer'] as const

/** A meeting of the city's steering group or of the council: called with its agenda, held, its minutes approved. */
export const meetingMachine: Machine<MeetingState, MeetingEvent> = {
  first: 'planned',
  states: {
    planned: { fi: 'Valmisteilla', sv: 'Under beredning', en: 'Planned' },
    called: { fi: 'Kutsuttu koolle', sv: 'Sammankallat', en: 'Called' },
    open: { fi: 'Käynnissä', sv: 'Pågår', en: 'In session' },
    held: { fi: 'Pidetty', sv: 'Hållet', en: 'Held' },
    approved: { fi: 'Pöytäkirja hyväksytty', sv: 'Protokollet godkänt', en: 'Minutes approved' },
  },
  events: {
    call: {
      says: { fi: 'Lähetä esityslista', sv: 'Skicka föredragningslistan', en: 'Send the agenda' },
      from: ['planned'],
      to: 'called',
      by: keepers,
    },
    open: {
      says: { fi: 'Avaa kokous', sv: 'Öppna mötet', en: 'Open the meeting' },
      from: ['called'],
      to: 'open',
      by: keepers,
    },
    close: {
      says: { fi: 'Päätä kokous', sv: 'Avsluta mötet', en: 'Close the meeting' },
      from: ['open'],
      to: 'held',
      by: keepers,
    },
    approve: {
      says: { fi: 'Hyväksy pöytäkirja', sv: 'Godkänn protokollet', en: 'Approve the minutes' },
      from: ['held'],
      to: 'approved',
      by: ['city-decider', 'council-officer'],
    },
  },
}

export type MeetingPart = 'selection' | 'legal'
/** Whose meeting it is: the holders of this office are its members. */
export const memberOffice = { selection: 'city-decider', legal: 'council-officer' } as const

export const attendeeRoles = ['member', 'deputy', 'expert', 'secretary'] as const
export type AttendeeRole = (typeof attendeeRoles)[number]
/** Members and their deputies decide; the others may be heard. */
export const decides = (role: AttendeeRole): boolean => role === 'member' || role === 'deputy'
