import { sql } from 'kysely'
import { type Change, type Form, readForm } from '../../engine/form/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import type { Names } from '../../kernel/text.ts'
import { hashOfForm } from './rules.ts'

export type FormHead = {
  id: string
  ecosystem_id: string | null
  ecosystem_key: string | null
  ecosystem_name: Names | null
  created_at: Date
  archived_at: Date | null
}

export type FormVersion = {
  version: number
  state: 'working' | 'settled'
  form: Form
  hash: string
  at: Date
  by: string | null
}

const heads = (db: Read) =>
  db
    .selectFrom('form')
    .leftJoin('ecosystem', 'ecosystem.id', 'form.ecosystem_id')
    .select([
      'form.id',
      'form.ecosystem_id',
      'form.created_at',
      'form.archived_at',
      'ecosystem.key as ecosystem_key',
      'ecosystem.name as ecosystem_name',
    ])

export async function formById(db: Read, id: string): Promise<FormHead | undefined> {
  if (!isId(id)) return undefined
  return (await heads(db).where('form.id', '=', id).executeTakeFirst()) as FormHead | undefined
}

/** Locks the form, so that the steps of two people come one after another. */
export const lockForm = (tx: Tx, id: string) =>
  tx.selectFrom('form').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

/** What is stored was checked when it was; reading it again puts its parts in their order. */
function stored(definition: unknown): Form {
  const read = readForm(definition)
  if ('form' in read) return read.form
  throw new Error(`a stored form is no form: ${read.complaints[0]?.code} at ${read.complaints[0]?.path}`)
}

/** The versions of a form, the newest first. */
export async function versionsOf(db: Read, id: string): Promise<FormVersion[]> {
  if (!isId(id)) return []
  const rows = await db
    .selectFrom('form_version')
    .leftJoin('person', 'person.id', 'form_version.person_id')
    .select(['version', 'state', 'definition', 'hash', 'at', 'person.name as by'])
    .where('form_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ definition, state, ...row }) => ({
    ...row,
    state: state as FormVersion['state'],
    form: stored(definition),
  }))
}

const settledForms = new Map<string, Form>()
const mostSettled = 50

/**
 * The form that a call asks: a settled version, which never changes, and so is read once. Every page of an application
 * asks for it.
 */
export async function settledForm(db: Read, id: string, version: number): Promise<Form | undefined> {
  const key = `${id}/${version}`
  const known = settledForms.get(key)
  if (known) return known
  const form = await readSettled(db, id, version)
  if (!form) return undefined
  if (settledForms.size >= mostSettled) settledForms.delete(settledForms.keys().next().value!)
  settledForms.set(key, form)
  return form
}

async function readSettled(db: Read, id: string, version: number): Promise<Form | undefined> {
  const row = await db
    .selectFrom('form_version')
    .select('definition')
    .where('form_id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'settled')
    .executeTakeFirst()
  return row && stored(row.definition)
}

/** Every form of an ecosystem and of the whole installation, with its newest version; of all places when none is said. */
export async function listedForms(db: Read, ecosystems: readonly string[] | 'all', archived: boolean) {
  let query = heads(db)
    .innerJoin('form_version as v', 'v.form_id', 'form.id')
    .select(['v.version', 'v.state', 'v.definition', 'v.at'])
    .where('v.version', '=', sql<number>`(select max(version) from form_version where form_id = form.id)`)
    .where('form.archived_at', archived ? 'is not' : 'is', null)
  if (ecosystems !== 'all')
    query = query.where((eb) =>
      eb.or([
        eb('form.ecosystem_id', 'is', null),
        ...(ecosystems.length > 0 ? [eb('form.ecosystem_id', 'in', [...ecosystems])] : []),
      ]),
    )
  const rows = await query.orderBy('v.at', 'desc').limit(500).execute()
  const settled = await db
    .selectFrom('form_version')
    .select(['form_id', (eb) => eb.fn.max('version').as('version')])
    .where('state', '=', 'settled')
    .groupBy('form_id')
    .execute()
  const newest = new Map(settled.map((s) => [s.form_id, Number(s.version)]))
  return rows.map(({ definition, ...row }) => {
    const form = stored(definition)
    return {
      ...(row as unknown as FormHead & { version: number; state: FormVersion['state']; at: Date }),
      name: form.name,
      questions: form.sections.reduce((sum, s) => sum + s.questions.length, 0),
      settled: newest.get(row.id) ?? null,
    }
  })
}

export const insertForm = (
  tx: Tx,
  form: { id: string; ecosystem_id: string | null; person_id: string | null; created_at: Date },
) => tx.insertInto('form').values(form).execute()

export const insertVersion = (
  tx: Tx,
  form_id: string,
  version: number,
  form: Form,
  by: string | null,
  at: Date,
) =>
  tx
    .insertInto('form_version')
    .values({
      form_id,
      version,
      definition: JSON.stringify(form),
      hash: hashOfForm(form),
      state: 'working',
      person_id: by,
      at,
    })
    .execute()

/** Changes the version that is worked on; one that is settled is never touched. */
export const updateVersion = (
  tx: Tx,
  form_id: string,
  version: number,
  change: { form?: Form; state?: 'settled'; by: string | null; at: Date },
) =>
  tx
    .updateTable('form_version')
    .set({
      ...(change.form && { definition: JSON.stringify(change.form), hash: hashOfForm(change.form) }),
      ...(change.state && { state: change.state }),
      person_id: change.by,
      at: change.at,
    })
    .where('form_id', '=', form_id)
    .where('version', '=', version)
    .where('state', '=', 'working')
    .execute()

export const setArchived = (tx: Tx, id: string, at: Date | null) =>
  tx.updateTable('form').set({ archived_at: at }).where('id', '=', id).execute()

export type Step = { id: string; version: number; step: Change; undo: Change; at: Date; by: string | null }

export const insertStep = (tx: Tx, step: Omit<Step, 'by'> & { form_id: string; person_id: string | null }) =>
  tx
    .insertInto('form_step')
    .values({ ...step, step: JSON.stringify(step.step), undo: JSON.stringify(step.undo) })
    .execute()

/** The latest steps that stand, the newest first. */
export async function stepsOf(db: Read, form: string, limit: number): Promise<Step[]> {
  return (await db
    .selectFrom('form_step')
    .leftJoin('person', 'person.id', 'form_step.person_id')
    .select([
      'form_step.id',
      'form_step.version',
      'form_step.step',
      'form_step.undo',
      'form_step.at',
      'person.name as by',
    ])
    .where('form_id', '=', form)
    .where('undone_at', 'is', null)
    .orderBy('form_step.id', 'desc')
    .limit(limit)
    .execute()) as Step[]
}

export async function stepById(db: Read, form: string, id: string): Promise<Step | undefined> {
  if (!isId(id) || !isId(form)) return undefined
  return (await db
    .selectFrom('form_step')
    .select(['id', 'version', 'step', 'undo', 'at'])
    .where('form_id', '=', form)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()) as Step | undefined
}

export const markUndone = (tx: Tx, id: string, at: Date) =>
  tx.updateTable('form_step').set({ undone_at: at }).where('id', '=', id).execute()

export const formSubject: SubjectKind = {
  kind: 'form',
  find: async (db, id) => {
    const head = await formById(db, id)
    const [newest] = head ? await versionsOf(db, id) : []
    return (
      head &&
      newest && {
        title: newest.form.name,
        path: `/forms/${id}`,
        record: { share: 'own', ecosystem: head.ecosystem_id },
      }
    )
  },
}
