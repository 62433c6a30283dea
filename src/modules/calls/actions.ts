import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayIn } from '../../kernel/time.ts'
import { holds } from '../people/index.ts'
import { beyondOf } from './beyond.ts'
import { type Call, callPath, type Plan } from './call.ts'
import { planTheClock } from './clock.ts'
import { differencesOf } from './differences.ts'
import { complaint } from './error-text.ts'
import { refusalOf } from './lack-text.ts'
import { lacksOf } from './lacks.ts'
import { readPart } from './parts/part-forms.ts'
import { freedomOf, type Part, parts } from './parts.ts'
import { codesLike, ecosystemKeyOf, insertCall, writePlan } from './queries.ts'
import { heldCall, one, preparers, preparing, seenCall } from './seen.ts'
import { emptySettings } from './settings.ts'

const reserved = new Set(['new', 'feed', 'public', 'export'])

/** The code that is asked for when it is free, or the next one of the ecosystem and year. */
async function codeFor(ctx: Context<Tx>, ecosystem: string, asked: string): Promise<string> {
  if (asked !== '') {
    if (!/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/.test(asked) || reserved.has(asked))
      throw new Refusal('invalid', 'call.code', [complaint('badCode', 'code')])
    if ((await codesLike(ctx.db, asked)).includes(asked))
      throw new Refusal('conflict', 'call.code-taken', [complaint('codeTaken', 'code')])
    return asked
  }
  const key = await ecosystemKeyOf(ctx.db, ecosystem)
  if (!key) throw new Refusal('missing', 'call.no-ecosystem', [complaint('missing')])
  const start = `${key}-${dayIn(ctx.now).slice(0, 4)}-`
  const taken = new Set(await codesLike(ctx.db, start))
  let n = 1
  while (taken.has(`${start}${n}`)) n++
  return `${start}${n}`
}

const code = z
  .string()
  .trim()
  .max(60)
  .default('')
  .describe('Code in addresses and application numbers; made of the ecosystem and the year when not given.')
const title = z
  .object({
    fi: z.string().trim().max(200).default(''),
    sv: z.string().trim().max(200).default(''),
    en: z.string().trim().max(200).default(''),
  })
  .describe('What the call is called; at least one language.')
const made = z.object({ id: z.string(), code: z.string(), path: z.string() })

async function make(
  ctx: Context<Tx>,
  call: { ecosystem: string; exercise: boolean; copiedFrom: string | null; plan: Plan; code: string },
) {
  const id = newId(ctx.now.getTime())
  const settledCode = await codeFor(ctx, call.ecosystem, call.code)
  const person = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const { ecosystem, exercise, copiedFrom, plan } = call
  await insertCall(ctx.db, {
    ...plan,
    id,
    code: settledCode,
    ecosystem,
    exercise,
    copiedFrom,
    person,
    createdAt: ctx.now,
  })
  ctx.changed({
    kind: 'call',
    id,
    before: null,
    after: { code: settledCode, title: plan.settings.title, ecosystem, exercise },
  })
  return { id, code: settledCode, path: `${callPath({ code: settledCode })}/setup` }
}

export const addCall = command({
  name: 'call.add',
  summary: {
    fi: 'Aloita uuden haun valmistelu ekosysteemissä',
    sv: 'Börja bereda en ny utlysning i ett ekosystem',
    en: 'Begin to prepare a new call of an ecosystem',
  },
  route: { method: 'POST', path: '/calls' },
  input: z.object({
    ecosystem: z.uuid(),
    title,
    code,
    exercise: z.boolean().default(false).describe('Made up, for practice: said on every page of it.'),
  }),
  output: made,
  allow: { ...preparers, in: (_ctx, input) => input.ecosystem },
  run: async (ctx, { ecosystem, exercise, ...input }) => {
    const named = Object.fromEntries(Object.entries(input.title).filter(([, text]) => text !== ''))
    if (Object.keys(named).length === 0)
      throw new Refusal('invalid', 'call.no-title', [complaint('noTitle', 'title.fi')])
    const plan: Plan = {
      settings: { ...emptySettings, title: named },
      opensAt: null,
      closesAt: null,
      fullClosesAt: null,
      forms: {},
    }
    return make(ctx, { ecosystem, exercise, copiedFrom: null, plan, code: input.code })
  },
})

export const copyCall = command({
  name: 'call.copy',
  summary: {
    fi: 'Aloita uuden haun valmistelu aiemman pohjalta; hakuaika ja aikataulu jäävät tyhjiksi',
    sv: 'Börja bereda en ny utlysning utifrån en tidigare; tiderna lämnas tomma',
    en: 'Begin to prepare a new call from an earlier one; its period and timetable are left empty',
  },
  route: { method: 'POST', path: '/calls/{call}/copy' },
  input: z.object({ ...one, code }),
  output: made,
  allow: preparing,
  run: async (ctx, input) => {
    const { settings, forms, ecosystem, exercise, id } = await seenCall(ctx, input.call)
    const plan: Plan = {
      settings: { ...settings, timetable: [] },
      opensAt: null,
      closesAt: null,
      fullClosesAt: null,
      forms,
    }
    return make(ctx, { ecosystem, exercise, copiedFrom: id, plan, code: input.code })
  },
})

/** What a part's form holds, as it is typed: "5.3.2027", "1 234,50", lists for what is chosen of several. */
export const typedFields = z
  .record(z.string().max(60), z.union([z.string().max(20_000), z.array(z.string().max(200)).max(200)]))
  .describe('The fields of the part as its form has them, such as title.fi, closesDay, money.0.amount.')

/** The plan with the part as it was typed; refuses with every fault at its field. */
export function planWith(call: Call, part: Part, fields: z.output<typeof typedFields>): Plan {
  const read = readPart(part, fields, call)
  if (read.wrong)
    throw new Refusal(
      'invalid',
      `call.${part}`,
      read.wrong.map(({ field, what }) => complaint(what, field)),
    )
  return read.plan
}

export const changeCall = command({
  name: 'call.change',
  summary: {
    fi: 'Muuta valmisteilla olevan haun yhtä osaa',
    sv: 'Ändra en del av en utlysning under beredning',
    en: 'Change one part of a call that is being prepared',
  },
  route: { method: 'PUT', path: '/calls/{call}/parts/{part}' },
  input: z.object({ ...one, part: z.enum(parts), fields: typedFields }),
  output: z.object({ path: z.string() }),
  allow: preparing,
  run: async (ctx, { part, fields, ...input }) => {
    const call = await heldCall(ctx, input.call)
    const freedom = freedomOf(call.state, part)
    if (freedom !== 'free')
      throw new Refusal('conflict', `call.${freedom}`, [
        complaint(freedom === 'frozen' ? 'frozen' : 'asCorrection'),
      ])
    if (call.announcedAt && ctx.actor.kind === 'person' && !holds(ctx.actor, ['coordinator'], call.ecosystem))
      throw new Refusal('conflict', 'call.announced', [complaint('announced')])
    const plan = planWith(call, part, fields)
    await keepPlan(ctx, call, plan)
    return { path: `${callPath(call)}/setup` }
  },
})

/** Writes a plan that holds; one that the public sees may not come to lack anything. */
export async function keepPlan(ctx: Context<Tx>, call: Call, plan: Plan): Promise<void> {
  const differences = differencesOf(call, plan)
  if (differences.length === 0) return
  if (call.state !== 'planned' || call.announcedAt) {
    const lacks = lacksOf(plan, await beyondOf(ctx.db, plan))
    if (lacks.length > 0) throw refusalOf(lacks)
  }
  await writePlan(ctx.db, call, plan, ctx.now)
  ctx.changed({
    kind: 'call',
    id: call.id,
    before: Object.fromEntries(differences.map((d) => [d.field, d.before])),
    after: Object.fromEntries(differences.map((d) => [d.field, d.after])),
  })
  await planTheClock(ctx, { ...call, ...plan })
}
