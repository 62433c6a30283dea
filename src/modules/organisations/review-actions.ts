import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { many, paging } from '../../kernel/list.ts'
import { centsOf, decimalOf } from '../../kernel/money.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { by } from '../people/index.ts'
import { actWithPairs, openAgain, undoMergesOfPairs } from './act-queries.ts'
import { decide, mergePlanOf, pairChanged, regroup, whoOf } from './deciding.ts'
import {
  canonicalFacts,
  groupsOf,
  markMergeUndone,
  mergeForUpdate,
  pairCounts,
  pairForUpdate,
  reasonCounts,
  reviewPairs,
} from './review-queries.ts'
import { isTellingReason, pairSorts } from './rules.ts'

const contradiction = z.object({ scheme: z.string(), left: z.string(), right: z.string() })
const organisation = z.object({
  id: z.string(),
  canonicalId: z.string(),
  name: z.string(),
  kind: z.string(),
  place: z.string().nullable(),
  personal: z.boolean(),
  names: z.array(z.object({ name: z.string(), kind: z.string(), source: z.string() })),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  led: z.number().describe('Projects it leads.'),
  granted: z.string().describe('Euros granted to projects it leads.'),
})

export const pairs = query({
  name: 'organisations.pairs',
  summary: {
    fi: 'Organisaatioparit, jotka voivat olla sama, eniten rahaa koskeva ensin',
    sv: 'Par av organisationer som kan vara samma, det par först som gäller mest pengar',
    en: 'Pairs of organisations that may be one, the one with most money at stake first',
  },
  route: { method: 'GET', path: '/organisation-pairs' },
  input: z.object({
    state: z.enum(['open', 'same', 'different']).default('open'),
    reason: many(z.string()).describe('Kinds of evidence, any of which a pair has.'),
    sort: z.enum(pairSorts).default('-money').describe('Order of the open pairs.'),
    ...paging,
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        score: z.number().describe('Weight of the evidence in bits.'),
        evidence: z.unknown(),
        state: z.string(),
        atStake: z.string().describe('Euros granted to the smaller of the two.'),
        contradiction: contradiction.nullable().describe('Why it closed by itself.'),
        decidedBy: z.string().nullable(),
        decidedAt: z.date().nullable(),
        act: z.object({ id: z.string(), pairs: z.number() }).nullable(),
        left: organisation,
        right: organisation,
      }),
    ),
    total: z.number(),
    counts: z.record(z.string(), z.number()).describe('Pairs in each state.'),
    reasons: z.record(z.string(), z.number()).describe('Pairs of this state with each telling reason.'),
  }),
  allow: by('coordinator'),
  run: async (ctx, input) => {
    const { counts, total } = await pairCounts(ctx.db, ctx.actor, input)
    const reasons = await reasonCounts(ctx.db, ctx.actor, input.state)
    return {
      items: await reviewPairs(ctx.db, ctx.actor, input),
      total,
      counts,
      reasons: Object.fromEntries(Object.entries(reasons).filter(([kind]) => isTellingReason(kind))),
    }
  },
})

const pairIds = many(z.uuid()).refine((ids) => ids.length > 0 && ids.length <= 1000, {
  error: '1–1000',
})
const outcome = z.object({
  act: z.string().nullable().describe('To take all of it back as one.'),
  settled: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), contradiction })),
  passed: z.number().describe('Pairs that somebody had settled already.'),
})

export const planPairs = query({
  name: 'organisations.plan-pairs',
  summary: {
    fi: 'Mitä näiden parien yhdistäminen tekisi, ennen kuin se tehdään',
    sv: 'Vad en sammanslagning av dessa par skulle göra, innan den görs',
    en: 'What merging these pairs would do, before it is done',
  },
  route: { method: 'GET', path: '/organisation-pairs/plan' },
  input: z.object({ id: pairIds }),
  output: z.object({
    accepted: z.array(z.string()),
    refused: z.array(z.object({ id: z.string(), left: z.string(), right: z.string(), contradiction })),
    apart: z.array(z.object({ id: z.string(), left: z.string(), right: z.string() })),
    groups: z.array(
      z.object({
        kept: z.string(),
        merged: z.array(z.string()),
        led: z.number().describe('Projects that the one organisation will lead.'),
        granted: z.string(),
      }),
    ),
  }),
  allow: by('coordinator'),
  run: async (ctx, { id }) => {
    const { open, plan } = await mergePlanOf(ctx.db, ctx.actor, id)
    const facts = await canonicalFacts(ctx.db, [...new Set(open.flatMap((p) => [p.left, p.right]))])
    const nameOf = (row: string) => facts.get(row)?.name ?? ''
    const named = (pairId: string) => {
      const pair = open.find((p) => p.id === pairId)!
      return { id: pairId, left: nameOf(pair.left), right: nameOf(pair.right) }
    }
    return {
      accepted: plan.accepted.map((p) => p.id),
      refused: plan.refused.map((r) => ({ ...named(r.id), contradiction: r.contradiction })),
      apart: open.map((p) => named(p.id)),
      groups: plan.groups.map(({ kept, merged }) => {
        const all = [kept, ...merged].flatMap((row) => facts.get(row) ?? [])
        return {
          kept: nameOf(kept),
          merged: merged.map(nameOf),
          led: all.reduce((sum, o) => sum + o.led, 0),
          granted: decimalOf(all.reduce((sum, o) => sum + centsOf(o.granted), 0n)),
        }
      }),
    }
  },
})

export const decidePairs = command({
  name: 'organisations.decide-pairs',
  summary: {
    fi: 'Ratkaise monta paria kerralla samaksi tai eri organisaatioiksi; ratkaisu perutaan yhtenä',
    sv: 'Avgör många par på en gång som samma eller olika organisationer; ångras som en åtgärd',
    en: 'Say of many pairs at once that each is one organisation, or two; taken back as one act',
  },
  route: { method: 'POST', path: '/organisation-pairs/decide' },
  input: z.object({ id: pairIds, decision: z.enum(['same', 'different']) }),
  output: outcome,
  allow: by('coordinator'),
  run: (ctx, { id, decision }) => decide(ctx, id, decision),
})

const pairInput = z.object({ id: z.uuid() })
const done = z.object({ id: z.string() })

const decideOne =
  (decision: 'same' | 'different') =>
  async (ctx: Context<Tx>, { id }: { id: string }) => {
    const pair = await pairForUpdate(ctx.db, id)
    if (!pair) throw new Refusal('missing', 'organisations.no-pair')
    if (pair.state !== 'open') throw new Refusal('conflict', 'organisations.pair-decided', [alreadyDecided])
    return decide(ctx, [id], decision)
  }

export const mergePair = command({
  name: 'organisations.merge-pair',
  summary: {
    fi: 'Totea pari samaksi organisaatioksi',
    sv: 'Ange att ett par är samma organisation',
    en: 'Say that a pair is one organisation',
  },
  route: { method: 'POST', path: '/organisation-pairs/{id}/merge' },
  input: pairInput,
  output: outcome,
  allow: by('coordinator'),
  run: decideOne('same'),
})

export const keepApart = command({
  name: 'organisations.keep-apart',
  summary: {
    fi: 'Totea pari kahdeksi eri organisaatioksi; sitä ei kysytä uudelleen',
    sv: 'Ange att ett par är två olika organisationer; det frågas inte igen',
    en: 'Say that a pair is two organisations; it is not asked again',
  },
  route: { method: 'POST', path: '/organisation-pairs/{id}/keep-apart' },
  input: pairInput,
  output: outcome,
  allow: by('coordinator'),
  run: decideOne('different'),
})

export const reopenPair = command({
  name: 'organisations.reopen-pair',
  summary: {
    fi: 'Peru parista tehty ratkaisu',
    sv: 'Ångra ett avgörande om ett par',
    en: 'Take a decision on a pair back',
  },
  route: { method: 'POST', path: '/organisation-pairs/{id}/reopen' },
  input: pairInput,
  output: done,
  allow: by('coordinator'),
  run: async (ctx, { id }) => {
    const pair = await pairForUpdate(ctx.db, id)
    if (!pair) throw new Refusal('missing', 'organisations.no-pair')
    await takeBack(ctx, [{ id, leftId: pair.left_id, rightId: pair.right_id }])
    return { id }
  },
})

export const pairAct = query({
  name: 'organisations.pair-act',
  summary: {
    fi: 'Mitä yksi ratkaisu käsitti ja moniko sen pareista on edelleen voimassa',
    sv: 'Vad ett avgörande omfattade och hur många av dess par som ännu gäller',
    en: 'What one act settled, and how many of its pairs still stand so',
  },
  route: { method: 'GET', path: '/organisation-pair-acts/{id}' },
  input: pairInput,
  output: z.object({
    id: z.string(),
    decision: z.enum(['same', 'different']),
    reason: z.enum(['person', 'identifiers']),
    byWhom: z.string(),
    at: z.date(),
    pairs: z.number(),
  }),
  allow: by('coordinator'),
  run: async (ctx, { id }) => {
    const act = await actWithPairs(ctx.db, id)
    if (!act) throw new Refusal('missing', 'organisations.no-act')
    const { by_whom, pairs: left, ...said } = act
    return { ...said, byWhom: by_whom, pairs: left.length }
  },
})

export const undoAct = command({
  name: 'organisations.undo-act',
  summary: {
    fi: 'Peru kaikki, mitä yhdellä kertaa ratkaistiin',
    sv: 'Ångra allt som avgjordes på en gång',
    en: 'Take back everything that one act settled',
  },
  route: { method: 'POST', path: '/organisation-pair-acts/{id}/undo' },
  input: pairInput,
  output: z.object({ id: z.string(), opened: z.array(z.string()).describe('Pairs that are open again.') }),
  allow: by('coordinator'),
  run: async (ctx, { id }) => {
    const act = await actWithPairs(ctx.db, id)
    if (!act) throw new Refusal('missing', 'organisations.no-act')
    if (act.pairs.length > 0) await takeBack(ctx, act.pairs)
    return { id, opened: act.pairs.map((p) => p.id) }
  },
})

export const undoMerge = command({
  name: 'organisations.undo-merge',
  summary: {
    fi: 'Peru kahden organisaation yhdistäminen, tekijästä riippumatta',
    sv: 'Ångra en sammanslagning av två organisationer, oavsett vem som gjort den',
    en: 'Take a joining of two organisations back, whoever made it',
  },
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

async function takeBack(
  ctx: Context<Tx>,
  taken: readonly { id: string; leftId: string; rightId: string }[],
): Promise<void> {
  const ids = taken.map((p) => p.id)
  const { rows } = await groupsOf(
    ctx.db,
    taken.flatMap((p) => [p.leftId, p.rightId]),
  )
  await undoMergesOfPairs(ctx.db, ids, whoOf(ctx), ctx.now)
  await openAgain(ctx.db, ids, true)
  await regroup(ctx, rows)
  for (const { id, leftId, rightId } of taken) {
    pairChanged(ctx, { id, left: leftId, right: rightId }, 'settled', 'open')
  }
}

const alreadyDecided = {
  text: {
    fi: 'Pari on jo ratkaistu. Peru ensin aiempi ratkaisu.',
    sv: 'Paret är redan avgjort. Ångra först det tidigare beslutet.',
    en: 'The pair has been decided. Take the earlier decision back first.',
  },
}
