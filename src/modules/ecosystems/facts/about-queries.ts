import { sql } from 'kysely'
import type { Read, Tx } from '../../../kernel/db.ts'
import type { ShareLevel } from '../../../kernel/share.ts'
import type { Names } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'

/** What an ecosystem is, when and where, as people change it. */
export type About = {
  id: string
  key: string
  name: Names
  kind: string
  short: Names | null
  description: Names
  starts: string | null
  ends: string | null
  regions: string[]
  signed: Day | null
  validTo: Day | null
}

const columns = [
  'id',
  'key',
  'name',
  'kind',
  'short_name as short',
  'description',
  'starts',
  'ends',
  'regions',
  'signed_on as signed',
  'agreement_until as validTo',
] as const

export const readAbout = (db: Read, key: string): Promise<About | undefined> =>
  db.selectFrom('ecosystem').select(columns).where('key', '=', key).executeTakeFirst() as Promise<
    About | undefined
  >

/** Writes what is said now. `source` is of what is said anew: what stays as it was keeps the source it was read in. */
export async function writeAbout(
  tx: Tx,
  before: About,
  after: Omit<About, 'id' | 'key' | 'name'>,
  source: string,
): Promise<void> {
  const { kind, short, description, starts, ends, regions, signed, validTo } = after
  const newPeriod = before.starts !== starts || before.ends !== ends
  const newAgreement = before.signed !== signed || before.validTo !== validTo
  await tx
    .updateTable('ecosystem')
    .set({
      kind,
      featured: sql<boolean>`featured or ${kind !== 'agreement'}`,
      short_name: short && JSON.stringify(short),
      description: JSON.stringify(description),
      regions,
      ...(newPeriod && { starts, ends, period_source: starts || ends ? source : null }),
      ...(newAgreement && { signed_on: signed, agreement_until: validTo, agreement_source: source }),
    })
    .where('id', '=', before.id)
    .execute()
}

/** The place of one more at the end of the list. */
export const nextPosition = async (tx: Tx): Promise<number> =>
  (
    await tx
      .selectFrom('ecosystem')
      .select(sql<number>`coalesce(max(position), -1) + 1`.as('next'))
      .executeTakeFirstOrThrow()
  ).next

/** One that is made here is seen as its makers say, from its first moment. */
export const setShare = (tx: Tx, id: string, share: ShareLevel) =>
  tx.updateTable('ecosystem').set({ share }).where('id', '=', id).execute()
