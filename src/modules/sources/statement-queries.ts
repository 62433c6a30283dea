import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { ShareLevel } from '../../kernel/share.ts'

/** A row of a list that waits to be applied. */
export type StagedRow = { rowNo: number; registry: string; projectKey: string; values: unknown }

/** The next rows of an import in their order, those that were refused left out. */
export async function stagedRows(
  db: Read,
  importId: string,
  afterRow: number,
  limit: number,
): Promise<StagedRow[]> {
  return db
    .selectFrom('import_row')
    .where('import_id', '=', importId)
    .where('row_no', '>', afterRow)
    .where('state', '=', 'staged')
    .orderBy('row_no')
    .limit(limit)
    .select(['row_no as rowNo', 'registry', 'project_key as projectKey', 'values'])
    .execute()
}

export type AppliedRow = {
  projectId: string
  importId: string
  rowNo: number
  asOf: string | null
  importedAt: Date
  share: ShareLevel
  values: unknown
}

/** The applied rows about some projects: the statements that the projects are folded from. */
export async function statementsOf(db: Read, projectIds: readonly string[]): Promise<AppliedRow[]> {
  if (projectIds.length === 0) return []
  return db
    .selectFrom('import_row as r')
    .innerJoin('import as i', 'i.id', 'r.import_id')
    .where('r.project_id', 'in', [...projectIds])
    .where('r.state', '=', 'applied')
    .select([
      'r.project_id as projectId',
      'r.import_id as importId',
      'r.row_no as rowNo',
      'i.as_of as asOf',
      'i.created_at as importedAt',
      sql<ShareLevel>`i.share`.as('share'),
      'r.values as values',
    ])
    .$narrowType<{ projectId: string }>()
    .execute()
}

export type ToldRow = Pick<StagedRow, 'rowNo' | 'registry' | 'projectKey'> & {
  projectId: string
  state: 'applied' | 'same'
  /** Whether another list tells of the same project. */
  others: boolean
}

/** The rows of an import that stand for a project, in their order after one of them. */
export async function toldRows(
  db: Read,
  importId: string,
  afterRow: number,
  limit: number,
): Promise<ToldRow[]> {
  const { rows } = await sql<ToldRow>`
    select r.row_no as "rowNo", r.registry, r.project_key as "projectKey", r.project_id as "projectId", r.state,
      exists (select from import_row o where o.project_id = r.project_id and o.import_id <> r.import_id
        and o.state = 'applied') as others
    from import_row r
    where r.import_id = ${importId} and r.row_no > ${afterRow} and r.project_id is not null
      and r.state in ('applied', 'same')
    order by r.row_no limit ${limit}`.execute(db as Tx)
  return rows
}

/** Which lists tell of some projects, and of how many of them each; the one that tells of most first. */
export async function listsOfProjects(
  db: Read,
  projectIds: readonly string[],
): Promise<{ id: string; projects: number }[]> {
  if (projectIds.length === 0) return []
  const { rows } = await sql<{ id: string; projects: number }>`
    select import_id as id, count(distinct project_id) as projects from import_row
    where project_id = any(${[...projectIds]}::uuid[]) and state = 'applied'
    group by import_id order by projects desc, import_id`.execute(db as Tx)
  return rows
}

export type Mark = { rowNo: number; state: 'applied' | 'same'; projectId: string }

export async function markRows(tx: Tx, importId: string, marks: readonly Mark[]): Promise<void> {
  if (marks.length === 0) return
  await sql`
    update import_row r set state = m.state, project_id = m."projectId"
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m ("rowNo" bigint, state text, "projectId" uuid)
    where r.import_id = ${importId} and r.row_no = m."rowNo"`.execute(tx)
}

/** Takes an import's applied rows back; answers the projects that lose a statement. */
export async function withdrawRows(tx: Tx, importId: string): Promise<string[]> {
  const { rows } = await sql<{ project_id: string }>`
    with taken as (
      update import_row set state = 'withdrawn' where import_id = ${importId} and state = 'applied' returning project_id
    ) select distinct project_id from taken`.execute(tx)
  return rows.map((r) => r.project_id)
}

export type FormerProject = { registry: string; code: string; id: string }

/**
 * Projects that are gone since their lists were withdrawn, by the codes that they had: what comes back under one of
 * them is the same project, with all that people have said of it. The latest withdrawal counts.
 */
export async function formerProjects(
  db: Read,
  keys: readonly { registry: string; code: string }[],
  circle: 'public' | { ecosystem: string | null },
): Promise<FormerProject[]> {
  if (keys.length === 0) return []
  const within =
    circle === 'public'
      ? sql`i.share = 'public'`
      : sql`i.share <> 'public' and i.ecosystem_id is not distinct from ${circle.ecosystem}::uuid`
  const { rows } = await sql<FormerProject>`
    select distinct on (k.registry, k.code) k.registry, k.code, r.project_id as id
    from jsonb_to_recordset(${JSON.stringify(keys.map(({ registry, code }) => ({ registry, code })))}::jsonb)
      as k (registry text, code text)
    join import_row r on r.project_key = k.code and r.registry = k.registry and r.state = 'withdrawn'
    join import i on i.id = r.import_id and ${within}
    where not exists (select from project p where p.id = r.project_id)
    order by k.registry, k.code, r.import_id desc`.execute(db as Tx)
  return rows
}
