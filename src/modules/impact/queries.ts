import type { Read } from '../../kernel/db.ts'
import { entriesIn } from '../../kernel/entries.ts'
import type { Item } from './content.ts'

export const items = entriesIn<Item>('impact_item')

/** The key of an ecosystem, by its id. */
export const keyOf = async (db: Read, id: string): Promise<string | undefined> =>
  (await db.selectFrom('ecosystem').select('key').where('id', '=', id).executeTakeFirst())?.key
