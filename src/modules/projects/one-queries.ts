import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { ListedProject } from './list-queries.ts'
import type { Sight } from './sight.ts'
import { seen } from './sight-queries.ts'

/**
 * A project by its code, if the reader sees it; the public one comes first where an ecosystem has its own of the same
 * code, and the Finnish register's own where two registries use it.
 */
export async function projectByCode(
  db: Read,
  sight: Sight,
  code: string,
  registry?: string,
): Promise<ListedProject | undefined> {
  const { rows } = await sql<ListedProject>`
    select p.*, o.canonical_id as lead from project p left join organisation o on o.id = p.lead_id
    where p.code = ${code} and (${registry ?? null}::text is null or p.registry = ${registry ?? null})
      and ${seen(sight, 'p')}
    order by p.share = 'public' desc, p.registry = 'eura' desc, p.registry limit 1`.execute(db as Tx)
  return rows[0]
}
