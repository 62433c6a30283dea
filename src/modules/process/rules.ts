import { quartilesOf } from '../../engine/benchmark/index.ts'
import type { Day } from '../../kernel/time.ts'

/** What happened to an application that was sent: Finnish calendar days; null where it has not happened. */
export type Milestones = {
  application: string
  call: string
  opened: Day | null
  closed: Day | null
  sent: Day
  /** When its joint assessment was settled. */
  assessed: Day | null
  proposed: Day | null
  /** The legal decision that holds. */
  decided: Day | null
  /** The first letter after the decision. */
  notified: Day | null
  /** The first day of the project, by the decision. */
  begins: Day | null
  outcome: 'yes' | 'no' | null
  /** Euros in cents. */
  asked: bigint | null
  granted: bigint | null
  /** How many times a completion was asked for. */
  completions: number
  /** Sheets of scores that were given. */
  given: number
}

type Moment = 'opened' | 'closed' | 'sent' | 'assessed' | 'proposed' | 'decided' | 'notified' | 'begins'

type Definition =
  /** Days from one moment to another; `either` counts those too where the later one came first. */
  | { of: 'days'; per: 'call' | 'application'; from: Moment; to: Moment; either?: true }
  /** A sum over another; undefined leaves an application outside. */
  | { of: 'ratio' | 'share' | 'euros'; part: (m: Milestones) => { top: bigint; bottom: bigint } | undefined }

const one = (is: boolean): bigint => (is ? 1n : 0n)

/** The figures, in the order in which an application meets them. The same definitions for every ecosystem. */
export const definitions = {
  open: { of: 'days', per: 'call', from: 'opened', to: 'closed' },
  assess: { of: 'days', per: 'application', from: 'closed', to: 'assessed' },
  propose: { of: 'days', per: 'application', from: 'assessed', to: 'proposed' },
  decide: { of: 'days', per: 'application', from: 'proposed', to: 'decided' },
  notify: { of: 'days', per: 'application', from: 'decided', to: 'notified' },
  begin: { of: 'days', per: 'application', from: 'decided', to: 'begins', either: true },
  wait: { of: 'days', per: 'application', from: 'sent', to: 'decided' },
  completions: { of: 'ratio', part: (m) => ({ top: BigInt(m.completions), bottom: 1n }) },
  assessments: {
    of: 'ratio',
    part: (m) => (m.assessed === null ? undefined : { top: BigInt(m.given), bottom: 1n }),
  },
  demand: {
    of: 'ratio',
    part: (m) => (m.outcome === null ? undefined : { top: 1n, bottom: one(m.outcome === 'yes') }),
  },
  money: {
    of: 'euros',
    part: (m) =>
      m.outcome === null || m.asked === null ? undefined : { top: m.asked, bottom: m.granted ?? 0n },
  },
  granted: {
    of: 'share',
    part: (m) => (m.outcome === null ? undefined : { top: one(m.outcome === 'yes'), bottom: 1n }),
  },
} as const satisfies Record<string, Definition>

export type FigureId = keyof typeof definitions
export const figureIds = Object.keys(definitions) as [FigureId, ...FigureId[]]
export const definitionOf = (id: FigureId): Definition => definitions[id]

/** How an application counts in a figure. */
export type Case = { application: string; call: string } & (
  | { is: 'counted'; days: number }
  | { is: 'counted'; top: bigint; bottom: bigint }
  /** It has begun, and its end has not come. */
  | { is: 'waiting' }
  /** Its end is before its beginning: left out and told. */
  | { is: 'reversed' }
  /** The figure is not about it. */
  | { is: 'outside' }
)

export const caseOf = (id: FigureId, m: Milestones): Case => ({
  application: m.application,
  call: m.call,
  ...standingOf(definitionOf(id), m),
})

function standingOf(d: Definition, m: Milestones) {
  if (d.of !== 'days') {
    const part = d.part(m)
    return part ? ({ is: 'counted', ...part } as const) : ({ is: 'outside' } as const)
  }
  const [from, to] = [m[d.from], m[d.to]]
  // Nothing begins of what was refused.
  if (from === null || (d.to === 'begins' && m.outcome !== 'yes')) return { is: 'outside' } as const
  if (to === null) return { is: 'waiting' } as const
  const days = daysBetween(from, to)
  return days < 0 && !d.either ? ({ is: 'reversed' } as const) : ({ is: 'counted', days } as const)
}

export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Fewer applications than this single somebody out: those who may not see the list are not told the figure. */
export const leastApplications = 5

export type Cell =
  /** Nothing has been counted yet. */
  | { is: 'none' }
  | { is: 'few' }
  | ({ is: 'days'; first: number; median: number; third: number } & Counts)
  /** Whole numbers as text; euros in cents. */
  | ({ is: 'ratio' | 'share' | 'euros'; top: string; bottom: string } & Counts)

type Counts = {
  /** Calls or applications, as the figure counts. */
  counted: number
  waiting: number
  reversed: number
}

/** One figure of one ecosystem; `whole` for those who may see its list. */
export function cellOf(id: FigureId, milestones: readonly Milestones[], whole: boolean): Cell {
  const d = definitionOf(id)
  const all = milestones.map((m) => caseOf(id, m))
  const within = all.filter((c) => c.is === 'counted')
  if (within.length === 0) return { is: 'none' }
  if (!whole && within.length < leastApplications) return { is: 'few' }
  const cases = d.of === 'days' && d.per === 'call' ? onePerCall(all) : all
  const counted = cases.filter((c) => c.is === 'counted')
  const counts: Counts = {
    counted: counted.length,
    waiting: cases.filter((c) => c.is === 'waiting').length,
    reversed: cases.filter((c) => c.is === 'reversed').length,
  }
  if (d.of === 'days')
    return { is: 'days', ...quartilesOf(counted.flatMap((c) => ('days' in c ? c.days : [])))!, ...counts }
  let [top, bottom] = [0n, 0n]
  for (const c of counted) {
    if (!('top' in c)) continue
    top += c.top
    bottom += c.bottom
  }
  return { is: d.of, top: `${top}`, bottom: `${bottom}`, ...counts }
}

export const onePerCall = <T extends { call: string }>(cases: readonly T[]): T[] => [
  ...new Map(cases.map((c) => [c.call, c])).values(),
]
