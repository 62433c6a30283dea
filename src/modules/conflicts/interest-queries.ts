import { sql } from 'kysely'
import type { Relation, Role } from '../../engine/conflict/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'

export type OwnInterest = {
  id: string
  relation: Relation | null
  role: Role | null
  organisation: string
  organisationName: string
  starts: Day | null
  ends: Day | null
  at: Date
}

export async function interestsOf(db: Read, person: string): Promise<OwnInterest[]> {
  const { rows } = await sql<OwnInterest>`
    select i.id, i.relation, i.role, c.id as organisation, c.name as "organisationName", i.starts_on as starts,
      i.ends_on as ends, i.declared_at as at
    from person_interest i join organisation o on o.id = i.organisation_id join organisation c on c.id = o.canonical_id
    where i.person_id = ${person} and i.withdrawn_at is null order by c.name, i.declared_at`.execute(db as Tx)
  return rows
}

export type NewInterest = {
  id: string
  person_id: string
  relation: string | null
  role: Role | null
  organisation_id: string
  starts_on: Day | null
  ends_on: Day | null
  declared_at: Date
}

export const insertInterest = (tx: Tx, interest: NewInterest): Promise<unknown> =>
  tx.insertInto('person_interest').values(interest).execute()

export async function endInterest(tx: Tx, person: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person_interest')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type FamilyLink = {
  id: string
  upper: string
  upperName: string
  lower: string
  lowerName: string
  kind: 'parent' | 'municipal' | 'owner' | 'group'
  share: string | null
  source: string
  starts: Day | null
  ends: Day | null
}

/** The links of one organisation to those above and below it, through every row of it. */
export async function familyOf(db: Read, organisation: string): Promise<FamilyLink[]> {
  const { rows } = await sql<FamilyLink>`
    select f.id, u.id as upper, u.name as "upperName", l.id as lower, l.name as "lowerName", f.kind, f.share, f.source,
      f.starts_on as starts, f.ends_on as ends
    from organisation_family f
    join organisation u0 on u0.id = f.upper_id join organisation u on u.id = u0.canonical_id
    join organisation l0 on l0.id = f.lower_id join organisation l on l.id = l0.canonical_id
    where f.withdrawn_at is null and (u.id = ${organisation} or l.id = ${organisation})
    order by u.name, l.name, f.id`.execute(db as Tx)
  return rows
}

export type NewLink = {
  id: string
  upper_id: string
  lower_id: string
  kind: FamilyLink['kind']
  share: string | null
  source: string
  starts_on: Day | null
  ends_on: Day | null
  person_id: string | null
  at: Date
}

export const insertLink = (tx: Tx, link: NewLink): Promise<unknown> =>
  tx.insertInto('organisation_family').values(link).execute()

export async function endLink(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('organisation_family')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The one organisation that stands for all rows of this one; undefined when it is not there or is a personal trader. */
export const canonicalOf = async (db: Read, id: string) =>
  db
    .selectFrom('organisation as o')
    .innerJoin('organisation as c', 'c.id', 'o.canonical_id')
    .where('o.id', '=', id)
    .where('c.personal', '=', false)
    .select(['c.id', 'c.name'])
    .executeTakeFirst()
