import type { Template } from '../../engine/assessment/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { Names } from '../../kernel/text.ts'

export type TemplateHead = {
  id: string
  ecosystem: string | null
  ecosystemName: Names | null
  name: Names
  archivedAt: Date | null
}
export type TemplateVersion = { version: number; state: 'working' | 'settled'; template: Template; at: Date }

const heads = (db: Read) =>
  db
    .selectFrom('criteria_template as t')
    .leftJoin('ecosystem as e', 'e.id', 't.ecosystem_id')
    .select(['t.id', 't.ecosystem_id as ecosystem', 'e.name as ecosystemName', 't.name'])
    .select('t.archived_at as archivedAt')

export async function headOf(db: Read, id: string): Promise<TemplateHead | undefined> {
  if (!isId(id)) return undefined
  return (await heads(db).where('t.id', '=', id).executeTakeFirst()) as TemplateHead | undefined
}

export const lockTemplate = (tx: Tx, id: string) =>
  tx.selectFrom('criteria_template').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

/** The versions of a template, the newest first. */
export async function versionsOf(db: Read, id: string): Promise<TemplateVersion[]> {
  if (!isId(id)) return []
  const rows = await db
    .selectFrom('criteria_template_version')
    .where('template_id', '=', id)
    .select(['version', 'state', 'definition as template', 'at'])
    .orderBy('version', 'desc')
    .execute()
  return rows as unknown as TemplateVersion[]
}

export type ListedTemplate = TemplateHead & { version: number; state: string; settled: number | null }

/** Templates of these ecosystems and of the whole installation, each with its newest and its newest settled version. */
export async function templatesIn(
  db: Read,
  ecosystems: readonly string[] | 'all',
  archived: boolean,
): Promise<ListedTemplate[]> {
  let found = heads(db)
    .innerJoin('criteria_template_version as v', 'v.template_id', 't.id')
    .select((eb) => [
      eb.fn.max('v.version').as('version'),
      eb.fn.max('v.version').filterWhere('v.state', '=', 'settled').as('settled'),
    ])
    .groupBy(['t.id', 'e.name'])
    .where('t.archived_at', archived ? 'is not' : 'is', null)
    .orderBy('t.created_at', 'desc')
  if (ecosystems !== 'all')
    found = found.where((eb) =>
      eb.or([
        eb('t.ecosystem_id', 'is', null),
        ...(ecosystems.length > 0 ? [eb('t.ecosystem_id', 'in', [...ecosystems])] : []),
      ]),
    )
  const rows = await found.execute()
  return rows.map((r) => ({
    ...(r as unknown as ListedTemplate),
    state: r.settled === r.version ? 'settled' : 'working',
  }))
}

export async function insertTemplate(
  tx: Tx,
  t: { id: string; ecosystem: string | null; template: Template; person: string | null; at: Date },
): Promise<void> {
  await tx
    .insertInto('criteria_template')
    .values({
      id: t.id,
      ecosystem_id: t.ecosystem,
      name: JSON.stringify(t.template.name),
      person_id: t.person,
      created_at: t.at,
    })
    .execute()
  await insertVersion(tx, t.id, 1, t.template, t.person, t.at)
}

export const insertVersion = (
  tx: Tx,
  id: string,
  version: number,
  template: Template,
  person: string | null,
  at: Date,
) =>
  tx
    .insertInto('criteria_template_version')
    .values({
      template_id: id,
      version,
      definition: JSON.stringify(template),
      state: 'working',
      person_id: person,
      at,
    })
    .execute()

/** A settled version is never written: the condition keeps it so whoever asks. */
export async function writeVersion(
  tx: Tx,
  id: string,
  version: number,
  change: { template?: Template; state?: 'settled'; at: Date },
): Promise<void> {
  const { template, state, at } = change
  await tx
    .updateTable('criteria_template_version')
    .set({ at, ...(template && { definition: JSON.stringify(template) }), ...(state && { state }) })
    .where('template_id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'working')
    .execute()
  if (template)
    await tx
      .updateTable('criteria_template')
      .set({ name: JSON.stringify(template.name) })
      .where('id', '=', id)
      .execute()
}

export const archive = (tx: Tx, id: string, at: Date | null) =>
  tx.updateTable('criteria_template').set({ archived_at: at }).where('id', '=', id).execute()
