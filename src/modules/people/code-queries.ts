import type { Read, Tx } from '../../kernel/db.ts'

export const readCode = (db: Read, person: string) =>
  db.selectFrom('one_time_code').selectAll().where('person_id', '=', person).executeTakeFirst()

/** The person's one-time code when it is switched on. */
export const confirmedCode = (db: Read, person: string) =>
  db
    .selectFrom('one_time_code')
    .selectAll()
    .where('person_id', '=', person)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()

/** A new secret that waits to be confirmed; one that is confirmed already is left alone. */
export const beginCode = (tx: Tx, person: string, sealed: string) =>
  tx
    .insertInto('one_time_code')
    .values({ person_id: person, sealed_secret: sealed })
    .onConflict((c) =>
      c
        .column('person_id')
        .doUpdateSet({ sealed_secret: sealed, last_step: 0 })
        .where('one_time_code.confirmed_at', 'is', null),
    )
    .execute()

/** Takes the step of a code; answers nothing when that step or a later one was used already. */
export const takeCodeStep = (tx: Tx, person: string, step: number) =>
  tx
    .updateTable('one_time_code')
    .set({ last_step: step })
    .where('person_id', '=', person)
    .where('last_step', '<', step)
    .returning('person_id')
    .executeTakeFirst()

export const confirmCode = (tx: Tx, person: string, now: Date) =>
  tx.updateTable('one_time_code').set({ confirmed_at: now }).where('person_id', '=', person).execute()

export async function deleteCode(tx: Tx, person: string): Promise<void> {
  await tx.deleteFrom('recovery_code').where('person_id', '=', person).execute()
  await tx.deleteFrom('one_time_code').where('person_id', '=', person).execute()
}

export async function replaceRecoveryCodes(tx: Tx, person: string, hashes: readonly string[]): Promise<void> {
  await tx.deleteFrom('recovery_code').where('person_id', '=', person).execute()
  await tx
    .insertInto('recovery_code')
    .values(hashes.map((code_hash) => ({ person_id: person, code_hash })))
    .execute()
}

export const takeRecoveryCode = (tx: Tx, person: string, hash: string, now: Date) =>
  tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', person)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()

export async function recoveryCodesLeft(db: Read, person: string): Promise<number> {
  const row = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.left
}
