import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { Rule } from '../../kernel/rule.ts'
import type { Names } from '../../kernel/text.ts'
import { personOf } from '../talk/index.ts'
import { isMovable, moved, placeForNew } from './agenda.ts'
import { moveItem, orderItems, removeItem } from './agenda-queries.ts'
import { itemOf, no, openOne } from './meeting-deeds.ts'
import { insertItem, type Meeting, meetingPlace, signedIn, waitingFor } from './meeting-queries.ts'
import { meetingMachine } from './meeting-rules.ts'

const one = { meeting: z.uuid() }
const kept: Rule<{ meeting: string }, Context> = {
  who: meetingMachine.events.call.by,
  in: (ctx, { meeting }) => meetingPlace(ctx.db, meeting),
}
const done = z.object({ path: z.string() })
/** Until the meeting begins, its agenda is a plan. */
const before: readonly Meeting['state'][] = ['planned', 'called']

const told = (ctx: Context<Tx>, meeting: Meeting, after: object) => {
  ctx.changed({
    kind: 'meeting',
    id: meeting.id,
    before: null,
    after: { ...after, ecosystem: meeting.ecosystem },
  })
  return { path: `/meetings/${meeting.id}` }
}

async function putItem(
  ctx: Context<Tx>,
  meeting: Meeting,
  what: { decision: string | null; title: Names | null },
): Promise<string> {
  const id = newId(ctx.now.getTime())
  await insertItem(ctx.db, meeting.id, { id, position: meeting.items.length + 1, ...what })
  const ids = meeting.items.map((i) => i.id)
  await orderItems(ctx.db, ids.toSpliced(placeForNew(meeting.items), 0, id))
  return id
}

/** Puts what has just been proposed on the agenda of a meeting that has not begun; once, however often it is proposed. */
export async function putOnAgenda(ctx: Context<Tx>, id: string, decision: string, place: string) {
  const meeting = await openOne(ctx, id, before)
  if (meeting.part !== 'selection' || meeting.ecosystem !== place) throw no('no-meeting')
  if (meeting.items.some((i) => i.decision === decision && !i.moved)) return
  const item = await putItem(ctx, meeting, { decision, title: null })
  told(ctx, meeting, { item, added: true })
}

export const addItem = command({
  name: 'meeting.add-item',
  summary: {
    fi: 'Lisää asia kokouksen esityslistalle',
    sv: 'Lägg till ett ärende på mötets föredragningslista',
    en: 'Add a matter to the agenda of a meeting',
  },
  route: { method: 'POST', path: '/meetings/{meeting}/agenda' },
  input: z.object({
    ...one,
    decision: z.uuid().nullable().default(null).describe('A decision that waits for such a meeting.'),
    title: z.string().max(300).default('').describe('Of a matter that is no decision.'),
  }),
  output: done,
  allow: kept,
  run: async (ctx, { meeting: id, decision, title }) => {
    const meeting = await openOne(ctx, id, before)
    const name = title.trim()
    if (!decision && name === '') throw no('no-item', 'invalid', 'title')
    if (decision) {
      const waiting = await waitingFor(ctx.db, meeting.ecosystem, meeting.part)
      if (!waiting.some((w) => w.decision === decision)) throw no('not-waiting')
    }
    const item = await putItem(ctx, meeting, { decision, title: decision ? null : { fi: name } })
    return told(ctx, meeting, { item, added: true })
  },
})

export const arrangeItem = command({
  name: 'meeting.arrange',
  summary: {
    fi: 'Siirrä esityslistan kohtaa tai poista se',
    sv: 'Flytta en punkt på föredragningslistan eller ta bort den',
    en: 'Move an item of the agenda, or take it off',
  },
  route: { method: 'POST', path: '/meetings/{meeting}/agenda/{item}' },
  input: z.object({ ...one, item: z.uuid(), to: z.enum(['up', 'down', 'off']) }),
  output: done,
  allow: kept,
  run: async (ctx, { meeting: id, item: itemId, to }) => {
    const meeting = await openOne(ctx, id, before)
    const item = itemOf(meeting, itemId)
    if (!isMovable(item)) throw no('not-movable')
    if (to === 'off') {
      await removeItem(ctx.db, itemId)
      await orderItems(
        ctx.db,
        meeting.items.flatMap((i) => (i.id === itemId ? [] : [i.id])),
      )
    } else await orderItems(ctx.db, moved(meeting.items, itemId, to))
    return told(ctx, meeting, { item: itemId, moved: to })
  },
})

export const postponeItem = command({
  name: 'meeting.postpone',
  summary: {
    fi: 'Siirrä asia toiseen kokoukseen; pöytäkirja kertoo sen',
    sv: 'Bordlägg ett ärende till ett annat möte; protokollet säger det',
    en: 'Leave a matter for another meeting; the minutes say so',
  },
  route: { method: 'POST', path: '/meetings/{meeting}/items/{item}/postponement' },
  input: z.object({
    ...one,
    item: z.uuid(),
    to: z.uuid().nullable().default(null).describe('Which meeting; when empty, one that is not known yet.'),
  }),
  output: done,
  allow: kept,
  run: async (ctx, { meeting: id, item: itemId, to }) => {
    personOf(ctx)
    // In one order of the two meetings, whoever postpones where.
    const [first, second] = [id, ...(to ? [to] : [])].sort()
    const states = (m: string) => (m === id ? (['open'] as const) : before)
    const locked = [await openOne(ctx, first!, states(first!))]
    if (second) locked.push(await openOne(ctx, second, states(second)))
    const meeting = locked.find((m) => m.id === id)!
    const next = locked.find((m) => m.id === to)
    const item = itemOf(meeting, itemId)
    if (!item.decision || item.moved) throw no('not-movable')
    if ((await signedIn(ctx.db, id)).some((s) => s.decision === item.decision)) throw no('decided-here')
    if (next && (next.part !== meeting.part || next.ecosystem !== meeting.ecosystem)) throw no('no-meeting')
    await moveItem(ctx.db, itemId, to, ctx.now)
    if (next && !next.items.some((i) => i.decision === item.decision))
      await putItem(ctx, next, { decision: item.decision, title: null })
    return told(ctx, meeting, { item: itemId, postponed: to ?? true })
  },
})
