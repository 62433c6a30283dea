import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { ecosystemNames } from './member-queries.ts'
import { by } from './rules.ts'

/** Where offices may be held. */
export const listPlaces = query({
  name: 'offices.places',
  summary: {
    fi: 'Ekosysteemit, joissa tehtävää voi hoitaa, nimen mukaan',
    sv: 'Ekosystem där ett uppdrag kan innehas, enligt namn',
    en: 'The ecosystems where an office may be held, by name',
  },
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ id: z.uuid(), key: z.string(), name: z.record(z.string(), z.string()) })),
  }),
  allow: by('administrator', 'coordinator'),
  run: async (ctx) => ({
    items: (await ecosystemNames(ctx.db)).map((e) => ({ ...e, name: e.name as Record<string, string> })),
  }),
})
