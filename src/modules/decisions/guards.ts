import { checkAid } from '../../engine/budget/index.ts'
import { centsOf } from '../../kernel/money.ts'
import type { Day } from '../../kernel/time.ts'
import { type Sums, sumsOf, type Terms } from './terms.ts'

/** What the rules look at: read from the rows in the transaction that decides, never from what a form says. */
export type Case = {
  /** `settled`: scored and agreed; `failed`: a general criterion is not met; `open`: neither yet. */
  assessment: 'settled' | 'failed' | 'open'
  /** What the criteria engine makes of it: no money but where it says `passed`. */
  outcome: 'incomplete' | 'failed' | 'below' | 'passed'
  /** Whether the version that was assessed is the newest that was sent. */
  assessedNewest: boolean
  /** Sent, not withdrawn, not waiting for a completion, and not too late. */
  counts: boolean
  /** With the kind of each applicant, as the registry knows it. */
  asked: readonly { row: string; cost: string | null; grant: string | null; kind?: string | null }[]
  limits: Limits
  /** The city's selection of this round, where it is valid. */
  selection: (Pick<Terms, 'outcome' | 'byPartner'> & { person: string }) | null
  /** Whoever has prepared anything of it: proposals, checks, assessment, completions, the application. */
  preparers: ReadonlySet<string>
}

export type Limits = {
  rates: readonly { costModel: string | null; applicant?: string; most: string }[]
  leastGrant: string | null
  mostGrant: string | null
  mostMonths: number | null
}

export type StandingIs = 'free' | 'must-declare' | 'must-answer' | 'barred'
export type Signer = { person: string; standing: StandingIs }

export type FaultIs =
  | 'not-counted'
  | 'not-assessed'
  | 'assessed-older'
  | 'criterion-failed'
  | 'below-threshold'
  | 'no-grounds'
  | 'no-amounts'
  | 'wrong-partners'
  | 'partner-over-asked'
  | 'over-rate'
  | 'no-rate'
  | 'below-least'
  | 'above-most'
  | 'no-dates'
  | 'dates-backwards'
  | 'too-long'
  | 'over-selection'
  | 'no-selection'
  | 'city-said-no'
  | 'missing'
  | 'wrong-state'
  | 'not-yours'
  | 'no-reason'
  | 'prepared-it'
  | 'selected-it'
  | 'must-declare'
  | 'must-answer'
  | 'barred'
export type Fault = { is: FaultIs; field?: string }

const when = (wrong: boolean, is: FaultIs, field?: string): Fault[] =>
  wrong ? [{ is, ...(field && { field }) }] : []

/** Nothing is proposed, selected or decided of what is not assessed as it was last sent. */
function readiness(on: Case): Fault[] {
  return [
    ...when(!on.counts, 'not-counted'),
    ...when(on.assessment === 'open' || on.outcome === 'incomplete', 'not-assessed'),
    ...when(!on.assessedNewest, 'assessed-older'),
  ]
}

/** A failed general criterion or a missed threshold is no money: only "no" can be said of it. */
function fundable(on: Case, { outcome }: Terms): Fault[] {
  if (outcome === 'no') return []
  return [
    ...when(on.assessment === 'failed' || on.outcome === 'failed', 'criterion-failed', 'outcome'),
    ...when(on.outcome === 'below', 'below-threshold', 'outcome'),
  ]
}

/** What the terms themselves lack. The ceiling of each partner: what was asked or, of the council, what was selected. */
function termsFaults(on: Case, terms: Terms): Fault[] {
  const grounds = when(terms.grounds.trim() === '', 'no-grounds', 'grounds')
  if (terms.outcome === 'no') return grounds
  return [...grounds, ...amountFaults(on, terms), ...dateFaults(on.limits, terms)]
}

function amountFaults(on: Case, terms: Terms): Fault[] {
  const { cost, grant } = sumsOf(terms)
  if (grant <= 0n || cost <= 0n) return [{ is: 'no-amounts', field: 'amounts' }]
  const rows = new Set(on.asked.map((p) => p.row))
  const named = new Set(terms.byPartner.map((p) => p.row))
  const wrong = named.size !== terms.byPartner.length || terms.byPartner.some((p) => !rows.has(p.row))
  const over = terms.byPartner.filter((p) => {
    const asked = on.asked.find((a) => a.row === p.row)
    return (
      asked !== undefined &&
      (centsOf(p.grant) > centsOf(asked.grant ?? '0') ||
        centsOf(p.cost) > centsOf(asked.cost ?? '0') ||
        centsOf(p.grant) > centsOf(p.cost))
    )
  })
  const { leastGrant, mostGrant } = on.limits
  return [
    ...when(wrong, 'wrong-partners', 'amounts'),
    ...over.map((p) => ({ is: 'partner-over-asked' as const, field: `grant.${p.row}` })),
    ...rateFaults(on, terms, { cost, grant }),
    ...when(leastGrant !== null && grant < centsOf(leastGrant), 'below-least', 'amounts'),
    ...when(mostGrant !== null && grant > centsOf(mostGrant), 'above-most', 'amounts'),
  ]
}

/**
 * The rate is demanded of the project as a whole, as of the application: the most is the exact sum of the partners'
 * shares, each by the rate of its own kind of applicant.
 */
function rateFaults({ asked, limits }: Case, { byPartner, costModel }: Terms, all: Sums): Fault[] {
  if (limits.rates.length === 0) return []
  const rates = limits.rates.map((r) => ({
    percent: r.most,
    costModel: r.costModel,
    partnerKind: r.applicant ?? null,
  }))
  const kinds = new Map(asked.flatMap(({ row, kind }) => (kind ? [[row, kind] as const] : [])))
  const partners = byPartner.map((p) => ({
    partner: p.row,
    cost: centsOf(p.cost),
    grant: centsOf(p.grant),
  }))
  const aid = checkAid({ rates, each: 'project', costModel: costModel ?? '' }, kinds, { partners, all })
  const rateless = aid.partners.some((p) => p.percent === undefined && p.grant > 0n)
  if (rateless) return [{ is: 'no-rate', field: 'costModel' }]
  return when(all.grant > aid.all.mostGrant, 'over-rate', 'amounts')
}

function dateFaults({ mostMonths }: Limits, { starts, ends }: Terms): Fault[] {
  if (!starts || !ends) return [{ is: 'no-dates', field: starts ? 'ends' : 'starts' }]
  if (ends <= starts) return [{ is: 'dates-backwards', field: 'ends' }]
  return when(mostMonths !== null && ends >= monthsAfter(starts, mostMonths), 'too-long', 'ends')
}

/** The day so many months later; of a short month its last. */
export function monthsAfter(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

const standingFault: Record<StandingIs, Fault[]> = {
  free: [],
  'must-declare': [{ is: 'must-declare' }],
  'must-answer': [{ is: 'must-answer' }],
  barred: [{ is: 'barred' }],
}

/** Who signs is free of any conflict there, and has prepared nothing of it. No office and no setting changes that. */
function signerFaults(on: Case, { person, standing }: Signer): Fault[] {
  return [...standingFault[standing], ...when(on.preparers.has(person), 'prepared-it')]
}

/** What stands in the way of putting a proposal before the city. Who prepares need not be apart from the preparing. */
export const proposalFaults = (on: Case, terms: Terms, { standing }: Pick<Signer, 'standing'>): Fault[] => [
  ...readiness(on),
  ...fundable(on, terms),
  ...termsFaults(on, terms),
  ...standingFault[standing],
]

/** What stands in the way of the city's selection. */
export const selectionFaults = (on: Case, terms: Terms, signer: Signer): Fault[] => [
  ...readiness(on),
  ...fundable(on, terms),
  ...termsFaults(on, terms),
  ...signerFaults(on, signer),
]

/** What stands in the way of the legal decision: the city's half as well, and a yes only upon its yes. */
export const decisionFaults = (on: Case, terms: Terms, signer: Signer): Fault[] => [
  ...selectionFaults(on, terms, signer),
  ...when(on.selection === null, 'no-selection'),
  ...when(on.selection?.outcome === 'no' && terms.outcome === 'yes', 'city-said-no', 'outcome'),
  ...when(on.selection?.person === signer.person, 'selected-it'),
  ...(on.selection?.outcome === 'yes' && terms.outcome === 'yes' ? overSelection(on.selection, terms) : []),
]

/** The council may find less of it eligible; it gives nobody more than the city selected. */
const overSelection = (selected: Pick<Terms, 'byPartner'>, terms: Terms): Fault[] =>
  terms.byPartner
    .filter(({ row, grant }) => {
      const theirs = selected.byPartner.find((p) => p.row === row)
      return centsOf(grant) > centsOf(theirs?.grant ?? '0')
    })
    .map(({ row }) => ({ is: 'over-selection', field: `grant.${row}` }))
