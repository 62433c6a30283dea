import type { ScoredCriterion, Template } from './template.ts'

/** One person's scores, by criterion; null where none is given yet. */
export type Sheet = Readonly<Record<string, Scored | undefined>>
export type Scored = { score: number | null; reason: string }

export type SheetFault = { criterion: string; why: 'no-score' | 'not-on-scale' | 'no-reason' | 'unknown' }

/** Both ends of a scale need words; between them only where the template says so. */
export const needsReason = (
  template: Pick<Template, 'reasonAlways'>,
  { scale }: Pick<ScoredCriterion, 'scale'>,
  score: number,
): boolean => template.reasonAlways || score === scale.least || score === scale.most

/** What is missing or wrong before a sheet can be given. */
export function faultsOf(template: Template, sheet: Sheet): SheetFault[] {
  const keys = new Set(template.scored.map((c) => c.key))
  const unknown = Object.keys(sheet).filter((key) => !keys.has(key))
  return [
    ...unknown.map((criterion) => ({ criterion, why: 'unknown' as const })),
    ...template.scored.flatMap((criterion): SheetFault[] => {
      const why = faultOf(template, criterion, sheet[criterion.key])
      return why ? [{ criterion: criterion.key, why }] : []
    }),
  ]
}

function faultOf(template: Template, criterion: ScoredCriterion, given: Scored | undefined) {
  if (!given || given.score === null) return 'no-score'
  const { least, most } = criterion.scale
  if (!Number.isInteger(given.score) || given.score < least || given.score > most) return 'not-on-scale'
  return needsReason(template, criterion, given.score) && given.reason.trim() === '' ? 'no-reason' : undefined
}
