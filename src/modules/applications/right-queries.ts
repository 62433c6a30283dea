import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { Level } from './application.ts'

export type RightRow = {
  person: string
  name: string
  email: string | null
  level: Level
  organisation: string | null
  since: Date
}

/** Who has a right now, with names, the first given first. */
export async function rightsOf(db: Read, application: string): Promise<RightRow[]> {
  const rows = await db
    .selectFrom('application_right as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .leftJoin('organisation as o', 'o.id', 'r.organisation_id')
    .where('r.application_id', '=', application)
    .where('r.ended_at', 'is', null)
    .select(['r.person_id as person', 'p.name', 'p.email', 'r.level', 'o.name as organisation'])
    .select('r.given_at as since')
    .orderBy('r.given_at')
    .execute()
  return rows as RightRow[]
}

export const giveRight = (
  tx: Tx,
  right: {
    application: string
    person: string
    organisation: string | null
    level: Level
    by: string | null
    at: Date
  },
) =>
  tx
    .insertInto('application_right')
    .values({
      id: newId(right.at.getTime()),
      application_id: right.application,
      person_id: right.person,
      organisation_id: right.organisation,
      level: right.level,
      given_by: right.by,
      given_at: right.at,
    })
    .execute()

/** Whether somebody may write in it now who could not before then. */
export async function writersSince(db: Read, application: string, since: Date): Promise<boolean> {
  const { rows } = await sql`
    select from application_right r
    where r.application_id = ${application} and r.level <> 'view' and r.ended_at is null and r.given_at > ${since}
      and not exists (select from application_right e where e.application_id = r.application_id
        and e.person_id = r.person_id and e.level <> 'view' and e.given_at <= ${since})
    limit 1`.execute(db as Tx)
  return rows.length > 0
}

export const endRight = (tx: Tx, application: string, person: string, at: Date) =>
  tx
    .updateTable('application_right')
    .set({ ended_at: at })
    .where('application_id', '=', application)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute()

/** Who had a right in one application has it in another that grew from it. */
export const copyRights = (tx: Tx, from: string, to: string, at: Date) =>
  sql`insert into application_right (id, application_id, person_id, organisation_id, level, given_by, given_at)
    select gen_random_uuid(), ${to}, person_id, organisation_id, level, given_by, ${at} from application_right
    where application_id = ${from} and ended_at is null
    on conflict do nothing`.execute(tx)

export type InvitationRow = {
  id: string
  application_id: string
  email: string
  level: Level
  organisation_name: string | null
  invited_by: string
  invited_at: Date
  expires_at: Date
  accepted_at: Date | null
  revoked_at: Date | null
}

const columns = [
  'id',
  'application_id',
  'email',
  'level',
  'organisation_name',
  'invited_by',
  'invited_at',
  'expires_at',
  'accepted_at',
  'revoked_at',
] as const

/** Offers that still wait for an answer. */
export async function openInvitations(db: Read, application: string, now: Date): Promise<InvitationRow[]> {
  const rows = await db
    .selectFrom('application_invitation')
    .where('application_id', '=', application)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .select(columns)
    .orderBy('invited_at')
    .execute()
  return rows as InvitationRow[]
}

export async function invitationBy(db: Read, secretHash: string): Promise<InvitationRow | undefined> {
  const row = await db
    .selectFrom('application_invitation')
    .where('secret_hash', '=', secretHash)
    .select(columns)
    .executeTakeFirst()
  return row as InvitationRow | undefined
}

export const insertInvitation = (
  tx: Tx,
  invitation: Omit<InvitationRow, 'accepted_at' | 'revoked_at'> & { secret_hash: string },
) => tx.insertInto('application_invitation').values(invitation).execute()

export const acceptInvitation = (tx: Tx, id: string, person: string, at: Date) =>
  tx
    .updateTable('application_invitation')
    .set({ accepted_at: at, accepted_by: person })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .execute()

export const revokeInvitation = async (
  tx: Tx,
  application: string,
  id: string,
  at: Date,
): Promise<boolean> => {
  const done = await tx
    .updateTable('application_invitation')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('application_id', '=', application)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}
