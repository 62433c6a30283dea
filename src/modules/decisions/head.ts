import type { Outcome } from '../../engine/assessment/index.ts'
import type { Names } from '../../kernel/text.ts'
import type { Judgement } from '../assessments/index.ts'
import type { CallSettings } from '../calls/index.ts'
import type { Case } from './guards.ts'
import type { DecisionState } from './rules.ts'
import type { Signed } from './signature.ts'
import type { Terms } from './terms.ts'

export type Partner = {
  row: string
  organisation: string | null
  name: string
  businessId: string | null
  /** What kind of organisation it is, as the registry knows it. */
  kind: string | null
  role: 'lead' | 'partner'
  cost: string | null
  grant: string | null
}

/** One half of a decision that is valid: signed in this round, neither returned nor reopened since. */
export type Half = {
  id: string
  part: 'selection' | 'legal'
  round: number
  outcome: 'yes' | 'no'
  grounds: string
  conditions: string
  grant: string | null
  cost: string | null
  person: string
  by: string
  office: string
  at: Date
  content: Signed
  hash: string
  meeting: string | null
  voidAt: Date | null
}

/** An application with what is decided of it: also where nobody has proposed anything yet. */
export type Head = {
  /** Null until something is proposed. */
  decision: string | null
  application: string
  number: number
  title: string
  applicationState: string
  version: number | null
  versionHash: string | null
  late: boolean
  lateAccepted: boolean | null
  language: string
  group: string | null
  step: 'idea' | 'full'
  call: {
    id: string
    code: string
    state: string
    title: Names
    exercise: boolean
    settings: CallSettings
  }
  ecosystem: { id: string; key: string; name: Names }
  partners: readonly Partner[]
  /** Whether a personal trader is among the partners. */
  soleTrader: boolean
  /** Null while nobody has begun to assess it, and for who may not see what came of that. */
  judgement: Judgement | null
  state: DecisionState
  round: number
  proposal: Terms | null
  proposedBy: string | null
  proposedAt: Date | null
  project: string | null
  publishedAt: Date | null
  halves: readonly Half[]
}

export const pathOf = (head: Pick<Head, 'application'>): string => `/decisions/${head.application}`

/** "hev-2027-1/17". */
export const numberOf = ({ call, number }: Pick<Head, 'call' | 'number'>): string => `${call.code}/${number}`

export const halfOf = (head: Pick<Head, 'halves'>, part: Half['part']): Half | undefined =>
  head.halves.find((half) => half.part === part && half.voidAt === null)

const unassessed: Outcome = { is: 'incomplete', unchecked: [], unscored: true }

/** What has come of the checks and the agreed scores. */
export const outcomeIn = ({ judgement }: Pick<Head, 'judgement'>): Outcome => judgement?.outcome ?? unassessed

/** What the rules look at. */
export function caseOf(head: Head, preparers: ReadonlySet<string>): Case {
  const { judgement, call } = head
  const selection = halfOf(head, 'selection')
  const { rates, leastGrant, mostGrant, mostMonths } = call.settings
  return {
    assessment: judgement?.state === 'settled' || judgement?.state === 'failed' ? judgement.state : 'open',
    outcome: outcomeIn(head).is,
    assessedNewest: judgement !== null && judgement.version === head.version,
    counts:
      head.version !== null &&
      head.applicationState === 'submitted' &&
      (!head.late || head.lateAccepted === true),
    asked: head.partners,
    limits: { rates, leastGrant, mostGrant, mostMonths },
    selection: selection
      ? { outcome: selection.outcome, byPartner: grantsIn(selection.content), person: selection.person }
      : null,
    preparers,
  }
}

/** What a signature gave each partner. */
export const grantsIn = ({ parties }: Pick<Signed, 'parties'>): Terms['byPartner'] =>
  parties.flatMap(({ row, cost, grant }) => (cost !== null && grant !== null ? [{ row, cost, grant }] : []))
