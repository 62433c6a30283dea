import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { everyone, systemOnly } from '../../kernel/rule.ts'
import { demoJob, isUntouched, rememberDemo } from './queries.ts'

/** Plans the loading of the demo when the database is new; does nothing when anything was ever brought in. */
export const wantDemo = command({
  name: 'demo.want',
  summary: {
    fi: 'Täytä uusi tietokanta esittelyaineistolla',
    sv: 'Fyll en ny databas med demonstrationsmaterialet',
    en: 'Fill a new database with the demo lists',
  },
  input: z.object({}),
  output: z.object({ jobId: z.string().nullable() }),
  allow: systemOnly,
  run: async (ctx) => {
    if (!(await isUntouched(ctx.db))) return { jobId: null }
    const jobId = await ctx.jobs.enqueue(ctx.db, 'demo.load', {})
    await rememberDemo(ctx.db, jobId)
    return { jobId }
  },
})

export const demoProgress = query({
  name: 'demo.progress',
  summary: {
    fi: 'Esittelyaineiston lataamisen eteneminen; tyhjä, kun lataus ei ole käynnissä',
    sv: 'Hur långt inläsningen av demonstrationsmaterialet har kommit; tomt när ingen pågår',
    en: 'How far the loading of the demo is; null when none is under way',
  },
  input: z.object({}),
  output: z
    .object({ state: z.string(), done: z.number(), total: z.number().nullable(), step: z.string() })
    .nullable(),
  allow: everyone,
  run: async (ctx) => (await demoJob(ctx.db)) ?? null,
})
