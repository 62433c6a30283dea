import { sql } from 'kysely'
import type { Read, Tx } from '../../../kernel/db.ts'
import type { Names } from '../../../kernel/text.ts'
import type { linkKinds } from '../record.ts'
import { workspaceSource } from '../settings-queries.ts'

export type StoredTie = {
  id: string
  kind: string
  /** The ecosystem that it is to, where that has a record here; else `name`. */
  to: string | null
  toKey: string | null
  toName: Names | null
  name: Names | null
  what: Names | null
  mutual: boolean
}

export const readTies = (db: Read, ecosystem: string): Promise<StoredTie[]> =>
  db
    .selectFrom('ecosystem_link as l')
    .leftJoin('ecosystem as target', 'target.id', 'l.to_id')
    .select([
      'l.id',
      'l.kind',
      'l.to_id as to',
      'target.key as toKey',
      'target.name as toName',
      'l.name',
      'l.what',
      'l.mutual',
    ])
    .where('l.ecosystem_id', '=', ecosystem)
    .orderBy('l.position')
    .orderBy('l.id')
    .execute() as Promise<StoredTie[]>

export async function saveTie(
  tx: Tx,
  ecosystem: string,
  tie: Pick<StoredTie, 'id' | 'kind' | 'to' | 'name' | 'what' | 'mutual'> & { source: string },
  position: number,
): Promise<void> {
  const row = {
    kind: tie.kind,
    to_id: tie.to,
    name: tie.name && JSON.stringify(tie.name),
    what: tie.what && JSON.stringify(tie.what),
    mutual: tie.mutual,
    source: tie.source,
  }
  await tx
    .insertInto('ecosystem_link')
    .values({ ...row, id: tie.id, ecosystem_id: ecosystem, position })
    .onConflict((c) => c.column('id').doUpdateSet(row))
    .execute()
}

export const deleteTie = (tx: Tx, id: string) =>
  tx.deleteFrom('ecosystem_link').where('id', '=', id).execute()

/** A tie that another has stated in the product, as the one that it is to sees it. */
export type AskedTie = {
  id: string
  kind: (typeof linkKinds)[number]
  from: string
  key: string
  name: Names
  toKey: string
  mutual: boolean
  at: Date | null
}

/** The ties that others have stated to these ecosystems, or to all when none are named. */
export const readAskedTies = (db: Read, of?: readonly string[]): Promise<AskedTie[]> =>
  db
    .selectFrom('ecosystem_link as l')
    .innerJoin('ecosystem as origin', 'origin.id', 'l.ecosystem_id')
    .innerJoin('ecosystem as target', 'target.id', 'l.to_id')
    .select([
      'l.id',
      'l.kind',
      'origin.id as from',
      'origin.key',
      'origin.name',
      'origin.facts_edited_at as at',
      'target.key as toKey',
      'l.mutual',
    ])
    .where(sql<boolean>`l.source = ${workspaceSource('')} || origin.key`)
    .$if(of !== undefined, (q) => q.where(sql<boolean>`l.to_id = any(${[...(of ?? [])]}::uuid[])`))
    .orderBy('l.id')
    .execute() as Promise<AskedTie[]>

export const confirmTie = (tx: Tx, id: string, mutual: boolean) =>
  tx.updateTable('ecosystem_link').set({ mutual }).where('id', '=', id).execute()

/** What each ecosystem is a part of. */
export async function readParents(db: Read): Promise<Map<string, string | null>> {
  const rows = await db.selectFrom('ecosystem').select(['id', 'parent_id']).execute()
  return new Map(rows.map((row) => [row.id, row.parent_id]))
}

/**
 * What an ecosystem is a part of follows its ties: the first tie of that kind that both have settled, else nothing.
 */
export async function settleParent(tx: Tx, ecosystem: string): Promise<void> {
  const first = await tx
    .selectFrom('ecosystem_link')
    .select('to_id')
    .where('ecosystem_id', '=', ecosystem)
    .where('kind', '=', 'part-of')
    .where('mutual', '=', true)
    .where('to_id', 'is not', null)
    .orderBy('position')
    .executeTakeFirst()
  await tx
    .updateTable('ecosystem')
    .set({ parent_id: first?.to_id ?? null })
    .where('id', '=', ecosystem)
    .execute()
}
