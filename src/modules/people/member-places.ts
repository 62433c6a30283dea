import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { ecosystemNames } from './member-queries.ts'
import { by } from './rules.ts'

/** Where offices may be held. */
export const listPlaces = query({
  name: 'offices.places',
  summary: 'The ecosystems where an office may be held, by name',
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ id: z.uuid(), key: z.string(), name: z.record(z.string(), z.string()) })),
  }),
  allow: by('administrator', 'coordinator'),
  run: async (ctx) => ({
    items: (await ecosystemNames(ctx.db)).map((e) => ({ ...e, name: e.name as Record<string, string> })),
  }),
})
