import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { GivenUpFor, SelectionRole, SelectionState } from './rules.ts'
import type { SelectionSettings, WeightStatementSaid } from './settings.ts'

/** A candidate as the meeting sees it. Amounts and scores are decimal texts. */
export type RoomCandidate = {
  id: string
  code: string
  title: Names
  /** Its page, without a language, where the reader may open one. */
  path: string | null
  costs: Readonly<Record<string, string>>
  scores: Readonly<Record<string, { low: string; high: string; origin: string }>>
  lead: string | null
  city: string | null
  fund: string | null
  region: string | null
  actorKind: string | null
  values: readonly string[]
  starts: Day | null
  ends: Day | null
  note: string
  source: string
}

export type RoomStatement = {
  id: string
  said: WeightStatementSaid
  reason: string
  by: string
  at: string
}

export type RoomMember = {
  person: string
  name: string
  role: SelectionRole
  came: string | null
  left: string | null
  /** What they say of the weights for themselves; nothing until the meeting is open, but for the reader's own. */
  statements: readonly RoomStatement[]
}

export type RoomForce = {
  id: string
  candidate: string
  way: 'in' | 'out'
  /** Null where the reader steps aside from the candidate. */
  reason: string | null
  by: string
  at: string
}

export type RoomRecusal = {
  candidate: string
  person: string
  name: string
  found: 'computed' | 'declared'
  ground: number | null
  words: string
}

export type RoomVote = {
  id: string
  question: string
  options: readonly { id: string; name: string; candidates: readonly string[] }[]
  opened: string
  closed: string | null
  /** Who has voted; for what, once it is closed. */
  ballots: readonly { person: string; name: string; option: string | null }[]
  /** The reader's own. */
  mine: string | null
  /** The reader steps aside from a candidate that not all options have. */
  barred: boolean
}

/** A closing that came to nothing: who closed the meeting, when, and why its record could not be computed. */
export type GivenUp = { by: string | null; closed: string; at: string; why: GivenUpFor }

export type RoomNote = { id: string; candidate: string; name: string; body: string; at: string }

/** What the reader may do: forms stand where these are true, and the actions ask again. */
export type RoomRights = { keep: boolean; sayOwn: boolean; vote: boolean; note: boolean; sign: boolean }

/** A selection meeting without what stands beside it: its facts, what is prepared for it and what it chose. */
export type SelectionHead = {
  id: string
  number: number
  name: Names
  purpose: string
  ecosystem: { id: string; key: string; name: Names }
  call: { id: string; name: Names } | null
  day: Day
  clock: string | null
  place: string | null
  state: SelectionState
  exercise: boolean
  exerciseNote: Names | null
  revision: number
  settings: SelectionSettings
  chosen: readonly string[] | null
  reasons: string
  recordHash: string | null
}

/** A selection meeting as one reader sees it, whole: plain JSON, for the page, for its windows and for the API. */
export type Room = SelectionHead & {
  candidates: readonly RoomCandidate[]
  /** What the meeting says of the weights. */
  statements: readonly RoomStatement[]
  members: readonly RoomMember[]
  forces: readonly RoomForce[]
  recusals: readonly RoomRecusal[]
  votes: readonly RoomVote[]
  /** Without those of candidates that the reader steps aside from. */
  notes: readonly RoomNote[]
  /** Ids of candidates that the reader steps aside from. */
  aside: readonly string[]
  /** Ids of candidates in which the reader has yet to say whether they have a conflict. */
  undeclared: readonly string[]
  /** The last closing, where its record could not be computed and the meeting is open again. */
  givenUp: GivenUp | null
  signatures: readonly { person: string; name: string; role: string; hash: string; at: string }[]
  /** The reader's own place in it; null for who keeps it without sitting in it. */
  self: string | null
  may: RoomRights
}
