/**
 * Templates of criteria: what a call judges its applications by. A template is made by small steps and settled into
 * versions that never change; a call names a template and a settled version. Calls ask `settledTemplates` for those
 * that may be chosen, and `settledTemplate` before they are published. What follows from criteria is the engine's.
 */
import type { Template } from '../../engine/assessment/index.ts'
import type { Read } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import { templatesIn, versionsOf } from './queries.ts'

export { CriteriaView } from './criteria-view.tsx'
export { type ShippedKey, shippedKeys, shippedTemplates } from './shipped.ts'

/** What a call of an ecosystem may choose: the newest settled version of each template. */
export const settledTemplates = async (
  db: Read,
  ecosystem: string,
): Promise<{ id: string; version: number; name: Names }[]> =>
  (await templatesIn(db, [ecosystem], false)).flatMap(({ id, settled, name }) =>
    settled ? [{ id, version: settled, name }] : [],
  )

/** A settled version; undefined where there is none. */
export const settledTemplate = async (
  db: Read,
  { id, version }: { id: string; version: number },
): Promise<Template | undefined> =>
  (await versionsOf(db, id)).find((v) => v.version === version && v.state === 'settled')?.template
