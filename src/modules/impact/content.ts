import type { Version } from '../../kernel/entries.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'

/** The levels of an impact chain, the earliest first (INNOVA, MDI and ETLA 2022, VN TEAS 2021:23). */
export const levels = ['input', 'activity', 'output', 'actors', 'society'] as const
export type Level = (typeof levels)[number]

export const kinds = [...levels, 'clinic'] as const
export type Kind = (typeof kinds)[number]
export const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word)
export const isLevel = (kind: Kind): kind is Level => kind !== 'clinic'

/** How a claim is known. `none`: it is expected, and nothing shows it yet. */
export const evidences = ['measured', 'reported', 'story', 'none'] as const
export type EvidenceKind = (typeof evidences)[number]

/** When an effect is seen, counted from the act: within a year, in one to three, in three to five, later. */
export const horizons = ['year', 'three', 'five', 'later'] as const
export type Horizon = (typeof horizons)[number]

/** What one thing says; which of these a kind has stands in `fieldsOf`. */
export type Content = {
  title: Names
  text: Names
  evidence?: EvidenceKind
  horizon?: Horizon
  /** Whose change it is. */
  audience?: string
  /** By which figure it is known, and what that is now. */
  measure?: string
  value?: string
  /** Where the evidence is read: a web address, a register or a report. */
  source?: string
  /** Who gathers the data, and how often. */
  collector?: string
  /** Entries of the claims to which this one contributes. */
  contributes?: readonly string[]
  /** Of a story: in whose name permission to tell it was given, when, and where that is kept. */
  permission?: { by: string; on: Day; record: string } | null
  /** Of a clinic: when it was held, who were there (organisations and offices), what was decided. */
  held?: Day | null
  present?: string
  decided?: string
  /** Entries of the claims that a clinic went through. */
  claims?: readonly string[]
}

export type Item = Version<Kind, Content>
