import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { EntryAct } from '../../kernel/entries.ts'
import { visible } from '../../kernel/share.ts'
import { ownRegistry } from '../sources/index.ts'

/** A project of an official list that is, or may be, the one that is followed. */
export type OfficialRecord = {
  id: string
  code: string
  registry: string
  title: string
  language: string
  /** The lead as the list has it; empty for a personal trader. */
  lead: string
}

const columns = sql`r.id, r.code, r.registry, r.title, r.language,
  case when r.lead_personal then '' else coalesce(r.lead_name, '') end as lead`

/**
 * The records that stand for these projects, as far as the actor sees them: chosen, else of the same official code. A
 * project that an ecosystem keeps from a closed list has its public namesake as its record.
 */
export async function recordsOf(
  db: Read,
  actor: Actor,
  projects: readonly string[],
): Promise<ReadonlyMap<string, OfficialRecord>> {
  if (projects.length === 0) return new Map()
  const { rows } = await sql<OfficialRecord & { project: string }>`
    select distinct on (p.id) p.id as project, ${columns}
    from project p left join followup_pair x on x.project_id = p.id
      join project r on r.id = x.record_id
        or (x.record_id is null and r.code = p.code and r.id <> p.id and (
          (p.registry = ${ownRegistry} and r.registry <> p.registry)
          or (p.share <> 'public' and r.share = 'public' and r.registry = p.registry)))
    where p.id = any(${[...projects]}::uuid[]) and ${visible(actor, 'r')}
    order by p.id, r.registry = 'eura' desc, r.registry`.execute(db as Tx)
  return new Map(rows.map(({ project, ...record }) => [project, record]))
}

/** Official projects of the same lead, those whose name has most words in common first: to choose from. */
export async function suggestedFor(db: Read, actor: Actor, project: string): Promise<OfficialRecord[]> {
  const { rows } = await sql<OfficialRecord>`
    with own as (
      select p.id, p.title, o.canonical_id as lead,
        regexp_split_to_array(lower(p.title), '[^[:alnum:]]+') as words
      from project p left join organisation o on o.id = p.lead_id where p.id = ${project}
    )
    select ${columns} from own join organisation o on o.canonical_id = own.lead
      join project r on r.lead_id = o.id
    where r.id <> own.id and r.registry <> ${ownRegistry} and ${visible(actor, 'r')}
    order by (select count(*) from unnest(regexp_split_to_array(lower(r.title), '[^[:alnum:]]+')) w
      where length(w) > 2 and w = any(own.words)) desc, r.start_on desc nulls last, r.id
    limit 5`.execute(db as Tx)
  return rows
}

/** An official project by its code, as far as the actor sees it. */
export async function recordCoded(db: Read, actor: Actor, code: string): Promise<OfficialRecord | undefined> {
  const { rows } = await sql<OfficialRecord>`
    select ${columns} from project r
    where r.code = ${code} and r.registry <> ${ownRegistry} and ${visible(actor, 'r')}
    order by r.share = 'public' desc, r.registry = 'eura' desc, r.id limit 1`.execute(db as Tx)
  return rows[0]
}

export const savePair = (tx: Tx, project: string, record: string, by: EntryAct): Promise<unknown> => {
  const values = { record_id: record, person_id: by.person, by_whom: by.name, at: by.at }
  return tx
    .insertInto('followup_pair')
    .values({ project_id: project, ...values })
    .onConflict((c) => c.column('project_id').doUpdateSet(values))
    .execute()
}

/** What was decided of a field in which the two differed. */
export type Verdict = {
  project: string
  field: string
  verdict: 'list' | 'ours'
  own: string | null
  list: string | null
  reason: string | null
  byWhom: string
  at: Date
}

/** The newest first. */
export async function verdictsOf(db: Read, projects: readonly string[]): Promise<Verdict[]> {
  if (projects.length === 0) return []
  const { rows } = await sql<Verdict>`
    select project_id as project, field, verdict, own_value as own, list_value as list, reason, by_whom as "byWhom", at
    from followup_verdict where project_id = any(${[...projects]}::uuid[]) order by at desc, id desc`.execute(
    db as Tx,
  )
  return rows
}

export const insertVerdict = (
  tx: Tx,
  v: Omit<Verdict, 'byWhom' | 'at'> & { id: string },
  by: EntryAct,
): Promise<unknown> =>
  tx
    .insertInto('followup_verdict')
    .values({
      id: v.id,
      project_id: v.project,
      field: v.field,
      verdict: v.verdict,
      own_value: v.own,
      list_value: v.list,
      reason: v.reason,
      person_id: by.person,
      by_whom: by.name,
      at: by.at,
    })
    .execute()

/** Names and organisations of the parties of several projects; a personal trader has no name. */
export async function partiesAmong(
  db: Read,
  projects: readonly string[],
): Promise<{ project: string; organisation: string; name: string }[]> {
  if (projects.length === 0) return []
  const { rows } = await sql<{ project: string; organisation: string; name: string }>`
    select x.project_id as project, o.canonical_id as organisation, min(case when c.personal then '' else c.name end) as name
    from project_party x join organisation o on o.id = x.organisation_id join organisation c on c.id = o.canonical_id
    where x.project_id = any(${[...projects]}::uuid[]) group by 1, 2 order by 1, min(x.position)`.execute(
    db as Tx,
  )
  return rows
}
