import type { Outcome } from '../../engine/assessment/index.ts'
import type { Seen } from './looking.ts'
import type { AssessmentState } from './rules.ts'

export const outcomes = ['passed', 'below', 'failed', 'open'] as const
export type OutcomeWord = (typeof outcomes)[number]

export const sortKeys = ['number', 'title', 'lead', 'cost', 'grant', 'state', 'points'] as const
export type SortKey = (typeof sortKeys)[number]

export const needs = ['checks', 'assessors', 'discussion', 'declaration'] as const
/** What an assessment waits for. */
export type Need = (typeof needs)[number]

export type ListQuestion = {
  q?: string | undefined
  state: readonly AssessmentState[]
  outcome: readonly OutcomeWord[]
  need: readonly Need[]
  sort: SortKey | `-${SortKey}`
}

/** What has come of an assessment, as far as the reader may see it. */
export const outcomeWord = (outcome: Outcome | null): OutcomeWord =>
  outcome === null || outcome.is === 'incomplete' ? 'open' : outcome.is

export const pointsSeen = ({ outcome }: Pick<Seen, 'outcome'>) =>
  outcome?.is === 'passed' || outcome?.is === 'below' ? outcome.points : undefined

export const lacksAssessors = (a: Pick<Seen, 'holders' | 'call' | 'state' | 'applicationState'>): boolean =>
  a.holders < a.call.assessorsEach && a.state !== 'failed' && a.applicationState !== 'withdrawn'

export const isWide = ({ spreads }: Pick<Seen, 'spreads'>): boolean =>
  spreads?.some((s) => s.discuss) ?? false

export const waitsFor: Readonly<Record<Need, (a: Seen) => boolean>> = {
  checks: (a) => (a.state === 'waiting' || a.state === 'checking') && a.applicationState !== 'withdrawn',
  assessors: lacksAssessors,
  discussion: (a) => a.state === 'discussing' && isWide(a),
  declaration: (a) => a.own === 'must-declare' || a.own === 'must-answer',
}

/** The rows of a list: what is asked for, in the order asked for; equal ones by their number. */
export function narrowed(all: readonly Seen[], asked: ListQuestion): Seen[] {
  const words = (asked.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const has = (a: Seen) => `${a.call.code}/${a.number} ${a.title} ${a.lead ?? ''}`.toLowerCase()
  const found = all.filter(
    (a) =>
      words.every((w) => has(a).includes(w)) &&
      (asked.state.length === 0 || asked.state.includes(a.state)) &&
      (asked.outcome.length === 0 || asked.outcome.includes(outcomeWord(a.outcome))) &&
      asked.need.every((need) => waitsFor[need](a)),
  )
  const down = asked.sort.startsWith('-')
  const key = (down ? asked.sort.slice(1) : asked.sort) as SortKey
  return found.sort((a, b) => (down ? -1 : 1) * compared(key, a, b) || a.number - b.number)
}

const decimals = (text: string | null): bigint => BigInt((text ?? '-1').replace('.', ''))
const order = (a: bigint | number, b: bigint | number): number => (a < b ? -1 : a > b ? 1 : 0)

function compared(key: SortKey, a: Seen, b: Seen): number {
  switch (key) {
    case 'number':
      return a.number - b.number
    case 'title':
      return a.title.localeCompare(b.title, 'fi')
    case 'lead':
      return (a.lead ?? '').localeCompare(b.lead ?? '', 'fi')
    case 'cost':
      return order(decimals(a.cost), decimals(b.cost))
    case 'grant':
      return order(decimals(a.grant), decimals(b.grant))
    case 'state':
      return a.state.localeCompare(b.state)
    case 'points':
      return order(pointsSeen(a)?.got ?? -1n, pointsSeen(b)?.got ?? -1n)
  }
}
