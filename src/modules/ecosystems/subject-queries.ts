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

/** A value of an ecosystem's frame, as 'dimension/code', with its name and that of its dimension. */
export type ValueOfFrame = { value: string; name: Names; dimension: Names }

/** The values of an ecosystem's frame, dimension by dimension in the order in which the ecosystem has them. */
export async function frameValuesOf(db: Read, ecosystem: string): Promise<ValueOfFrame[]> {
  const rows = await db
    .selectFrom('ecosystem_value as v')
    .leftJoin('ecosystem_dimension as d', (join) =>
      join.onRef('d.ecosystem_id', '=', 'v.ecosystem_id').onRef('d.dimension', '=', 'v.dimension'),
    )
    .where('v.ecosystem_id', '=', ecosystem)
    .select(['v.dimension', 'v.code', 'v.name', 'd.name as of'])
    .orderBy('d.position')
    .orderBy('v.dimension')
    .orderBy('v.position')
    .execute()
  return rows.map((row) => ({
    value: `${row.dimension}/${row.code}`,
    name: row.name as Names,
    dimension: (row.of ?? {}) as Names,
  }))
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
