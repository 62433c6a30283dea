import { sql } from 'kysely'
import type { Day } from '../../kernel/time.ts'
import { checkHolds, daysBefore } from './rules.ts'

// The rules of rules.ts in SQL, for counting and sorting; a test holds the two together.

/** How an entry (`f`) stands on a day. */
export const stateIn = (today: Day) => sql<string>`case
  when f.stage = 'closed' or f.closes_on < ${today}::date then 'closed'
  when f.stage = 'forecast' or f.opens_on > ${today}::date then 'coming'
  when f.stage = 'continuous' then 'continuous' else 'open' end`

export const staleIn = (today: Day) => sql<boolean>`(f.archived_at is null and f.stage <> 'closed'
  and (coalesce(f.closes_on < ${today}::date, false) or f.checked_on < ${daysBefore(today, checkHolds)}::date))`
