import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { paging } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { by } from '../people/index.ts'
import { canonicalRows } from './components.ts'
import {
  canonicalOf,
  decidePair,
  groupsOf,
  identifiersBehind,
  insertMerge,
  markMergeUndone,
  mergeForUpdate,
  pairCounts,
  pairForUpdate,
  pointAt,
  reviewPairs,
  undoMergesOfPair,
} from './review-queries.ts'
import { type Contradiction, contradictionOf } from './rules.ts'

const organisation = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  place: z.string().nullable(),
  personal: z.boolean(),
  names: z.array(z.object({ name: z.string(), kind: z.string(), source: z.string() })),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
})

export const pairs = query({
  name: 'organisations.pairs',
  summary: 'Pairs of organisations that may be one, the likeliest first',
  route: { method: 'GET', path: '/organisation-pairs' },
  input: z.object({ state: z.enum(['open', 'same', 'different']).default('open'), ...paging }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        score: z.number(),
        evidence: z.unknown(),
        state: z.string(),
        decidedBy: z.string().nullable(),
        decidedAt: z.date().nullable(),
        left: organisation,
        right: organisation,
      }),
    ),
    total: z.number(),
    counts: z.record(z.string(), z.number()),
  }),
  allow: by('coordinator'),
  run: async (ctx, { state, limit, offset }) => {
    const counts = await pairCounts(ctx.db)
    const rows = await reviewPairs(ctx.db, state, limit, offset)
    return {
      items: rows.map(({ decided_by, decided_at, ...r }) => ({
        ...r,
        decidedBy: decided_by,
        decidedAt: decided_at,
      })),
      total: counts[state] ?? 0,
      counts,
    }
  },
})

const pairInput = z.object({ id: z.uuid() })
const done = z.object({ id: z.string() })

export const mergePair = command({
  name: 'organisations.merge-pair',
  summary: 'Say that a pair is one organisation',
  route: { method: 'POST', path: '/organisation-pairs/{id}/merge' },
  input: pairInput,
  output: done,
  allow: by('coordinator'),
  run: async (ctx, { id }) => {
    const pair = await openPair(ctx, id)
    const contradiction = contradictionOf(
      await identifiersBehind(ctx.db, pair.left_id),
      await identifiersBehind(ctx.db, pair.right_id),
    )
    if (contradiction)
      throw new Refusal('conflict', 'organisations.two-identifiers', [twoIdentifiers(contradiction)])
    const kept = await canonicalOf(ctx.db, pair.left_id)
    const merged = await canonicalOf(ctx.db, pair.right_id)
    await insertMerge(ctx.db, {
      id: newId(ctx.now.getTime()),
      kept_id: kept!.canonical_id,
      merged_id: merged!.canonical_id,
      by_whom: whoOf(ctx),
      evidence: JSON.stringify({ pair: id, evidence: pair.evidence }),
      at: ctx.now,
    })
    await decidePair(ctx.db, id, { state: 'same', decided_by: whoOf(ctx), decided_at: ctx.now })
    await regroup(ctx, [pair.left_id, pair.right_id])
    pairChanged(ctx, pair, 'same')
    ctx.changed({
      kind: 'organisation',
      id: merged!.canonical_id,
      before: { canonical: merged!.canonical_id },
      after: { canonical: kept!.canonical_id },
    })
    return { id }
  },
})

export const keepApart = command({
  name: 'organisations.keep-apart',
  summary: 'Say that a pair is two organisations; it is not asked again',
  route: { method: 'POST', path: '/organisation-pairs/{id}/keep-apart' },
  input: pairInput,
  output: done,
  allow: by('coordinator'),
  run: async (ctx, { id }) => {
    const pair = await openPair(ctx, id)
    await decidePair(ctx.db, id, { state: 'different', decided_by: whoOf(ctx), decided_at: ctx.now })
    pairChanged(ctx, pair, 'different')
    return { id }
  },
})

export const reopenPair = command({
  name: 'organisations.reopen-pair',
  summary: 'Take a decision on a pair back',
  route: { method: 'POST', path: '/organisation-pairs/{id}/reopen' },
  input: pairInput,
  output: done,
  allow: by('coordinator'),
  run: async (ctx, { id }) => {
    const pair = await pairForUpdate(ctx.db, id)
    if (!pair) throw new Refusal('missing', 'organisations.no-pair')
    const { rows } = await groupsOf(ctx.db, [pair.left_id, pair.right_id])
    if (pair.state === 'same') await undoMergesOfPair(ctx.db, id, whoOf(ctx), ctx.now)
    await decidePair(ctx.db, id, { state: 'open', decided_by: null, decided_at: null })
    await regroup(ctx, rows)
    pairChanged(ctx, pair, 'open')
    return { id }
  },
})

export const undoMerge = command({
  name: 'organisations.undo-merge',
  summary: 'Take a joining of two organisations back, whoever made it',
  route: { method: 'POST', path: '/organisation-merges/{id}/undo' },
  input: z.object({ id: z.uuid() }),
  output: done,
  allow: by('coordinator'),
  run: async (ctx, { id }) => {
    const merge = await mergeForUpdate(ctx.db, id)
    if (!merge || merge.undone_at) throw new Refusal('missing', 'organisations.no-merge')
    const { rows } = await groupsOf(ctx.db, [merge.merged_id])
    await markMergeUndone(ctx.db, id, whoOf(ctx), ctx.now)
    await regroup(ctx, rows)
    ctx.changed({
      kind: 'organisation',
      id: merge.merged_id,
      before: { canonical: merge.kept_id },
      after: { canonical: merge.merged_id },
    })
    return { id }
  },
})

/** Points every row of the touched groups at its canonical row again, and lets the summaries follow. */
async function regroup(ctx: Context<Tx>, ids: readonly string[]): Promise<void> {
  const { rows, joins } = await groupsOf(ctx.db, ids)
  await pointAt(ctx.db, canonicalRows(rows, joins))
  await ctx.jobs.emit(ctx.db, 'organisation.regrouped', {})
}

/** A decision on a pair, with the two that it is about. */
function pairChanged(ctx: Context<Tx>, pair: Pair, state: string): void {
  const { id, left_id: left, right_id: right } = pair
  ctx.changed({ kind: 'pair', id, before: { state: pair.state }, after: { state, left, right } })
}

type Pair = NonNullable<Awaited<ReturnType<typeof pairForUpdate>>>

const whoOf = (ctx: Context): string => (ctx.actor.kind === 'visitor' ? '' : ctx.actor.name)

async function openPair(ctx: Context<Tx>, id: string) {
  const pair = await pairForUpdate(ctx.db, id)
  if (!pair) throw new Refusal('missing', 'organisations.no-pair')
  if (pair.state !== 'open') throw new Refusal('conflict', 'organisations.pair-decided', [alreadyDecided])
  return pair
}

const alreadyDecided = {
  text: {
    fi: 'Pari on jo ratkaistu. Peru ensin aiempi ratkaisu.',
    sv: 'Paret är redan avgjort. Ångra först det tidigare beslutet.',
    en: 'The pair has been decided. Take the earlier decision back first.',
  },
}

const twoIdentifiers = ({ scheme, left, right }: Contradiction) => ({
  text: {
    fi: `Toimijoilla on eri tunnukset (${scheme}: ${left} ja ${right}), joten niitä ei voi yhdistää. Korjaa ensin väärä tunnus.`,
    sv: `Aktörerna har olika beteckningar (${scheme}: ${left} och ${right}) och kan därför inte slås ihop. Rätta först den felaktiga.`,
    en: `The organisations have different identifiers (${scheme}: ${left} and ${right}), so they cannot be merged. Correct the wrong one first.`,
  },
})
