import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Act, insertAct, insertPersonMerges, settlePairs } from './act-queries.ts'
import { canonicalRows } from './components.ts'
import { settleContradictions } from './contradictions.ts'
import { type MergePlan, planMerges } from './merging.ts'
import { canonicalFacts, groupsOf, openPairs, pointAt } from './review-queries.ts'
import type { Contradiction } from './rules.ts'

export type Outcome = {
  act: string | null
  settled: string[]
  refused: MergePlan['refused']
  /** Pairs that somebody had settled already. */
  passed: number
}

/** The open ones of some pairs, and what would come of merging them. */
export async function mergePlanOf(db: Read, actor: Actor, ids: readonly string[], hold = false) {
  const open = await openPairs(db, actor, ids, hold)
  const facts = await canonicalFacts(db, [...new Set(open.flatMap((p) => [p.left, p.right]))])
  const identifiers = new Map([...facts].map(([id, f]) => [id, f.identifiers]))
  return { open, plan: planMerges(open, identifiers) }
}

/**
 * Settles pairs in one act. Pairs that cannot be merged stay open and are told; when none can be, nothing is done.
 * Pairs that somebody else has settled in the meantime are passed by.
 */
export async function decide(
  ctx: Context<Tx>,
  ids: readonly string[],
  decision: Act['decision'],
): Promise<Outcome> {
  const { open, plan } = await mergePlanOf(ctx.db, ctx.actor, ids, true)
  const accepted = decision === 'same' ? plan.accepted : open
  const refused = decision === 'same' ? plan.refused : []
  const passed = ids.length - open.length
  if (accepted.length === 0) {
    if (refused[0]) {
      const complaint = twoIdentifiers(refused[0].contradiction)
      throw new Refusal('conflict', 'organisations.two-identifiers', [complaint])
    }
    return { act: null, settled: [], refused, passed }
  }
  const act: Act = {
    id: newId(ctx.now.getTime()),
    decision,
    reason: 'person',
    by_whom: whoOf(ctx),
    at: ctx.now,
  }
  await insertAct(ctx.db, act)
  const settled = accepted.map((p) => p.id)
  await settlePairs(ctx.db, settled, act)
  for (const pair of accepted) pairChanged(ctx, pair, 'open', decision)
  if (decision === 'same') {
    const mergeIds = accepted.map(() => newId(ctx.now.getTime())).sort()
    const chosen = new Map(open.map((p) => [p.id, p]))
    const rows = accepted.map((p, i) => ({ ...chosen.get(p.id)!, mergeId: mergeIds[i]! }))
    await insertPersonMerges(ctx.db, rows, act.by_whom, ctx.now)
    await regroup(
      ctx,
      rows.flatMap((p) => [p.left, p.right]),
    )
  }
  return { act: act.id, settled, refused, passed }
}

/** Tells the audit of a decision on a pair, with the two that it is about. */
export const pairChanged = (
  ctx: Context<Tx>,
  { id, left, right }: { id: string; left: string; right: string },
  before: string,
  after: string,
): void => ctx.changed({ kind: 'pair', id, before: { state: before }, after: { state: after, left, right } })

/** Points every row of the touched groups at its canonical row again, and lets the queue and the summaries follow. */
export async function regroup(ctx: Context<Tx>, ids: readonly string[]): Promise<void> {
  const { rows, joins } = await groupsOf(ctx.db, ids)
  await pointAt(ctx.db, canonicalRows(rows, joins))
  await settleContradictions(ctx.db, ctx.now)
  await ctx.jobs.emit(ctx.db, 'organisation.regrouped', {})
}

export const whoOf = (ctx: Context): string => (ctx.actor.kind === 'visitor' ? '' : ctx.actor.name)

const twoIdentifiers = ({ scheme, left, right }: Contradiction) => ({
  text: {
    fi: `Toimijoilla on eri tunnukset (${scheme}: ${left} ja ${right}), joten niitä ei voi yhdistää. Korjaa ensin väärä tunnus.`,
    sv: `Aktörerna har olika beteckningar (${scheme}: ${left} och ${right}) och kan därför inte slås ihop. Rätta först den felaktiga.`,
    en: `The organisations have different identifiers (${scheme}: ${left} and ${right}), so they cannot be merged. Correct the wrong one first.`,
  },
})
