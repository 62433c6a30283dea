import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Commitment, Indicator } from './promises.ts'

export async function answersOf(
  db: Read,
  application: string,
  version: number,
): Promise<Record<string, unknown>> {
  const row = await db
    .selectFrom('application_version')
    .where('application_id', '=', application)
    .where('version', '=', version)
    .select('answers')
    .executeTakeFirst()
  return (row?.answers ?? {}) as Record<string, unknown>
}

/** By which of these keys others than the given applications tell of a project, and by which they themselves do. */
export async function keysHeld(
  db: Read,
  keys: readonly string[],
  applications: readonly string[],
): Promise<{ own: string[]; others: string[] }> {
  const { rows } = await sql<{ key: string; own: boolean }>`
    select distinct s.project_key as key, d.application_id = any(${[...applications]}::uuid[]) as own
    from decision d join decision_statement s on s.decision_id = d.id
    where s.withdrawn_at is null and (d.application_id = any(${[...applications]}::uuid[]) or s.project_key = any(${[...keys]}))
    order by 1`.execute(db as Tx)
  const of = (own: boolean) => rows.filter((r) => r.own === own).map((r) => r.key)
  return { own: of(true), others: of(false) }
}

/** The first number of a group's applications: what its project is called by, whoever of it is granted money. */
export async function firstOfGroup(db: Read, group: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select min(number)::int as number from application where group_id = ${group}`.execute(db as Tx)
  return rows[0]!.number
}

export type Funding = {
  id: string
  project: string
  decision: string
  round: number
  contentAuthority: string | null
  decidingAuthority: string | null
  appropriation: string | null
  year: number
  decidedOn: string
  cost: string
  granted: string
  sources: readonly { source: string; amount: string }[]
  hash: string
  partners: readonly {
    organisation: string | null
    name: string
    role: 'lead' | 'partner'
    cost: string
    granted: string
  }[]
  indicators: readonly Indicator[]
  commitments: readonly Commitment[]
}

export async function insertFunding(tx: Tx, f: Funding): Promise<void> {
  await tx
    .insertInto('funding_decision')
    .values({
      id: f.id,
      project_id: f.project,
      decision_id: f.decision,
      round: f.round,
      content_authority: f.contentAuthority,
      deciding_authority: f.decidingAuthority,
      payer: null,
      appropriation: f.appropriation,
      year: f.year,
      decided_on: f.decidedOn,
      cost: f.cost,
      granted: f.granted,
      sources: JSON.stringify(f.sources),
      hash: f.hash,
    })
    .execute()
  const of = { funding_decision_id: f.id }
  for (const [position, p] of f.partners.entries())
    await tx
      .insertInto('project_budget')
      .values({
        ...of,
        position,
        organisation_id: p.organisation,
        name: p.name,
        role: p.role,
        cost: p.cost,
        granted: p.granted,
      })
      .execute()
  for (const [position, i] of f.indicators.entries())
    await tx
      .insertInto('project_indicator')
      .values({ ...of, position, ...i })
      .execute()
  for (const [position, c] of f.commitments.entries())
    await tx
      .insertInto('project_commitment')
      .values({ ...of, position, ...c })
      .execute()
}

/** It gave the money until now; it stays, and says since when not. */
export const withdrawFunding = (tx: Tx, decision: string, now: Date) =>
  tx
    .updateTable('funding_decision')
    .set({ withdrawn_at: now })
    .where('decision_id', '=', decision)
    .where('withdrawn_at', 'is', null)
    .execute()

export const insertStatement = (
  tx: Tx,
  s: { import: string; decision: string; round: number; project: string; key: string; at: Date },
) =>
  tx
    .insertInto('decision_statement')
    .values({
      import_id: s.import,
      decision_id: s.decision,
      round: s.round,
      project_id: s.project,
      project_key: s.key,
      at: s.at,
    })
    .execute()

/** The lists by which decisions tell of a project and that still count, the oldest first. */
export async function statementsOfProject(
  db: Read,
  key: string,
): Promise<{ import: string; decision: string }[]> {
  const { rows } = await sql<{ import: string; decision: string }>`
    select import_id as import, decision_id as decision from decision_statement
    where project_key = ${key} and withdrawn_at is null order by at, import_id`.execute(db as Tx)
  return rows
}

export const endStatement = (tx: Tx, importId: string, now: Date) =>
  tx.updateTable('decision_statement').set({ withdrawn_at: now }).where('import_id', '=', importId).execute()

export type ProjectFunding = {
  decision: string
  application: string
  number: string
  title: string
  language: string
  call: string
  callTitle: { fi?: string; sv?: string; en?: string }
  year: number
  decidedOn: string
  cost: string
  granted: string
  contentAuthority: string | null
  decidingAuthority: string | null
  payer: string | null
  appropriation: string | null
  sources: { source: string; amount: string }[]
  hash: string
  partners: { name: string; personal: boolean; role: string; cost: string; granted: string }[]
  indicators: Indicator[]
  commitments: Commitment[]
  /** Whether other applications form the project with this one. */
  grouped: boolean
}

/** The decisions that a project has its money by, with what they gave whom and what was promised. */
export async function fundingOf(db: Read, project: string): Promise<ProjectFunding[]> {
  const { rows } = await sql<ProjectFunding>`
    select f.decision_id as decision, a.id as application, c.code || '/' || a.number as number, a.title, a.language, c.code as call,
      c.title as "callTitle", f.year, f.decided_on::text as "decidedOn", f.cost::text as cost, f.granted::text as granted,
      f.content_authority as "contentAuthority", f.deciding_authority as "decidingAuthority", f.payer, f.appropriation,
      f.sources, f.hash,
      exists (select from application x where x.group_id = a.group_id and x.id <> a.id) as grouped,
      (select jsonb_agg(jsonb_build_object('name', b.name, 'personal', coalesce(o.personal, false), 'role', b.role,
        'cost', b.cost::text, 'granted', b.granted::text) order by b.position)
        from project_budget b left join organisation o on o.id = b.organisation_id
        where b.funding_decision_id = f.id) as partners,
      coalesce((select jsonb_agg(jsonb_build_object('indicator', i.indicator, 'unit', i.unit, 'baseline',
        i.baseline::text, 'target', i.target::text, 'evidence', i.evidence) order by i.position)
        from project_indicator i where i.funding_decision_id = f.id), '[]') as indicators,
      coalesce((select jsonb_agg(jsonb_build_object('kind', k.kind, 'organisation', k.organisation, 'what', k.what,
        'payer', k.payer, 'owner', k.owner, 'evidence', k.evidence, 'amount', k.amount::text) order by k.position)
        from project_commitment k where k.funding_decision_id = f.id), '[]') as commitments
    from funding_decision f join decision d on d.id = f.decision_id join application a on a.id = d.application_id
      join call c on c.id = d.call_id
    where f.project_id = ${project} and f.withdrawn_at is null order by f.decided_on, a.number`.execute(
    db as Tx,
  )
  return rows
}

/**
 * Ties a list that tells something further of a granted project to the newest decision that gave it money: it goes when
 * the decision goes. Of a project without one nothing is tied.
 */
export const standsWithDecision = (
  tx: Tx,
  s: { project: string; import: string; key: string; at: Date },
): Promise<unknown> =>
  sql`insert into decision_statement (import_id, decision_id, round, project_id, project_key, at)
    select ${s.import}, f.decision_id, f.round, f.project_id, ${s.key}, ${s.at} from funding_decision f
    where f.project_id = ${s.project} and f.withdrawn_at is null order by f.decided_on desc, f.id desc limit 1`.execute(
    tx,
  )
