import type { Machine } from '../../kernel/machine.ts'
import type { Day } from '../../kernel/time.ts'
import type { ChangeState, Content, Item, Step } from './content.ts'

export type ChangeEvent = 'ask' | 'return' | 'approve'

/** The life of a change: a project asks, an office answers; what came back is asked again, mended. */
export const changeMachine: Machine<ChangeState, ChangeEvent> = {
  first: 'asked',
  states: {
    asked: { fi: 'Odottaa ratkaisua', sv: 'Väntar på avgörande', en: 'Waits for an answer' },
    returned: { fi: 'Palautettu', sv: 'Returnerad', en: 'Returned' },
    approved: { fi: 'Hyväksytty', sv: 'Godkänd', en: 'Approved' },
  },
  events: {
    ask: {
      says: { fi: 'Pyydä muutosta', sv: 'Begär ändringen', en: 'Ask for the change' },
      from: ['returned', 'asked'],
      to: 'asked',
      by: ['signed-in', 'system'],
    },
    return: {
      says: { fi: 'Palauta', sv: 'Returnera', en: 'Return' },
      from: ['asked'],
      to: 'returned',
      by: ['coordinator', 'council-officer'],
      reason: true,
    },
    approve: {
      says: { fi: 'Hyväksy muutos', sv: 'Godkänn ändringen', en: 'Approve the change' },
      from: ['asked'],
      to: 'approved',
      by: ['coordinator', 'council-officer'],
    },
  },
}

export const packetKinds = ['followup', 'final'] as const
export type PacketKind = (typeof packetKinds)[number]

export const packetStates = ['open', 'sent', 'returned', 'approved'] as const
export type PacketState = (typeof packetStates)[number]
export type PacketEvent = 'send' | 'return' | 'approve'

/** The life of a packet: what was sent never changes; what is returned is followed by a new version. */
export const packetMachine: Machine<PacketState, PacketEvent> = {
  first: 'open',
  states: {
    open: { fi: 'Kirjoitettavana', sv: 'Under arbete', en: 'Being written' },
    sent: { fi: 'Odottaa hyväksyntää', sv: 'Väntar på godkännande', en: 'Waits for approval' },
    returned: {
      fi: 'Palautettu korjattavaksi',
      sv: 'Returnerad för rättelse',
      en: 'Returned for correction',
    },
    approved: { fi: 'Hyväksytty', sv: 'Godkänd', en: 'Approved' },
  },
  events: {
    send: {
      says: { fi: 'Lähetä hyväksyttäväksi', sv: 'Skicka för godkännande', en: 'Send for approval' },
      from: ['open', 'returned'],
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
  },
}

/** Whether the project may write in a packet in this state. */
export const isWritable = (state: PacketState): boolean => packetMachine.events.send.from.includes(state)

/** What a milestone is on a day: one that is planned for a day that has passed is late. */
export const milestoneOn = (
  { milestone, due }: Content,
  today: Day,
): 'planned' | 'late' | 'reached' | 'dropped' =>
  milestone === 'planned' && due && due < today ? 'late' : (milestone ?? 'planned')

/** What a deliverable is on a day. */
export const deliverableOn = ({ reached, due }: Content, today: Day): 'planned' | 'late' | 'ready' =>
  reached ? 'ready' : due && due < today ? 'late' : 'planned'

export const levels = ['high', 'medium', 'low'] as const
export type Level = (typeof levels)[number]

/** Likelihood times effect in a matrix of five by five (IEC 31010): 15 and over is high, 8 and over medium. */
export function levelOf({ likelihood = '1', effect = '1' }: { likelihood?: Step; effect?: Step }): Level {
  const score = Number(likelihood) * Number(effect)
  return score >= 15 ? 'high' : score >= 8 ? 'medium' : 'low'
}

/** Whether a risk still counts. */
export const isOpen = ({ content }: Item): boolean => content.risk !== 'closed'

const ordered = (items: readonly Item[], rank: (item: Item) => string): Item[] =>
  items.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))

/** Things by their days: what is late first, what is done last. */
export const byDays = (items: readonly Item[], today: Day): Item[] =>
  ordered(items, ({ kind, content }) => {
    const state = kind === 'milestone' ? milestoneOn(content, today) : deliverableOn(content, today)
    const rank = { late: 0, planned: 1, reached: 2, ready: 2, dropped: 3 }[state]
    return `${rank}${content.due ?? '9999'}`
  })

/** Risks that count by their level, the highest first; the closed after them. */
export const byLevel = (items: readonly Item[]): Item[] =>
  ordered(items, (item) => {
    const { likelihood = '1', effect = '1' } = item.content
    return `${isOpen(item) ? 0 : 1}${String(99 - Number(likelihood) * Number(effect)).padStart(2, '0')}`
  })
