import { knownHundredths } from './decimal.ts'
import { faultsOf, type Sheet } from './sheet.ts'
import { type CriterionGroup, criterionGroups, type ScoredCriterion, type Template } from './template.ts'

/** Points times weight, in hundredths of a point: exact, never a floating-point sum. */
export type Points = { got: bigint; most: bigint }

/** The weighted points of a whole sheet. Throws RangeError when a score is missing. */
export const pointsOf = (template: Template, sheet: Sheet, group?: CriterionGroup): Points =>
  template.scored
    .filter((criterion) => group === undefined || criterion.group === group)
    .reduce(
      (sum, criterion) => {
        const weight = knownHundredths(criterion.weight)
        return {
          got: sum.got + weight * BigInt(scoreIn(sheet, criterion)),
          most: sum.most + weight * BigInt(criterion.scale.most),
        }
      },
      { got: 0n, most: 0n },
    )

function scoreIn(sheet: Sheet, { key }: ScoredCriterion): number {
  const score = sheet[key]?.score
  if (score === undefined || score === null) throw new RangeError(`no score for ${key}`)
  return score
}

/** Whether points reach a percentage of the greatest possible; exactly half reaches "50". Of nothing, always. */
export const reaches = ({ got, most }: Points, percent: string): boolean =>
  got * 10_000n >= most * knownHundredths(percent)

/** Points as a decimal text of two digits: 1 250n -> "12.50". */
export const pointsText = (points: bigint): string =>
  `${points / 100n}.${String(points % 100n).padStart(2, '0')}`

/** How each general criterion was found; null where nobody has checked it yet. */
export type Checks = Readonly<Record<string, 'pass' | 'fail' | null | undefined>>

export type Shortfall =
  | { of: 'criterion'; key: string; score: number; least: number }
  | { of: 'group'; group: CriterionGroup; points: Points; percent: string }
  | { of: 'total'; points: Points; percent: string }

/**
 * What follows from the checks and the settled scores. One failed general criterion is no funding, and then no scores
 * are needed; a threshold or a compulsory criterion missed is no funding either.
 */
export type Outcome =
  | { is: 'incomplete'; unchecked: readonly string[]; unscored: boolean }
  | { is: 'failed'; general: readonly string[] }
  | { is: 'below'; points: Points; short: readonly Shortfall[] }
  | { is: 'passed'; points: Points }

export function outcomeOf(template: Template, checks: Checks, settled: Sheet | undefined): Outcome {
  const general = template.general.map((c) => c.key)
  const failed = general.filter((key) => checks[key] === 'fail')
  if (failed.length > 0) return { is: 'failed', general: failed }
  const unchecked = general.filter((key) => checks[key] !== 'pass')
  const unscored = template.scored.length > 0 && (!settled || faultsOf(template, settled).length > 0)
  if (unchecked.length > 0 || unscored) return { is: 'incomplete', unchecked, unscored }
  const sheet = settled ?? {}
  const points = pointsOf(template, sheet)
  const short = shortfalls(template, sheet, points)
  return short.length > 0 ? { is: 'below', points, short } : { is: 'passed', points }
}

function shortfalls(template: Template, sheet: Sheet, total: Points): Shortfall[] {
  const { thresholds } = template
  const criteria = template.scored.flatMap((criterion): Shortfall[] => {
    const score = scoreIn(sheet, criterion)
    return criterion.least !== undefined && score < criterion.least
      ? [{ of: 'criterion', key: criterion.key, score, least: criterion.least }]
      : []
  })
  const groups = criterionGroups.flatMap((group): Shortfall[] => {
    const percent = thresholds.groups?.[group]
    const points = pointsOf(template, sheet, group)
    return percent !== undefined && !reaches(points, percent) ? [{ of: 'group', group, points, percent }] : []
  })
  const whole: Shortfall[] =
    thresholds.total !== undefined && !reaches(total, thresholds.total)
      ? [{ of: 'total', points: total, percent: thresholds.total }]
      : []
  return [...criteria, ...groups, ...whole]
}
