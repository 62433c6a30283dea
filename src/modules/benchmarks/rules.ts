import type { Question } from '../../engine/benchmark/index.ts'
import type { Names } from '../../kernel/text.ts'

/** Levels on which territories are compared; the first is Finland's regions (maakunta). */
export const comparedLevels = ['region', 'nuts3', 'nuts2', 'country'] as const
export type ComparedLevel = (typeof comparedLevels)[number]

/** How much a variable may count beside another. */
export const weights = ['0.5', '1', '2', '3', '5'] as const
export const nearestChoices = [3, 5, 8, 10, 15] as const
/** Percent of the weights that a pair must have in common. */
export const leastShares = [50, 75, 100] as const

/** One series of a dataset: every dimension but the territory by its code, the period too. */
export type AskedVariable = { dataset: string; codes: Readonly<Record<string, string>>; weight: string }

export type Asked = {
  level: ComparedLevel
  /** The territory whose peers are looked for. */
  target: string
  variables: readonly AskedVariable[]
  nearest: number
  ownCountry: boolean
  leastShare: number
}

/** A question with what is usual where nothing else is said. */
export const askedOf = (some: Pick<Asked, 'target' | 'variables'> & Partial<Asked>): Asked => ({
  level: 'region',
  nearest: 5,
  ownCountry: true,
  leastShare: 50,
  ...some,
})

/** What a variable was at the moment of a run: its source, version and names. */
export type UsedVariable = {
  dataset: string
  version: string
  number: number
  /** When the source said that it was updated. */
  updated: string | null
  table: string | null
  title: Names
  label: Names
  unit: string | null
  period: string
  /** The level of the source's own codes, where they were turned into the one compared. */
  from: 'nuts3' | null
}

export type UsedUnit = {
  code: string
  country: string
  name: Names
  /** Decimal text with the source's digits, in the order of the variables; null where the source has none. */
  values: readonly (string | null)[]
  /** The source's marks. */
  flags: readonly string[]
}

/** Everything that a run is made of. */
export type Gathered = { asked: Asked; variables: readonly UsedVariable[]; units: readonly UsedUnit[] }

export const variableCode = (at: number): string => `v${String(at + 1).padStart(2, '0')}`

/** The question to the engine: the one place where decimal text becomes numbers. */
export const questionOf = ({ asked, units }: Gathered): Question => ({
  variables: asked.variables.map(({ weight }, i) => ({ code: variableCode(i), weight: Number(weight) })),
  units: units.map(({ code, country, values }) => ({
    code,
    country,
    values: values.map((v) => (v === null ? null : Number(v))),
  })),
  target: asked.target,
  nearest: asked.nearest,
  ownCountry: asked.ownCountry,
  leastShare: asked.leastShare / 100,
})
