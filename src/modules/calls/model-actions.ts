import { z } from 'zod'
import type { CostModel } from '../../engine/budget/index.ts'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inEach } from '../../kernel/text.ts'
import { holds } from '../people/index.ts'
import { keepPlan, typedFields } from './actions.ts'
import { type Call, callPath } from './call.ts'
import { complaint } from './error-text.ts'
import { modelText } from './model-text.ts'
import { readModel } from './own-model.ts'
import { settled } from './parts/reading.ts'
import { freedomOf } from './parts.ts'
import { heldCall, one, preparing } from './seen.ts'

const model = z
  .string()
  .regex(/^own-\d{1,3}$/)
  .describe('Code of the model; none where a new one is made.')

/** The call while its own cost models may still be changed: a model stands still once somebody may budget by it. */
async function heldBefore(ctx: Context<Tx>, code: string): Promise<Call> {
  const call = await heldCall(ctx, code)
  if (freedomOf(call.state, 'costs') !== 'free')
    throw new Refusal('conflict', 'call.model-frozen', [complaint('frozen')])
  if (call.announcedAt && ctx.actor.kind === 'person' && !holds(ctx.actor, ['coordinator'], call.ecosystem))
    throw new Refusal('conflict', 'call.announced', [complaint('announced')])
  return call
}

const nextCode = (had: readonly { code: string }[]): string => {
  let n = 1
  while (had.some(({ code }) => code === `own-${n}`)) n++
  return `own-${n}`
}

export const keepModel = command({
  name: 'call.keep-cost-model',
  summary: {
    fi: 'Tee haulle oma kustannusmalli tai muuta sitä ennen haun avaamista',
    sv: 'Gör en egen kostnadsmodell för utlysningen eller ändra den innan utlysningen öppnas',
    en: 'Make a cost model of the call’s own, or change one before the call opens',
  },
  route: { method: 'PUT', path: '/calls/{call}/cost-models' },
  input: z.object({ ...one, model: model.optional(), fields: typedFields }),
  output: z.object({ path: z.string(), code: z.string() }),
  allow: preparing,
  run: async (ctx, { fields, ...input }) => {
    const call = await heldBefore(ctx, input.call)
    const { settings } = call
    if (input.model && !settings.ownModels.some(({ code }) => code === input.model))
      throw new Refusal('missing', 'call.no-model', [complaint('noModel')])
    const code = input.model ?? nextCode([...settings.ownModels, ...settings.costModels])
    const read = readModel(fields, { code, source: call.code, needed: settings.languages })
    if (read.wrong)
      throw new Refusal(
        'invalid',
        'call.model',
        read.wrong.map(({ field, what }) => ({ field, text: inEach((l) => modelText[l].wrong[what]) })),
      )
    const put = <T extends { code: string }>(list: readonly T[]): (T | CostModel)[] =>
      list.map((m) => (m.code === code ? read.model : m))
    // A new model is allowed at once: that is what it was made for.
    const change = input.model
      ? { ownModels: put(settings.ownModels), costModels: put(settings.costModels) }
      : {
          ownModels: [...settings.ownModels, read.model],
          costModels: [...settings.costModels, read.model],
        }
    await keepPlan(ctx, call, settled(call, change))
    return { path: `${callPath(call)}/setup/costs`, code }
  },
})

export const dropModel = command({
  name: 'call.drop-cost-model',
  summary: {
    fi: 'Poista haun oma kustannusmalli ennen haun avaamista',
    sv: 'Ta bort utlysningens egen kostnadsmodell innan utlysningen öppnas',
    en: 'Remove a cost model of the call’s own before the call opens',
  },
  route: { method: 'DELETE', path: '/calls/{call}/cost-models/{model}' },
  input: z.object({ ...one, model }),
  output: z.object({ path: z.string() }),
  allow: preparing,
  run: async (ctx, input) => {
    const call = await heldBefore(ctx, input.call)
    const left = <T extends { code: string }>(list: readonly T[]) =>
      list.filter((m) => m.code !== input.model)
    const { ownModels, costModels, rates } = call.settings
    if (left(ownModels).length === ownModels.length)
      throw new Refusal('missing', 'call.no-model', [complaint('noModel')])
    const change = {
      ownModels: left(ownModels),
      costModels: left(costModels),
      rates: rates.filter((r) => r.costModel !== input.model),
    }
    await keepPlan(ctx, call, settled(call, change))
    return { path: `${callPath(call)}/setup/costs` }
  },
})
