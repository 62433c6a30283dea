import type { Cents } from '../../budget/index.ts'

/** Parts in a consortium that a call may name. */
export const partRoles = [
  'coordinator',
  'developer',
  'researcher',
  'tester',
  'end-user',
  'buyer',
  'trainer',
  'disseminator',
  'funder',
  'authority',
] as const
export type PartRole = (typeof partRoles)[number]

/** Classes of size by the Commission's recommendation 2003/361/EC; `sme` takes the first three together. */
export const sizes = ['micro', 'small', 'medium', 'large'] as const
export type Size = (typeof sizes)[number]
export const askedSizes = ['sme', ...sizes] as const

/** A subject of the General Finnish Ontology with those below it, by number, and words that say the same. */
export type Theme = { readonly subjects: readonly number[]; readonly words: readonly string[] }

/** What one partner has to have. `own`: nothing that can be computed; a person says who meets it. */
export type Asks =
  | { readonly kind: 'anybody' | 'own' }
  | { readonly kind: 'role'; readonly roles: readonly PartRole[] }
  | ({ readonly kind: 'competence' | 'facility' } & Theme)
  /** Codes: kinds of organisation, regions, countries (ISO 3166-1), languages (ISO 639-1), sizes. */
  | {
      readonly kind: 'organisation-kind' | 'region' | 'country' | 'language' | 'size'
      readonly codes: readonly string[]
    }
  /** The first digits of TOL 2008 (NACE Rev. 2): "25" takes in "25620". */
  | { readonly kind: 'industry'; readonly codes: readonly string[] }

/** What is counted of those who meet a demand: they themselves, or the regions or countries that they come from. */
export const counted = ['partners', 'regions', 'countries'] as const
export type Counted = (typeof counted)[number]

/** Which evidence is enough: a fact that others can check, any, or such a fact together with the partner's own word. */
export const enough = ['shown', 'either', 'both'] as const
export type Enough = (typeof enough)[number]

export type Demand = {
  readonly id: string
  readonly name: string
  readonly asks: Asks
  readonly counted: Counted
  /** How many are needed of what is counted. */
  readonly need: number
  /** Obligatory: without it the application falls. Else wished. */
  readonly must: boolean
  /** 1 to 100: how much it matters beside the others. */
  readonly weight: number
  readonly enough: Enough
  /** Where it is read from: "call text, outcome 2". */
  readonly source: string
}

export const barredBy = ['organisation-kind', 'country', 'region', 'organisation'] as const

/** Who may not be in, or how many of some at most ("no more than one of these"). */
export type Exclusion = {
  readonly id: string
  readonly by: (typeof barredBy)[number]
  readonly codes: readonly string[]
  /** 0 leaves all of them out. */
  readonly most: number
  readonly reason: string
}

export type Limits = {
  readonly least: number
  readonly most: number
  /** The greatest share that one partner may ask for, and all together. */
  readonly perPartner?: Cents
  readonly altogether?: Cents
}

/** What a call demands of those who apply together. */
export type Call = {
  readonly demands: readonly Demand[]
  readonly limits: Limits
  readonly exclusions: readonly Exclusion[]
}

/** What is read at most; a call of a European programme has some thirty demands. */
export const bounds = { demands: 60, exclusions: 60, codes: 2_000, partners: 200, text: 300 } as const
