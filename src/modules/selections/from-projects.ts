import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { isAmong } from '../../kernel/rule.ts'
import { listProjects, type ProjectItem } from '../projects/index.ts'
import { projectSearchOf } from './project-search.ts'
import { type ListedSelection, selectionsFor } from './queries.ts'
import { keepers } from './rules.ts'
import { type TakingIn, takingIn } from './source-queries.ts'

/** Projects that are taken in at once. */
export const mostTaken = 500

/** A meeting that the reader prepares, and which of the projects it has and which it would take in. */
export type PlannedSelection = ListedSelection & Omit<TakingIn, 'selection'>

/** What the meetings that one prepares would take in of these projects, before any of it is done. */
export const plannedSelections = query({
  name: 'selection.planned',
  summary: {
    fi: 'Valmistelemansa valintakokoukset, ja mitkä hankkeista ne ottaisivat ehdokkaiksi',
    sv: 'De urvalsmöten som man bereder, och vilka av projekten de skulle ta in som kandidater',
    en: 'The selection meetings that one prepares, and which of the projects they would take in as candidates',
  },
  input: z.object({ projects: z.array(z.uuid()).max(mostTaken) }),
  output: z.object({ items: z.array(z.custom<PlannedSelection>()) }),
  allow: { who: [...keepers, 'system'] },
  run: async (ctx, { projects }) => {
    const planned = (await selectionsFor(ctx.db, ctx.actor)).filter(
      ({ state, ecosystem }) =>
        (state === 'preparing' || state === 'called') &&
        (ctx.actor.kind === 'system' || isAmong(keepers, ctx.actor, ecosystem.id)),
    )
    const found = await takingIn(
      ctx.db,
      planned.map((s) => s.id),
      projects,
    )
    return {
      items: planned.map((s) => {
        const { known, fresh } = found.find((f) => f.selection === s.id) ?? { known: [], fresh: [] }
        return { ...s, known, fresh }
      }),
    }
  },
})

export type FoundProjects = { items: readonly ProjectItem[]; total: number }

/** What is found by the words or the address of a list, as many as can be taken in; undefined where nothing is asked. */
export async function foundProjects(
  { perform }: Pick<PageRequest, 'perform'>,
  typed: string,
): Promise<FoundProjects | undefined> {
  const search = projectSearchOf(typed)
  return search && perform(listProjects, { ...search, limit: mostTaken })
}
