import { sql } from 'kysely'
import type { Value } from '../../engine/merging/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import { tell } from './access.ts'

/** What stands in one open draft that many share. */
export type Gathered = {
  draft: string
  savedAt: Date
  /** What was typed; a field that stands again as before the draft is left out. */
  fields: Readonly<Record<string, Value>>
}

/** What the open drafts of one form hold, by what they are about: read at once where many drafts make one whole. */
export async function gatherDrafts(
  db: Read,
  { kind }: Pick<DraftKind, 'kind'>,
  subjects: readonly string[],
): Promise<Map<string, Gathered>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<Gathered & { subject: string }>`
    select d.subject, d.id as draft, d.saved_at as "savedAt", coalesce(f.fields, '{}') as fields
    from draft d left join lateral (
      select jsonb_object_agg(name, value) as fields from draft_field
      where draft_id = d.id and value is not null and value <> 'null'
    ) f on true
    where d.kind = ${kind} and d.person_id is null and d.state = 'open'
      and d.subject = any(${[...subjects]}::text[])`.execute(db as Tx)
  return new Map(rows.map(({ subject, ...gathered }) => [subject, gathered]))
}

/** The same, and nothing is typed into them until the transaction ends. */
export async function holdDrafts(
  tx: Tx,
  kind: Pick<DraftKind, 'kind'>,
  subjects: readonly string[],
): Promise<Map<string, Gathered>> {
  if (subjects.length > 0)
    await sql`select id from draft where kind = ${kind.kind} and person_id is null and state = 'open'
      and subject = any(${[...subjects]}::text[]) order by id for update`.execute(tx)
  return gatherDrafts(tx, kind, subjects)
}

/** Ends open drafts as sent, in the transaction of what took them; who has one open hears of it. */
export async function sendDrafts(
  ctx: Context<Tx>,
  { kind }: Pick<DraftKind, 'kind'>,
  subjects: readonly string[],
): Promise<void> {
  if (ctx.actor.kind !== 'person' || subjects.length === 0) return
  const { rows } = await sql<{ subject: string }>`
    update draft set state = 'submitted', closed_at = ${ctx.now}, closed_by = ${ctx.actor.id}
    where kind = ${kind} and person_id is null and state = 'open' and subject = any(${[...subjects]}::text[])
    returning subject`.execute(ctx.db)
  for (const { subject } of rows) await tell(ctx, { kind, subject })
}
