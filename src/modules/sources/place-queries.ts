import type { Read } from '../../kernel/db.ts'
import type { Id } from '../../kernel/id.ts'
import type { Names } from '../../kernel/text.ts'

/** The ecosystem that a list was brought in for; null for the whole installation, undefined when it is not there. */
export const placeOfImport = async (db: Read, id: Id): Promise<Id | null | undefined> =>
  (await db.selectFrom('import').select('ecosystem_id').where('id', '=', id).executeTakeFirst())?.ecosystem_id

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
