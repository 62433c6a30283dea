/**
 * The registry of organisations: names, identifiers and who is the same as whom. Others may open a registrar to
 * enlist the organisations that a list names, and let the review queue follow when lists have changed identifiers.
 */
export { settleContradictions } from './contradictions.ts'
export { kindsByBusinessId, organisationsWith } from './identifier-queries.ts'
export { kindName } from './kind-text.ts'
export { organisationsNamed } from './named-queries.ts'
export { loadParticipants } from './participants.ts'
export { loadReference, referenceRecords } from './reference.ts'
export { dropOrganisationsOf } from './register-queries.ts'
export {
  type Mention,
  openRegistrar,
  type RegisteredRows,
  type Registrar,
  writeRegistered,
} from './registrar.ts'
export { type RorTie, rorTies } from './ror-ties.ts'
export { organisationKinds } from './rules.ts'
export { organisationSeen, sourceSeen, spellingSeen } from './sight-queries.ts'
export { organisationEdit, statedOrganisation, stateOrganisation, undoStatement } from './statements.ts'
