/** A property by which regions (or ecosystems) are compared. Weights say only how much one counts beside another. */
export type Variable = { code: string; weight: number }

/** What is compared: its values stand in the order of the variables, null where there is none. */
export type Unit = { code: string; country?: string | undefined; values: readonly (number | null)[] }

export type Question = {
  variables: readonly Variable[]
  units: readonly Unit[]
  /** The unit whose peers are looked for. */
  target: string
  /** How many of the nearest are its peers. */
  nearest: number
  /** Whether units of the target's own country may be its peers. */
  ownCountry: boolean
  /** The least share of the weights, 0 to 1, of which a pair must have both values; a unit with less is set aside. */
  leastShare: number
}

/** Why a question cannot be answered. */
export type QuestionFault =
  | 'no-target'
  | 'target-without-values'
  | 'no-variables'
  | 'bad-weight'
  | 'repeated-variable'
  | 'repeated-unit'
  | 'bad-length'
  | 'bad-value'
  | 'bad-number'

/** What is wrong with a question, or nothing. */
export function faultOfQuestion(q: Question): QuestionFault | undefined {
  const { variables, units } = q
  if (!(Number.isInteger(q.nearest) && q.nearest >= 1)) return 'bad-number'
  if (!(q.leastShare >= 0 && q.leastShare <= 1)) return 'bad-number'
  if (variables.some((v) => !(v.weight >= 0 && v.weight <= 1e6))) return 'bad-weight'
  if (variables.every((v) => v.weight === 0)) return 'no-variables'
  if (new Set(variables.map((v) => v.code)).size < variables.length) return 'repeated-variable'
  if (new Set(units.map((u) => u.code)).size < units.length) return 'repeated-unit'
  if (units.some((u) => u.values.length !== variables.length)) return 'bad-length'
  if (units.some((u) => u.values.some((v) => v !== null && !Number.isFinite(v)))) return 'bad-value'
  const target = units.find((u) => u.code === q.target)
  if (!target) return 'no-target'
  if (target.values.every((v) => v === null)) return 'target-without-values'
  return undefined
}
