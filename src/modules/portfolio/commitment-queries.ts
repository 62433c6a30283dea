import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Said } from './record.ts'
import type { Check } from './rules.ts'

export type MadeCheck = Check & Said & { evidence: string }

export type Commitment = {
  /** Of one written by hand its id; of a decided application's, "FUNDING.POSITION". */
  id: string
  project: string
  organisation: string
  what: string
  payer: string | null
  owner: string | null
  evidence: string | null
  from: 'decision' | 'hand'
  /** The last day of its project. */
  ends: Day | null
  checks: readonly MadeCheck[]
}

const handMade = sql`
  select k.id::text as id, k.project_id as project, k.organisation, k.what, k.payer, k.owner, k.evidence, 'hand' as "from",
    p.end_on as ends, k.id as hand, null::uuid as funding, null::int as position, k.portfolio_id, k.at, p.title,
    p.share as project_share, p.ecosystem_id as project_ecosystem
  from portfolio_commitment k join project p on p.id = k.project_id where k.removed_at is null`

const promised = sql`
  select k.funding_decision_id || '.' || k.position as id, f.project_id as project, k.organisation, k.what, k.payer,
    k.owner, k.evidence, 'decision' as "from", p.end_on as ends, null::uuid as hand, k.funding_decision_id as funding,
    k.position, null::uuid as portfolio_id, f.decided_on::timestamptz as at, p.title,
    p.share as project_share, p.ecosystem_id as project_ecosystem
  from project_commitment k join funding_decision f on f.id = k.funding_decision_id join project p on p.id = f.project_id
  where k.kind = 'continuation' and k.what is not null and f.withdrawn_at is null`

// The newest check of a month is the one that counts.
const checks = sql`
  coalesce((select jsonb_agg(c order by c.months) from (
    select distinct on (c.months) c.months, c.outcome, c.evidence, c.at, person.name as by from commitment_check c
      left join person on person.id = c.person_id
    where c.commitment_id = k.hand or (c.funding_decision_id = k.funding and c.position = k.position)
    order by c.months, c.at desc, c.id desc) c), '[]') as checks`

/** What goes on after the money of these projects: promised in decided applications, and written in the portfolio. */
export async function commitmentsOf(
  db: Read,
  portfolio: string,
  projects: readonly string[],
): Promise<Commitment[]> {
  if (projects.length === 0) return []
  const { rows } = await sql<Commitment>`
    select k.id, k.project, k.organisation, k.what, k.payer, k.owner, k.evidence, k."from", k.ends, ${checks}
    from ((${handMade}) union all (${promised})) k
    where k.project = any(${[...projects]}::uuid[]) and (k.portfolio_id is null or k.portfolio_id = ${portfolio})
    order by k.ends nulls last, k.project, k.id limit 2000`.execute(db as Tx)
  return rows.map((row) => ({ ...row, checks: row.checks.map((c) => ({ ...c, at: new Date(c.at) })) }))
}

export type EndingPromise = Commitment & {
  portfolio: string
  /** Who sees the portfolio, and who the project. */
  share: ShareLevel
  ecosystem: string
  projectShare: ShareLevel
  projectEcosystem: string | null
  /** It is in the portfolio only when one of its filters finds the project. */
  byFilter: boolean
  ecosystemKey: string
  ecosystemName: Names
  title: string
  at: Date
}

// A decided application's promise is in the portfolios of its ecosystem that take in its call, or the project by hand or
// by a filter.
const inPortfolios = sql`
  select k.*, k.portfolio_id as portfolio, false as by_filter from (${handMade}) k
  union all
  select k.*, f.id as portfolio, not named as by_filter from (${promised}) k
    join funding_decision d on d.id = k.funding
    join decision x on x.id = d.decision_id join application a on a.id = x.application_id
    join portfolio f on f.ecosystem_id = a.ecosystem_id
    cross join lateral (select exists (select from portfolio_source s
        where s.portfolio_id = f.id and s.call_id = a.call_id and s.removed_at is null)
      or exists (select from portfolio_choice c
        where c.portfolio_id = f.id and c.thing_id = k.project and c.stance = 'in' and c.removed_at is null)
      as named) taken
  where named or exists (select from portfolio_source s
      where s.portfolio_id = f.id and s.kind = 'projects' and s.removed_at is null)`

/** The promises of portfolios, of projects that end between two days: for what waits, and for the calendar. */
export async function promisesEnding(db: Read, from: Day, to: Day): Promise<EndingPromise[]> {
  const { rows } = await sql<EndingPromise>`
    select k.id, k.project, k.organisation, k.what, k.payer, k.owner, k.evidence, k."from", k.ends, ${checks},
      f.id as portfolio, f.share, f.ecosystem_id as ecosystem, e.key as "ecosystemKey",
      coalesce(e.short_name, e.name) as "ecosystemName", k.title, k.at, k.by_filter as "byFilter",
      k.project_share as "projectShare", k.project_ecosystem as "projectEcosystem"
    from (${inPortfolios}) k join portfolio f on f.id = k.portfolio join ecosystem e on e.id = f.ecosystem_id
    where k.ends between ${from} and ${to}
      and not exists (select from portfolio_choice c
        where c.portfolio_id = f.id and c.thing_id = k.project and c.stance = 'out' and c.removed_at is null)
    order by k.ends, k.id limit 2000`.execute(db as Tx)
  return rows
}

type By = { person: string; at: Date }

export const insertCommitment = (
  tx: Tx,
  k: Pick<Commitment, 'id' | 'project' | 'organisation' | 'what' | 'payer' | 'owner' | 'evidence'> & {
    portfolio: string
  } & By,
) =>
  tx
    .insertInto('portfolio_commitment')
    .values({
      id: k.id,
      portfolio_id: k.portfolio,
      project_id: k.project,
      organisation: k.organisation,
      what: k.what,
      payer: k.payer,
      owner: k.owner,
      evidence: k.evidence,
      person_id: k.person,
      at: k.at,
    })
    .execute()

export const insertCheck = (
  tx: Tx,
  c: { id: string; commitment: string; months: number; outcome: string; evidence: string } & By,
) => {
  const [funding, position] = c.commitment.split('.')
  const decided = position !== undefined
  return tx
    .insertInto('commitment_check')
    .values({
      id: c.id,
      commitment_id: decided ? null : c.commitment,
      funding_decision_id: decided ? funding! : null,
      position: decided ? Number(position) : null,
      months: c.months,
      outcome: c.outcome,
      evidence: c.evidence,
      person_id: c.person,
      at: c.at,
    })
    .execute()
}
