import type { Aggregation, Disaggregation } from '../../engine/indicators/index.ts'
import type { Names } from '../../kernel/text.ts'

/** An indicator as one ecosystem uses it, by its newest version. */
export type Indicator = {
  id: string
  code: string
  version: number
  name: Names
  /** How it is measured and what counts. */
  definition: Names
  unit: Names
  aggregation: Aggregation
  decimals: number
  disaggregation: Disaggregation[]
  /** Where the definition was read: a regulation, a decision of the ecosystem. */
  source: string
  /** The ecosystem that keeps the definition; null for the common list. */
  keeper: string | null
}

export type SetName = 'common' | 'own'

/** One version of a definition, for its history. */
export type DefinitionVersion = Omit<Indicator, 'id' | 'code' | 'keeper'> & {
  byWhom: string
  at: Date
  reason: string | null
}
