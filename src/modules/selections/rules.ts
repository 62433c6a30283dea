import type { Machine } from '../../kernel/machine.ts'

export const selectionStates = ['preparing', 'called', 'open', 'closing', 'closed'] as const
export type SelectionState = (typeof selectionStates)[number]
export const selectionEvents = ['call', 'open', 'close', 'record', 'resume'] as const
export type SelectionEvent = (typeof selectionEvents)[number]

/** Who prepares a selection meeting and runs it. Who else sits in it is named meeting by meeting. */
export const keepers = ['coordinator', 'preparer'] as const

/**
 * A selection meeting: prepared, sent to its members, held, and closed with its record. While the record is computed
 * nothing of the meeting changes; a closed one never does.
 */
export const selectionMachine: Machine<SelectionState, SelectionEvent> = {
  first: 'preparing',
  states: {
    preparing: { fi: 'Valmisteilla', sv: 'Under beredning', en: 'In preparation' },
    called: { fi: 'Kutsuttu koolle', sv: 'Sammankallat', en: 'Called' },
    open: { fi: 'Käynnissä', sv: 'Pågår', en: 'In session' },
    closing: { fi: 'Tallennetta lasketaan', sv: 'Protokollet räknas', en: 'Computing the record' },
    closed: { fi: 'Päätetty', sv: 'Avslutat', en: 'Closed' },
  },
  events: {
    call: {
      says: { fi: 'Lähetä jäsenille', sv: 'Skicka till medlemmarna', en: 'Send to the members' },
      from: ['preparing'],
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
      says: {
        fi: 'Vahvista valinta ja päätä kokous',
        sv: 'Fastställ urvalet och avsluta mötet',
        en: 'Confirm the selection and close the meeting',
      },
      from: ['open'],
      to: 'closing',
      by: keepers,
    },
    record: {
      says: {
        fi: 'Tee päätetyn kokouksen tallenne',
        sv: 'Gör det avslutade mötets protokoll',
        en: 'Make the record of a meeting that is closed',
      },
      from: ['closing'],
      to: 'closed',
      by: ['system'],
    },
    resume: {
      says: {
        fi: 'Keskeytä laskenta ja jatka kokousta',
        sv: 'Avbryt räkningen och fortsätt mötet',
        en: 'Stop the computing and go on with the meeting',
      },
      from: ['closing'],
      to: 'open',
      by: [...keepers, 'system'],
    },
  },
}

export const selectionRoles = ['chair', 'member', 'deputy', 'secretary', 'expert'] as const
export type SelectionRole = (typeof selectionRoles)[number]
/** Who of those in the meeting says weights of their own and votes. */
export const votes = (role: SelectionRole): boolean =>
  role === 'chair' || role === 'member' || role === 'deputy'

/** Why the computing of a record ended: it took too long, no machine here holds it, or its job was cancelled. */
export const givenUpFor = ['time', 'size', 'cancelled'] as const
export type GivenUpFor = (typeof givenUpFor)[number]
