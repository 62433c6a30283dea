import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Asking } from '../../kernel/rule.ts'
import { canSee } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
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
    items: (await ecosystemNames(ctx.db)).map(({ share: _, ...e }) => ({
      ...e,
      name: e.name as Record<string, string>,
    })),
  }),
})

/** The ecosystems that the asker may know of, by their ids. */
export async function placeNames({ db, actor }: Asking): Promise<Record<string, Names>> {
  const seen = (await ecosystemNames(db)).filter(({ id, share }) => canSee(actor, { share, ecosystem: id }))
  return Object.fromEntries(seen.map(({ id, name }) => [id, name]))
}
