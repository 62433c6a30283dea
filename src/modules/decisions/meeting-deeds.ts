import type { Point } from '../../engine/conflict/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { standingsOf } from '../conflicts/index.ts'
import type { SaidFault } from './fault-text.ts'
import { complaint } from './fault-text.ts'
import type { Half, Head } from './head.ts'
import { type Attendee, lockMeeting, type Meeting, meetingById, putRecusal } from './meeting-queries.ts'
import { decides } from './meeting-rules.ts'
import { asideFrom, hasQuorum, isPresent, membersOf } from './quorum.ts'

export const no = (
  is: SaidFault,
  kind: 'conflict' | 'missing' | 'invalid' | 'forbidden' = 'conflict',
  field?: string,
) => new Refusal(kind, `meeting.${is}`, [complaint({ is, ...(field && { field }) })])

/**
 * The meeting in which a half is signed: it is open, the matter has been taken up, who signs is present, and everybody
 * present is free of conflict there or has stepped aside for the item. Nobody who prepared it is among who decides, and
 * without those who stand aside there are still as many as the organ needs.
 */
export async function inMeeting(
  ctx: Context<Tx>,
  id: string | null,
  part: Half['part'],
  head: Head,
): Promise<{ id: string; name: string } | null> {
  if (id === null) return null
  const meeting = await lockMeeting(ctx.db, id)
  const fits = meeting?.state === 'open' && meeting.part === part && meeting.ecosystem === head.ecosystem.id
  if (!meeting || !fits) throw no('no-meeting')
  const item = meeting.items.find((i) => i.decision === head.decision)
  if (!item || item.moved) throw no('not-on-agenda')
  if (!item.taken) throw no('not-taken')
  const self = ctx.actor.kind === 'person' ? ctx.actor.id : ''
  const present = meeting.attendees.filter(isPresent)
  const aside = asideFrom(meeting, item.id)
  const seat = present.find((a) => a.person === self && decides(a.role))
  if (!seat) throw no('not-present')
  // A deputy decides in somebody's place alone: of who stands aside, or of a member who is not there.
  const stepsIn = meeting.recusals.some((r) => r.item === item.id && r.deputy === self)
  const full = membersOf(meeting.attendees).every((m) => isPresent(m) && !aside.has(m.person))
  if (seat.role === 'deputy' && !stepsIn && full) throw no('no-deputy', 'forbidden')
  if (aside.has(self)) throw no('barred', 'forbidden')
  const open = await unsettled(ctx, meeting, head.application, aside)
  if (open.length > 0) {
    const names = open.map((a) => a.name).join(', ')
    const { text } = complaint({ is: 'somebody-in-conflict' })
    throw new Refusal('conflict', 'meeting.somebody-in-conflict', [
      { text: { fi: `${text.fi} (${names})`, sv: `${text.sv} (${names})`, en: `${text.en} (${names})` } },
    ])
  }
  if (!hasQuorum(meeting, aside)) throw no('no-quorum')
  return { id: meeting.id, name: `${meeting.part}/${meeting.number}/${meeting.day}` }
}

/** A meeting in hand, in one of these states. */
export async function openOne(
  ctx: Context<Tx>,
  id: string,
  states: readonly Meeting['state'][] = ['open'],
): Promise<Meeting> {
  const meeting = await lockMeeting(ctx.db, id)
  if (!meeting) throw no('no-meeting', 'missing')
  if (!states.includes(meeting.state)) throw no('no-meeting')
  return meeting
}

export const itemOf = (meeting: Meeting, id: string) => {
  const item = meeting.items.find((i) => i.id === id)
  if (!item) throw no('not-on-agenda', 'missing')
  return item
}

/** Those present whose standing is open: who decides must be free, who is heard must not be in a conflict. */
export async function unsettled(
  { db, now }: Pick<Context, 'db' | 'now'>,
  meeting: Meeting,
  application: string,
  aside: ReadonlySet<string>,
): Promise<Attendee[]> {
  const present = meeting.attendees.filter((a) => isPresent(a) && !aside.has(a.person))
  const ids = present.map((a) => a.person)
  const standings = await standingsOf(db, ids, [application], now)
  return present.filter((a) =>
    decides(a.role)
      ? standings.of(a.person, application, 'decide').is !== 'free'
      : standings.of(a.person, application, 'propose').is === 'barred',
  )
}

/** Whoever is barred from an item that is taken up steps aside for it, with the ground that bars them. */
export async function stepAside(ctx: Context<Tx>, meeting: Meeting, item: string, application: string) {
  const present = meeting.attendees.filter(isPresent)
  const standings = await standingsOf(
    ctx.db,
    present.map((a) => a.person),
    [application],
    ctx.now,
  )
  for (const a of present) {
    const standing = standings.of(a.person, application, decides(a.role) ? 'decide' : 'propose')
    if (standing.is !== 'barred') continue
    await putRecusal(ctx.db, {
      id: newId(ctx.now.getTime()),
      meeting: meeting.id,
      item,
      person: a.person,
      ground: (standing.because[0]?.point as Point | undefined) ?? 7,
      words: '',
      deputy: null,
      at: ctx.now,
    })
  }
}

export async function theMeeting(ctx: Context, id: string): Promise<Meeting> {
  const meeting = await meetingById(ctx.db, id)
  if (!meeting) throw no('no-meeting', 'missing')
  return meeting
}
