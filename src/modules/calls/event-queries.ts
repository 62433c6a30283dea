import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import type { Difference } from './differences.ts'
import type { CallEvent, CallState } from './rules.ts'

/** Something that happened to a call: an event of its state table, an announcement, or a correction. */
export type Happening = {
  id: string
  event: CallEvent | 'correct' | 'announce' | 'take-back'
  from: CallState | null
  to: CallState
  change: Correction | null
  reason: Names | null
  /** Who did it, or the product. */
  byWhom: string
  at: Date
}

/** What was put right, and how many were told. */
export type Correction = { fields: readonly Difference[]; told: number }

export const insertHappening = (
  tx: Tx,
  h: Omit<Happening, 'byWhom'> & { call: string; person: string | null; byWhom: string },
): Promise<unknown> =>
  tx
    .insertInto('call_event')
    .values({
      id: h.id,
      call_id: h.call,
      event: h.event,
      from_state: h.from,
      to_state: h.to,
      change: h.change && JSON.stringify(h.change),
      reason: h.reason && JSON.stringify(h.reason),
      person_id: h.person,
      by_whom: h.byWhom,
      at: h.at,
    })
    .execute()

/** What has happened to a call, the newest first. */
export async function happeningsOf(db: Read, call: string): Promise<Happening[]> {
  const rows = await db
    .selectFrom('call_event')
    .where('call_id', '=', call)
    .select([
      'id',
      'event',
      'from_state as from',
      'to_state as to',
      'change',
      'reason',
      'by_whom as byWhom',
      'at',
    ])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as Happening[]
}

/** Everybody who writes in an application of the call now. */
export async function writersIn(db: Read, call: string): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct r.person_id from application_right r join application a on a.id = r.application_id
    where a.call_id = ${call} and r.ended_at is null and a.state <> 'withdrawn'`.execute(db as Tx)
  return rows.map((row) => row.person_id)
}

/** Calls for which the clock has something to do: announced ones whose opening has come, open ones whose last deadline is over. */
export async function dueCalls(db: Read, now: Date): Promise<{ id: string; event: 'open' | 'close' }[]> {
  const { rows } = await sql<{ id: string; event: 'open' | 'close' }>`
    select id, case state when 'planned' then 'open' else 'close' end as event from call
    where (state = 'planned' and announced_at is not null and opens_at <= ${now})
      or (state = 'open' and coalesce(full_closes_at, closes_at) <= ${now})
    order by id limit 200`.execute(db as Tx)
  return rows
}

/** Planned calls that open within so many days, for those who prepare them. */
export async function opensSoon(db: Read, ecosystems: readonly string[] | undefined, from: Date, to: Date) {
  const rows = await db
    .selectFrom('call')
    .where('state', '=', 'planned')
    .where('opens_at', '>', from)
    .where('opens_at', '<=', to)
    .$if(ecosystems !== undefined, (q) =>
      q.where(sql<boolean>`ecosystem_id = any(${[...(ecosystems ?? [])]}::uuid[])`),
    )
    .select(['id'])
    .orderBy('opens_at')
    .limit(10)
    .execute()
  return rows.map((row) => row.id)
}

/** Calls whose time is over and whose applications nobody has begun to assess. */
export const closedCalls = (db: Read, ecosystems: readonly string[] | undefined) =>
  db
    .selectFrom('call')
    .where('state', '=', 'closed')
    .$if(ecosystems !== undefined, (q) =>
      q.where(sql<boolean>`ecosystem_id = any(${[...(ecosystems ?? [])]}::uuid[])`),
    )
    .select(['code', 'title'])
    .orderBy('closes_at')
    .limit(10)
    .execute()

/** The people who assess a call become these: who is left out ends today, who comes back is as new. */
export async function writeAssessors(
  tx: Tx,
  call: string,
  people: readonly string[],
  by: string | null,
  now: Date,
) {
  await sql`update call_assessor set ended_at = ${now}
    where call_id = ${call} and ended_at is null and person_id <> all(${[...people]}::uuid[])`.execute(tx)
  await sql`insert into call_assessor (call_id, person_id, added_by, added_at)
    select ${call}, person, ${by}, ${now} from unnest(${[...people]}::uuid[]) person
    on conflict (call_id, person_id) do update
      set ended_at = null, added_by = excluded.added_by, added_at = excluded.added_at
      where call_assessor.ended_at is not null`.execute(tx)
}
