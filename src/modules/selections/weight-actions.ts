import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { personOf } from '../talk/index.ts'
import { inIt, inItBy, placeIn, runsIt } from './access.ts'
import { did, done, inHand, inHandBy, mustBeFree, seatOf } from './deeds.ts'
import { no } from './fault-text.ts'
import { idsOf, statementsOf } from './queries.ts'
import { votes } from './rules.ts'
import {
  decimal,
  type SelectionSettings,
  takesPlaceOf,
  type WeightStatementSaid,
  weightStatement,
} from './settings.ts'
import { singledOutBy } from './singled-out.ts'
import { insertStatement, withdrawStatement, writeSelection } from './write-queries.ts'

/** Until it is closed; before it is open, only who prepares it speaks for it. */
const before = ['preparing', 'called', 'open'] as const
const one = { selection: z.uuid() }

export const sayWeights = command({
  name: 'selection.say',
  summary: {
    fi: 'Sano valintaperusteiden painoista: kokouksen puolesta tai omasta puolesta',
    sv: 'Säg om urvalskriteriernas vikter: för mötet eller för egen del',
    en: 'Say something of the weights of criteria, for the meeting or for oneself',
  },
  route: { method: 'POST', path: '/selections/{selection}/statements' },
  input: z.object({
    ...one,
    whose: z.enum(['meeting', 'own']),
    said: weightStatement,
    reason: z.string().max(2_000).default(''),
  }),
  output: done.extend({ id: z.string() }),
  allow: inIt,
  run: async (ctx, { selection, whose, said, reason }) => {
    const person = personOf(ctx)
    const head = await inHand(ctx, selection, whose === 'own' ? ['open'] : before)
    if (whose === 'meeting' && !(await placeIn(ctx, selection)).runs) throw no('not-yours', 'forbidden')
    if (whose === 'own' && !votes((await seatOf(ctx, head)).role)) throw no('no-vote', 'forbidden')
    mustFit(said, head.settings)
    const id = newId(ctx.now.getTime())
    const mine = whose === 'own' ? person.id : null
    for (const before of await statementsOf(ctx.db, selection))
      if (before.person === mine && takesPlaceOf(said, before.said)) {
        await withdrawStatement(ctx.db, before.id, person.id, ctx.now)
        await did(ctx, head, 'unsay', { statement: before.id })
      }
    await insertStatement(ctx.db, {
      id,
      selection,
      person: mine,
      said,
      reason: reason.trim(),
      by: person.id,
      at: ctx.now,
    })
    return { id, ...(await did(ctx, head, 'say', { statement: id, whose, said })) }
  },
})

/** Refuses what names no criterion of the meeting, bounds nothing, or bounds a share outside nought to one. */
function mustFit(said: WeightStatementSaid, { criteria }: SelectionSettings): void {
  const named =
    said.kind === 'rank' ? said.order : said.kind === 'bounds' ? [said.criterion] : [said.a, said.b]
  const known = new Set(criteria.map((c) => c.id))
  if (named.some((id) => !known.has(id)) || new Set(named).size < named.length)
    throw no('unknown-criterion', 'invalid', { field: 'said' })
  if (said.kind !== 'bounds' && said.kind !== 'ratio') return
  const bounds = [said.min, said.max].filter((b) => b !== undefined).map(Number)
  if (bounds.length === 0) throw no('no-bound', 'invalid', { field: 'said' })
  const most = said.kind === 'bounds' ? 1 : Number.POSITIVE_INFINITY
  if (bounds.some((b) => b < 0 || b > most) || bounds[0]! > (bounds[1] ?? most))
    throw no('bad-share', 'invalid', { field: 'said' })
}

export const unsayWeights = command({
  name: 'selection.unsay',
  summary: {
    fi: 'Peru se, mitä painoista on sanottu',
    sv: 'Ta tillbaka vad som sagts om vikterna',
    en: 'Take back what was said of the weights',
  },
  route: { method: 'DELETE', path: '/selections/statements/{statement}' },
  input: z.object({ statement: z.uuid() }),
  output: done,
  allow: inItBy('statement'),
  run: async (ctx, { statement }) => {
    const person = personOf(ctx)
    const head = await inHandBy(ctx, 'statement', statement, before)
    const known = (await statementsOf(ctx.db, head.id)).find((s) => s.id === statement)
    if (!known) throw no('no-part', 'missing')
    const mine = known.person === person.id && head.state === 'open'
    const ours = known.person === null && (await placeIn(ctx, head.id)).runs
    if (!mine && !ours) throw no('not-yours', 'forbidden')
    await withdrawStatement(ctx.db, statement, person.id, ctx.now)
    return did(ctx, head, 'unsay', { statement })
  },
})

export const setLimit = command({
  name: 'selection.limit',
  summary: {
    fi: 'Muuta valintakokouksen budjettia',
    sv: 'Ändra urvalsmötets budget',
    en: 'Change a budget of a selection meeting',
  },
  route: { method: 'POST', path: '/selections/{selection}/limits' },
  input: z.object({ ...one, budget: z.string(), limit: decimal }),
  output: done,
  allow: runsIt,
  run: async (ctx, { selection, budget, limit }) => {
    personOf(ctx)
    const head = await inHand(ctx, selection, before)
    const { settings } = head
    if (!settings.budgets.some((b) => b.id === budget)) throw no('unknown-budget', 'invalid')
    const budgets = settings.budgets.map((b) => (b.id === budget ? { ...b, limit } : b))
    await writeSelection(ctx.db, selection, { settings: JSON.stringify({ ...settings, budgets }) })
    return did(ctx, head, 'limit', { budget, limit })
  },
})

export const switchRule = command({
  name: 'selection.rule',
  summary: {
    fi: 'Ota sääntö tai synergia käyttöön tai pois käytöstä',
    sv: 'Ta en regel eller en synergi i bruk eller ur bruk',
    en: 'Take a rule or a synergy into use or out of it',
  },
  route: { method: 'POST', path: '/selections/{selection}/rules/{rule}' },
  input: z.object({ ...one, rule: z.string(), off: z.boolean() }),
  output: done,
  allow: runsIt,
  run: async (ctx, { selection, rule, off }) => {
    personOf(ctx)
    const head = await inHand(ctx, selection, before)
    const { settings } = head
    const codes = singledOutBy(settings, rule)
    if (!codes) throw no('unknown-rule', 'invalid')
    await mustBeFree(ctx, head, await idsOf(ctx.db, head.id, codes))
    const turned = <T extends { id: string; off: boolean }>(list: readonly T[]): T[] =>
      list.map((r) => (r.id === rule ? { ...r, off } : r))
    const to = { ...settings, rules: turned(settings.rules), synergies: turned(settings.synergies) }
    await writeSelection(ctx.db, selection, { settings: JSON.stringify(to) })
    return did(ctx, head, 'rule', { rule, off })
  },
})
