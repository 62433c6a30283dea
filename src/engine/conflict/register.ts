/** A day without a clock, "2026-03-05"; such days sort as text. */
export type Day = string

/** From the first day to the last, both included; an open end is null. */
export type Period = { startsOn: Day | null; endsOn: Day | null }

/** Where a fact stands: the id of its record, and what keeps it ("business register", "own statement", a list). */
type Recorded = { id: string; source: string }

/** `canonical` is the row that stands for this one after merges; its own id when it was never merged. */
export type Organisation = Recorded & { canonical: string }

export const linkKinds = ['parent', 'municipal', 'owner', 'group'] as const
/**
 * How organisations belong together: a parent with its subsidiary, a municipality with its company or institution, an
 * owner with a share, members of one group. Only of a group are the two sides equal.
 */
export type LinkKind = (typeof linkKinds)[number]

/** `share`: percent owned, of an owner; unknown counts as control. */
export type OrganisationLink = Recorded &
  Period & { kind: LinkKind; upper: string; lower: string; share?: number | null }

export const roles = [
  'employment',
  'commission',
  'board',
  'director',
  'ownership',
  'organ',
  'representation',
] as const
/**
 * What a person is to an organisation: in its service, on a commission for it, in its board or a comparable organ,
 * its managing director, its owner, in the governing organ of a public agency or institution, its counsel.
 */
export type Role = (typeof roles)[number]

export type PersonTie = Recorded & Period & { person: string; organisation: string; role: Role }

export type Project = Recorded & Period & { parties: readonly string[]; people: readonly string[] }

export const deedKinds = ['wrote', 'contact', 'sparred', 'proposed', 'made-call', 'advised'] as const
/**
 * What a person has done around applications: written in one, been its contact, helped to make its content (sparring),
 * prepared the proposal for the decision, prepared the call, answered its applicant's questions.
 */
export type DeedKind = (typeof deedKinds)[number]

/** About one application, or about all of a call. `at` is an instant in ISO form. */
export type Deed = Recorded & { person: string; kind: DeedKind; at: string } & (
    | { application: string; call?: null }
    | { call: string; application?: null }
  )

/**
 * Who is near in the law's sense, by its three groups: hallintolaki 28 § 2 mom. Half-relatives are as relatives
 * (3 mom.); spouses are also those who live as such.
 */
export const relations = {
  spouse: 'near',
  child: 'near',
  grandchild: 'near',
  sibling: 'near',
  parent: 'near',
  grandparent: 'near',
  'especially-close': 'near',
  'spouse-of-near': 'near',
  'aunt-or-uncle': 'relative',
  'spouse-of-aunt-or-uncle': 'relative',
  'niece-or-nephew': 'relative',
  'former-spouse': 'relative',
  'child-of-spouse': 'in-law',
  'grandchild-of-spouse': 'in-law',
  'sibling-of-spouse': 'in-law',
  'parent-of-spouse': 'in-law',
  'grandparent-of-spouse': 'in-law',
  'spouse-of-in-law': 'in-law',
  'niece-or-nephew-of-spouse': 'in-law',
} as const
export type Relation = keyof typeof relations
export type Closeness = (typeof relations)[Relation]

/**
 * Somebody near, as the person has told: one whom the register knows, or one whose place in an organisation is told
 * (`role` null: only that there is a tie).
 */
export type Kinship = Recorded &
  Period & { person: string; relation: Relation } & (
    | { kin: string; organisation?: null }
    | { kin?: null; organisation: string; role: Role | null }
  )

/** The points of hallintolaki 28 § 1 mom. */
export type Point = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * What is said of a person's conflict in one application: by the person that there is none or one, or by the organ
 * (`by` another) that a declared one is none; in an organ the organ settles it (hallintolaki 29 §).
 */
export type Declaration = Recorded & { person: string; by: string; application: string; at: string } & (
    | { says: 'none' | 'lifted' }
    | { says: 'conflict'; point: Point }
  )

/** The person's answer to one asked tie, with the records they were shown: a new record asks again. */
export type Answer = {
  person: string
  application: string
  tie: string
  conflict: boolean
  seen: readonly string[]
  at: string
}

export const partyRoles = ['lead', 'partner', 'subcontractor', 'gains'] as const
/** `gains`: no party, but the decision brings it special benefit or harm. */
export type PartyRole = (typeof partyRoles)[number]

export const namedRoles = ['applicant', 'staff', 'author', 'contact'] as const
/** People of an application: who applies in person, who would work in the project, who wrote it, its contact. */
export type NamedRole = (typeof namedRoles)[number]

/**
 * The matter. `settledAt`: the instant since which its parties and people are as they are: a "none" declared before
 * it was said of another matter.
 */
export type Application = {
  id: string
  call: string | null
  settledAt: string | null
  parties: readonly (Recorded & { organisation: string; role: PartyRole })[]
  people: readonly (Recorded & { person: string; role: NamedRole })[]
}

/** Everything that is known, as it stands; the order of no list matters. Ids are unique within a list. */
export type Register = {
  organisations: readonly Organisation[]
  links: readonly OrganisationLink[]
  ties: readonly PersonTie[]
  projects: readonly Project[]
  deeds: readonly Deed[]
  kinships: readonly Kinship[]
  declarations: readonly Declaration[]
  answers: readonly Answer[]
}
