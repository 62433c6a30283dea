import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { projectItemOf } from './item.ts'
import { type ListedParty, type ListedProject, partnersOf, projectsInOrder } from './list-queries.ts'
import type { ProjectItem } from './schemas.ts'
import { sightOf } from './sight.ts'

/** Projects as they are told, in the order of the ids; those that the actor does not see are left out. */
export async function projectItems(
  { db, actor }: { db: Read; actor: Actor },
  ids: readonly string[],
): Promise<ProjectItem[]> {
  return itemsOf(db, await projectsInOrder(db, await sightOf(db, actor), ids))
}

export async function itemsOf(db: Read, found: readonly ListedProject[]): Promise<ProjectItem[]> {
  const partners = new Map<string, ListedParty[]>()
  for (const party of await partnersOf(
    db,
    found.map((r) => r.id),
  )) {
    const list = partners.get(party.project_id)
    if (list) list.push(party)
    else partners.set(party.project_id, [party])
  }
  return found.map((r) => projectItemOf(r, partners.get(r.id) ?? []))
}
