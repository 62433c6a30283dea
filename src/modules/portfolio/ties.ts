import type { Context } from '../../kernel/context.ts'
import { judgedTies } from '../overlaps/index.ts'
import { feedsOf } from './queries.ts'
import type { FeedRow, Portfolio, ToldEntry } from './record.ts'

/**
 * What feeds or continues what among the entries: as written in the portfolio, and as judged of pairs anywhere that the
 * reader sees. One that continues another has it as its earlier phase; one that depends on another is fed by it.
 */
export async function tiesOf(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  portfolio: Portfolio,
  entries: readonly Pick<ToldEntry, 'id'>[],
): Promise<FeedRow[]> {
  const known = new Set(entries.map((e) => e.id))
  const written = await feedsOf(ctx.db, portfolio.id)
  const judged = await judgedTies(ctx, [...known])
  return [
    ...written.filter((f) => known.has(f.from) && known.has(f.to)),
    ...judged.map(
      ({ id, kind, earlier, later, reason, by, at, path }): FeedRow => ({
        id,
        from: earlier,
        to: later,
        kind: kind === 'continues' ? 'continues' : 'feeds',
        reason,
        by,
        at,
        judgement: path,
      }),
    ),
  ]
}
