import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import { everyone, type Rule } from '../../kernel/rule.ts'
import { by } from '../people/index.ts'
import type { Picture } from './content.ts'
import { pictureByKey } from './queries.ts'
import { refuse } from './refusal-text.ts'

type OfPicture = { key: string }

export async function pictureAt(db: Read, key: string): Promise<Picture> {
  const found = await pictureByKey(db, key)
  if (!found) throw refuse('missing', 'noPicture')
  return found
}

/** Whoever the picture is shared with. */
export const readers: Rule<OfPicture> = {
  ...everyone,
  record: (ctx, { key }) => pictureByKey(ctx.db, key),
}

/** Those who compose it: the office of its ecosystem, or of the whole installation where it is of no ecosystem. */
export const composers: Rule<OfPicture, Context> = {
  ...by('administrator', 'coordinator', 'preparer'),
  in: async (ctx, { key }) => {
    const found = await pictureByKey(ctx.db, key)
    return found?.ecosystem
  },
}
