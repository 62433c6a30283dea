import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { placeIn } from './access.ts'
import { type Place, placeAmong } from './conflicted.ts'
import { no } from './fault-text.ts'
import { type Head, lockHead, type MemberRow, moveOn, type PartKind, selectionOfPart } from './queries.ts'
import type { SelectionState } from './rules.ts'

/** What every command of a meeting answers: the page of the meeting or of its room. */
export const done = z.object({ path: z.string() })

/** A meeting in hand, in one of these states: whoever else changes it waits. */
export async function inHand(
  ctx: Context<Tx>,
  id: string | undefined,
  states: readonly SelectionState[] = ['open'],
): Promise<Head> {
  const head = id && (await lockHead(ctx.db, id))
  if (!head) throw no('missing', 'missing')
  if (!states.includes(head.state)) throw no('wrong-state')
  return head
}

export const inHandBy = async (
  ctx: Context<Tx>,
  kind: PartKind,
  id: string,
  states?: readonly SelectionState[],
): Promise<Head> => inHand(ctx, await selectionOfPart(ctx.db, kind, id), states)

/** Moves the meeting on and tells the audit; `event` and `content` stand in the course of the meeting. */
export async function did(
  ctx: Context<Tx>,
  head: Pick<Head, 'id' | 'ecosystem'>,
  event: string,
  content: object,
): Promise<{ path: string }> {
  const person = ctx.actor.kind === 'person' ? ctx.actor.id : null
  await moveOn(ctx.db, head.id, { id: newId(ctx.now.getTime()), event, content, person, at: ctx.now })
  ctx.changed({
    kind: 'selection',
    id: head.id,
    before: null,
    after: { event, ...content, ecosystem: head.ecosystem.id },
  })
  return { path: `/selections/${head.id}/room` }
}

export const isPresent = ({ came, left }: Pick<MemberRow, 'came' | 'left'>): boolean =>
  came !== null && left === null

/** The actor's seat; refuses who has none. */
export async function seatOf(ctx: Context, head: Head): Promise<MemberRow> {
  const { seat } = await placeIn(ctx, head.id)
  if (!seat) throw no('not-seated', 'forbidden')
  return seat
}

type Aside = 'aside' | 'aside-from-some' | 'aside-in-vote'

/** How the actor stands to the candidates at this moment; undefined for the system. */
async function placeNow(ctx: Context<Tx>, head: Head): Promise<Place | undefined> {
  if (ctx.actor.kind !== 'person') return undefined
  const { seat } = await placeIn(ctx, head.id)
  return placeAmong(ctx.db, head, { person: ctx.actor.id, ...(seat && { role: seat.role }) }, ctx.now)
}

/** Refuses whoever has a conflict of interest in one of the candidates, as the register shows it at this moment. */
export async function mustNotBeAside(
  ctx: Context<Tx>,
  head: Head,
  candidates: readonly string[],
): Promise<void> {
  const place = await placeNow(ctx, head)
  if (place && candidates.some((c) => place.aside.has(c))) throw no('aside', 'forbidden')
}

/** The same, and whoever has not declared: they say first whether they have a conflict. */
export async function mustBeFree(
  ctx: Context<Tx>,
  head: Head,
  candidates: readonly string[],
  is: Aside = 'aside',
): Promise<void> {
  const place = await placeNow(ctx, head)
  if (!place) return
  if (candidates.some((c) => place.aside.has(c))) throw no(is, 'forbidden')
  if (candidates.some((c) => place.undeclared.has(c))) throw no('undeclared', 'forbidden')
}
