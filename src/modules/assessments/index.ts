/**
 * The assessment of applications: general criteria checked with their grounds, scores given apart, then one score
 * agreed together. Nobody sees another's scores before all are given, and nobody who is conflicted sees them at all:
 * whatever leaves this room passes `shownTo`. Others ask `judgementsIn` what has come of an application; what follows
 * from points is the engine's (`engine/assessment`).
 */
import type { Outcome, Sheet, Template } from '../../engine/assessment/index.ts'
import type { Read } from '../../kernel/db.ts'
import { judgementOf } from './judged.ts'
import { judgedAmong } from './judged-queries.ts'
import type { AssessmentState } from './rules.ts'

export { assessmentPath } from './notices.ts'
export type { AssessmentState } from './rules.ts'

export type Judgement = {
  application: string
  state: AssessmentState
  /** The version of the application that was judged, and the newest one that was sent. */
  version: number
  newest: number
  template: Template | null
  /** What follows now; undefined while the call has no settled criteria. */
  outcome: Outcome | undefined
  /** What the assessors agreed on; null until it is settled. */
  joint: { scores: Sheet; summary: string } | null
  /** The lowest and the highest score that an assessor has given, by criterion; none until they are settled. */
  given: Readonly<Record<string, { low: number; high: number }>>
}

/**
 * What has come of the assessments of applications, for those who propose and decide; whoever shows it asks first
 * whether its reader is free of conflicts. An application that is not assessed is not among them.
 */
export async function judgementsIn(db: Read, applications: readonly string[]): Promise<Judgement[]> {
  return (await judgedAmong(db, applications)).map((judged) => ({
    application: judged.application,
    state: judged.state,
    version: judged.version,
    newest: judged.newest,
    template: judged.template,
    outcome: judgementOf(judged),
    joint:
      judged.state === 'settled' && judged.consensus
        ? { scores: judged.consensus, summary: judged.summary ?? '' }
        : null,
    given: judged.state === 'settled' ? spreadOf(judged) : {},
  }))
}

function spreadOf({ sheets }: Parameters<typeof judgementOf>[0]): Judgement['given'] {
  const spread: Record<string, { low: number; high: number }> = {}
  for (const { state, scores } of sheets)
    for (const [criterion, given] of Object.entries(state === 'given' ? (scores ?? {}) : {})) {
      const score = given?.score
      if (score === null || score === undefined) continue
      const { low, high } = spread[criterion] ?? { low: score, high: score }
      spread[criterion] = { low: Math.min(low, score), high: Math.max(high, score) }
    }
  return spread
}
