import { sql } from 'kysely'
import type { Database, Tx } from '../../kernel/db.ts'

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
    insert into project_cube
    select facet_key, min(period), min(fund), min(priority), min(authority), min(region), min(region_from), min(status),
      min(start_year), min(amount_class), min(themes), min(currency),
      count(*), sum(granted), sum(realised), sum(planned_public), sum(realised_public)
    from project group by facet_key`.execute(tx)
  await sql`delete from project_cube_list`.execute(tx)
  await sql`
    insert into project_cube_list
    select p.facet_key, r.import_id, count(distinct p.id)
    from project p join import_row r on r.project_id = p.id and r.state = 'applied'
    group by p.facet_key, r.import_id`.execute(tx)
  await refreshOrganisationSummaries(tx)
}

/** Projects and money of each lead by region, authority, period and fund. */
async function refreshLeadSummary(tx: Tx): Promise<void> {
  await sql`delete from lead_summary`.execute(tx)
  await sql`
    insert into lead_summary (organisation_id, period, fund, region, authority, currency, projects, granted, realised)
    select o.canonical_id, p.period, p.fund, p.region, p.authority, p.currency, count(*), sum(p.granted), sum(p.realised)
    from project p join organisation o on o.id = p.lead_id
    group by o.canonical_id, p.period, p.fund, p.region, p.authority, p.currency`.execute(tx)
}

/** What depends on who is the same as whom: made anew after an import, and after a merge or its undoing. */
export async function refreshOrganisationSummaries(tx: Tx): Promise<void> {
  await refreshTotals(tx)
  await refreshLeadSummary(tx)
}

/** What each canonical organisation has led and joined, with sums by currency. */
async function refreshTotals(tx: Tx): Promise<void> {
  await sql`delete from organisation_summary`.execute(tx)
  await sql`
    insert into organisation_summary (organisation_id, led, joined, money, first_year, last_year, granted_eur)
    with party as (
      select o.canonical_id as id, pp.role, p.currency, p.granted, p.realised, p.start_year
      from project_party pp
      join organisation o on o.id = pp.organisation_id
      join project p on p.id = pp.project_id
    ), by_currency as (
      select id, currency, count(*) filter (where role = 'lead') as led, count(*) filter (where role = 'partner') as joined,
        sum(granted) filter (where role = 'lead') as granted, sum(realised) filter (where role = 'lead') as realised,
        min(start_year) as first_year, max(start_year) as last_year
      from party group by id, currency
    )
    select id, sum(led), sum(joined),
      coalesce(jsonb_agg(jsonb_build_object('currency', currency, 'granted', granted::text, 'realised', realised::text))
        filter (where currency is not null and granted is not null), '[]'),
      min(first_year), max(last_year), coalesce(sum(granted) filter (where currency = 'EUR'), 0)
    from by_currency group by id`.execute(tx)
}

/**
 * Sorts in what a large list has left waiting in the search indexes, and counts the tables anew for the planner.
 * PostgreSQL does it by itself some minutes later; until then a search takes half as long again. Outside a transaction.
 */
export const tidyTables = (db: Database) =>
  sql`vacuum (analyze, skip_locked) project, project_search, project_party, project_cube, organisation,
    organisation_name, organisation_summary, search_word`.execute(db)
