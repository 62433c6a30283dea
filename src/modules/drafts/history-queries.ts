import { sql } from 'kysely'
import type { Value } from '../../engine/merging/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { versionOfRecord } from './queries.ts'

export type Told = {
  id: string
  name: string
  version: number | null
  value: Value | null
  /** What stood there before this person's minute. */
  before: Value | null
  person: string
  by: string
  at: Date
  how: string
}

/** Saved changes, the newest first; those of one person to one field within a minute are one. */
export async function historyOf(
  db: Read,
  draft: string,
  limit: number,
  offset: number,
): Promise<{ items: Told[]; total: number }> {
  const { rows } = await sql<Told & { total: number }>`
    with minutes as (
      select distinct on (name, person_id, how = 'aside', date_trunc('minute', at))
        id, name, version, value, person_id, at, how,
        min(version) over (partition by name, person_id, how = 'aside', date_trunc('minute', at)) as first
      from draft_change where draft_id = ${draft} and version is distinct from ${versionOfRecord}
      order by name, person_id, how = 'aside', date_trunc('minute', at), version desc nulls last, at desc
    )
    select m.id, m.name, m.version, m.value, m.person_id as person, p.name as by, m.at, m.how,
      (select b.value from draft_change b where b.draft_id = ${draft} and b.name = m.name
        and b.version < coalesce(m.first, 1000000000) order by b.version desc limit 1) as before,
      count(*) over () as total
    from minutes m join person p on p.id = m.person_id
    order by m.at desc, m.id desc limit ${limit} offset ${offset}`.execute(db as Tx)
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** One change with its draft. */
export async function changeById(db: Read, id: string) {
  const { rows } = await sql<{ id: string; draft: string; name: string; value: Value | null; at: Date }>`
    select id, draft_id as draft, name, value, at from draft_change where id = ${id}`.execute(db as Tx)
  return rows[0]
}

/** Each field as it stood at a moment; null for one that had not been typed in yet. */
export async function fieldsAsOf(
  db: Read,
  draft: string,
  at: Date,
): Promise<{ name: string; value: Value | null }[]> {
  const { rows } = await sql<{ name: string; value: Value | null }>`
    select f.name, (select c.value from draft_change c where c.draft_id = f.draft_id and c.name = f.name
      and c.version is not null and c.at <= ${at} order by c.version desc limit 1) as value
    from draft_field f where f.draft_id = ${draft}`.execute(db as Tx)
  return rows
}

/** Of the changes before `before`, keeps the last that a person made to a field within each minute. */
export async function foldMinutes(tx: Tx, before: Date): Promise<number> {
  const { rows } = await sql`
    delete from draft_change c using (
      select id, lead(id) over minute as later from draft_change
      where at < ${before} and version > ${versionOfRecord}
      window minute as (partition by draft_id, name, person_id, date_trunc('minute', at) order by version)
    ) as told
    where told.id = c.id and told.later is not null returning c.id`.execute(tx)
  return rows.length
}

/** Removes what was discarded before `before`, and answers to saves that nobody sends again. */
export async function dropDiscarded(tx: Tx, before: Date): Promise<number> {
  await sql`delete from draft_operation where at < ${before}`.execute(tx)
  const { rows } = await sql`
    delete from draft where state = 'discarded' and closed_at < ${before} returning id`.execute(tx)
  return rows.length
}
