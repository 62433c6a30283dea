import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { decimalOf } from '../../kernel/money.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isAmong, type Rule } from '../../kernel/rule.ts'
import { standingsOf } from '../conflicts/index.ts'
import { type OwnLists, openOwnLists } from '../projects/index.ts'
import { personOf } from '../talk/index.ts'
import { publishHand } from './actions.ts'
import { faultsOf, type Hand, propose, sign, standingTerms, takeInHand } from './deeds.ts'
import type { Fault, StandingIs } from './guards.ts'
import { caseOf, type Head, numberOf, outcomeIn } from './head.ts'
import { ecosystemOf, headById } from './head-queries.ts'
import { peopleToTell } from './news.ts'
import { preparersOf } from './preparer-queries.ts'
import { decisionMachine } from './rules.ts'
import { handles, sightsOf } from './sight.ts'
import { settledTerms, sumsOf, type Terms } from './terms.ts'

export const manyEvents = ['propose', 'select', 'decide', 'publish'] as const
export type ManyEvent = (typeof manyEvents)[number]

const input = z.object({
  event: z.enum(manyEvents),
  decisions: z.array(z.uuid()).min(1).max(200).describe('Ids of the decisions, or of their applications.'),
  grounds: z.string().max(10_000).default('').describe('The same for all; empty: those that stand.'),
  starts: z.iso.date().nullable().default(null).describe('Of proposals: when the projects begin.'),
  ends: z.iso.date().nullable().default(null),
})
type Asked = z.output<typeof input>

export type Row = {
  decision: string
  number: string
  title: string
  /** What it would become, or became. */
  outcome: Terms['outcome'] | null
  grant: string | null
  faults: readonly Fault['is'][]
}

const allow: Rule<Asked, Context> = {
  who: ['preparer', 'coordinator', 'city-decider', 'council-officer'],
  in: (ctx, { decisions }) => ecosystemOf(ctx.db, decisions[0]!),
}

/** What a row is done with: a proposal follows the assessment and what was asked, a half what stands before it. */
function termsFor(head: Head, { event, grounds, starts, ends }: Asked): Terms | null {
  if (event === 'publish') return null
  if (event !== 'propose') {
    const standing = standingTerms(head)
    return standing && { ...standing, ...(grounds.trim() && { grounds }) }
  }
  const outcome = outcomeIn(head).is === 'passed' ? 'yes' : 'no'
  return settledTerms({
    outcome,
    grounds,
    conditions: '',
    costModel: null,
    starts,
    ends,
    byPartner: head.partners.map((p) => ({ row: p.row, cost: p.cost ?? '0', grant: p.grant ?? '0' })),
  })
}

function faultsIn(ctx: Pick<Context, 'actor'>, hand: Pick<Hand, 'head' | 'on' | 'signer'>, asked: Asked) {
  const { head } = hand
  const terms = termsFor(head, asked)
  const { by } = decisionMachine.events[asked.event]
  if (!isAmong(by, ctx.actor, head.ecosystem.id)) return { terms, faults: ['not-yours'] as Fault['is'][] }
  if (asked.event !== 'publish' && !terms) return { terms, faults: ['wrong-state'] as Fault['is'][] }
  const faults = faultsOf(hand as Hand, asked.event, terms ?? undefined).map((f) => f.is)
  return { terms, faults: [...new Set(faults)] }
}

const rowOf = (head: Head, terms: Terms | null, faults: Row['faults']): Row => ({
  decision: head.application,
  number: numberOf(head),
  title: head.title,
  outcome: terms?.outcome ?? null,
  grant: terms?.outcome === 'yes' ? decimalOf(sumsOf(terms).grant) : null,
  faults,
})

export const checkMany = query({
  name: 'decision.check-many',
  summary: {
    fi: 'Mitä usean asian toimi muuttaisi ja kenelle siitä kerrottaisiin',
    sv: 'Vad en åtgärd för flera ärenden skulle ändra och vem som skulle underrättas',
    en: 'What doing something to many decisions would change, and who would be told',
  },
  route: { method: 'POST', path: '/decisions/check' },
  input,
  output: z.object({ rows: z.array(z.custom<Row>()), told: z.array(z.string()) }),
  allow,
  run: async (ctx, asked) => {
    const person = personOf(ctx)
    const found = await Promise.all(asked.decisions.map((id) => headById(ctx.db, id)))
    const heads = found.filter((h) => h !== undefined)
    const sights = await sightsOf(ctx, heads)
    const seen = heads.filter((h) => sights(h) === 'whole')
    const ids = seen.map((h) => h.application)
    const preparers = await preparersOf(ctx.db, ids)
    const all = heads.map((h) => h.application)
    const standings = await standingsOf(ctx.db, [person.id], all, ctx.now)
    const act = actOf(asked.event)
    const rows = seen.map((head) => {
      const { is: standing } = standings.of(person.id, head.application, act)
      const on = caseOf(head, preparers.get(head.application)!)
      const { terms, faults } = faultsIn(ctx, { head, on, signer: { person: person.id, standing } }, asked)
      return rowOf(head, terms, faults)
    })
    const closed = heads
      .filter((h) => sights(h) !== 'whole' && handles(ctx.actor, h.ecosystem.id))
      .map((head) => rowOf(head, null, [closedBy(standings.of(person.id, head.application, 'propose').is)]))
    const told = new Set<string>()
    for (const head of seen)
      for (const { actor } of await peopleToTell(ctx, asked.event, head))
        if (actor.id !== person.id) told.add(actor.name)
    return { rows: [...rows, ...closed], told: [...told].sort() }
  },
})

/** What is not free to read is not free to act on. */
const closedBy = (is: StandingIs): Fault['is'] => (is === 'free' ? 'not-yours' : is)

const actOf = (event: ManyEvent) => (event === 'select' || event === 'decide' ? 'decide' : 'propose')

/** Does what can be done, row by row; what cannot is told with its reason, and stays as it was. */
export const doMany = command({
  name: 'decision.do-many',
  summary: {
    fi: 'Esitä, valitse, päätä tai julkaise monta kerralla; se, mitä ei voi, kerrotaan syineen',
    sv: 'Föreslå, välj, besluta eller publicera flera på en gång; det som inte går sägs med orsak',
    en: 'Propose, select, decide or publish many at once; what cannot be is told with its reason',
  },
  route: { method: 'POST', path: '/decisions/many' },
  input,
  output: z.object({ done: z.array(z.custom<Row>()), left: z.array(z.custom<Row>()) }),
  allow,
  run: async (ctx, asked) => {
    const done: Row[] = []
    const left: Row[] = []
    const lists = openOwnLists(ctx.db, ctx.now)
    // In one order, so that two who do the same at once wait for each other and never cross.
    for (const id of [...new Set(asked.decisions)].sort()) {
      const hand = await takeInHand(ctx, id, actOf(asked.event)).catch(ignoreMissing)
      if (!hand) continue
      const { terms, faults } = faultsIn(ctx, hand, asked)
      const row = rowOf(hand.head, terms, faults)
      if (faults.length > 0) left.push(row)
      else {
        await doOne(ctx, hand, asked.event, terms, lists)
        done.push(row)
      }
    }
    await lists.end()
    return { done, left }
  },
})

const ignoreMissing = (error: unknown) => {
  if (error instanceof Refusal && error.kind === 'missing') return undefined
  throw error
}

async function doOne(
  ctx: Context<Tx>,
  hand: Hand,
  event: ManyEvent,
  terms: Terms | null,
  lists: OwnLists,
): Promise<unknown> {
  if (event === 'publish') return publishHand(ctx, hand, lists)
  if (event === 'propose') return propose(ctx, hand, terms!)
  return sign(ctx, hand, event === 'select' ? 'selection' : 'legal', terms!, null)
}
