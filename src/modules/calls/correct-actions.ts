import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { type Names, pick } from '../../kernel/text.ts'
import { planWith, typedFields } from './actions.ts'
import { beyondOf } from './beyond.ts'
import { type Call, callPath, type Plan } from './call.ts'
import { planTheClock } from './clock.ts'
import { differencesOf } from './differences.ts'
import { complaint } from './error-text.ts'
import { refusalOf } from './lack-text.ts'
import { lacksOf } from './lacks.ts'
import { freedomOf, parts } from './parts.ts'
import { writePlan } from './queries.ts'
import { reasonFor, reasonIn } from './reason.ts'
import { heldCall, note, one, preparing } from './seen.ts'
import { tellCorrection } from './telling.ts'

/**
 * Writes a plan that differs from the published one, keeps what differs with its reason for everybody to read, and
 * tells those who have an application. `call` is in the state that it is to have.
 */
export async function correct(
  ctx: Context<Tx>,
  call: Call,
  plan: Plan,
  reason: Names,
  as: { event: 'correct' | 'extend'; from: Call['state'] },
): Promise<{ call: Call; told: number }> {
  const fields = differencesOf(call, plan)
  if (fields.length === 0) throw new Refusal('conflict', 'call.unchanged', [complaint('unchanged')])
  const lacks = lacksOf(plan, await beyondOf(ctx.db, plan))
  if (lacks.length > 0) throw refusalOf(lacks)
  await writePlan(ctx.db, call, plan, ctx.now)
  const about = newId(ctx.now.getTime())
  const told = await tellCorrection(ctx, call, about, pick(reason, ctx.language)?.text ?? '')
  await note(ctx, call, { ...as, to: call.state, change: { fields, told }, reason })
  ctx.changed({
    kind: 'call',
    id: call.id,
    before: Object.fromEntries(fields.map((d) => [d.field, d.before])),
    after: { ...Object.fromEntries(fields.map((d) => [d.field, d.after])), reason },
  })
  return { call: { ...call, ...plan, title: plan.settings.title }, told }
}

export const correctCall = command({
  name: 'call.correct',
  summary: {
    fi: 'Julkaise korjaus avattuun hakuun: mitä muuttui ja miksi; hakemusta tekeville kerrotaan',
    sv: 'Publicera en rättelse av en öppnad utlysning: vad som ändrades och varför; de som har en ansökan meddelas',
    en: 'Publish a correction of a call that has opened: what changed and why; those with an application are told',
  },
  route: { method: 'POST', path: '/calls/{call}/corrections' },
  input: z.object({ ...one, part: z.enum(parts), fields: typedFields, reason: reasonIn }),
  output: z.object({ path: z.string(), told: z.int().describe('How many were told.') }),
  allow: preparing,
  run: async (ctx, { part, fields, reason: given, ...input }) => {
    const call = await heldCall(ctx, input.call)
    if (freedomOf(call.state, part) !== 'corrected')
      throw new Refusal('conflict', 'call.not-corrected', [
        complaint(call.state === 'planned' ? 'wrongState' : 'frozen'),
      ])
    const typed = planWith(call, part, fields)
    refuseMovedPast(ctx.now, call, typed)
    const plan = { ...typed, opensAt: call.opensAt }
    const reason = reasonFor(call, given)
    const { call: corrected, told } = await correct(ctx, call, plan, reason, {
      event: 'correct',
      from: call.state,
    })
    await bumpRevision(ctx.db)
    await planTheClock(ctx, corrected)
    return { path: callPath(call), told }
  },
})

/** A period that runs is not begun again, and no deadline is moved to a time that is over. */
function refuseMovedPast(now: Date, before: Call, after: Plan): void {
  const moved = (a: Date | null, b: Date | null) => a?.getTime() !== b?.getTime()
  if (before.settings.twoSteps !== after.settings.twoSteps)
    throw new Refusal('invalid', 'call.steps', [complaint('steps', 'steps')])
  if (before.opensAt && !sameMinute(before.opensAt, after.opensAt))
    throw new Refusal('invalid', 'call.steps', [complaint('steps', 'opensDay')])
  for (const [field, was, is] of [
    ['closesDay', before.closesAt, after.closesAt],
    ['fullClosesDay', before.fullClosesAt, after.fullClosesAt],
  ] as const)
    if (moved(was, is) && (!is || is <= now))
      throw new Refusal('invalid', 'call.past', [complaint('past', field)])
}

/** A form holds minutes; a call opened by hand may have opened at any second of one. */
const sameMinute = (a: Date, b: Date | null): boolean =>
  b !== null && Math.floor(a.getTime() / 60_000) === Math.floor(b.getTime() / 60_000)
