import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'

export type StoredValue = {
  id: string
  dimension: string
  code: string
  position: number
  name: Names
  validFrom: Day | null
  validTo: Day | null
  source: string
}
export type StoredDimension = { dimension: string; position: number; name: Names }

const valueColumns = [
  'id',
  'dimension',
  'code',
  'position',
  'name',
  'valid_from as validFrom',
  'valid_to as validTo',
  'source',
] as const

export async function readFrame(db: Read, ecosystem: string) {
  const dimensions = (await db
    .selectFrom('ecosystem_dimension')
    .select(['dimension', 'position', 'name'])
    .where('ecosystem_id', '=', ecosystem)
    .orderBy('position')
    .execute()) as StoredDimension[]
  const values = (await db
    .selectFrom('ecosystem_value')
    .select(valueColumns)
    .where('ecosystem_id', '=', ecosystem)
    .orderBy('position')
    .orderBy('code')
    .execute()) as StoredValue[]
  return { dimensions, values }
}

export const insertDimension = (
  tx: Tx,
  d: { ecosystem_id: string; dimension: string; position: number; name: Names },
) =>
  tx
    .insertInto('ecosystem_dimension')
    .values({ ...d, name: JSON.stringify(d.name) })
    .execute()

export const renameDimension = (tx: Tx, ecosystem: string, dimension: string, name: Names) =>
  tx
    .updateTable('ecosystem_dimension')
    .set({ name: JSON.stringify(name) })
    .where('ecosystem_id', '=', ecosystem)
    .where('dimension', '=', dimension)
    .execute()

export const deleteDimension = (tx: Tx, ecosystem: string, dimension: string) =>
  tx
    .deleteFrom('ecosystem_dimension')
    .where('ecosystem_id', '=', ecosystem)
    .where('dimension', '=', dimension)
    .execute()

type ValueFields = { code: string; name: Names; validFrom: Day | null; validTo: Day | null; source: string }

const columnsOf = ({ code, name, validFrom, validTo, source }: ValueFields) => ({
  code,
  name: JSON.stringify(name),
  // A name that was written here is nobody's translation of ours.
  unofficial: [] as string[],
  valid_from: validFrom,
  valid_to: validTo,
  source,
})

export const insertValue = (
  tx: Tx,
  v: ValueFields & { id: string; ecosystem: string; dimension: string; position: number },
) =>
  tx
    .insertInto('ecosystem_value')
    .values({
      ...columnsOf(v),
      id: v.id,
      ecosystem_id: v.ecosystem,
      dimension: v.dimension,
      position: v.position,
      detail: '[]',
    })
    .execute()

export const updateValue = (tx: Tx, id: string, v: ValueFields) =>
  tx.updateTable('ecosystem_value').set(columnsOf(v)).where('id', '=', id).execute()

export const deleteValue = (tx: Tx, id: string) =>
  tx.deleteFrom('ecosystem_value').where('id', '=', id).execute()

/** Puts dimensions or values in the order given. */
export async function orderValues(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update ecosystem_value v set position = o.n - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as o (id, n) where v.id = o.id`.execute(tx)
}

export async function orderDimensions(tx: Tx, ecosystem: string, names: readonly string[]): Promise<void> {
  await sql`update ecosystem_dimension d set position = o.n - 1
    from unnest(${[...names]}::text[]) with ordinality as o (name, n)
    where d.ecosystem_id = ${ecosystem} and d.dimension = o.name`.execute(tx)
}

export type StoredGoal = {
  id: string
  name: Names
  comparator: '=' | '>' | '>='
  target: string
  unit: 'count' | 'percent'
  from: number | null
  by: number | null
  source: string
}

export async function readGoals(db: Read, ecosystem: string): Promise<StoredGoal[]> {
  const rows = await db
    .selectFrom('ecosystem_goal')
    .select(['id', 'name', 'comparator', 'unit', 'from_year as from', 'by_year as by', 'source'])
    .select(sql<string>`trim_scale(target)::text`.as('target'))
    .where('ecosystem_id', '=', ecosystem)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows as StoredGoal[]
}

export async function saveGoal(tx: Tx, ecosystem: string, g: StoredGoal, position: number): Promise<void> {
  const row = {
    name: JSON.stringify(g.name),
    comparator: g.comparator,
    target: g.target,
    unit: g.unit,
    from_year: g.from,
    by_year: g.by,
    source: g.source,
  }
  await tx
    .insertInto('ecosystem_goal')
    .values({ ...row, id: g.id, ecosystem_id: ecosystem, position })
    .onConflict((c) => c.column('id').doUpdateSet(row))
    .execute()
}

export const deleteGoal = (tx: Tx, id: string) =>
  tx.deleteFrom('ecosystem_goal').where('id', '=', id).execute()
