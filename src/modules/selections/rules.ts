import type { Machine } from '../../kernel/machine.ts'

export const selectionStates = ['preparing', 'called', 'open', 'closed'] as const
export type SelectionState = (typeof selectionStates)[number]
export const selectionEvents = ['call', 'open', 'close'] as const
export type SelectionEvent = (typeof selectionEvents)[number]

/** Who prepares a selection meeting and runs it. Who else sits in it is named meeting by meeting. */
export const keepers = ['coordinator', 'preparer'] as const

/** A selection meeting: prepared, sent to its members, held, and closed with its record. A closed one never changes. */
export const selectionMachine: Machine<SelectionState, SelectionEvent> = {
  first: 'preparing',
  states: {
    preparing: { fi: 'Valmisteilla', sv: 'Under beredning', en: 'In preparation' },
    called: { fi: 'Kutsuttu koolle', sv: 'Sammankallat', en: 'Called' },
    open: { fi: 'Käynnissä', sv: 'Pågår', en: 'In session' },
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
      to: 'closed',
      by: keepers,
    },
  },
}

export const selectionRoles = ['chair', 'member', 'deputy', 'secretary', 'expert'] as const
export type SelectionRole = (typeof selectionRoles)[number]
/** Who of those in the meeting says weights of their own and votes. */
export const votes = (role: SelectionRole): boolean =>
  role === 'chair' || role === 'member' || role === 'deputy'
