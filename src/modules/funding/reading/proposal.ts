import type { Day } from '../../../kernel/time.ts'
import type { Entry } from '../entry.ts'
import type { ColumnName } from '../sheet-text.ts'
import type { Opportunity } from '../standard.ts'
import type { ComplaintKey } from '../text.ts'

/** What is wrong with a row: in which column, or in which words of the file's own standard. */
export type RowFault =
  | { key: ComplaintKey; field?: ColumnName }
  | { key: 'no-id' | 'no-title' | 'status' | 'twice' | 'not-an-object' }
  | { key: 'standard'; path: string; says: string }

type Place = { row: number; name: string; source: string; externalId: string }

/** One entry that a file tells of: its values, or why it cannot be taken in. */
export type Proposal = Place &
  (
    | { wrong: readonly RowFault[] }
    | {
        wrong?: undefined
        entry: Entry
        /** As it stood in the file. */
        original: unknown
        /** What is kept of it in the standard; absent for rows. */
        document?: Partial<Opportunity>
        /** Its id and moments at its source, where it has ones of the standard. */
        id?: string
        created?: Date
        modified?: Date | undefined
        checkedOn?: Day
      }
  )

export type Good = Extract<Proposal, { wrong?: undefined }>
export const isGood = (p: Proposal): p is Good => p.wrong === undefined
