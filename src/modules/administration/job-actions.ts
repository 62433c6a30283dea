import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { listOf, paging } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { by } from '../people/index.ts'
import { cancelQueued, type JobRow, jobCounts, markProgress, readJobs, requeue } from './job-queries.ts'
import { text } from './text.ts'

const states = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const

const jobSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  does: z
    .object({ fi: z.string(), sv: z.string(), en: z.string() })
    .nullable()
    .describe('What it does; null for a kind that is no more.'),
  state: z.enum(states),
  done: z.number(),
  total: z.number().nullable(),
  step: z.string(),
  updatedAt: z.date(),
  plannedAt: z.date().nullable(),
  tries: z.number().nullable(),
  error: z.string().nullable(),
  queued: z.boolean(),
})
export type JobSeen = z.output<typeof jobSchema>

const told = (
  { jobKinds }: Pick<Context, 'jobKinds'>,
  { updated_at, planned_at, total_rows, state, ...row }: JobRow,
): z.input<typeof jobSchema> => ({
  ...row,
  does: jobKinds?.get(row.name) ?? null,
  state: states.find((s) => s === state) ?? 'failed',
  updatedAt: updated_at,
  plannedAt: planned_at,
})

const allow = by('administrator')
const byId = z.object({ id: z.uuid() })

export const listJobs = query({
  name: 'jobs.list',
  summary: {
    fi: 'Odottavat, käynnissä olevat, valmiit ja epäonnistuneet työt, uusin ensin',
    sv: 'Jobb som väntar, pågår, är klara eller har misslyckats, de nyaste först',
    en: 'Work that waits, runs, is done or has failed, the newest first',
  },
  route: { method: 'GET', path: '/jobs' },
  input: z.object({ state: z.enum(states).optional(), name: z.string().max(100).optional(), ...paging }),
  output: listOf(jobSchema).extend({ counts: z.record(z.string(), z.number()) }),
  allow,
  run: async (ctx, { limit, offset, ...filter }) => {
    const rows = await readJobs(ctx.db, filter, limit, offset)
    return {
      items: rows.map((row) => told(ctx, row)),
      total: rows[0]?.total_rows ?? 0,
      counts: await jobCounts(ctx.db),
    }
  },
})

export const getJob = query({
  name: 'jobs.get',
  summary: {
    fi: 'Yksi työ ja sen eteneminen',
    sv: 'Ett jobb och hur långt det har kommit',
    en: 'One piece of work and how far it is',
  },
  route: { method: 'GET', path: '/jobs/{id}' },
  input: byId,
  output: jobSchema,
  allow,
  run: async (ctx, { id }) => {
    const [row] = await readJobs(ctx.db, { id }, 1, 0)
    if (!row) throw new Refusal('missing', 'jobs.missing')
    return told(ctx, row)
  },
})

export const retryJob = command({
  name: 'jobs.retry',
  summary: {
    fi: 'Käynnistä epäonnistunut tai peruttu työ uudelleen',
    sv: 'Starta om ett jobb som misslyckats eller avbrutits',
    en: 'Try work again that has failed or was cancelled',
  },
  route: { method: 'POST', path: '/jobs/{id}/retry' },
  input: byId,
  output: byId,
  allow,
  run: async (ctx, { id }) => {
    const [row] = await readJobs(ctx.db, { id }, 1, 0)
    if (!(await requeue(ctx.db, id))) throw notNow('cannotRetry')
    await markProgress(ctx.db, id, 'waiting', '', ctx.now)
    ctx.changed({
      kind: 'job',
      id,
      before: { state: row?.state, job: row?.name },
      after: { state: 'waiting', job: row?.name },
    })
    return { id }
  },
})

export const cancelJob = command({
  name: 'jobs.cancel',
  summary: {
    fi: 'Peru odottava tai käynnissä oleva työ; käynnissä oleva pysähtyy seuraavaan vaiheeseensa',
    sv: 'Avbryt ett jobb som väntar eller pågår; ett pågående stannar vid nästa steg',
    en: 'Cancel work that waits or runs; what runs stops at its next step',
  },
  route: { method: 'POST', path: '/jobs/{id}/cancel' },
  input: byId,
  output: byId,
  allow,
  run: async (ctx, { id }) => {
    const [row] = await readJobs(ctx.db, { id }, 1, 0)
    if (!(await cancelQueued(ctx.db, id))) throw notNow('cannotCancel')
    if (row?.state === 'waiting') await markProgress(ctx.db, id, 'failed', 'cancelled', ctx.now)
    ctx.changed({
      kind: 'job',
      id,
      before: { state: row?.state, job: row?.name },
      after: { state: 'cancelled', job: row?.name },
    })
    return { id }
  },
})

const notNow = (word: 'cannotRetry' | 'cannotCancel') =>
  new Refusal('conflict', `jobs.${word}`, [
    { text: { fi: text.fi[word], sv: text.sv[word], en: text.en[word] } },
  ])
