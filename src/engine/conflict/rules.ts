import type { Nearness } from './families.ts'
import type { Time } from './period.ts'
import type { Closeness, DeedKind, Point, Role } from './register.ts'

/** `bars`: the person cannot take part. `ask`: the person must say whether it is a conflict. */
export type Weight = 'bars' | 'ask'

export const acts = ['assess', 'propose', 'decide'] as const
/** What somebody would do in the matter: assess it (or read and discuss it), prepare the proposal, decide. */
export type Act = (typeof acts)[number]

type Rule = {
  /** The point of hallintolaki 28 § 1 mom. for a tie that is in force with the party itself. */
  point: Point
  /** With the party itself; one link from it by control; further off. */
  same: Weight
  near: Weight
  far: Weight
  /** How long a tie counts after its end. */
  years: number
}

/**
 * Ties of the person to an organisation: hallintolaki (434/2003) 28 § 1 mom. 2-6, which kuntalaki (410/2015) 97 §
 * makes apply to elected officials and the staff of municipalities. Stricter than the law in that a commission counts
 * whatever it was about, ended ties count, and service in a municipality is not excused where it is a party itself
 * (97 § 3 mom.).
 */
const organisationRules = {
  representation: { point: 2, same: 'bars', near: 'ask', far: 'ask', years: 2 },
  ownership: { point: 3, same: 'bars', near: 'bars', far: 'ask', years: 2 },
  employment: { point: 4, same: 'bars', near: 'bars', far: 'ask', years: 2 },
  commission: { point: 4, same: 'bars', near: 'ask', far: 'ask', years: 2 },
  board: { point: 5, same: 'bars', near: 'bars', far: 'ask', years: 2 },
  director: { point: 5, same: 'bars', near: 'bars', far: 'ask', years: 2 },
  organ: { point: 6, same: 'bars', near: 'ask', far: 'ask', years: 2 },
} as const satisfies Record<Role, Rule>

const one = (point: Point, weight: Weight, years = 0): Rule => ({
  point,
  same: weight,
  near: weight,
  far: weight,
  years,
})

/**
 * Every kind of tie with its ground and weight: the one table. Separation of duties (`prepared`) is not in it and
 * cannot be set: see below. Of those near (`kin-...`) only the first group of 28 § 2 mom. bars by points 3, 5 and 6,
 * all groups by 1 and 2; their service with a party is no ground of its own, so it is asked.
 */
export const rules = {
  applicant: one(1, 'bars'),
  staff: one(3, 'bars'),
  ...organisationRules,
  'kin-applicant': one(1, 'bars'),
  'kin-representation': one(2, 'bars'),
  'kin-interest': one(3, 'bars'),
  'kin-board': one(5, 'bars'),
  'kin-organ': one(6, 'bars'),
  'kin-employment': one(7, 'ask'),
  'kin-unsaid': one(7, 'ask'),
  'kin-prepared': one(7, 'ask'),
  'joint-project': one(7, 'ask', 5),
  'partner-project': one(7, 'ask', 5),
  advised: one(7, 'ask'),
  declared: one(7, 'bars'),
} as const satisfies Record<string, Rule>

export type SettableKind = keyof typeof rules
export type Kind = SettableKind | 'prepared'

/** Kinds in the order of the points, for lists. */
export const kinds: readonly Kind[] = ['prepared', ...(Object.keys(rules) as SettableKind[])]

/** Those the law counts only in the first group of 28 § 2 mom.; in the others the general clause asks. */
export const nearOnly: ReadonlySet<Kind> = new Set<Kind>(['kin-interest', 'kin-board', 'kin-organ'])

/** How a tie of somebody near is called. */
export const kinKinds: Record<Role, SettableKind> = {
  representation: 'kin-representation',
  ownership: 'kin-interest',
  employment: 'kin-employment',
  commission: 'kin-employment',
  board: 'kin-board',
  director: 'kin-board',
  organ: 'kin-organ',
}

/** Roles in which a person takes part in what their organisation does with others. */
export const projectRoles: ReadonlySet<Role> = new Set<Role>([
  'employment',
  'commission',
  'director',
  'board',
  'ownership',
])

/**
 * Who prepared does not decide: own preparation bars from these acts always. Who prepares the proposal goes on
 * preparing it. Advice that the office owes everybody (hallintolaki 8 §) is asked instead: `rules.advised`.
 */
export const preparing: Record<Exclude<DeedKind, 'advised'>, readonly Act[]> = {
  wrote: acts,
  contact: acts,
  sparred: acts,
  proposed: ['assess', 'decide'],
  'made-call': ['decide'],
}

/** Families of organisations: from which share an owner belongs to them, and how long an ended link counts. */
export const family = { share: 20, years: 2 } as const

/** What a call sets otherwise: more years, kinds that bar where they would be asked, a lower share of owners. */
export type Settings = {
  years?: Partial<Record<SettableKind, number>>
  bars?: readonly SettableKind[]
  family?: { share?: number; years?: number }
}

type Judged = { point: Point; weight: Weight }

/** The rules as they hold for one call. */
export type Ruling = {
  years: (kind: SettableKind) => number
  family: { share: number; years: number }
  judge: (kind: SettableKind, nearness: Nearness, time: Time) => Judged
  judgeKin: (kind: SettableKind, nearness: Nearness, time: Time, closeness: Closeness) => Judged
}
const atLeast = (floor: number, given = floor): number => (given > floor ? Math.ceil(given) : floor)

/** The rules with a call's settings. What would be looser than the table has no effect. */
export function rulingOf(settings: Settings = {}): Ruling {
  const bars = new Set<Kind>(settings.bars)
  const weigh = (kind: SettableKind, weight: Weight): Weight => (bars.has(kind) ? 'bars' : weight)
  const share = settings.family?.share ?? family.share
  // A tie that is not in force, or not with the party itself, is none of points 1-6: the general clause.
  const judge = (kind: SettableKind, nearness: Nearness, time: Time): Judged => {
    const rule: Rule = rules[kind]
    const present = time === 'now'
    return {
      point: present && nearness === 'same' ? rule.point : 7,
      weight: weigh(kind, present || nearness === 'same' ? rule[nearness] : 'ask'),
    }
  }
  return {
    years: (kind) => atLeast(rules[kind].years, settings.years?.[kind]),
    family: {
      share: share < family.share ? Math.max(0, share) : family.share,
      years: atLeast(family.years, settings.family?.years),
    },
    judge,
    judgeKin: (kind, nearness, time, closeness) =>
      nearness === 'same' && time === 'now' && (closeness === 'near' || !nearOnly.has(kind))
        ? judge(kind, nearness, time)
        : { point: 7, weight: weigh(kind, 'ask') },
  }
}
