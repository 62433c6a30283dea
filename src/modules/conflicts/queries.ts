import { sql } from 'kysely'
import type { Act } from '../../engine/conflict/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'

/** An application as far as somebody must know it to say whether they are conflicted. */
export type Matter = {
  id: string
  ecosystem: string
  call: string
  callCode: string
  callTitle: Names
  number: number
  title: string
  state: string
  parties: { name: string; business_id: string | null; role: 'lead' | 'partner' }[]
  /** Who writes in it and sends it, by name: only the reader knows who is near to them. */
  writers: string[]
  /** Since when parties and writers are as they are: a "none" said before then was said of another matter. */
  settledAt: Date
}

export async function mattersById(db: Read, ids: readonly string[]): Promise<Matter[]> {
  const { rows } = await sql<Matter>`
    select a.id, a.ecosystem_id as ecosystem, a.call_id as call, c.code as "callCode", c.title as "callTitle",
      a.number, a.title, a.state,
      (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'business_id', business_id, 'role', role) order by position), '[]')
        from application_partner where application_id = a.id) as parties,
      array(select distinct p.name from application_right r join person p on p.id = r.person_id
        where r.application_id = a.id and r.level <> 'view' and r.ended_at is null order by 1) as writers,
      coalesce(a.parties_at, a.submitted_at) as "settledAt"
    from application a join call c on c.id = a.call_id
    where a.id = any(${ids}::uuid[]) and a.version is not null order by a.number`.execute(db as Tx)
  return rows
}

export const matterOf = async (db: Read, id: string): Promise<Matter | undefined> =>
  (await mattersById(db, [id]))[0]

/** The ecosystem that an application belongs to, for rules. */
export const ecosystemOf = async (db: Read, application: string): Promise<string | undefined> =>
  (await db.selectFrom('application').where('id', '=', application).select('ecosystem_id').executeTakeFirst())
    ?.ecosystem_id

export async function applicationsIn(db: Read, call: string): Promise<string[]> {
  const rows = await db
    .selectFrom('application')
    .where('call_id', '=', call)
    .where('version', 'is not', null)
    .where('state', '<>', 'withdrawn')
    .select('id')
    .orderBy('number')
    .execute()
  return rows.map((row) => row.id)
}

export type Duty = { person: string; name: string; act: Act }

/**
 * Who would act in a call's applications: its assessors (all of the ecosystem where none are named), whoever holds a
 * sheet, and those whose office there proposes or decides.
 */
export async function dutiesIn(db: Read, call: string, today: string): Promise<Duty[]> {
  const { rows } = await sql<Duty>`
    with named as (
      select person_id from call_assessor where call_id = ${call} and ended_at is null
    ), held as (
      select h.person_id, h.office from office_holding h
      join call c on c.id = ${call} and (h.ecosystem_id = c.ecosystem_id or h.ecosystem_id is null)
      where h.office in ('assessor', 'preparer', 'city-decider', 'council-officer') and h.ended_at is null
        and h.starts_on <= ${today}::date and (h.ends_on is null or h.ends_on >= ${today}::date)
    ), duty as (
      select person_id, 'assess' as act from named
      union
      select s.person_id, 'assess' from assessment_sheet s join assessment a on a.application_id = s.application_id
      where a.call_id = ${call} and s.state <> 'released'
      union
      select person_id, case office when 'assessor' then 'assess' when 'preparer' then 'propose' else 'decide' end
      from held where office <> 'assessor' or not exists (select from named)
    )
    select person.id as person, person.name, duty.act from duty join person on person.id = duty.person_id
    where person.closed_at is null order by duty.act, person.name`.execute(db as Tx)
  return rows
}

export type NewDeclaration = {
  id: string
  person_id: string
  by_id: string
  application_id: string
  says: 'none' | 'conflict' | 'lifted'
  point: number | null
  words: string
  found: string
  meeting_id: string | null
  at: Date
}

export const insertDeclaration = (tx: Tx, declaration: NewDeclaration): Promise<unknown> =>
  tx.insertInto('conflict_declaration').values(declaration).execute()

export const insertAnswers = (
  tx: Tx,
  answers: readonly {
    id: string
    person_id: string
    application_id: string
    tie: string
    conflict: boolean
    seen: string[]
    at: Date
  }[],
): Promise<unknown> =>
  answers.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('conflict_answer')
        .values([...answers])
        .execute()

/** What was said of one application, the newest first. */
export async function saidOf(db: Read, application: string, person?: string) {
  const { rows } = await sql<{
    id: string
    person: string
    name: string
    by: string
    says: 'none' | 'conflict' | 'lifted'
    point: number | null
    words: string
    meeting: string | null
    at: Date
  }>`
    select d.id, d.person_id as person, whose.name, by.name as by, d.says, d.point, d.words, d.meeting_id as meeting, d.at
    from conflict_declaration d join person whose on whose.id = d.person_id join person by on by.id = d.by_id
    where d.application_id = ${application} and (${person ?? null}::uuid is null or d.person_id = ${person ?? null}::uuid)
    order by d.at desc, d.id desc`.execute(db as Tx)
  return rows
}

/** Writes that somebody steps aside, or what they step aside for now; one row stands for each person and matter. */
export async function keepRecusal(
  tx: Tx,
  recusal: { id: string; person_id: string; application_id: string; point: number; ties: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('recusal')
    .values(recusal)
    .onConflict((oc) =>
      oc
        .columns(['person_id', 'application_id'])
        .where('lifted_at', 'is', null)
        .doUpdateSet({ point: recusal.point, ties: recusal.ties }),
    )
    .execute()
}

export const liftRecusal = (tx: Tx, person: string, application: string, now: Date): Promise<unknown> =>
  tx
    .updateTable('recusal')
    .set({ lifted_at: now })
    .where('person_id', '=', person)
    .where('application_id', '=', application)
    .where('lifted_at', 'is', null)
    .execute()

export const setDeputy = (tx: Tx, recusal: string, deputy: string | null): Promise<unknown> =>
  tx.updateTable('recusal').set({ deputy_id: deputy }).where('id', '=', recusal).execute()

export type RecusalRow = {
  id: string
  application: string
  person: string
  name: string
  point: number
  ties: unknown
  deputy: string | null
  deputyName: string | null
  at: Date
}

/** Who has stepped aside from which of these applications, and for whom. */
export async function recusalsOf(db: Read, applications: readonly string[]): Promise<RecusalRow[]> {
  const { rows } = await sql<RecusalRow>`
    select r.id, r.application_id as application, r.person_id as person, p.name, r.point, r.ties,
      r.deputy_id as deputy, d.name as "deputyName", r.at
    from recusal r join person p on p.id = r.person_id left join person d on d.id = r.deputy_id
    where r.application_id = any(${applications}::uuid[]) and r.lifted_at is null
    order by r.application_id, r.at`.execute(db as Tx)
  return rows
}

/** Names of what the way of a tie leads through. */
export async function namesOf(
  db: Read,
  ids: { people: readonly string[]; organisations: readonly string[]; projects: readonly string[] },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where id = any(${ids.people}::uuid[])
    union all select o.id, coalesce(c.name, o.name) from organisation o left join organisation c on c.id = o.canonical_id
      where o.id = any(${ids.organisations}::uuid[])
    union all select id, code || ' ' || title from project where id = any(${ids.projects}::uuid[])`.execute(
    db as Tx,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
