import { type RawBuilder, sql } from 'kysely'
import { visible } from '../../kernel/share.ts'
import type { Sight } from './sight.ts'

/**
 * Who sees a row of projects, or of sums of them, as a condition: none where the reader sees all there is, so that plans
 * stay as they are while nothing is closed. The alias has the columns `share` and `ecosystem_id`.
 */
export function seen(sight: Pick<Sight, 'actor' | 'sees'>, alias: string): RawBuilder<boolean> {
  if (sight.sees === 'all') return sql<boolean>`true`
  if (sight.sees === 'public') return sql<boolean>`${sql.ref(`${alias}.share`)} = 'public'`
  return visible(sight.actor, alias)
}
