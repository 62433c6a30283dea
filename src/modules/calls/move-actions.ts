import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { eventsFrom, stateAfter } from '../../kernel/machine.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { isAmong } from '../../kernel/rule.ts'
import { type Names, pick } from '../../kernel/text.ts'
import { beyondOf } from './beyond.ts'
import { type Call, callPath, type Plan } from './call.ts'
import { planTheClock } from './clock.ts'
import { correct } from './correct-actions.ts'
import { complaint } from './error-text.ts'
import { refusalOf } from './lack-text.ts'
import { lacksOf } from './lacks.ts'
import { formOf, readInstant } from './parts/reading.ts'
import { writePlan, writeState } from './queries.ts'
import { reasonFor, reasonIn } from './reason.ts'
import { type CallEvent, type CallState, callEvents, callMachine } from './rules.ts'
import { heldCall, leading, note, one, placeOfOne } from './seen.ts'
import { lastDeadline } from './taking.ts'
import { tellOpening } from './telling.ts'

/** Whoever causes any event of the state table; which of them may cause which, the table itself says. */
const movers = [...new Set(Object.values(callMachine.events).flatMap((event) => event.by))]

export const moveCall = command({
  name: 'call.move',
  summary: {
    fi: 'Vie haku seuraavaan tilaan: avaa, päätä hakuaika, jatka, aloita arviointi, merkitse päätetyksi, arkistoi',
    sv: 'För utlysningen till nästa läge: öppna, stäng, förläng, inled bedömningen, markera som avgjord, arkivera',
    en: 'Bring a call to its next state: open, close, extend, begin the assessment, mark as decided, archive',
  },
  route: { method: 'POST', path: '/calls/{call}/events/{event}' },
  input: z.object({
    ...one,
    event: z.enum(callEvents),
    reason: reasonIn.prefault({}),
    closesDay: z.string().max(40).default('').describe('Of an extension: the new last day.'),
    closesClock: z.string().max(40).default('').describe('And its time of day in Finland.'),
  }),
  output: z.object({ path: z.string() }),
  allow: {
    who: movers,
    in: placeOfOne,
    only: {
      says: {
        fi: 'ne tehtävät, jotka tilataulu nimeää tapahtumalle',
        sv: 'de uppdrag som tillståndstabellen anger för händelsen',
        en: 'the offices that the state table names for the event',
      },
      check: async (ctx, { call, event }) =>
        isAmong(callMachine.events[event].by, ctx.actor, await placeOfOne(ctx, { call })),
    },
  },
  run: async (ctx, input) => {
    const call = await heldCall(ctx, input.call)
    const to = stateAfter(callMachine, call.state, input.event)
    if (!to) throw new Refusal('conflict', 'call.wrong-state', [complaint('wrongState')])
    const reason = callMachine.events[input.event].reason ? reasonFor(call, input.reason) : null
    const moved = await effects[input.event](
      ctx,
      { ...call, state: to },
      { ...input, from: call.state, reason },
    )
    await writeState(ctx.db, call.id, ctx.now, {
      state: to,
      ...(input.event === 'open' && { opened_at: ctx.now, share: 'public' as const }),
    })
    if (input.event !== 'extend') await note(ctx, call, { event: input.event, to, reason })
    ctx.changed({ kind: 'call', id: call.id, before: { state: call.state }, after: { state: to } })
    await bumpRevision(ctx.db)
    await planTheClock(ctx, moved)
    return { path: `${callPath(call)}/setup` }
  },
})

type Asked = { from: CallState; reason: Names | null; closesDay: string; closesClock: string }
type Effect = (ctx: Context<Tx>, call: Call, asked: Asked) => Promise<Call>

const nothingMore: Effect = (_ctx, call) => Promise.resolve(call)

/** What comes with an event besides the new state. `call` is in its new state already. */
const effects: Readonly<Record<CallEvent, Effect>> = {
  open: async (ctx, call) => {
    const byClock = ctx.actor.kind === 'system'
    if (byClock && !(call.announcedAt && call.opensAt && call.opensAt <= ctx.now))
      throw new Refusal('conflict', 'call.not-yet', [complaint('notYet')])
    const plan: Plan = { ...call, opensAt: byClock ? call.opensAt : ctx.now }
    const lacks = lacksOf(plan, await beyondOf(ctx.db, plan))
    if (lacks.length > 0) throw refusalOf(lacks)
    if (call.closesAt! <= ctx.now)
      throw new Refusal('conflict', 'call.closed-already', [complaint('closedAlready')])
    await writePlan(ctx.db, call, plan, ctx.now)
    const opened: Call = { ...call, opensAt: plan.opensAt, openedAt: ctx.now, share: 'public' }
    await tellOpening(ctx, opened, pick(call.settings.lead, ctx.language)?.text ?? '')
    return opened
  },
  close: async (ctx, call) => {
    const until = lastDeadline(call)
    if (until && until > ctx.now) throw new Refusal('conflict', 'call.still-open', [complaint('stillOpen')])
    return call
  },
  extend: async (ctx, call, asked) => {
    const form = formOf({ closesDay: asked.closesDay, closesClock: asked.closesClock })
    const at = readInstant(form, 'closes')
    if (form.faults.length > 0)
      throw new Refusal(
        'invalid',
        'call.extend',
        form.faults.map(({ field, what }) => complaint(what, field)),
      )
    if (!at) throw new Refusal('invalid', 'call.no-closing', [complaint('noClosing', 'closesDay')])
    const until = lastDeadline(call)
    if (at <= ctx.now || (until && at <= until))
      throw new Refusal('invalid', 'call.closing-past', [complaint('backwards', 'closesDay')])
    const plan: Plan = call.settings.twoSteps ? { ...call, fullClosesAt: at } : { ...call, closesAt: at }
    return (await correct(ctx, call, plan, asked.reason!, { event: 'extend', from: asked.from })).call
  },
  'begin-assessment': nothingMore,
  decide: nothingMore,
  archive: nothingMore,
  'return-to-assessment': nothingMore,
}

export const announceCall = command({
  name: 'call.announce',
  summary: {
    fi: 'Julkaise haku tulevana, jolloin se avautuu alkamisaikanaan, tai ota julkaisu takaisin',
    sv: 'Publicera en kommande utlysning, som då öppnas på utsatt tid, eller ta tillbaka publiceringen',
    en: 'Publish a call as coming, so that it opens at its time; or take that back',
  },
  route: { method: 'POST', path: '/calls/{call}/announcement' },
  input: z.object({ ...one, announced: z.boolean() }),
  output: z.object({ path: z.string() }),
  allow: leading,
  run: async (ctx, { announced, ...input }) => {
    const call = await heldCall(ctx, input.call)
    const path = `${callPath(call)}/setup`
    if (call.state !== 'planned') throw new Refusal('conflict', 'call.wrong-state', [complaint('wrongState')])
    if (announced === (call.announcedAt !== null)) return { path }
    const lacks = announced ? lacksOf(call, await beyondOf(ctx.db, call)) : []
    if (lacks.length > 0) throw refusalOf(lacks)
    const announcedAt = announced ? ctx.now : null
    const share = announced ? ('public' as const) : ('own' as const)
    await writeState(ctx.db, call.id, ctx.now, { announced_at: announcedAt, share })
    await note(ctx, call, { event: announced ? 'announce' : 'take-back', to: 'planned' })
    ctx.changed({ kind: 'call', id: call.id, before: { announced: !announced }, after: { announced } })
    await bumpRevision(ctx.db)
    await planTheClock(ctx, { ...call, announcedAt })
    return { path }
  },
})

/** What the actor could do to the call now, by the state table. */
export const movesFor = (call: Call, actor: Context['actor'], now: Date): CallEvent[] =>
  eventsFrom(callMachine, call.state)
    .filter((event) => isAmong(callMachine.events[event].by, actor, call.ecosystem))
    .filter((event) => event !== 'close' || (lastDeadline(call) ?? now) <= now)
