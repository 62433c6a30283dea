import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { visible } from '../../kernel/share.ts'

/** A project that ties two actors, as a page names it. */
export type TyingProject = { id: string; code: string; registry: string; title: string; language: string }

export async function tyingProjects(
  db: Read,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, TyingProject>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<TyingProject>`
    select p.id, p.code, p.registry, p.title, p.language from project p
    where p.id = any(${[...ids]}::uuid[]) and ${visible(actor, 'p')}`.execute(db as Tx)
  return new Map(rows.map((row) => [row.id, row]))
}
