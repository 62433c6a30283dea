import type { Context } from '../../kernel/context.ts'
import { canSee, type SharedRecord } from '../../kernel/share.ts'
import type { Day } from '../../kernel/time.ts'
import { type EndingPromise, promisesEnding } from './commitment-queries.ts'
import { projectsOf } from './gather.ts'
import { sourcesOf } from './queries.ts'

export const shareOfPortfolio = ({ share, ecosystem }: EndingPromise): SharedRecord => ({ share, ecosystem })

export const projectRecord = ({ projectShare, projectEcosystem }: EndingPromise): SharedRecord => ({
  share: projectShare,
  ecosystem: projectEcosystem,
})

/**
 * The promises of projects that end between two days, in portfolios that take the project in, as far as the actor sees
 * both. Filters are asked only for what is wanted and not taken in otherwise.
 */
export async function promisesSeen(
  asking: Pick<Context, 'db' | 'actor'>,
  from: Day,
  to: Day,
  wanted: (promise: EndingPromise) => boolean,
): Promise<EndingPromise[]> {
  const { db, actor } = asking
  const found = (await promisesEnding(db, from, to)).filter(
    (p) => canSee(actor, shareOfPortfolio(p)) && canSee(actor, projectRecord(p)) && wanted(p),
  )
  const filtered = new Map<string, ReadonlySet<string>>()
  for (const { portfolio } of found.filter((p) => p.byFilter))
    if (!filtered.has(portfolio)) filtered.set(portfolio, await filteredInto(asking, portfolio))
  return found.filter((p) => !p.byFilter || filtered.get(p.portfolio)!.has(p.project))
}

/** The projects that a portfolio's filters let through. */
async function filteredInto(
  asking: Pick<Context, 'db' | 'actor'>,
  portfolio: string,
): Promise<ReadonlySet<string>> {
  const ids: string[] = []
  for (const source of await sourcesOf(asking.db, portfolio))
    if (source.kind === 'projects') ids.push(...(await projectsOf(asking, source)))
  return new Set(ids)
}
