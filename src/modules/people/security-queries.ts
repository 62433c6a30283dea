import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { dayIn } from '../../kernel/time.ts'

export type SecuritySetting = { administratorsNeedSecondFactor: boolean }

/** Undefined until somebody, or the first start of a real installation, has said it. */
export const securitySetting = async (db: Read): Promise<SecuritySetting | undefined> =>
  (await db.selectFrom('setting').select('value').where('name', '=', 'security').executeTakeFirst())?.value as
    | SecuritySetting
    | undefined

export const saveSecuritySetting = (tx: Tx, setting: SecuritySetting) =>
  tx
    .insertInto('setting')
    .values({ name: 'security', value: JSON.stringify(setting) })
    .onConflict((c) => c.column('name').doUpdateSet({ value: JSON.stringify(setting) }))
    .execute()

export type Administrator = {
  id: string
  name: string
  email: string | null
  language: string
  passkeys: number
  code: boolean
  provider: boolean
}

/** Those who hold the administrator's office today, with the second factors that they have. */
export async function administrators(db: Read, now: Date): Promise<Administrator[]> {
  const today = dayIn(now)
  const { rows } = await sql<Administrator>`
    select p.id, p.name, p.email, p.language,
      (select count(*) from passkey k where k.person_id = p.id)::int as passkeys,
      exists (select from one_time_code c where c.person_id = p.id and c.confirmed_at is not null) as code,
      exists (select from person_identity i where i.person_id = p.id) as provider
    from person p
    where p.closed_at is null and exists (
      select from office_holding h where h.person_id = p.id and h.office = 'administrator' and h.ended_at is null
        and h.starts_on <= ${today}::date and (h.ends_on is null or h.ends_on >= ${today}::date))
    order by p.name, p.id`.execute(db as Tx)
  return rows
}

/** The session has shown a second factor: one that was set up in it. */
export const strengthenSession = (tx: Tx, id: string, way: 'code' | 'passkey') =>
  tx.updateTable('session').set({ way }).where('id', '=', id).where('way', '=', 'link').execute()

export async function hasFactor(db: Read, person: string, now: Date): Promise<boolean> {
  const own = (await administrators(db, now)).find((a) => a.id === person)
  return own !== undefined && (own.passkeys > 0 || own.code || own.provider)
}
