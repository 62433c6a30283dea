import type { Read } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { shareLevels } from '../../kernel/share.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import type { Names } from '../../kernel/text.ts'

/** An ecosystem as other modules name it. */
export type EcosystemHead = { id: string; key: string; name: Names; short: Names | null; share: string }

const heads = (db: Read) =>
  db
    .selectFrom('ecosystem')
    .select(['id', 'key', 'name', 'short_name as short', 'share'])
    .orderBy('position')
    .orderBy('key')

const headOf = (row: { id: string; key: string; name: unknown; short: unknown; share: string }) =>
  row as EcosystemHead

export async function ecosystemByKey(db: Read, key: string): Promise<EcosystemHead | undefined> {
  const row = await heads(db).where('key', '=', key).executeTakeFirst()
  return row && headOf(row)
}

export async function allEcosystems(db: Read): Promise<EcosystemHead[]> {
  return (await heads(db).execute()).map(headOf)
}

/** The values of an ecosystem's frame that hold today or later, as 'dimension/code' with their names. */
export async function frameValuesOf(db: Read, ecosystem: string): Promise<{ value: string; name: Names }[]> {
  const rows = await db
    .selectFrom('ecosystem_value')
    .where('ecosystem_id', '=', ecosystem)
    .select(['dimension', 'code', 'name'])
    .orderBy('dimension')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ value: `${row.dimension}/${row.code}`, name: row.name as Names }))
}

export const ecosystemSubject: SubjectKind = {
  kind: 'ecosystem',
  find: async (db, id) => {
    if (!isId(id)) return undefined
    const row = await heads(db).where('id', '=', id).executeTakeFirst()
    const share = shareLevels.find((level) => level === row?.share)
    if (!row || !share) return undefined
    const head = headOf(row)
    return { title: head.name, path: `/ecosystems/${head.key}`, record: { share, ecosystem: head.id } }
  },
}
