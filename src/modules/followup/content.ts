import type { Version } from '../../kernel/entries.ts'
import type { Day } from '../../kernel/time.ts'

export const kinds = ['milestone', 'deliverable', 'risk', 'cost', 'change'] as const
export type Kind = (typeof kinds)[number]
export const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word)

/** What is stored of a milestone; `late` follows from the day and is stored nowhere. */
export const milestoneStates = ['planned', 'reached', 'dropped'] as const
export type MilestoneState = (typeof milestoneStates)[number]

export const deliverableForms = ['report', 'model', 'software', 'data', 'event', 'training', 'other'] as const
export type DeliverableForm = (typeof deliverableForms)[number]

export const riskStates = ['open', 'realised', 'closed'] as const
export type RiskState = (typeof riskStates)[number]

/** A step of likelihood and of effect, 1 (least) to 5 (most). */
export const steps = ['1', '2', '3', '4', '5'] as const
export type Step = (typeof steps)[number]

/** What a change of the project is about. */
export const changeSubjects = ['timetable', 'budget', 'partners', 'content'] as const
export type ChangeSubject = (typeof changeSubjects)[number]

export const changeStates = ['asked', 'returned', 'approved'] as const
export type ChangeState = (typeof changeStates)[number]

/** Decimal strings of euros ("1234.50") by the code of a cost category. */
export type Amounts = Readonly<Record<string, string>>

/** What one thing says, in the language of its project; which of these a kind has, `itemTyped` says. */
export type Content = {
  title: string
  text: string
  due?: Day | null
  milestone?: MilestoneState
  /** When a milestone was reached, or a deliverable was ready. */
  reached?: Day | null
  /** Of a milestone: what shows that it was reached. */
  shows?: string
  form?: DeliverableForm
  url?: string
  likelihood?: Step
  effect?: Step
  response?: string
  /** Who looks after a risk: an office or an organisation, never a person. */
  owner?: string
  risk?: RiskState
  from?: Day
  to?: Day
  used?: Amounts
  subject?: ChangeSubject
  /** Of a change of the timetable: the new last day of the project. */
  end?: Day | null
  /** Of a change of the budget: what is planned by category when it is approved. */
  plan?: Amounts | null
  change?: ChangeState
}

export type Item = Version<Kind, Content>
