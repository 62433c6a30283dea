import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { visible } from '../../kernel/share.ts'
import type { Call } from './call.ts'
import { type CallRow, callColumns, callOf } from './queries.ts'

/** Calls whose days the actor sees, of one ecosystem or all, the newest first; one put away before it opened has none. */
export async function callsWithDays(db: Read, actor: Actor, ecosystem: string | undefined): Promise<Call[]> {
  const { rows } = await sql<CallRow>`
    select ${callColumns} from call c join ecosystem e on e.id = c.ecosystem_id
    where ${visible(actor, 'c')} and (c.state <> 'archived' or c.opened_at is not null)
      and (${ecosystem ?? null}::uuid is null or c.ecosystem_id = ${ecosystem ?? null}::uuid)
    order by c.created_at desc limit 500`.execute(db as Tx)
  return rows.map(callOf)
}
