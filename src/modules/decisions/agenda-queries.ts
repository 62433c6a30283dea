import { sql } from 'kysely'
import type { Tx } from '../../kernel/db.ts'

/** Puts the items of an agenda into the order given. */
export async function orderItems(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update meeting_item i set position = o.position
    from unnest(${[...ids]}::uuid[]) with ordinality as o (id, position) where i.id = o.id`.execute(tx)
}

export const removeItem = (tx: Tx, id: string) => tx.deleteFrom('meeting_item').where('id', '=', id).execute()

/** The matter is left for another meeting, or for one that is not known yet. */
export const moveItem = (tx: Tx, id: string, to: string | null, at: Date) =>
  tx.updateTable('meeting_item').set({ moved_at: at, moved_to: to }).where('id', '=', id).execute()

export const removeAttendee = (tx: Tx, meeting: string, person: string) =>
  tx
    .deleteFrom('meeting_attendee')
    .where('meeting_id', '=', meeting)
    .where('person_id', '=', person)
    .execute()

export const putDeputy = (tx: Tx, item: string, person: string, deputy: string) =>
  tx
    .updateTable('meeting_recusal')
    .set({ deputy_id: deputy })
    .where('item_id', '=', item)
    .where('person_id', '=', person)
    .execute()
