import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { matches } from '../../kernel/search.ts'
import type { Application } from './application.ts'
import { applicationOf, headColumns, headTables, type Row } from './queries.ts'
import { officesThatSee } from './standing.ts'

/**
 * `maySeeApplication` as a condition over `application a`: one's own; what was sent, in the ecosystems where an office
 * that handles it is held. A test keeps the two agreed.
 */
export function seenApplications(actor: Actor) {
  if (actor.kind === 'system') return sql<boolean>`true`
  if (actor.kind === 'visitor') return sql<boolean>`false`
  const held = actor.offices.filter((o) => (officesThatSee as readonly string[]).includes(o.office))
  const everywhere = held.some((o) => o.ecosystem === null)
  const there = held.flatMap((o) => (o.ecosystem === null ? [] : [o.ecosystem]))
  return sql<boolean>`(exists (select from application_right r
      where r.application_id = a.id and r.person_id = ${actor.id} and r.ended_at is null)
    or (a.version is not null and (${everywhere} or a.ecosystem_id = any(${there}::uuid[]))))`
}

export async function applicationsMatching(db: Read, actor: Actor, tsquery: string, limit: number) {
  const { rows } = await sql<Row & { total: number }>`
    select ${headColumns}, count(*) over () as total from ${headTables}
    where ${matches(sql.ref('a.lexemes'), tsquery)} and ${seenApplications(actor)}
    order by a.submitted_at desc nulls last limit ${limit}`.execute(db as Tx)
  return { items: rows.map(applicationOf), total: rows[0]?.total ?? 0 }
}

export type Listed = {
  application: Application
  lead: string | null
  businessId: string | null
  partners: number
  cost: string | null
  grant: string | null
  rate: string | null
}

export const listSorts = ['number', 'title', 'grant', 'sent'] as const
const orders = {
  number: sql`a.number`,
  title: sql`lower(a.title)`,
  grant: sql`(v.budget ->> 'grant')::numeric desc nulls last`,
  sent: sql`a.submitted_at desc`,
}

/** What was sent to a call, as its offices list it. */
export async function sentTo(
  db: Read,
  call: string,
  asked: {
    tsquery?: string | undefined
    states: readonly string[]
    late?: boolean | undefined
    sort: (typeof listSorts)[number]
    limit: number
    offset: number
  },
): Promise<{ items: Listed[]; total: number }> {
  type ListedRow = Row & Omit<Listed, 'application'> & { total: number }
  const { rows } = await sql<ListedRow>`
    select ${headColumns}, lead.name as lead, lead.business_id as "businessId",
      (select count(*) from application_partner p where p.application_id = a.id) as partners,
      v.budget ->> 'total' as cost, v.budget ->> 'grant' as "grant", v.budget ->> 'rate' as rate,
      count(*) over () as total
    from ${headTables}
      join application_version v on v.application_id = a.id and v.version = a.version
      left join application_partner lead on lead.application_id = a.id and lead.position = 0
    where a.call_id = ${call}
      and (${asked.states.length === 0} or a.state = any(${[...asked.states]}::text[]))
      and (not ${asked.late ?? false} or a.late)
      and ${asked.tsquery === undefined ? sql`true` : matches(sql.ref('a.lexemes'), asked.tsquery)}
    order by ${orders[asked.sort]}, a.number limit ${asked.limit} offset ${asked.offset}`.execute(db as Tx)
  return {
    items: rows.map((row) => ({
      application: applicationOf(row),
      lead: row.lead,
      businessId: row.businessId,
      partners: row.partners,
      cost: row.cost,
      grant: row.grant,
      rate: row.rate,
    })),
    total: rows[0]?.total ?? 0,
  }
}

/** Organisations that are in an application to the call that the actor sees, by their canonical rows. */
type Applying = { organisation: string; application: string; title: string; lead: string | null }

/** Who is in which application to a call, drafts too, as far as the actor sees the applications; withdrawn ones left out. */
export async function applyingTo(db: Read, actor: Actor, call: string): Promise<Applying[]> {
  const { rows } = await sql<Applying>`
    select distinct o.canonical_id as organisation, a.id as application, a.title, l.canonical_id as lead
    from application a
      left join organisation l on l.id = a.organisation_id
      join organisation o on o.id = a.organisation_id or o.id in (
        select p.organisation_id from application_partner p where p.application_id = a.id)
    where a.call_id = ${call} and a.state <> 'withdrawn' and ${seenApplications(actor)}
    order by a.title, a.id`.execute(db as Tx)
  return rows
}
