import type { RawBuilder } from 'kysely'
import type { Read } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'
import type { Opportunity } from './standard.ts'

/**
 * Where opportunities come from. Each source brings rows of the same columns (`id`, `title`, `status`, `created_at`,
 * `modified_at`, `closes_on`, `total`, `least`, `most`, `currency`, `awards`, `lexemes`), so that one statement counts,
 * sorts and pages over all of them, and reads the documents of one page by their ids.
 */
export type OpportunitySource = {
  name: string
  rows: (today: Day) => RawBuilder<unknown>
  read: (db: Read, ids: readonly string[], today: Day, baseUrl: string) => Promise<readonly Opportunity[]>
}
