import { sql } from 'kysely'
import { isPersonalName } from '../../engine/matching/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { Names } from '../../kernel/text.ts'
import { type Judgement, judgementsIn } from '../assessments/index.ts'
import type { CallSettings } from '../calls/index.ts'
import type { Half, Head, Partner } from './head.ts'
import type { DecisionState } from './rules.ts'
import type { Terms } from './terms.ts'

type Row = {
  decision: string | null
  application: string
  number: number
  title: string
  application_state: string
  version: number | null
  version_hash: string | null
  late: boolean
  late_accepted: boolean | null
  language: string
  group_id: string | null
  step: Head['step']
  call_id: string
  code: string
  call_state: string
  call_title: Names
  exercise: boolean
  settings: CallSettings
  ecosystem_id: string
  ecosystem_key: string
  ecosystem_name: Names
  partners: Partner[]
  sole_trader: boolean
  state: DecisionState | null
  round: number | null
  proposal: Terms | null
  proposed_by: string | null
  proposed_at: Date | null
  project_id: string | null
  published_at: Date | null
  halves: (Omit<Half, 'at' | 'voidAt'> & { at: string; voidAt: string | null })[]
}

/** By its business id, as the application was counted; else by the organisation that it was found to be. */
const kindOfPartner = sql`(
    select k.kind from organisation o join organisation k on k.id = o.canonical_id
    where o.id = coalesce((select i.organisation_id from organisation_identifier i
      where i.scheme = 'fi-business-id' and i.value = p.business_id limit 1), p.organisation_id))`

const partnersOf = sql`coalesce((
    select jsonb_agg(jsonb_build_object('row', p.row_key, 'organisation', p.organisation_id, 'name', p.name,
      'businessId', p.business_id, 'kind', ${kindOfPartner}, 'role', p.role, 'cost', p.cost::text, 'grant', p.grant_asked::text)
      order by p.position)
    from application_partner p where p.application_id = a.id), '[]')`

const soleTrader = sql`exists (
    select from application_partner p join organisation o on o.id = p.organisation_id
    where p.application_id = a.id and o.personal)`

/** Valid halves alone; those of earlier rounds are read with the trail. */
const halvesOf = sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', h.id, 'part', h.part, 'round', h.round, 'outcome', h.outcome,
      'grounds', h.grounds, 'conditions', h.conditions, 'grant', h.grant_amount::text, 'cost', h.cost::text,
      'person', h.person_id, 'by', h.by_whom, 'office', h.office, 'at', h.at, 'content', h.content, 'hash', h.hash,
      'meeting', h.meeting_id, 'voidAt', h.void_at))
    from decision_part h where h.decision_id = d.id and h.void_at is null), '[]')`

const columns = sql`
  d.id as decision, a.id as application, a.number, a.title, a.state as application_state, a.version,
  v.hash as version_hash, a.late, a.late_accepted, a.language, a.group_id, a.step,
  c.id as call_id, c.code, c.state as call_state, c.title as call_title, c.exercise, c.settings,
  e.id as ecosystem_id, e.key as ecosystem_key, e.name as ecosystem_name, ${partnersOf} as partners, ${soleTrader} as sole_trader,
  d.state, d.round, d.proposal, d.proposed_by, d.proposed_at, d.project_id, d.published_at,
  ${halvesOf} as halves`

const tables = sql`
  application a join call c on c.id = a.call_id join ecosystem e on e.id = c.ecosystem_id
  left join application_version v on v.application_id = a.id and v.version = a.version
  left join decision d on d.application_id = a.id`

const headOf = (r: Row, judgement: Judgement | undefined): Head => ({
  decision: r.decision,
  application: r.application,
  number: r.number,
  title: r.title,
  applicationState: r.application_state,
  version: r.version,
  versionHash: r.version_hash,
  late: r.late,
  lateAccepted: r.late_accepted,
  language: r.language,
  group: r.group_id,
  step: r.step,
  call: {
    id: r.call_id,
    code: r.code,
    state: r.call_state,
    title: r.call_title,
    exercise: r.exercise,
    settings: r.settings,
  },
  ecosystem: { id: r.ecosystem_id, key: r.ecosystem_key, name: r.ecosystem_name },
  partners: r.partners,
  soleTrader: r.sole_trader || r.partners.some((p) => isPersonalName(p.name)),
  judgement: judgement ?? null,
  state: r.state ?? 'preparing',
  round: r.round ?? 1,
  proposal: r.proposal,
  proposedBy: r.proposed_by,
  proposedAt: r.proposed_at,
  project: r.project_id,
  publishedAt: r.published_at,
  halves: r.halves.map((h) => ({
    ...h,
    at: new Date(h.at),
    voidAt: h.voidAt === null ? null : new Date(h.voidAt),
  })),
})

/** The rows as heads, each with what has come of its assessment, which that room tells. */
async function headsOf(db: Read, rows: readonly Row[]): Promise<Head[]> {
  const judgements = await judgementsIn(
    db,
    rows.map((r) => r.application),
  )
  const of = new Map(judgements.map((j) => [j.application, j]))
  return rows.map((r) => headOf(r, of.get(r.application)))
}

/** What was sent, whole; ideas of a two-step call are not decided upon. */
const decidable = sql`a.step = 'full' and a.version is not null`

/** By the id of the decision or of its application. */
export async function headById(db: Read, id: string): Promise<Head | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Row>`
    select ${columns} from ${tables} where ${decidable}
      and (a.id = ${id} or a.id = (select application_id from decision where id = ${id}))`.execute(db as Tx)
  return (await headsOf(db, rows))[0]
}

/** The same, held until the transaction ends, so that what happens to one application happens in turn. */
export async function lockHead(tx: Tx, id: string): Promise<Head | undefined> {
  if (!isId(id)) return undefined
  await sql`
    select a.id from application a
    where a.id = ${id} or a.id = (select application_id from decision where id = ${id}) for update`.execute(
    tx,
  )
  return headById(tx, id)
}

/** All of a call that was sent and not taken back, by number. */
export async function headsOfCall(db: Read, call: string): Promise<Head[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${tables}
    where ${decidable} and a.call_id = ${call} and (a.state <> 'withdrawn' or d.id is not null)
    order by a.number limit 2000`.execute(db as Tx)
  return headsOf(db, rows)
}

/** Those of these applications that can be decided. */
export async function headsAmong(db: Read, applications: readonly string[]): Promise<Head[]> {
  const ids = applications.filter(isId)
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select ${columns} from ${tables} where ${decidable} and a.id = any(${ids}::uuid[]) order by c.code, a.number`.execute(
    db as Tx,
  )
  return headsOf(db, rows)
}

/** Those of one group project: the applications that are decided together. */
export async function headsOfGroup(db: Read, group: string): Promise<Head[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${tables} where ${decidable} and a.group_id = ${group} order by a.number`.execute(
    db as Tx,
  )
  return headsOf(db, rows)
}

/** Where the application belongs, for an action's rule. */
export async function ecosystemOf(db: Read, id: string): Promise<string | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<{ ecosystem_id: string }>`
    select ecosystem_id from application
    where id = ${id} or id = (select application_id from decision where id = ${id})`.execute(db as Tx)
  return rows[0]?.ecosystem_id
}
