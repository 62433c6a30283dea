import { sql } from 'kysely'
import type { Database, Tx } from '../../kernel/db.ts'
import { totalsOver } from './totals-queries.ts'

/**
 * Lists are written one at a time: a second waits here and then sees what the first has made, be it the same file
 * brought in again after a crash while the first is being resumed. Nobody who reads or works on one record waits.
 */
export const awaitTurn = (tx: Tx) => sql`lock table project_cube in share update exclusive mode`.execute(tx)

/**
 * Makes the summary tables anew from the projects, in the transaction that changed them: a dashboard never shows
 * figures of another moment than the lists.
 */
export async function refreshSummaries(tx: Tx): Promise<void> {
  await sql`delete from project_cube`.execute(tx)
  await sql`
    insert into project_cube (facet_key, period, fund, priority, authority, region, region_from, status, start_year,
      amount_class, themes, currency, projects, granted, realised, planned_public, realised_public, share, ecosystem_id)
    select facet_key, min(period), min(fund), min(priority), min(authority), min(region), min(region_from), min(status),
      min(start_year), min(amount_class), min(themes), min(currency),
      count(*), sum(granted), sum(realised), sum(planned_public), sum(realised_public),
      min(share), min(ecosystem_id::text)::uuid
    from project group by facet_key`.execute(tx)
  await sql`delete from project_cube_list`.execute(tx)
  await sql`
    insert into project_cube_list
    select p.facet_key, r.import_id, count(distinct p.id)
    from project p join import_row r on r.project_id = p.id and r.state = 'applied'
    group by p.facet_key, r.import_id`.execute(tx)
  await refreshOrganisationSummaries(tx)
}

/** Projects and money of each lead by region, authority, period and fund, and by who may see them. */
async function refreshLeadSummary(tx: Tx): Promise<void> {
  await sql`delete from lead_summary`.execute(tx)
  await sql`
    insert into lead_summary (organisation_id, period, fund, region, authority, currency, projects, granted, realised, share,
      ecosystem_id)
    select o.canonical_id, p.period, p.fund, p.region, p.authority, p.currency, count(*), sum(p.granted), sum(p.realised),
      p.share, p.ecosystem_id
    from project p join organisation o on o.id = p.lead_id
    group by o.canonical_id, p.period, p.fund, p.region, p.authority, p.currency, p.share, p.ecosystem_id`.execute(
    tx,
  )
}

/** What depends on who is the same as whom: made anew after an import, and after a merge or its undoing. */
export async function refreshOrganisationSummaries(tx: Tx): Promise<void> {
  await refreshTotals(tx)
  await refreshLeadSummary(tx)
  await refreshClosed(tx)
}

/** What each canonical organisation has led and joined of public projects, with sums by currency. */
async function refreshTotals(tx: Tx): Promise<void> {
  await sql`delete from organisation_summary`.execute(tx)
  await sql`
    insert into organisation_summary (organisation_id, led, joined, money, first_year, last_year, granted_eur)
    ${totalsOver(sql`p.share = 'public'`)}`.execute(tx)
}

/** The rows of the registry that are named by projects which are not public, and by no public one. */
async function refreshClosed(tx: Tx): Promise<void> {
  await sql`delete from organisation_closed`.execute(tx)
  await sql`
    insert into organisation_closed (organisation_id, canonical_id, whole, share, ecosystem_id)
    with named as (
      select distinct pp.organisation_id as id, p.share, p.ecosystem_id
      from project p join project_party pp on pp.project_id = p.id where p.share <> 'public'
    ), alone as (
      select n.* from named n where not exists (
        select from project_party pp join project p on p.id = pp.project_id
        where pp.organisation_id = n.id and p.share = 'public')
    )
    select a.id, o.canonical_id, not exists (
        select from organisation other where other.canonical_id = o.canonical_id and other.id not in (select id from alone)),
      a.share, a.ecosystem_id
    from alone a join organisation o on o.id = a.id`.execute(tx)
}

/**
 * Sorts in what a large list has left waiting in the search indexes, and counts the tables anew for the planner.
 * PostgreSQL does it by itself some minutes later; until then a search takes half as long again. Outside a transaction.
 */
export const tidyTables = (db: Database) =>
  sql`vacuum (analyze, skip_locked) project, project_search, project_party, project_cube, organisation,
    organisation_name, organisation_summary, organisation_closed, search_word`.execute(db)
