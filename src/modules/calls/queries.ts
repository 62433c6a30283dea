import { sql } from 'kysely'
import { tsvector } from '../../engine/language/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import type { Names } from '../../kernel/text.ts'
import { type Call, callPath, type Plan, recordOf } from './call.ts'
import type { CallState } from './rules.ts'
import { type CallSettings, callSettings } from './settings.ts'

export type CallRow = {
  id: string
  code: string
  ecosystem_id: string
  ecosystem_key: string
  ecosystem_name: Names
  state: string
  exercise: boolean
  settings: unknown
  title: unknown
  opens_at: Date | null
  closes_at: Date | null
  full_closes_at: Date | null
  form_id: string | null
  form_version: number | null
  idea_form_id: string | null
  idea_form_version: number | null
  share: string
  copied_from: string | null
  person_id: string | null
  created_at: Date
  updated_at: Date
  opened_at: Date | null
  announced_at: Date | null
}

/** The columns of a call with its ecosystem, over `call c join ecosystem e`. */
export const callColumns = sql`c.id, c.code, c.ecosystem_id, e.key as ecosystem_key, e.name as ecosystem_name, c.state,
  c.exercise, c.settings, c.title, c.opens_at, c.closes_at, c.full_closes_at, c.form_id, c.form_version,
  c.idea_form_id, c.idea_form_version, c.share, c.copied_from, c.person_id, c.created_at, c.updated_at, c.opened_at,
  c.announced_at`

export const callOf = (row: CallRow): Call => ({
  id: row.id,
  code: row.code,
  ecosystem: row.ecosystem_id,
  ecosystemKey: row.ecosystem_key,
  ecosystemName: row.ecosystem_name,
  state: row.state as CallState,
  exercise: row.exercise,
  settings: callSettings.parse(row.settings),
  title: row.title as Names,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  fullClosesAt: row.full_closes_at,
  forms: {
    ...(row.form_id && { full: { id: row.form_id, version: row.form_version! } }),
    ...(row.idea_form_id && { idea: { id: row.idea_form_id, version: row.idea_form_version! } }),
  },
  share: row.share as ShareLevel,
  copiedFrom: row.copied_from,
  person: row.person_id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  openedAt: row.opened_at,
  announcedAt: row.announced_at,
})

const which = (idOrCode: string) => (isId(idOrCode) ? sql`c.id = ${idOrCode}` : sql`c.code = ${idOrCode}`)

/** Calls that everybody sees, of these ids. */
export async function callsByIds(db: Read, ids: readonly string[]): Promise<Call[]> {
  const { rows } = await sql<CallRow>`
    select ${callColumns} from call c join ecosystem e on e.id = c.ecosystem_id
    where c.id = any(${ids}::uuid[]) and c.share = 'public'`.execute(db as Tx)
  return rows.map(callOf)
}

/** A call by its id or its code. */
export async function callById(db: Read, idOrCode: string): Promise<Call | undefined> {
  const { rows } = await sql<CallRow>`
    select ${callColumns} from call c join ecosystem e on e.id = c.ecosystem_id
    where ${which(idOrCode)}`.execute(db as Tx)
  return rows[0] && callOf(rows[0])
}

/** The same, held until the transaction ends: two who change it do so one after the other. */
export async function lockCall(tx: Tx, idOrCode: string): Promise<Call | undefined> {
  const { rows } = await sql<CallRow>`
    select ${callColumns} from call c join ecosystem e on e.id = c.ecosystem_id
    where ${which(idOrCode)} for update of c`.execute(tx)
  return rows[0] && callOf(rows[0])
}

/** People who assess the applications of a call now. */
export async function assessorsOf(db: Read, call: string): Promise<{ person: string; name: string }[]> {
  return db
    .selectFrom('call_assessor as a')
    .innerJoin('person', 'person.id', 'a.person_id')
    .where('a.call_id', '=', call)
    .where('a.ended_at', 'is', null)
    .select(['a.person_id as person', 'person.name'])
    .orderBy('person.name')
    .execute()
}

/** What a search finds of a call: its name first, then what it says. */
const lexemesOf = ({ title, lead, body, contact }: CallSettings, code: string) =>
  tsvector([
    { text: [...Object.values(title), code].join('\n'), weight: 'A', language: 'auto' },
    { text: Object.values(lead).join('\n'), weight: 'B', language: 'auto' },
    {
      text: [...Object.values(body), ...Object.values(contact.unit)].join('\n'),
      weight: 'C',
      language: 'auto',
    },
  ])

const columnsOf = (code: string, { settings, opensAt, closesAt, fullClosesAt, forms }: Plan) => ({
  settings: JSON.stringify(settings),
  title: JSON.stringify(settings.title),
  opens_at: opensAt,
  closes_at: closesAt,
  full_closes_at: fullClosesAt,
  form_id: forms.full?.id ?? null,
  form_version: forms.full?.version ?? null,
  idea_form_id: forms.idea?.id ?? null,
  idea_form_version: forms.idea?.version ?? null,
  lexemes: lexemesOf(settings, code),
})

export type NewCall = Plan &
  Pick<Call, 'id' | 'code' | 'ecosystem' | 'exercise' | 'copiedFrom' | 'person' | 'createdAt'>

export const insertCall = (tx: Tx, call: NewCall): Promise<unknown> =>
  tx
    .insertInto('call')
    .values({
      id: call.id,
      code: call.code,
      ecosystem_id: call.ecosystem,
      state: 'planned',
      exercise: call.exercise,
      share: 'own',
      copied_from: call.copiedFrom,
      person_id: call.person,
      created_at: call.createdAt,
      updated_at: call.createdAt,
      ...columnsOf(call.code, call),
    })
    .execute()

export const writePlan = (tx: Tx, { id, code }: Pick<Call, 'id' | 'code'>, plan: Plan, now: Date) =>
  tx
    .updateTable('call')
    .set({ ...columnsOf(code, plan), updated_at: now })
    .where('id', '=', id)
    .execute()

export const writeState = (
  tx: Tx,
  id: string,
  now: Date,
  to: { state?: CallState; share?: ShareLevel; opened_at?: Date; announced_at?: Date | null },
) =>
  tx
    .updateTable('call')
    .set({ ...to, updated_at: now })
    .where('id', '=', id)
    .execute()

/** Codes in use that begin so. */
export async function codesLike(db: Read, start: string): Promise<string[]> {
  const rows = await db
    .selectFrom('call')
    .where(sql<boolean>`starts_with(code, ${start})`)
    .select('code')
    .execute()
  return rows.map((row) => row.code)
}

export const callSubject: SubjectKind = {
  kind: 'call',
  find: async (db, id) => {
    const call = await callById(db, id)
    return call && { title: call.title, path: callPath(call), record: recordOf(call) }
  },
}

export const ecosystemKeyOf = async (db: Read, id: string): Promise<string | undefined> =>
  (await db.selectFrom('ecosystem').where('id', '=', id).select('key').executeTakeFirst())?.key
