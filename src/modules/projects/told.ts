import type { Read } from '../../kernel/db.ts'
import { statementsOf } from '../sources/index.ts'
import { type Folded, fold } from './fold.ts'
import { groupByProject } from './import-apply.ts'

/** What the lists say of some projects, folded, by the project's id: all fields, also those that no list page shows. */
export async function toldOf(db: Read, projectIds: readonly string[]): Promise<ReadonlyMap<string, Folded>> {
  const statements = groupByProject(await statementsOf(db, projectIds))
  return new Map([...statements].map(([id, said]) => [id, fold(said)]))
}
