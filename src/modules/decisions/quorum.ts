import type { Attendee, Meeting } from './meeting-queries.ts'
import { decides } from './meeting-rules.ts'

/** How many deciders a meeting needs: the organ's own number, else more than half of its members. */
export const neededIn = ({ quorum, attendees }: Pick<Meeting, 'quorum' | 'attendees'>): number =>
  quorum ?? Math.floor(membersOf(attendees).length / 2) + 1

export const membersOf = (attendees: readonly Attendee[]): Attendee[] =>
  attendees.filter((a) => a.role === 'member')

export const isPresent = (a: Attendee): boolean => a.came !== null && a.left === null

/** Whether somebody was there at a moment; of somebody who came again, since they came last. */
export const wasPresent = (a: Attendee, at: Date): boolean =>
  a.came !== null && new Date(a.came) <= at && (a.left === null || new Date(a.left) > at)

/**
 * How many of those present decide: members and the deputies in their place, without those who stand aside. There are
 * never more than there are members, however many deputies came.
 */
export function decidersAmong(
  present: readonly Attendee[],
  attendees: readonly Attendee[],
  aside: ReadonlySet<string> = new Set(),
): number {
  const here = present.filter((a) => decides(a.role) && !aside.has(a.person)).length
  return Math.min(here, membersOf(attendees).length)
}

/** Whether enough deciders are there now, for all or, with those who stand aside from one item, for it. */
export const hasQuorum = (
  meeting: Pick<Meeting, 'quorum' | 'attendees'>,
  aside: ReadonlySet<string> = new Set(),
): boolean =>
  decidersAmong(meeting.attendees.filter(isPresent), meeting.attendees, aside) >= neededIn(meeting)

/** Who stands aside from an item. */
export const asideFrom = (meeting: Pick<Meeting, 'recusals'>, item: string): ReadonlySet<string> =>
  new Set(meeting.recusals.filter((r) => r.item === item).map((r) => r.person))
