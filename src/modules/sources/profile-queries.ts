import type { Read, Tx } from '../../kernel/db.ts'
import type { Id } from '../../kernel/id.ts'
import type { Profile } from './profile.ts'

export async function savedProfiles(db: Read): Promise<Profile[]> {
  const rows = await db.selectFrom('list_profile').select('mapping').orderBy('name').execute()
  return rows.map((r) => r.mapping as Profile)
}

export async function saveProfile(tx: Tx, id: Id, profile: Profile, now: Date): Promise<void> {
  await tx
    .insertInto('list_profile')
    .values({ id, name: profile.name, mapping: JSON.stringify(profile), created_at: now })
    .onConflict((c) => c.column('name').doUpdateSet({ mapping: JSON.stringify(profile) }))
    .execute()
}

export async function deleteProfile(tx: Tx, name: string): Promise<boolean> {
  const result = await tx.deleteFrom('list_profile').where('name', '=', name).executeTakeFirst()
  return result.numDeletedRows > 0n
}
