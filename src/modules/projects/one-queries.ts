import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { ListedProject } from './list-queries.ts'

/** A project by its code; the Finnish register's own comes first where two registries use the same code. */
export async function projectByCode(
  db: Read,
  code: string,
  registry?: string,
): Promise<ListedProject | undefined> {
  const { rows } = await sql<ListedProject>`
    select p.*, o.canonical_id as lead from project p left join organisation o on o.id = p.lead_id
    where p.code = ${code} and (${registry ?? null}::text is null or p.registry = ${registry ?? null})
    order by p.registry = 'eura' desc, p.registry limit 1`.execute(db as Tx)
  return rows[0]
}
