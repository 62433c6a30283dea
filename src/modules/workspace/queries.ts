import type { Read } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'

/** The ecosystems with these ids, in their order. */
export async function ecosystemsWith(
  db: Read,
  ids: readonly string[],
): Promise<{ id: string; key: string; name: Names }[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('ecosystem')
    .select(['id', 'key', 'name'])
    .where('id', 'in', [...ids])
    .orderBy('position')
    .orderBy('key')
    .execute()
  return rows.map((row) => ({ ...row, name: row.name as Names }))
}
