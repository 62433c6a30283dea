import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../../src/kernel/id.ts'
import type { TestDatabase } from '../database.ts'
import type { Region } from './region.ts'

export type Talker = { id: string; name: string; session: Awaited<ReturnType<typeof sessionOf>> }

/** A person with an office and a session of one's own, as an invitation and a sign-in would leave them. */
export async function settle(
  region: Region,
  given: { name: string; office: string; ecosystem?: string; language?: string; email?: string },
): Promise<Talker> {
  const { db } = region.database
  const id = newId()
  await sql`insert into person (id, name, email, language, created_at)
    values (${id}, ${given.name}, ${given.email ?? null}, ${given.language ?? 'fi'}, now())`.execute(db)
  await sql`insert into office_holding (id, person_id, office, ecosystem_id, starts_on, granted_at)
    values (${newId()}, ${id}, ${given.office},
      (select id from ecosystem where key = ${given.ecosystem ?? ''}), current_date - 1, now())`.execute(db)
  return { id, name: given.name, session: await sessionOf(region.database, id, region.product.url) }
}

async function sessionOf(database: TestDatabase, person: string, url: string) {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('base64url')
  await sql`insert into session (token_hash, person_id, created_at, expires_at)
    values (${hash}, ${person}, now(), now() + interval '1 hour')`.execute(database.db)
  const { hostname } = new URL(url)
  const cookie = { name: 'talkoot_session', value: token, domain: hostname, path: '/' }
  return {
    cookies: [{ ...cookie, expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }],
    origins: [],
  }
}
