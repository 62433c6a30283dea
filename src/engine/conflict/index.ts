/**
 * Conflicts of interest: what ties a person to an application, each tie with the records that show it, its legal
 * ground and whether it bars or is to be asked about; and what the person must do before they may take part. Computed
 * from a register as it stands on a day (organisations with their families, people's places, projects, deeds around
 * applications) and from what was declared. Grounds: hallintolaki (434/2003) 28 § 1 mom. 1-7, for elected officials
 * by kuntalaki (410/2015) 97 §. Who prepared does not decide: no setting changes that. Pure: plain data in and out.
 */
import type { ConflictWords } from './words.ts'
import { english } from './words-en.ts'
import { finnish } from './words-fi.ts'
import { swedish } from './words-sv.ts'

export { type Conflicts, conflictsIn } from './conflicts.ts'
export { type Evidence, type EvidenceKind, type Evidences, evidenceKinds } from './evidence.ts'
export type { Nearness } from './families.ts'
export {
  type Answer,
  type Application,
  type Closeness,
  type Day,
  type Declaration,
  type Deed,
  type DeedKind,
  deedKinds,
  type Kinship,
  type LinkKind,
  linkKinds,
  type NamedRole,
  namedRoles,
  type Organisation,
  type OrganisationLink,
  type PartyRole,
  type Period,
  type PersonTie,
  type Point,
  type Project,
  partyRoles,
  type Register,
  type Relation,
  type Role,
  relations,
  roles,
} from './register.ts'
export {
  type Act,
  acts,
  family,
  type Kind,
  kinds,
  preparing,
  rules,
  type SettableKind,
  type Settings,
  type Weight,
} from './rules.ts'
export {
  type Found,
  findings,
  type Standing,
  type StandingIs,
  standingFrom,
  standings,
  standingTable,
} from './standing.ts'
export type { Said } from './statements.ts'
export type { Step, Tie } from './tie.ts'
export type { ConflictWords } from './words.ts'

/** What the codes are called, for pages, letters and minutes. */
export const conflictWords: Record<'fi' | 'sv' | 'en', ConflictWords> = {
  fi: finnish,
  sv: swedish,
  en: english,
}
