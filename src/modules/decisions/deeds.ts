import { pointsText } from '../../engine/assessment/index.ts'
import type { Person } from '../../kernel/actor.ts'
import { hashOfContent } from '../../kernel/canonical.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { stateAfter } from '../../kernel/machine.ts'
import { decimalOf } from '../../kernel/money.ts'
import { personOf } from '../talk/index.ts'
import {
  type Case,
  decisionFaults,
  type Fault,
  proposalFaults,
  type Signer,
  selectionFaults,
} from './guards.ts'
import { caseOf, grantsIn, type Half, type Head, halfOf, numberOf, outcomeIn } from './head.ts'
import { lockHead } from './head-queries.ts'
import { tell } from './news.ts'
import { preparersOf } from './preparer-queries.ts'
import { leaveProject } from './project.ts'
import { refusal } from './rights.ts'
import { type DecisionEvent, decisionMachine } from './rules.ts'
import type { Signed } from './signature.ts'
import { ownStanding } from './standing.ts'
import { settledTerms, sumsOf, type Terms } from './terms.ts'
import { insertDecision, insertEvent, insertPart, updateDecision, voidParts } from './write-queries.ts'

/** A decision in hand: its rows are locked, and what the rules look at has been read after that. */
export type Hand = { head: Head; on: Case; signer: Signer; person: Person }

export async function takeInHand(ctx: Context<Tx>, id: string, act: 'propose' | 'decide'): Promise<Hand> {
  const person = personOf(ctx)
  const head = await lockHead(ctx.db, id)
  if (!head) throw refusalMissing()
  const preparers = (await preparersOf(ctx.db, [head.application])).get(head.application)!
  const standing = await ownStanding(ctx, head.application, act)
  return { head, on: caseOf(head, preparers), signer: { person: person.id, standing }, person }
}

const refusalMissing = () => refusal('missing', [{ is: 'missing' }])

/** Everything in the way of an event; of one that proposes or signs, with these terms. */
export function faultsOf(hand: Hand, event: DecisionEvent, terms: Terms | undefined): Fault[] {
  const { on, signer } = hand
  if (stateAfter(decisionMachine, hand.head.state, event) === undefined) return [{ is: 'wrong-state' }]
  if (event === 'propose') return proposalFaults(on, terms!, signer)
  if (event === 'select') return selectionFaults(on, terms!, signer)
  if (event === 'decide') return decisionFaults(on, terms!, signer)
  return []
}

type Moved = { decision: string; path: string }

/** Writes down one event: the state, the trail, the audit; whoever waits for it is told. */
async function move(
  ctx: Context<Tx>,
  { head, person }: Pick<Hand, 'head' | 'person'>,
  event: DecisionEvent,
  more: { reason?: string; hash?: string; set?: Parameters<typeof updateDecision>[3] } = {},
): Promise<Moved> {
  const to = stateAfter(decisionMachine, head.state, event)
  if (to === undefined) throw refusal('conflict', [{ is: 'wrong-state' }])
  const id = head.decision ?? newId(ctx.now.getTime())
  if (head.decision === null) {
    const { application, call, ecosystem } = head
    await insertDecision(ctx.db, { id, application, call: call.id, ecosystem: ecosystem.id, at: ctx.now })
  }
  await updateDecision(ctx.db, id, ctx.now, { state: to, ...more.set })
  await insertEvent(ctx.db, id, {
    id: newId(ctx.now.getTime()),
    event,
    from: head.state,
    to,
    round: head.round,
    reason: more.reason ?? null,
    hash: more.hash ?? null,
    person: person.id,
    by: person.name,
    at: ctx.now,
  })
  ctx.changed({
    kind: 'decision',
    id,
    before: { state: head.state, round: head.round },
    after: {
      state: to,
      application: numberOf(head),
      ecosystem: head.ecosystem.id,
      ...(more.reason && { reason: more.reason }),
      ...(more.hash && { hash: more.hash }),
    },
  })
  await tell(ctx, head, event, more.reason)
  return { decision: id, path: `/decisions/${head.application}` }
}

/** Puts a proposal before the city. */
export async function propose(ctx: Context<Tx>, hand: Hand, raw: Terms): Promise<Moved> {
  const terms = settledTerms(raw)
  const faults = faultsOf(hand, 'propose', terms)
  if (faults.length > 0) throw refusal('conflict', faults)
  return move(ctx, hand, 'propose', {
    set: { proposal: terms, proposed_by: hand.person.id, proposed_at: ctx.now },
  })
}

/** Signs one half: the city's selection or the council's legal decision. */
export async function sign(
  ctx: Context<Tx>,
  hand: Hand,
  part: Half['part'],
  raw: Terms,
  meeting: { id: string; name: string } | null,
): Promise<Moved & { hash: string }> {
  const terms = settledTerms(raw)
  const event = part === 'selection' ? 'select' : 'decide'
  const faults = faultsOf(hand, event, terms)
  if (faults.length > 0) throw refusal('conflict', faults)
  const { head } = hand
  const content = contentOf(head, part, terms, {
    person: hand.person.id,
    name: hand.person.name,
    office: decisionMachine.events[event].by[0]!,
    at: ctx.now.toISOString(),
    meeting: meeting?.name ?? null,
  })
  const hash = hashOfContent(content)
  const id = newId(ctx.now.getTime())
  await insertPart(ctx.db, head.decision!, { id, content, hash, meeting: meeting?.id ?? null, at: ctx.now })
  return { ...(await move(ctx, hand, event, { hash })), hash }
}

/** What is signed: everything that a reader needs to know what was decided, of whom, on what, by whom, when. */
function contentOf(head: Head, part: Half['part'], terms: Terms, signed: Signed['signed']): Signed {
  const { cost, grant } = sumsOf(terms)
  const yes = terms.outcome === 'yes'
  const outcome = outcomeIn(head)
  return {
    format: 'talkoot-decision/1',
    decision: head.decision!,
    part,
    round: head.round,
    call: head.call.code,
    application: {
      id: head.application,
      number: numberOf(head),
      title: head.title,
      version: head.version!,
      hash: head.versionHash!,
    },
    parties: head.partners.map(({ row, name, businessId, role }) => {
      const given = terms.byPartner.find((p) => p.row === row)
      return { row, name, businessId, role, cost: given?.cost ?? null, grant: given?.grant ?? null }
    }),
    outcome: terms.outcome,
    cost: yes ? decimalOf(cost) : null,
    grant: yes ? decimalOf(grant) : null,
    costModel: terms.costModel,
    starts: terms.starts,
    ends: terms.ends,
    grounds: terms.grounds,
    conditions: terms.conditions,
    assessment: {
      outcome: outcome.is,
      points: 'points' in outcome ? pointsText(outcome.points.got) : null,
    },
    proposal: hashOfContent(head.proposal),
    selection: part === 'legal' ? (halfOf(head, 'selection')?.hash ?? null) : null,
    language: head.language,
    signed,
  }
}

/** Sends it back with a reason. What had been signed since then stays in the trail and counts no more. */
export async function sendBack(
  ctx: Context<Tx>,
  hand: Hand,
  event: 'city-return' | 'council-return' | 'council-return-to-city' | 'reopen',
  said: string,
): Promise<Moved> {
  const reason = said.replaceAll('\r\n', '\n').trim()
  if (reason === '') throw refusal('invalid', [{ is: 'no-reason', field: 'reason' }])
  if (hand.signer.standing === 'barred') throw refusal('forbidden', [{ is: 'barred' }])
  const { head } = hand
  if (stateAfter(decisionMachine, head.state, event) === undefined)
    throw refusal('conflict', [{ is: 'wrong-state' }])
  if (head.decision) await voidParts(ctx.db, head.decision, ['selection', 'legal'], ctx.now)
  if (event === 'reopen') await leaveProject(ctx, head)
  const anew = event === 'reopen' ? { round: head.round + 1, published_at: null, project_id: null } : {}
  return move(ctx, hand, event, { reason, set: anew })
}

export async function publishIt(ctx: Context<Tx>, hand: Hand, project: string | null): Promise<Moved> {
  if (hand.signer.standing === 'barred') throw refusal('forbidden', [{ is: 'barred' }])
  return move(ctx, hand, 'publish', {
    set: { published_at: ctx.now, project_id: project, personal: hand.head.soleTrader },
  })
}

/** The terms that the next half begins with: what was selected, else what is proposed. */
export function standingTerms(head: Head): Terms | null {
  const selection = halfOf(head, 'selection')
  if (!selection || !head.proposal) return head.proposal
  const { outcome, grounds, conditions, content } = selection
  const { costModel, starts, ends } = content
  return { outcome, grounds, conditions, costModel, starts, ends, byPartner: grantsIn(content) }
}
