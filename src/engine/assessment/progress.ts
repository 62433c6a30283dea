import { knownHundredths } from './decimal.ts'
import { type Points, reaches } from './outcome.ts'
import { needsReason, type Sheet } from './sheet.ts'
import { type CriterionGroup, criterionGroups, type Template } from './template.ts'

/** How a threshold stands: whatever is scored next it is reached, or missed, or both are still possible. */
export type ThresholdState = 'reached' | 'open' | 'missed'

export type Progress = {
  /** How many criteria have their score, and its reason where one is due. */
  ready: number
  of: number
  /** Criteria whose score is there, but not the reason that it needs. */
  noReason: readonly string[]
  /** Points so far, of the greatest possible of the whole sheet. */
  points: Points
  thresholds: readonly {
    of: CriterionGroup | 'total'
    percent: string
    points: Points
    state: ThresholdState
  }[]
  /** Compulsory criteria whose score is below the least that they need. */
  below: readonly { key: string; score: number; least: number }[]
}

/** Where a sheet stands that is still being filled in. A score that is not on its scale counts as none. */
export function progressOf(template: Template, sheet: Sheet): Progress {
  const scored = template.scored.map((criterion) => {
    const { least, most } = criterion.scale
    const given = sheet[criterion.key]?.score ?? null
    const score = given !== null && Number.isInteger(given) && given >= least && given <= most ? given : null
    const due = score !== null && needsReason(template, criterion, score)
    return { ...criterion, score, lacksReason: due && sheet[criterion.key]?.reason.trim() === '' }
  })
  const inAll = (of: CriterionGroup | 'total') => scored.filter((c) => of === 'total' || c.group === of)
  const sum = (of: CriterionGroup | 'total', value: (c: (typeof scored)[number]) => number) =>
    inAll(of).reduce((all, c) => all + knownHundredths(c.weight) * BigInt(value(c)), 0n)
  const asked = [
    ...criterionGroups.map((group) => [group, template.thresholds.groups?.[group]] as const),
    ['total', template.thresholds.total] as const,
  ]
  return {
    ready: scored.filter((c) => c.score !== null && !c.lacksReason).length,
    of: scored.length,
    noReason: scored.filter((c) => c.lacksReason).map((c) => c.key),
    points: { got: sum('total', (c) => c.score ?? 0), most: sum('total', (c) => c.scale.most) },
    thresholds: asked.flatMap(([of, percent]) => {
      if (percent === undefined) return []
      const most = sum(of, (c) => c.scale.most)
      const reached = (got: bigint) => reaches({ got, most }, percent)
      const state = reached(sum(of, (c) => c.score ?? c.scale.least))
        ? 'reached'
        : reached(sum(of, (c) => c.score ?? c.scale.most))
          ? 'open'
          : 'missed'
      return [{ of, percent, points: { got: sum(of, (c) => c.score ?? 0), most }, state }]
    }),
    below: scored.flatMap(({ key, score, least }) =>
      score !== null && least !== undefined && score < least ? [{ key, score, least }] : [],
    ),
  }
}
