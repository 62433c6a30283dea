import { sql } from 'kysely'
import type { Tx } from '../../kernel/db.ts'
import { seal, unseal } from '../../kernel/seal.ts'
import { use } from './code-rules.ts'
import { sealUse } from './invitation-schemas.ts'

export type Resealed = { codes: number; invitations: number; lost: number }

/** Seals anew what the sign-in keeps sealed. What the old key does not open stays as it is, and is counted. */
export async function resealSignIn(tx: Tx, from: string, to: string): Promise<Resealed> {
  const done = { codes: 0, invitations: 0, lost: 0 }
  const anew = (use: string, sealed: string): string | undefined => {
    const open = unseal(from, use, sealed)
    if (open === undefined) done.lost += 1
    return open === undefined ? undefined : seal(to, use, open)
  }
  const codes = await tx
    .selectFrom('one_time_code')
    .select(['person_id', 'sealed_secret'])
    .forUpdate()
    .execute()
  for (const { person_id, sealed_secret } of codes) {
    const sealed = anew(use.code, sealed_secret)
    if (!sealed) continue
    await tx
      .updateTable('one_time_code')
      .set({ sealed_secret: sealed })
      .where('person_id', '=', person_id)
      .execute()
    done.codes += 1
  }
  const invitations = await tx
    .selectFrom('invitation')
    .select(['id', 'sealed_token'])
    .where('sealed_token', 'is not', null)
    .forUpdate()
    .execute()
  for (const { id, sealed_token } of invitations) {
    const sealed = anew(sealUse, sealed_token!)
    if (!sealed) continue
    await tx.updateTable('invitation').set({ sealed_token: sealed }).where('id', '=', id).execute()
    done.invitations += 1
  }
  return done
}

/** Recovery codes are kept as marks that only the old key makes: they end. Answers whose did. */
export async function endRecoveryCodes(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    with gone as (delete from recovery_code where used_at is null returning person_id)
    select distinct person_id from gone`.execute(tx)
  await tx.deleteFrom('recovery_code').execute()
  return rows.map((r) => r.person_id)
}
