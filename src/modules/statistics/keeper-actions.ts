import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Rule } from '../../kernel/rule.ts'
import { shareLevels } from '../../kernel/share.ts'
import { keepers } from './actions.ts'
import { datasetById, updateDataset } from './queries.ts'
import { refuse } from './refusal-text.ts'
import { seenDataset } from './values.ts'

const one = { id: z.uuid().describe('Id of the dataset.') }

/** Those who keep datasets, of the datasets that they may see. */
export const keepersOfSeen: Rule<{ id: string }, Context> = {
  who: keepers.who,
  record: (ctx, { id }) => datasetById(ctx.db, id),
}

export const refreshDataset = command({
  name: 'statistics.refresh',
  summary: {
    fi: 'Hae tilasto nyt lähteestä',
    sv: 'Hämta statistiken nu från källan',
    en: 'Fetch a dataset from its source now',
  },
  route: { method: 'POST', path: '/statistics/{id}/refresh' },
  input: z.object({
    ...one,
    accept: z.boolean().default(false).describe('Also an answer that lacks the newest period known here.'),
  }),
  output: z.object({}),
  allow: keepersOfSeen,
  run: async (ctx, { id, accept }) => {
    const { address } = await seenDataset(ctx.db, ctx.actor, id)
    if (!address) throw refuse('notFetchable')
    await ctx.jobs.enqueue(ctx.db, 'statistics.fetch', { dataset: id, accept })
    ctx.changed({ kind: 'statistic_dataset', id, before: null, after: { fetch: 'asked' } })
    return {}
  },
})

export const changeDataset = command({
  name: 'statistics.change',
  summary: {
    fi: 'Muuta tilaston nimeä, jakotasoa tai päivitystä',
    sv: 'Ändra statistikens namn, delningsnivå eller uppdatering',
    en: 'Change a dataset’s name, share level or refreshing',
  },
  route: { method: 'PUT', path: '/statistics/{id}' },
  input: z.object({
    ...one,
    fi: z.string().max(500),
    sv: z.string().max(500).default(''),
    en: z.string().max(500).default(''),
    share: z.enum(shareLevels).default('public'),
    ecosystem: z.uuid().nullable().default(null),
    nightly: z.boolean().default(false),
  }),
  output: z.object({}),
  allow: keepersOfSeen,
  run: async (ctx, { id, fi, sv, en, share, ecosystem, nightly }) => {
    const before = await seenDataset(ctx.db, ctx.actor, id)
    if (!fi.trim()) throw refuse('noTitle', undefined, 'fi')
    if (share !== 'public' && ecosystem === null) throw refuse('noPlace', undefined, 'ecosystem')
    const title = { fi: fi.trim(), ...(sv.trim() && { sv: sv.trim() }), ...(en.trim() && { en: en.trim() }) }
    const after = { title, share, ecosystem_id: ecosystem, nightly: nightly && before.address !== null }
    await updateDataset(ctx.db, id, after)
    const { title: was, share: level, ecosystem: place, nightly: followed } = before
    ctx.changed({
      kind: 'statistic_dataset',
      id,
      before: { title: was, share: level, ecosystem_id: place, nightly: followed },
      after,
    })
    return {}
  },
})

export const removeDataset = command({
  name: 'statistics.remove',
  summary: {
    fi: 'Poista tilasto, syy kirjataan',
    sv: 'Ta bort statistiken, orsaken antecknas',
    en: 'Remove a dataset, with the reason',
  },
  route: { method: 'POST', path: '/statistics/{id}/remove' },
  input: z.object({ ...one, reason: z.string().max(1_000) }),
  output: z.object({}),
  allow: keepersOfSeen,
  run: async (ctx, { id, reason }) => {
    await seenDataset(ctx.db, ctx.actor, id)
    if (!reason.trim()) throw refuse('noReason', undefined, 'reason')
    const by = ctx.actor.kind === 'person' ? ctx.actor.name : 'Talkoot'
    const after = { ended_at: ctx.now, ended_by: by, ended_why: reason.trim() }
    await updateDataset(ctx.db, id, after)
    ctx.changed({
      kind: 'statistic_dataset',
      id,
      before: { ended_at: null },
      after: { ended_why: reason.trim() },
    })
    return {}
  },
})
