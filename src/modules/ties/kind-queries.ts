import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'

/** A kind of tie that an ecosystem has of its own. */
export type OwnKind = {
  id: string
  ecosystem: string
  /** What the one at the end is to the one at the start; where there is no direction, what each is to the other. */
  name: Names
  directed: boolean
  /** What the one at the start is to the one at the end. */
  back: Names | null
  endedAt: Date | null
}

const kinds = (db: Read) =>
  db
    .selectFrom('network_tie_kind')
    .select([
      'id',
      'ecosystem_id as ecosystem',
      'name',
      'directed',
      'back_name as back',
      'ended_at as endedAt',
    ])
    .orderBy('at')
    .orderBy('id')

/** The own kinds of these ecosystems, those that have ended last. */
export async function ownKinds(db: Read, ecosystems: readonly string[]): Promise<OwnKind[]> {
  if (ecosystems.length === 0) return []
  const rows = (await kinds(db).where('ecosystem_id', 'in', ecosystems).execute()) as OwnKind[]
  return [...rows.filter((k) => !k.endedAt), ...rows.filter((k) => k.endedAt)]
}

export const ownKindById = async (db: Read, id: string): Promise<OwnKind | undefined> =>
  (await kinds(db).where('id', '=', id).executeTakeFirst()) as OwnKind | undefined

export const insertKind = (
  tx: Tx,
  kind: { id: string; ecosystem: string; name: Names; directed: boolean; back: Names | null },
  person: string | null,
  at: Date,
): Promise<unknown> =>
  tx
    .insertInto('network_tie_kind')
    .values({
      id: kind.id,
      ecosystem_id: kind.ecosystem,
      name: JSON.stringify(kind.name),
      directed: kind.directed,
      back_name: kind.back && JSON.stringify(kind.back),
      person_id: person,
      at,
    })
    .execute()

export const endKindRow = (tx: Tx, id: string, at: Date): Promise<unknown> =>
  tx.updateTable('network_tie_kind').set({ ended_at: at }).where('id', '=', id).execute()
