import type { Read } from '../../kernel/db.ts'
import { type Id, isId } from '../../kernel/id.ts'
import type { Names } from '../../kernel/text.ts'

/** The ecosystem that a list was brought in for; null for the whole installation, undefined when it is not there. */
export async function placeOfImport(db: Read, id: Id): Promise<Id | null | undefined> {
  if (!isId(id)) return undefined
  const found = await db.selectFrom('import').select('ecosystem_id').where('id', '=', id).executeTakeFirst()
  return found?.ecosystem_id
}

/** Ecosystems by their ids, in the order in which they are shown. */
export const placesById = (db: Read, ids: readonly Id[]): Promise<{ id: Id; name: Names }[]> =>
  db
    .selectFrom('ecosystem')
    .select(['id', 'name'])
    .where('id', 'in', ids.length > 0 ? [...ids] : [null as never])
    .orderBy('position')
    .orderBy('key')
    .execute() as Promise<{ id: Id; name: Names }[]>

export const allPlaces = (db: Read): Promise<{ id: Id; name: Names }[]> =>
  db.selectFrom('ecosystem').select(['id', 'name']).orderBy('position').orderBy('key').execute() as Promise<
    { id: Id; name: Names }[]
  >
