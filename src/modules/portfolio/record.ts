import type { ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Entry } from './entry.ts'

export type Portfolio = {
  id: string
  ecosystem: { id: string; key: string; name: Names }
  name: Names
  purpose: Names
  share: ShareLevel
  exercise: boolean
  createdAt: Date
  editedAt: Date | null
}

/** A judgement's author and time. The name is told to those who are signed in. */
export type Said = { by: string | null; at: Date }

export type Source = Said & {
  id: string
  kind: 'projects' | 'call'
  /** The list's own words and filters. */
  filters: Record<string, string | string[]> | null
  call: string | null
  /** How many it brings in for this reader; filled when the portfolio is gathered. */
  brings: number
}

export type Choice = Said & { id: string; thing: string; stance: 'in' | 'out'; reason: string }

export type Placement = Said & {
  id: string
  batch: string
  thing: string
  dimension: string
  code: string
  reason: string
}

export type TargetRow = Said & {
  id: string
  values: string[]
  measure: 'share' | 'money' | 'count'
  amount: number
}
export type FeedRow = Said & {
  id: string
  from: string
  to: string
  kind: 'feeds' | 'continues'
  reason: string
  /** The page of the judgement it was read from, without a language; of one written in the portfolio there is none. */
  judgement?: string | undefined
}
export type Goal = Said & { id: string; organisation: string | null; owner: string; name: Names }
export type Service = Said & { id: string; goal: string; thing: string; strength: number; reason: string }

/** What an idea says: `amount` is euros as an exact decimal, `values` are places in the frame such as 'priority/1'. */
export type IdeaWording = {
  title: string
  body: string
  lead: string | null
  city: string | null
  amount: string
  starts: Day | null
  ends: Day | null
  values: string[]
}

export type Idea = Said &
  IdeaWording & {
    id: string
    language: string
    person: string | null
    /** Null while it stands. */
    withdrawnAt: Date | null
  }

/** Something that became of an idea; `before` are the fields that were edited, as they were. */
export type IdeaAct = Said & {
  id: string
  act: 'edited' | 'withdrawn' | 'restored'
  before: Partial<IdeaWording> | null
}

/** Where an entry's values come from. */
export type PlacedBy = 'people' | 'applicant' | 'idea'

/** An entry as it travels: money as a decimal string of euros, with who placed it where. */
export type ToldEntry = Omit<Entry, 'money'> & {
  money: string
  /** Each value with where it comes from. */
  placed: readonly { value: string; by: PlacedBy; placement?: Placement | undefined }[]
  /** Put in by hand, with the reason. */
  choice?: Choice | undefined
}

/** Everything of a portfolio that a reader may see: what all views are made of. */
export type Told = {
  portfolio: Portfolio
  axes: readonly ToldAxis[]
  entries: readonly ToldEntry[]
  sources: readonly Source[]
  /** Left out by hand. */
  left: readonly (Choice & { title: string })[]
  targets: readonly TargetRow[]
  feeds: readonly FeedRow[]
  goals: readonly Goal[]
  services: readonly Service[]
  ideas: readonly Idea[]
  /** Projects whose money is in another currency: counted, without money. */
  otherCurrency: number
  /** Applications that are kept from this reader until they have said that they have no conflict of interest. */
  keptOut: number
  /** The last batch of placements that can be taken back. */
  lastBatch: (Said & { batch: string; things: number }) | null
  may: { keep: boolean; judge: boolean; propose: boolean }
}

export type ToldAxis = Readonly<{
  dimension: string
  name: Names
  values: readonly { code: string; name: Names }[]
}>
