import {
  type Checks,
  type Outcome,
  outcomeOf,
  type Sheet,
  type Template,
} from '../../engine/assessment/index.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { AssessmentState, SheetState } from './rules.ts'

/** One assessor's sheet as it is stored. Its scores are shown by `scoresSeen` alone. */
export type HeldSheet = {
  id: string
  person: string
  name: string
  state: SheetState
  version: number | null
  scores: Sheet | null
  assignedAt: Date
  givenAt: Date | null
  dueOn: Day | null
  deputyFor: string | null
}

/** A general criterion as it was found last. */
export type Finding = {
  criterion: string
  version: number
  result: 'pass' | 'fail'
  ground: string
  by: string
  at: Date
}

/** The assessment of one application with everything that its rules ask for. */
export type Judged = {
  application: string
  number: number
  title: string
  language: string
  /** How the application stands: a withdrawn one is judged no further. */
  applicationState: string
  /** The newest version that was sent, and the one that is judged. */
  newest: number
  version: number
  late: boolean
  lead: string | null
  partners: number
  cost: string | null
  grant: string | null
  /** The blocks of money that the form keeps from assessors: a budget hides both sums, a plan the grant. */
  hiddenMoney: readonly ('budget' | 'financing')[]
  call: { id: string; code: string; title: Names; exercise: boolean; assessorsEach: number }
  ecosystem: string
  state: AssessmentState
  /** When it moved last, or a new version came in. */
  movedAt: Date
  template: Template | null
  /** Which settled criteria: id and version. */
  criteria: string | null
  findings: readonly Finding[]
  sheets: readonly HeldSheet[]
  consensus: Sheet | null
  summary: string | null
  settledAt: Date | null
}

export const counted: readonly SheetState[] = ['assigned', 'open', 'given']

/** Sheets that still count: neither recused nor released. */
export const countedSheets = ({ sheets }: Pick<Judged, 'sheets'>): HeldSheet[] =>
  sheets.filter((s) => counted.includes(s.state))

/** Scores are opened to others once everybody has given theirs, and closed again while anybody gives them anew. */
export const isOpened = ({ state }: Pick<Judged, 'state'>): boolean =>
  state === 'discussing' || state === 'settled'

/** The scores of a sheet as somebody may see them: one's own always, others' when all have been given. */
export const scoresSeen = (judged: Judged, sheet: HeldSheet, person: string | undefined): Sheet | null =>
  sheet.person === person || (isOpened(judged) && sheet.state === 'given') ? sheet.scores : null

export const checksOf = ({ findings }: Pick<Judged, 'findings'>): Checks =>
  Object.fromEntries(findings.map((f) => [f.criterion, f.result]))

/** Whether everybody who holds a sheet has given it, and as many as the call asks for. */
export const allGiven = (judged: Judged): boolean => {
  const sheets = countedSheets(judged)
  return sheets.length >= judged.call.assessorsEach && sheets.every((s) => s.state === 'given')
}

/** What follows from the checks and the settled scores, by the engine; undefined while there is no template. */
export const judgementOf = (judged: Judged): Outcome | undefined =>
  judged.template
    ? outcomeOf(
        judged.template,
        checksOf(judged),
        judged.state === 'settled' ? (judged.consensus ?? undefined) : undefined,
      )
    : undefined
