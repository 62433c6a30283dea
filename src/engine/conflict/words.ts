import type { EvidenceKind } from './evidence.ts'
import type { DeedKind, LinkKind, NamedRole, PartyRole, Point, Relation, Role } from './register.ts'
import type { Act, Kind, Weight } from './rules.ts'
import type { StandingIs } from './standing.ts'

/** What the codes of conflicts are called in one language. */
export type ConflictWords = {
  /** The act and the section, as minutes cite them; `point` is followed by the number. */
  law: { section: string; point: string; duties: string }
  /** Each point: what it is called, and what it says in short. */
  grounds: Record<Point, { name: string; says: string }>
  kinds: Record<Kind, string>
  roles: Record<Role, string>
  relations: Record<Relation, string>
  deeds: Record<DeedKind, string>
  links: Record<LinkKind, string>
  parties: Record<PartyRole, string>
  named: Record<NamedRole, string>
  evidence: Record<EvidenceKind, string>
  weights: Record<Weight, string>
  acts: Record<Act, string>
  standings: Record<StandingIs, { name: string; next: string }>
}
