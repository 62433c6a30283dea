import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone } from '../../kernel/rule.ts'
import { ecosystemByKey } from './contact-queries.ts'

/** An ecosystem's id from the key in its address. */
export const ecosystemOf = query({
  name: 'contact.ecosystem',
  summary: {
    fi: 'Ekosysteemin tunniste sen lyhyellä tunnuksella',
    sv: 'Ekosystemets id enligt dess kod',
    en: 'The id of the ecosystem with a key',
  },
  input: z.object({ key: z.string() }),
  output: z.object({ id: z.uuid() }),
  allow: everyone,
  run: async (ctx, { key }) => {
    const id = await ecosystemByKey(ctx.db, key)
    if (!id) throw new Refusal('missing', 'contact.no-place')
    return { id }
  },
})
