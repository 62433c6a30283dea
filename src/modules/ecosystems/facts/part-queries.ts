import { sql } from 'kysely'
import type { Read, Tx } from '../../../kernel/db.ts'
import type { Names } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'

// Who is in an ecosystem, its money and its ties, row by row as people change them.

export type StoredActor = {
  id: string
  role: string
  name: Names
  businessId: string | null
  what: Names | null
  validFrom: Day | null
  validTo: Day | null
}

export const readActors = (db: Read, ecosystem: string): Promise<StoredActor[]> =>
  db
    .selectFrom('ecosystem_role')
    .select([
      'id',
      'role',
      'name',
      'business_id as businessId',
      'what',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('ecosystem_id', '=', ecosystem)
    .orderBy('position')
    .orderBy('id')
    .execute() as Promise<StoredActor[]>

export async function saveActor(
  tx: Tx,
  ecosystem: string,
  a: StoredActor & { source: string },
  position: number,
): Promise<void> {
  const row = {
    role: a.role,
    name: JSON.stringify(a.name),
    business_id: a.businessId,
    what: a.what && JSON.stringify(a.what),
    valid_from: a.validFrom,
    valid_to: a.validTo,
    source: a.source,
  }
  await tx
    .insertInto('ecosystem_role')
    .values({ ...row, id: a.id, ecosystem_id: ecosystem, position })
    .onConflict((c) => c.column('id').doUpdateSet(row))
    .execute()
  // A party is a party to an agreement: where none was told of, it is told of here.
  if (a.role === 'party')
    await tx
      .updateTable('ecosystem')
      .set({ agreement_source: a.source })
      .where('id', '=', ecosystem)
      .where('agreement_source', 'is', null)
      .execute()
}

export const deleteActor = (tx: Tx, id: string) =>
  tx.deleteFrom('ecosystem_role').where('id', '=', id).execute()

export type StoredMoney = {
  id: string
  amount: string
  currency: string
  qualifier: string
  what: Names
  fund: string | null
  year: number | null
  payer: Names | null
}

export const readMoney = (db: Read, ecosystem: string): Promise<StoredMoney[]> =>
  db
    .selectFrom('ecosystem_money')
    .select(['id', 'currency', 'qualifier', 'what', 'fund', 'year', 'payer'])
    .select(sql<string>`amount::text`.as('amount'))
    .where('ecosystem_id', '=', ecosystem)
    .orderBy('position')
    .orderBy('id')
    .execute() as Promise<StoredMoney[]>

export async function saveMoney(
  tx: Tx,
  ecosystem: string,
  m: StoredMoney & { source: string },
  position: number,
): Promise<void> {
  const row = {
    amount: m.amount,
    currency: m.currency,
    qualifier: m.qualifier,
    what: JSON.stringify(m.what),
    fund: m.fund,
    year: m.year,
    payer: m.payer && JSON.stringify(m.payer),
    source: m.source,
  }
  await tx
    .insertInto('ecosystem_money')
    .values({ ...row, id: m.id, ecosystem_id: ecosystem, position })
    .onConflict((c) => c.column('id').doUpdateSet(row))
    .execute()
}

export const deleteMoney = (tx: Tx, id: string) =>
  tx.deleteFrom('ecosystem_money').where('id', '=', id).execute()

/** The places in a list at which a new row comes last. */
export const rowsOf = async (
  tx: Tx,
  table: 'ecosystem_role' | 'ecosystem_money' | 'ecosystem_link',
  of: string,
) =>
  (
    await tx
      .selectFrom(table)
      .select(sql<number>`coalesce(max(position), -1) + 1`.as('next'))
      .where('ecosystem_id', '=', of)
      .executeTakeFirstOrThrow()
  ).next
