import { sql } from 'kysely'
import type { Answers } from '../../engine/form/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'

/** A file that goes with a version. */
export type VersionFile = {
  id: string
  question: string
  name: string
  type: string
  bytes: number
  hash: string
}

export type Partner = {
  row: string
  organisation: string | null
  name: string
  businessId: string | null
  role: 'lead' | 'partner'
  /** Decimal strings of euros. */
  cost: string | null
  grant: string | null
}

export type VersionHead = {
  version: number
  hash: string
  receipt: string
  late: boolean
  at: Date
  by: string
}

export type Version = VersionHead & {
  answers: Answers
  form: { id: string; version: number }
  budget: unknown
  files: readonly VersionFile[]
}

type VersionRow = VersionHead & {
  answers: Answers
  form_id: string
  form_version: number
  budget: unknown
}

export async function versionOf(
  db: Read,
  application: string,
  version: number,
): Promise<Version | undefined> {
  const row = (await db
    .selectFrom('application_version')
    .where('application_id', '=', application)
    .where('version', '=', version)
    .select(['version', 'hash', 'receipt', 'late', 'at', 'by_whom as by'])
    .select(['answers', 'form_id', 'form_version', 'budget'])
    .executeTakeFirst()) as VersionRow | undefined
  if (!row) return undefined
  const { form_id, form_version, ...rest } = row
  return {
    ...rest,
    form: { id: form_id, version: form_version },
    files: await filesOf(db, application, version),
  }
}

const filesOf = (db: Read, application: string, version: number): Promise<VersionFile[]> =>
  db
    .selectFrom('application_file')
    .where('application_id', '=', application)
    .where('version', '=', version)
    .select(['attachment_id as id', 'question', 'name', 'type', 'bytes', 'file_hash as hash'])
    .orderBy('position')
    .execute()

export const versionsOf = (db: Read, application: string): Promise<VersionHead[]> =>
  db
    .selectFrom('application_version')
    .where('application_id', '=', application)
    .select(['version', 'hash', 'receipt', 'late', 'at', 'by_whom as by'])
    .orderBy('version')
    .execute()

/** What was sent last of several applications: answers alone. */
export async function newestAnswers(
  db: Read,
  applications: readonly string[],
): Promise<Map<string, Answers>> {
  if (applications.length === 0) return new Map()
  const { rows } = await sql<{ id: string; answers: Answers }>`
    select a.id, coalesce(v.answers, a.initial) as answers from application a
    left join application_version v on v.application_id = a.id and v.version = a.version
    where a.id = any(${[...applications]}::uuid[])`.execute(db as Tx)
  return new Map(rows.map((row) => [row.id, row.answers]))
}

export async function insertVersion(
  tx: Tx,
  application: string,
  v: Omit<Version, 'by'> & { id: string; person: string; by: string },
): Promise<void> {
  await tx
    .insertInto('application_version')
    .values({
      id: v.id,
      application_id: application,
      version: v.version,
      answers: JSON.stringify(v.answers),
      form_id: v.form.id,
      form_version: v.form.version,
      budget: JSON.stringify(v.budget),
      files: JSON.stringify(v.files),
      hash: v.hash,
      receipt: v.receipt,
      late: v.late,
      person_id: v.person,
      by_whom: v.by,
      at: v.at,
    })
    .execute()
  if (v.files.length === 0) return
  await tx
    .insertInto('application_file')
    .values(
      v.files.map(({ id, hash, ...file }, position) => ({
        ...file,
        application_id: application,
        version: v.version,
        position,
        attachment_id: id,
        file_hash: hash,
      })),
    )
    .execute()
}

export async function writePartners(
  tx: Tx,
  application: string,
  partners: readonly Partner[],
): Promise<void> {
  await tx.deleteFrom('application_partner').where('application_id', '=', application).execute()
  if (partners.length === 0) return
  await tx
    .insertInto('application_partner')
    .values(
      partners.map((p, position) => ({
        application_id: application,
        position,
        row_key: p.row,
        organisation_id: p.organisation,
        name: p.name,
        business_id: p.businessId,
        role: p.role,
        cost: p.cost,
        grant_asked: p.grant,
      })),
    )
    .execute()
}

export async function partnersOf(db: Read, application: string): Promise<Partner[]> {
  const rows = await db
    .selectFrom('application_partner')
    .where('application_id', '=', application)
    .select(['row_key as row', 'organisation_id as organisation', 'name', 'business_id as businessId'])
    .select(['role', 'cost', 'grant_asked as grant'])
    .orderBy('position')
    .execute()
  return rows as Partner[]
}

/** The files beside an application's questions now. */
export async function filesBeside(
  db: Read,
  kind: string,
  application: string,
  questions: readonly string[],
): Promise<VersionFile[]> {
  if (questions.length === 0) return []
  const subjects = questions.map((question) => `${application}.${question}`)
  const rows = await db
    .selectFrom('attachment')
    .where('subject_kind', '=', kind)
    .where('subject_id', 'in', subjects)
    .where('removed_at', 'is', null)
    .where('scan', '<>', 'infected')
    .select(['id', 'subject_id', 'name', 'type', 'bytes', 'file_hash as hash'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ subject_id, ...file }) => ({
    ...file,
    question: subject_id.slice(application.length + 1),
  }))
}
