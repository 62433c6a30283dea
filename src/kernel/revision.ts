import type { Read, Tx } from './db.ts'

/** A counter that moves when public data changes. Pages and summaries made under an older number are stale. */
export async function revision(db: Read): Promise<number> {
  const row = await db.selectFrom('revision').select('number').where('name', '=', 'public').executeTakeFirst()
  return row?.number ?? 0
}

export async function bumpRevision(tx: Tx): Promise<void> {
  await tx
    .insertInto('revision')
    .values({ name: 'public', number: 1 })
    .onConflict((c) => c.column('name').doUpdateSet((eb) => ({ number: eb('revision.number', '+', 1) })))
    .execute()
}
