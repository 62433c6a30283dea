import type { Asks, Counted, Enough } from '../../engine/network/cover/index.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { Language, Names } from '../../kernel/text.ts'
import type { ConsortiumState, PartnerState } from './rules.ts'

/** Those who gather for a call. Amounts are decimal euros. */
export type Consortium = {
  id: string
  ecosystem: { id: string; key: string; name: Names }
  exercise: boolean
  /** A call of ours that everybody may read. */
  callCode: string | null
  callName: string | null
  callAddress: string | null
  deadline: Date | null
  language: Language
  title: string
  aim: string
  programme: string | null
  budget: string | null
  lead: { id: string; name: string } | null
  least: number
  most: number
  mostEach: string | null
  mostTogether: string | null
  state: ConsortiumState
  share: ShareLevel
  person: string | null
  at: Date
  endedWhy: string | null
}

export type DemandRow = {
  id: string
  name: string
  asks: Asks
  counted: Counted
  need: number
  must: boolean
  weight: number
  enough: Enough
  source: string
  by: string
  at: Date
}

export type ExclusionRow = {
  id: string
  by: 'organisation-kind' | 'country' | 'region' | 'organisation'
  codes: string[]
  most: number
  reason: string
}

export type Partner = {
  id: string
  /** Null of one that the registry does not know. */
  organisation: string | null
  name: string
  part: string | null
  state: PartnerState
  share: string | null
  capacity: 'free' | 'little' | 'none' | null
  /** Whether its letter of commitment stands. */
  signed: boolean
}

/** What people decided of an organisation, or judged of it and a demand; with their reason. */
export type ChoiceRow = {
  id: string
  organisation: string
  name: string
  choice: 'pinned' | 'refused'
  reason: string
  by: string
  at: Date
}
export type JudgementRow = {
  id: string
  demand: string
  organisation: string
  reason: string
  by: string
  at: Date
}

/** Everything that is kept of a consortium. */
export type Kept = {
  consortium: Consortium
  demands: readonly DemandRow[]
  exclusions: readonly ExclusionRow[]
  partners: readonly Partner[]
  choices: readonly ChoiceRow[]
  judgements: readonly JudgementRow[]
  may: {
    gather: boolean
    /** It has ended, and may be gathered again. */
    resume: boolean
  }
}
