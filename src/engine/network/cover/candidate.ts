import type { Cents } from '../../budget/index.ts'
import type { PartRole, Size } from './demand.ts'

/** Days since 1970-01-01. */
export type DayNumber = number

/**
 * Where a fact comes from, and whether others can check it. What the partner says of itself (a statement, a facility
 * of its profile, a commitment to another application) is stated; the rest is shown. `strength` is that of a fact of
 * the kind when it is fresh, 0 to 100; `halfLife` the days in which it halves, none where it does not age.
 */
export const factKinds = {
  project: { shown: true, strength: 90, halfLife: 2_192 },
  register: { shown: true, strength: 100, halfLife: undefined },
  judgement: { shown: true, strength: 80, halfLife: undefined },
  place: { shown: true, strength: 80, halfLife: 3_653 },
  facility: { shown: false, strength: 70, halfLife: 1_826 },
  commitment: { shown: false, strength: 60, halfLife: 1_096 },
  statement: { shown: false, strength: 50, halfLife: 1_096 },
} as const
export type FactKind = keyof typeof factKinds

/** One thing that is known of a candidate, and what it can show. */
export type Fact = {
  readonly id: string
  readonly kind: FactKind
  /** What a reader sees: title of a project, words of a profile, name of a place. */
  readonly title: string
  /** The project's code, where there is one, and its public money. */
  readonly code?: string
  readonly money?: Cents
  /** The last day on which it was true or said; none where it is not known. */
  readonly until?: DayNumber
  readonly subjects?: readonly number[]
  /** Stems of its words (`wordKeys`). */
  readonly words?: readonly string[]
  readonly roles?: readonly PartRole[]
  /** It is a place where things can be tried. */
  readonly testBed?: boolean
  readonly languages?: readonly string[]
  /** Demands that a person said it meets. */
  readonly demands?: readonly string[]
}

/** How far somebody who could be asked is. */
export type Readiness = {
  readonly answer?: 'yes' | 'maybe' | 'no'
  /** The day on which the profile was last confirmed. */
  readonly confirmed?: DayNumber
  /** People's own word on whether they have time. */
  readonly capacity?: 'free' | 'little' | 'none'
  /** An application to the same call that it is committed to. */
  readonly competing?: string
}

/** An organisation that could be in. */
export type Candidate = {
  readonly id: string
  readonly name: string
  readonly kind?: string
  readonly region?: string
  readonly country?: string
  readonly size?: Size
  readonly industries?: readonly string[]
  readonly facts: readonly Fact[]
  /** What it would ask for. */
  readonly share?: Cents
  readonly readiness?: Readiness
  /** Projects with public money that it has been in. */
  readonly projects?: number
  /** 0 to 1: how like the call its nearest earlier project is (`engine/likeness`), as a share of the nearest of all. */
  readonly likeness?: number
  /** 0 to 1: the share of its earlier projects that were in the region of the call. */
  readonly home?: number
}

/** Two who have worked together: `weight` adds up over projects, each one's part being smaller the larger it was. */
export type Tie = {
  readonly a: string
  readonly b: string
  readonly weight: number
  readonly last?: DayNumber
}
