import { z } from 'zod'
import { tsquery as queryOf } from '../../engine/language/index.ts'
import { query } from '../../kernel/action.ts'
import { many, paging } from '../../kernel/list.ts'
import { canSee } from '../../kernel/share.ts'
import { type Call, callById, recordOf } from '../calls/index.ts'
import { by } from '../people/index.ts'
import { refuse } from './error-text.ts'
import { type Listed, listSorts, sentTo } from './list-queries.ts'
import { applicationStates } from './rules.ts'
import { officesThatSee } from './standing.ts'

export const listSent = query({
  name: 'application.list',
  summary: {
    fi: 'Hakuun lähetetyt hakemukset',
    sv: 'Ansökningar som har lämnats in till utlysningen',
    en: 'The applications that were sent to a call',
  },
  route: { method: 'GET', path: '/calls/{call}/applications' },
  input: z.object({
    call: z.string().max(100),
    q: z.string().max(200).default(''),
    state: many(z.enum(applicationStates)),
    late: z.stringbool().or(z.boolean()).optional(),
    sort: z.enum(listSorts).default('number'),
    ...paging,
  }),
  output: z.object({ call: z.custom<Call>(), items: z.array(z.custom<Listed>()), total: z.number() }),
  allow: {
    ...by(...officesThatSee),
    in: async (ctx, { call }) => (await callById(ctx.db, call))?.ecosystem,
  },
  run: async (ctx, { call: code, q, state, late, sort, limit, offset }) => {
    const call = await callById(ctx.db, code)
    if (!call || !canSee(ctx.actor, recordOf(call))) throw refuse('missing', 'noCall')
    const tsquery = q.trim() === '' ? undefined : queryOf(q, 'all', { typing: true }).tsquery
    return { call, ...(await sentTo(ctx.db, call.id, { tsquery, states: state, late, sort, limit, offset })) }
  },
})
