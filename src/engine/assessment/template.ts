import type { Texts } from './texts.ts'

/**
 * A template of criteria as data, versioned and frozen with its call. General criteria pass or fail, and one failure
 * means no funding; the others are scored: content and refining criteria 0-5, horizontal ones 0-3, or on a scale of
 * one's own (selection criteria of the programme Innovation and Skills in Finland 2021-2027).
 */
export type Template = {
  format: 'talkoot-criteria/1'
  name: Texts
  general: readonly GeneralCriterion[]
  scored: readonly ScoredCriterion[]
  thresholds: Thresholds
  /** A reason is always due at both ends of a scale; here also between them. */
  reasonAlways: boolean
  /** Scores of one criterion that differ by so much or more are marked for discussion. */
  discussFrom: number
}

export type GeneralCriterion = {
  key: string
  label: Texts
  /** What the checker looks at, beside the choice. */
  guide?: Texts
  /** The law or decision that it comes from. */
  source?: string
}

export type ScoredCriterion = {
  key: string
  group: CriterionGroup
  label: Texts
  guide?: Texts
  scale: Scale
  /** How much a point of it counts, as a decimal of at most two digits: "1", "2.5". */
  weight: string
  /** A score below this is no funding, whatever the total; none: not compulsory. */
  least?: number
}

export const criterionGroups = ['content', 'refining', 'horizontal', 'own'] as const
export type CriterionGroup = (typeof criterionGroups)[number]

/** Whole points from least to most, each with words where they are settled. */
export type Scale = { least: number; most: number; words?: Readonly<Record<string, Texts>> }

/** Percent of the greatest possible weighted total, over all and in a group; a decimal of at most two digits. */
export type Thresholds = { total?: string; groups?: Readonly<Partial<Record<CriterionGroup, string>>> }

/** The scales that the programme uses; a group of one's own has none given. */
export const usualScales: Readonly<Record<Exclude<CriterionGroup, 'own'>, Scale>> = {
  content: { least: 0, most: 5 },
  refining: { least: 0, most: 5 },
  horizontal: { least: 0, most: 3 },
}
