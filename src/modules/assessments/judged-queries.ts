import { type RawBuilder, sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { Judged } from './judged.ts'

/** Columns of `Judged` over `assessment a`, its application, call and template. */
const columns = sql`
  a.application_id as application, p.number, p.title, p.language, p.state as "applicationState",
  coalesce(p.version, a.version) as newest, a.version, p.late, a.ecosystem_id as ecosystem, a.state,
  a.updated_at as "movedAt", a.consensus, a.summary, a.settled_at as "settledAt", t.definition as template, t.template_id || '/' || t.version as criteria,
  json_build_object('id', c.id, 'code', c.code, 'title', c.title, 'exercise', c.exercise,
    'assessorsEach', coalesce((c.settings ->> 'assessorsEach')::int, 2)) as call,
  coalesce((select array_agg(q ->> 'kind') from form_version f, jsonb_path_query(f.definition,
      '$.sections[*].questions[*] ? ((@.kind == "budget" || @.kind == "financing") && @.hidden == true)') q
    where f.form_id = p.form_id and f.version = p.form_version), '{}') as "hiddenMoney",
  parties.lead, coalesce(parties.partners, 0)::int as partners, parties.cost, parties.grant_asked as grant,
  coalesce(found.items, '[]'::json) as findings, coalesce(held.items, '[]'::json) as sheets`

const source = sql`
  assessment a
  join application p on p.id = a.application_id
  join call c on c.id = a.call_id
  left join criteria_template_version t on t.template_id = (c.settings -> 'template' ->> 'id')::uuid
    and t.version = (c.settings -> 'template' ->> 'version')::int and t.state = 'settled'
  left join lateral (
    select min(name) filter (where role = 'lead') as lead, count(*) as partners,
      sum(cost)::text as cost, sum(grant_asked)::text as grant_asked
    from application_partner where application_id = a.application_id) parties on true
  left join lateral (
    select json_agg(json_build_object('criterion', criterion, 'version', version, 'result', result,
      'ground', ground, 'by', by_whom, 'at', at) order by at) as items
    from eligibility_check where application_id = a.application_id and replaced_at is null) found on true
  left join lateral (
    select json_agg(json_build_object('id', s.id, 'person', s.person_id, 'name', h.name, 'state', s.state,
      'version', s.version, 'scores', s.scores, 'assignedAt', s.assigned_at, 'givenAt', s.given_at,
      'dueOn', s.due_on, 'deputyFor', s.deputy_for) order by s.assigned_at, s.id) as items
    from assessment_sheet s join person h on h.id = s.person_id
    where s.application_id = a.application_id) held on true`

/** JSON has no instants. */
const read = (row: Judged): Judged => ({
  ...row,
  findings: row.findings.map((f) => ({ ...f, at: new Date(f.at) })),
  sheets: row.sheets.map((s) => ({
    ...s,
    assignedAt: new Date(s.assignedAt),
    givenAt: s.givenAt && new Date(s.givenAt),
  })),
})

async function judgedWhere(db: Read, condition: RawBuilder<unknown>): Promise<Judged[]> {
  const { rows } = await sql<Judged>`
    select ${columns} from ${source} where ${condition} order by c.code, p.number`.execute(db as Tx)
  return rows.map(read)
}

export async function judgedOf(db: Read, application: string): Promise<Judged | undefined> {
  if (!isId(application)) return undefined
  return (await judgedWhere(db, sql`a.application_id = ${application}`))[0]
}

/** The same, held until the transaction ends: two who act on one assessment do so one after the other. */
export async function lockJudged(tx: Tx, application: string): Promise<Judged | undefined> {
  if (!isId(application)) return undefined
  await sql`select 1 from assessment where application_id = ${application} for update`.execute(tx)
  return judgedOf(tx, application)
}

export const judgedInCall = (db: Read, call: string): Promise<Judged[]> =>
  judgedWhere(db, sql`a.call_id = ${call}`)

export const judgedAmong = (db: Read, applications: readonly string[]): Promise<Judged[]> =>
  judgedWhere(db, sql`a.application_id = any(${applications.filter(isId)}::uuid[])`)

/** Those of which the person holds a sheet that still counts. */
export const judgedOfAssessor = (db: Read, person: string): Promise<Judged[]> =>
  judgedWhere(
    db,
    sql`c.state not in ('archived') and exists (
      select from assessment_sheet mine where mine.application_id = a.application_id
        and mine.person_id = ${person} and mine.state in ('assigned', 'open', 'given'))`,
  )

/** Those of calls in assessment that still wait for checks, assessors or scores. */
export const judgedUnderWay = (db: Read): Promise<Judged[]> =>
  judgedWhere(
    db,
    sql`c.state = 'in-assessment' and p.state <> 'withdrawn' and a.state in ('waiting', 'checking', 'scoring')`,
  )

/** In which ecosystem an application is judged. */
export async function placeOf(db: Read, application: string): Promise<string | undefined> {
  if (!isId(application)) return undefined
  const row = await db
    .selectFrom('assessment')
    .where('application_id', '=', application)
    .select('ecosystem_id')
    .executeTakeFirst()
  return row?.ecosystem_id
}

export type CallHead = { id: string; code: string; ecosystem: string; state: string; title: object }

/** A call by its id or code, as far as assessments ask. */
export async function callHead(db: Read, idOrCode: string): Promise<CallHead | undefined> {
  return db
    .selectFrom('call')
    .where(isId(idOrCode) ? 'id' : 'code', '=', idOrCode)
    .select(['id', 'code', 'ecosystem_id as ecosystem', 'state', 'title'])
    .executeTakeFirst() as Promise<CallHead | undefined>
}

export type AssessmentEventRow = {
  event: string
  from_state: string
  to_state: string
  reason: string | null
  by_whom: string
  at: Date
}

export const eventsOf = (db: Read, application: string): Promise<AssessmentEventRow[]> =>
  db
    .selectFrom('assessment_event')
    .where('application_id', '=', application)
    .select(['event', 'from_state', 'to_state', 'reason', 'by_whom', 'at'])
    .orderBy('at')
    .orderBy('id')
    .execute()

/** Who may be given the applications of a call: its own assessors, or all of the ecosystem where none are named. */
export async function assessorsFor(
  db: Read,
  call: Pick<CallHead, 'id' | 'ecosystem'>,
  now: Date,
): Promise<{ person: string; name: string }[]> {
  const { rows } = await sql<{ person: string; name: string }>`
    with holders as (
      select distinct h.person_id from office_holding h
      where h.office = 'assessor' and (h.ecosystem_id is null or h.ecosystem_id = ${call.ecosystem})
        and h.starts_on <= ${now}::date and (h.ends_on is null or h.ends_on >= ${now}::date) and h.ended_at is null
    ), named as (
      select person_id from call_assessor where call_id = ${call.id} and ended_at is null
    )
    select p.id as person, p.name from person p join holders on holders.person_id = p.id
    where not exists (select from named) or p.id in (select person_id from named)
    order by p.name, p.id`.execute(db as Tx)
  return rows
}

/** How many sheets each holds that are not given yet, over all calls. */
export async function loadsOf(db: Read, people: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ person: string; n: number }>`
    select s.person_id as person, count(*)::int as n from assessment_sheet s
    where s.person_id = any(${[...people]}::uuid[]) and s.state in ('assigned', 'open')
    group by s.person_id`.execute(db as Tx)
  return new Map(rows.map((r) => [r.person, r.n]))
}

/** Whether the person holds a sheet of the application that still counts. */
export async function sheetHolder(db: Read, application: string, person: string): Promise<boolean> {
  if (!isId(application)) return false
  const row = await db
    .selectFrom('assessment_sheet')
    .where('application_id', '=', application)
    .where('person_id', '=', person)
    .where('state', 'in', ['assigned', 'open', 'given'])
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The database's own time, where none is given: of a subject that is looked up. */
export async function clockOf(db: Read): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select transaction_timestamp() as now`.execute(db as Tx)
  return rows[0]!.now
}

export type CallCounts = CallHead & {
  applications: number
  unchecked: number
  unassigned: number
  scoring: number
  discussing: number
  settled: number
  failed: number
}

/** Calls that are in assessment, each with how far its applications are. */
export async function callsOf(db: Read): Promise<CallCounts[]> {
  const { rows } = await sql<CallCounts>`
    select c.id, c.code, c.ecosystem_id as ecosystem, c.state, c.title, count(*)::int as applications,
      count(*) filter (where a.state in ('waiting', 'checking'))::int as unchecked,
      count(*) filter (where a.state = 'scoring' and held.n < coalesce((c.settings ->> 'assessorsEach')::int, 2))::int
        as unassigned,
      count(*) filter (where a.state = 'scoring')::int as scoring,
      count(*) filter (where a.state = 'discussing')::int as discussing,
      count(*) filter (where a.state = 'settled')::int as settled,
      count(*) filter (where a.state = 'failed')::int as failed
    from call c join assessment a on a.call_id = c.id
    join application p on p.id = a.application_id and p.state <> 'withdrawn'
    join lateral (select count(*) as n from assessment_sheet s where s.application_id = a.application_id
      and s.state in ('assigned', 'open', 'given')) held on true
    where c.state = 'in-assessment' group by c.id order by c.code`.execute(db as Tx)
  return rows
}
