import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'

export type EcosystemName = { id: string; key: string; name: Names }

export const ecosystemByKey = (db: Read, key: string): Promise<EcosystemName | undefined> =>
  db
    .selectFrom('ecosystem')
    .select(['id', 'key', 'name'])
    .where('key', '=', key)
    .executeTakeFirst() as Promise<EcosystemName | undefined>

export const ecosystemNames = (db: Read): Promise<(EcosystemName & { share: ShareLevel })[]> =>
  db
    .selectFrom('ecosystem')
    .select(['id', 'key', 'name', 'share'])
    .orderBy('position')
    .orderBy('key')
    .execute() as Promise<(EcosystemName & { share: ShareLevel })[]>

export type Holding = {
  id: string
  person: string
  name: string
  office: string
  ecosystem: EcosystemName | null
  starts: Day
  ends: Day | null
  ended: boolean
  /** Whose deputy: a name. */
  deputyOf: string | null
  grantedBy: string | null
}

const holding = sql`
  select h.id, h.person_id as person, p.name, h.office,
    case when e.id is not null then jsonb_build_object('id', e.id, 'key', e.key, 'name', e.name) end as ecosystem,
    h.starts_on as starts, h.ends_on as ends, h.ended_at is not null as ended,
    absent.name as "deputyOf", giver.name as "grantedBy"
  from office_holding h
  join person p on p.id = h.person_id
  left join ecosystem e on e.id = h.ecosystem_id
  left join office_holding main on main.id = h.deputy_of
  left join person absent on absent.id = main.person_id
  left join person giver on giver.id = h.granted_by`

export async function holdingById(db: Read, id: string): Promise<Holding | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Holding>`${holding} where h.id = ${id}`.execute(db as Tx)
  return rows[0]
}

export type Member = {
  id: string
  name: string
  email: string | null
  organisations: string[]
}

/** Everybody, or those who hold or held an office in the ecosystem, by name. */
export async function membersOf(
  db: Read,
  ecosystem: string | null,
  q: string,
  limit: number,
  offset: number,
): Promise<{ people: (Member & { total: number })[]; holdings: Holding[] }> {
  const here = ecosystem
    ? sql`exists (select 1 from office_holding h where h.person_id = p.id and h.ecosystem_id = ${ecosystem}::uuid)`
    : sql`true`
  const named = q ? sql`(p.name ilike ${pattern(q)} or p.email ilike ${pattern(q)})` : sql`true`
  const { rows: people } = await sql<Member & { total: number }>`
    select p.id, p.name, p.email, count(*) over () as total,
      array(select o.name from person_organisation po join organisation o on o.id = po.organisation_id
        where po.person_id = p.id and po.ends_on is null order by o.name) as organisations
    from person p where p.closed_at is null and ${here} and ${named}
    order by p.name, p.id limit ${limit} offset ${offset}`.execute(db as Tx)
  const within = ecosystem ? sql`h.ecosystem_id = ${ecosystem}::uuid` : sql`true`
  const { rows: holdings } = await sql<Holding>`
    ${holding} where h.person_id = any(${people.map((p) => p.id)}::uuid[]) and ${within}
    order by h.ended_at is not null, h.starts_on, h.id`.execute(db as Tx)
  return { people, holdings }
}

const pattern = (q: string): string => `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`

export const personByEmail = (db: Read, email: string) =>
  db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('email', '=', email.toLowerCase())
    .where('closed_at', 'is', null)
    .executeTakeFirst()

/** The same office of the same person there, held on some of the days. */
export async function overlapping(
  db: Read,
  held: { person: string; office: string; ecosystem: string | null; starts: Day; ends: Day | null },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from office_holding where person_id = ${held.person} and office = ${held.office}
      and ecosystem_id is not distinct from ${held.ecosystem}::uuid and ended_at is null
      and daterange(starts_on, ends_on, '[]') && daterange(${held.starts}::date, ${held.ends}::date, '[]')
    limit 1`.execute(db as Tx)
  return rows.length > 0
}

/** Ends an office on a day, or at once, and that of its deputies. */
export async function endHolding(tx: Tx, id: string, on: Day | null, now: Date): Promise<void> {
  const those = sql`id = ${id} or deputy_of = ${id}`
  if (on === null) {
    await sql`update office_holding set ended_at = ${now} where (${those}) and ended_at is null`.execute(tx)
    return
  }
  await sql`
    update office_holding set
      ends_on = case when starts_on <= ${on}::date then least(ends_on, ${on}::date) else ends_on end,
      ended_at = case when starts_on > ${on}::date then ${now}::timestamptz end
    where (${those}) and ended_at is null`.execute(tx)
}

/** Whether somebody else is an administrator from the day on without an end. Waits for others who change that. */
export async function anotherAdministrator(tx: Tx, id: string, from: Day): Promise<boolean> {
  const { rows } = await sql<{ id: string; stays: boolean }>`
    select h.id, h.starts_on <= ${from}::date and h.ends_on is null and p.closed_at is null as stays
    from office_holding h join person p on p.id = h.person_id
    where h.office = 'administrator' and h.ecosystem_id is null and h.ended_at is null
    order by h.id for update of h`.execute(tx)
  return rows.some((row) => row.stays && row.id !== id)
}

export async function setPreview(tx: Tx, session: string, preview: object | null): Promise<void> {
  await tx
    .updateTable('session')
    .set({ preview: preview && JSON.stringify(preview) })
    .where('id', '=', session)
    .execute()
}

/** The offices of a person that end on a day from today to the one given. */
export async function endingHoldings(db: Read, person: string, today: Day, until: Day): Promise<Holding[]> {
  const { rows } = await sql<Holding>`
    ${holding} where h.person_id = ${person}::uuid and h.ended_at is null and h.deputy_of is null
      and h.starts_on <= ${today}::date and h.ends_on between ${today}::date and ${until}::date
    order by h.ends_on, h.id`.execute(db as Tx)
  return rows
}

/** The offices that somebody was given lately, and those given lately where one coordinates. */
export async function recentHoldings(
  db: Read,
  person: string,
  coordinated: readonly string[],
  since: Date,
): Promise<(Holding & { mine: boolean; at: Date })[]> {
  const { rows } = await sql<Holding & { mine: boolean; at: Date }>`
    select held.*, h2.granted_at as at, h2.person_id = ${person}::uuid as mine
    from (${holding} where h.granted_at > ${since} and h.ended_at is null
      and (h.person_id = ${person}::uuid or h.ecosystem_id = any(${[...coordinated]}::uuid[]))
      and h.granted_by is not null order by h.granted_at desc limit 10) held
    join office_holding h2 on h2.id = held.id order by at desc`.execute(db as Tx)
  return rows
}
