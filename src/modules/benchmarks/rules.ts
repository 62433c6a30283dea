import { type Derived, derivedOf, type Question } from '../../engine/benchmark/index.ts'
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
export type AskedVariable = {
  dataset: string
  codes: Readonly<Record<string, string>>
  weight: string
  derived?: AskedDerived | undefined
}

/** What a ratio is multiplied by: 100 makes percent. */
export const factors = ['1', '100', '1000', '1000000'] as const
export type Factor = (typeof factors)[number]

/** A series over another, or its change in percent since another period of its own. */
export type AskedDerived =
  | { is: 'ratio'; dataset: string; codes: Readonly<Record<string, string>>; times: Factor }
  | { is: 'change'; since: string }

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
  /** Of a derived one: the series below the line, or the earlier one. */
  other?: Omit<UsedVariable, 'other'> | undefined
}

export type UsedUnit = {
  code: string
  country: string
  name: Names
  /** Decimal text with the source's digits, in the order of the variables; null where the source has none. */
  values: readonly (string | null)[]
  /** The source's marks. */
  flags: readonly string[]
  /** Of derived variables the two values that theirs was made of; null of others. */
  bases?: readonly (readonly [value: string | null, other: string | null] | null)[] | undefined
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

export const derivedIn = ({ derived }: AskedVariable): Derived | undefined =>
  derived && (derived.is === 'ratio' ? { is: 'ratio', times: Number(derived.times) } : { is: 'change' })

/** The same with every derived value made again from its two bases: what a record says of them proves itself. */
export function madeAgain(gathered: Gathered): Gathered {
  const derived = gathered.asked.variables.map(derivedIn)
  if (derived.every((d) => d === undefined)) return gathered
  return {
    ...gathered,
    units: gathered.units.map((u) => ({
      ...u,
      values: u.values.map((value, i) => {
        const [d, bases] = [derived[i], u.bases?.[i]]
        return d && bases ? derivedOf(d, ...bases) : value
      }),
    })),
  }
}
