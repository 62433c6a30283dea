// Made by build/tables.mjs from the migrations. Do not edit: run `npm run tables`.
import type { ColumnType, Generated } from 'kysely'

/** jsonb: read as data, written as JSON text. */
export type JsonColumn = ColumnType<unknown, string, string>

export interface ApiTokenTable {
  id: string
  person_id: string
  name: string
  token_hash: string
  ending: string
  scopes: string[]
  created_at: Date
  expires_at: Date
  used_at: Date | null
  revoked_at: Date | null
  warned_days: number | null
}

export interface AppealGuidanceTable {
  ecosystem_id: string
  body: JsonColumn
  person_id: string | null
  updated_at: Date
}

export interface ApplicationTable {
  id: string
  call_id: string
  ecosystem_id: string
  number: number
  step: string
  idea_id: string | null
  copied_from: string | null
  form_id: string
  form_version: number
  state: string
  title: string
  organisation_id: string | null
  language: string
  person_id: string
  created_at: Date
  version: number | null
  submitted_at: Date | null
  late: Generated<boolean>
  late_accepted: boolean | null
  late_reason: string | null
  group_id: string | null
  initial: Generated<JsonColumn>
  lexemes: Generated<string>
  parties_at: Date | null
}

export interface ApplicationAdviceTable {
  id: string
  application_id: string
  person_id: string
  kind: string
  given_on: string
  words: string
  noted_at: Date
  struck_at: Date | null
  struck_by: string | null
  struck_reason: string | null
}

export interface ApplicationEventTable {
  id: string
  application_id: string
  event: string
  from_state: string | null
  to_state: string
  version: number | null
  reason: string | null
  person_id: string | null
  by_whom: string
  at: Date
}

export interface ApplicationFileTable {
  application_id: string
  version: number
  position: number
  attachment_id: string
  question: string
  name: string
  type: string
  bytes: number
  file_hash: string
}

export interface ApplicationInvitationTable {
  id: string
  application_id: string
  email: string
  level: string
  organisation_name: string | null
  secret_hash: string
  invited_by: string
  invited_at: Date
  expires_at: Date
  accepted_at: Date | null
  accepted_by: string | null
  revoked_at: Date | null
}

export interface ApplicationPartnerTable {
  application_id: string
  position: number
  row_key: string
  organisation_id: string | null
  name: string
  business_id: string | null
  role: string
  cost: string | null
  grant_asked: string | null
}

export interface ApplicationRightTable {
  id: string
  application_id: string
  person_id: string
  organisation_id: string | null
  level: string
  given_by: string | null
  given_at: Date
  ended_at: Date | null
}

export interface ApplicationVersionTable {
  id: string
  application_id: string
  version: number
  answers: JsonColumn
  form_id: string
  form_version: number
  budget: JsonColumn | null
  files: JsonColumn
  hash: string
  receipt: string
  late: boolean
  person_id: string
  by_whom: string
  at: Date
}

export interface AssessmentTable {
  application_id: string
  call_id: string
  ecosystem_id: string
  state: string
  version: number
  consensus: JsonColumn | null
  summary: string | null
  settled_at: Date | null
  settled_by: string | null
  updated_at: Date
}

export interface AssessmentEventTable {
  id: string
  application_id: string
  event: string
  from_state: string
  to_state: string
  reason: string | null
  person_id: string | null
  by_whom: string
  at: Date
}

export interface AssessmentGivingTable {
  id: string
  sheet_id: string
  version: number
  scores: JsonColumn
  salt: string
  hash: string
  at: Date
}

export interface AssessmentSheetTable {
  id: string
  application_id: string
  person_id: string
  state: string
  version: number | null
  scores: JsonColumn | null
  assigned_by: string | null
  assigned_at: Date
  given_at: Date | null
  deputy_for: string | null
  due_on: string | null
}

export interface AttachmentTable {
  id: string
  subject_kind: string
  subject_id: string
  name: string
  type: string
  bytes: number
  file_hash: string
  thumbnail_file_hash: string | null
  scan: string
  scan_says: string | null
  share: string
  ecosystem_id: string | null
  organisation_id: string | null
  person_id: string | null
  created_at: Date
  removed_at: Date | null
  removed_by: string | null
}

export interface AuditEntryTable {
  id: string
  action: string
  actor_kind: string
  actor_id: string | null
  actor_name: string | null
  input: JsonColumn
  at: Date
  seq: number
  way: string
  changes: JsonColumn
  previous: Buffer
  hash: Buffer
}

export interface AuditHeadTable {
  id: Generated<number>
  seq: number
  hash: Buffer
  base_seq: Generated<number>
  base_hash: Generated<Buffer>
}

export interface AuditSealedTable {
  hash: Buffer
  salt: Buffer
  entry_id: string
  person_id: string | null
  value: string
}

export interface BackupTable {
  id: string
  file: string
  bytes: number
  encrypted: boolean
  rows: number
  files: number
  began_at: Date
  finished_at: Date
}

export interface BenchmarkTable {
  id: string
  asked: JsonColumn
  person_id: string | null
  by_whom: string
  created_at: Date
  ended_at: Date | null
}

export interface BenchmarkNoteTable {
  id: string
  benchmark_id: string
  kind: string
  words: string
  address: string | null
  person_id: string | null
  by_whom: string
  at: Date
  ended_at: Date | null
}

export interface BenchmarkRunTable {
  benchmark_id: string
  number: number
  at: Date
  person_id: string | null
  by_whom: string
  digest: string
  record: string
}

export interface CalendarFeedTable {
  secret_hash: string
  person_id: string
  created_at: Date
  revoked_at: Date | null
}

export interface CallTable {
  id: string
  ecosystem_id: string
  code: string
  state: string
  exercise: boolean
  settings: JsonColumn
  title: JsonColumn
  opens_at: Date | null
  closes_at: Date | null
  full_closes_at: Date | null
  form_id: string | null
  form_version: number | null
  idea_form_id: string | null
  idea_form_version: number | null
  share: string
  copied_from: string | null
  person_id: string | null
  created_at: Date
  updated_at: Date
  opened_at: Date | null
  lexemes: string
  announced_at: Date | null
}

export interface CallAssessorTable {
  call_id: string
  person_id: string
  added_by: string | null
  added_at: Date
  ended_at: Date | null
}

export interface CallEventTable {
  id: string
  call_id: string
  event: string
  from_state: string | null
  to_state: string
  change: JsonColumn | null
  reason: JsonColumn | null
  person_id: string | null
  by_whom: string
  at: Date
}

export interface CommentTable {
  id: string
  subject_kind: string
  subject_id: string
  parent_id: string | null
  ecosystem_id: string | null
  person_id: string
  share: string
  body: string
  mentions: string[]
  created_at: Date
  edited_at: Date | null
  resolved_at: Date | null
  resolved_by: string | null
  hidden_at: Date | null
  hidden_by: string | null
  hidden_reason: string | null
  lexemes: string
}

export interface CommentVersionTable {
  comment_id: string
  until: Date
  body: string
}

export interface CommitmentCheckTable {
  id: string
  commitment_id: string | null
  funding_decision_id: string | null
  position: number | null
  months: number
  outcome: string
  evidence: string
  person_id: string | null
  at: Date
}

export interface CompletionRequestTable {
  id: string
  application_id: string
  version: number
  answered_version: number | null
  sections: string[]
  message: string
  language: string
  due_at: Date
  person_id: string | null
  by_whom: string
  at: Date
  ended_at: Date | null
}

export interface ConflictAnswerTable {
  id: string
  person_id: string
  application_id: string
  tie: string
  conflict: boolean
  seen: string[]
  at: Date
}

export interface ConflictDeclarationTable {
  id: string
  person_id: string
  by_id: string
  application_id: string
  says: string
  point: number | null
  words: string
  found: JsonColumn
  meeting_id: string | null
  at: Date
}

export interface ConsortiumTable {
  id: string
  ecosystem_id: string
  exercise: boolean
  call_id: string | null
  call_name: string | null
  call_address: string | null
  deadline: Date | null
  language: string
  title: string
  aim: Generated<string>
  programme: string | null
  starts_on: string | null
  ends_on: string | null
  budget: string | null
  lead_id: string | null
  least: Generated<number>
  most: Generated<number>
  most_each: string | null
  most_together: string | null
  state: string
  share: string
  wanted: Generated<boolean>
  wanted_text: string | null
  application_id: string | null
  person_id: string | null
  at: Date
  ended_at: Date | null
  ended_why: string | null
  idea_id: string | null
  wanted_at: Date | null
  wanted_partners: Generated<boolean>
}

export interface ConsortiumChoiceTable {
  id: string
  consortium_id: string
  organisation_id: string
  choice: string
  reason: string
  person_id: string | null
  by_whom: string
  at: Date
  ended_at: Date | null
}

export interface ConsortiumDemandTable {
  id: string
  consortium_id: string
  position: number
  name: string
  asks: JsonColumn
  counted: string
  need: number
  must: boolean
  weight: number
  enough: string
  source: string
  person_id: string | null
  by_whom: string
  at: Date
  ended_at: Date | null
  ended_by: string | null
  followed_by: string | null
}

export interface ConsortiumEventTable {
  id: string
  consortium_id: string
  what: string
  details: JsonColumn
  person_id: string | null
  by_whom: string
  at: Date
}

export interface ConsortiumExclusionTable {
  id: string
  consortium_id: string
  by_what: string
  codes: string[]
  most: number
  reason: string
  person_id: string | null
  at: Date
  ended_at: Date | null
}

export interface ConsortiumInterestTable {
  id: string
  consortium_id: string
  organisation_id: string | null
  name: string
  words: string
  person_id: string | null
  email: string | null
  secret_hash: string | null
  language: string
  at: Date
  confirmed_at: Date | null
  withdrawn_at: Date | null
  answer: string | null
  answer_text: string | null
  answered_by: string | null
  answered_at: Date | null
  partner_id: string | null
}

export interface ConsortiumInvitationTable {
  id: string
  partner_id: string
  email: string | null
  secret_hash: string | null
  language: string
  message: string
  person_id: string | null
  sent_at: Date
  answer_by: string | null
  expires_at: Date
  answer: string | null
  answer_text: string | null
  answered_by: string | null
  answered_at: Date | null
  withdrawn_at: Date | null
  questions: string | null
  withdrawn_why: string | null
  reminder_hashes: Generated<string[]>
  reminders: Generated<number>
  reminded_at: Date | null
}

export interface ConsortiumJudgementTable {
  id: string
  demand_id: string
  organisation_id: string
  reason: string
  person_id: string | null
  by_whom: string
  at: Date
  ended_at: Date | null
}

export interface ConsortiumLetterTable {
  id: string
  partner_id: string
  language: string
  body: string
  signer: string
  signer_title: string
  signed_at: Date
  hash: string
  invitation_id: string | null
  person_id: string | null
  withdrawn_at: Date | null
  withdrawn_why: string | null
}

export interface ConsortiumLetterTemplateTable {
  id: string
  ecosystem_id: string
  language: string
  body: string
  person_id: string | null
  at: Date
  ended_at: Date | null
}

export interface ConsortiumMeetingTable {
  id: string
  consortium_id: string
  held_on: string
  present: string
  minutes: string
  person_id: string | null
  at: Date
  replaced_by: string | null
}

export interface ConsortiumOpeningOffTable {
  person_id: string
  organisation_id: string
  at: Date
}

export interface ConsortiumOpeningToldTable {
  person_id: string
  organisation_id: string
  opening: string
  at: Date
}

export interface ConsortiumPartnerTable {
  id: string
  consortium_id: string
  organisation_id: string | null
  name: string
  part: string | null
  state: string
  share: string | null
  own_share: string | null
  capacity: string | null
  said: string | null
  person_id: string | null
  at: Date
  changed_at: Date
  ended_at: Date | null
}

export interface ConsortiumTaskTable {
  id: string
  consortium_id: string
  meeting_id: string | null
  partner_id: string | null
  what: string
  due: string | null
  person_id: string | null
  at: Date
  done_at: Date | null
  done_by: string | null
  dropped_at: Date | null
}

export interface ContactTable {
  id: string
  person_id: string | null
  organisation_id: string | null
  ecosystem_id: string | null
  name: string
  title: string | null
  email: string | null
  phone: string | null
  ground: string
  published: boolean
  review_on: string
  reminded_on: string | null
  created_by: string | null
  created_at: Date
  updated_at: Date
}

export interface CriteriaTemplateTable {
  id: string
  ecosystem_id: string | null
  name: JsonColumn
  person_id: string | null
  created_at: Date
  archived_at: Date | null
}

export interface CriteriaTemplateVersionTable {
  template_id: string
  version: number
  definition: JsonColumn
  state: string
  person_id: string | null
  at: Date
}

export interface DataCopyTable {
  id: string
  person_id: string
  job_id: string
  file_hash: string | null
  asked_at: Date
  ready_at: Date | null
}

export interface DecisionTable {
  id: string
  application_id: string
  call_id: string
  ecosystem_id: string
  state: string
  proposal: JsonColumn | null
  proposed_by: string | null
  proposed_at: Date | null
  round: number
  project_id: string | null
  published_at: Date | null
  updated_at: Date
  personal: Generated<boolean>
}

export interface DecisionEventTable {
  id: string
  decision_id: string
  event: string
  from_state: string
  to_state: string
  reason: string | null
  person_id: string | null
  by_whom: string
  at: Date
  round: number
  hash: string | null
}

export interface DecisionLetterTable {
  id: string
  decision_id: string
  language: string
  subject: string
  body: string
  person_id: string | null
  sent_at: Date
  round: number
  kind: string
  people: string[]
}

export interface DecisionPartTable {
  id: string
  decision_id: string
  round: number
  part: string
  outcome: string
  grounds: string
  conditions: string
  grant_amount: string | null
  cost: string | null
  language: string
  meeting_id: string | null
  person_id: string
  by_whom: string
  office: string
  at: Date
  content: JsonColumn
  hash: string
  void_at: Date | null
}

export interface DecisionStatementTable {
  import_id: string
  decision_id: string
  round: number
  project_id: string
  project_key: string
  at: Date
  withdrawn_at: Date | null
}

export interface DraftTable {
  id: string
  kind: string
  subject: string
  person_id: string | null
  created_at: Date
  saved_at: Date
  seq: number
  state: string
  closed_at: Date | null
  closed_by: string | null
}

export interface DraftChangeTable {
  id: string
  draft_id: string
  name: string
  version: number | null
  value: JsonColumn | null
  person_id: string
  at: Date
  how: string
  settled_at: Date | null
}

export interface DraftFieldTable {
  draft_id: string
  name: string
  value: JsonColumn | null
  version: number
  seq: number
  person_id: string
  at: Date
}

export interface DraftOperationTable {
  id: string
  draft_id: string
  person_id: string
  answer: JsonColumn
  at: Date
}

export interface DraftPresenceTable {
  draft_id: string
  client: string
  person_id: string
  field: string | null
  seen_at: Date
}

export interface EcosystemTable {
  id: string
  key: string
  kind: string
  parent_id: string | null
  position: number
  featured: boolean
  name: JsonColumn
  short_name: JsonColumn | null
  unofficial: string[]
  summary: JsonColumn
  description: JsonColumn
  starts: string | null
  ends: string | null
  period_source: string | null
  regions: string[]
  municipalities: string[]
  signed_on: string | null
  agreement_until: string | null
  agreement_source: string | null
  partial: JsonColumn | null
  share: string
  created_at: Date
  updated_at: Date
  lexemes: string
  colour: string | null
  contact: JsonColumn | null
  edited_at: Date | null
  frame_edited_at: Date | null
  goals_edited_at: Date | null
  facts_edited_at: Date | null
}

export interface EcosystemDimensionTable {
  ecosystem_id: string
  dimension: string
  position: number
  name: JsonColumn
}

export interface EcosystemFactTable {
  id: string
  ecosystem_id: string
  position: number
  text: JsonColumn
  source: string
}

export interface EcosystemGoalTable {
  id: string
  ecosystem_id: string
  position: number
  name: JsonColumn
  comparator: string
  target: string
  unit: string
  from_year: number | null
  by_year: number | null
  source: string
}

export interface EcosystemGroupTable {
  id: string
  ecosystem_id: string
  position: number
  reach: string
  name: JsonColumn
  source: string
}

export interface EcosystemIndicatorTable {
  id: string
  ecosystem_id: string
  indicator_id: string
  set_name: string
  person_id: string | null
  by_whom: string
  at: Date
  ended_at: Date | null
  ended_by: string | null
}

export interface EcosystemLinkTable {
  id: string
  ecosystem_id: string
  position: number
  kind: string
  to_id: string | null
  name: JsonColumn | null
  what: JsonColumn | null
  starts: string | null
  ends: string | null
  source: string
  mutual: Generated<boolean>
}

export interface EcosystemLogoTable {
  ecosystem_id: string
  bytes: Buffer
  width: number
  height: number
  hash: string
  updated_at: Date
}

export interface EcosystemMoneyTable {
  id: string
  ecosystem_id: string
  position: number
  amount: string
  currency: string
  qualifier: string
  what: JsonColumn
  fund: string | null
  year: number | null
  payer: JsonColumn | null
  source: string
}

export interface EcosystemRoleTable {
  id: string
  ecosystem_id: string
  position: number
  role: string
  name: JsonColumn
  business_id: string | null
  authority: string | null
  what: JsonColumn | null
  valid_from: string | null
  valid_to: string | null
  source: string
  organisation_id: string | null
}

export interface EcosystemSourceTable {
  key: string
  title: string
  publisher: string
  address: string
  published_on: string | null
}

export interface EcosystemValueTable {
  id: string
  ecosystem_id: string
  dimension: string
  code: string
  position: number
  name: JsonColumn
  unofficial: string[]
  detail: JsonColumn
  valid_from: string | null
  valid_to: string | null
  source: string
}

export interface EligibilityCheckTable {
  id: string
  application_id: string
  criterion: string
  version: number
  result: string
  ground: string
  person_id: string
  by_whom: string
  at: Date
  replaced_at: Date | null
}

export interface ErasureTable {
  id: string
  person_id: string
  asked_by: string | null
  asked_at: Date
  due_at: Date
  cancelled_at: Date | null
  done_at: Date | null
}

export interface EventTable {
  id: string
  ecosystem_id: string | null
  person_id: string
  kind: string
  language: string
  title: string
  body: string
  starts_on: string
  starts_at: string | null
  ends_on: string
  ends_at: string | null
  repeats: string
  repeats_until: string | null
  place: string | null
  link: string | null
  share: string
  created_at: Date
  edited_at: Date | null
  cancelled_at: Date | null
  lexemes: string
}

export interface FollowTable {
  person_id: string
  subject_kind: string
  subject_id: string
  following: boolean
  at: Date
}

export interface FollowupTable {
  project_id: string
  ecosystem_id: string
  person_id: string | null
  by_whom: string
  at: Date
}

export interface FollowupItemTable {
  id: string
  project_id: string
  entry_id: string
  kind: string
  content: JsonColumn
  share: string
  person_id: string | null
  by_whom: string
  at: Date
  reason: string | null
  ended_at: Date | null
  ended_by: string | null
  ended_person_id: string | null
}

export interface FollowupPacketTable {
  id: string
  project_id: string
  ecosystem_id: string
  kind: string
  period_from: string
  period_to: string
  state: string
  version: number
  person_id: string | null
  by_whom: string
  at: Date
}

export interface FollowupPacketEventTable {
  id: string
  packet_id: string
  event: string
  version: number
  person_id: string | null
  by_whom: string
  at: Date
  reason: string | null
}

export interface FollowupPacketVersionTable {
  packet_id: string
  version: number
  content: JsonColumn
  hash: string
  person_id: string | null
  by_whom: string
  at: Date
}

export interface FollowupPairTable {
  project_id: string
  record_id: string
  person_id: string | null
  by_whom: string
  at: Date
}

export interface FollowupVerdictTable {
  id: string
  project_id: string
  field: string
  verdict: string
  own_value: string | null
  list_value: string | null
  reason: string | null
  person_id: string | null
  by_whom: string
  at: Date
}

export interface FormTable {
  id: string
  ecosystem_id: string | null
  person_id: string | null
  created_at: Date
  archived_at: Date | null
}

export interface FormStepTable {
  id: string
  form_id: string
  version: number
  step: JsonColumn
  undo: JsonColumn
  person_id: string | null
  at: Date
  undone_at: Date | null
}

export interface FormVersionTable {
  form_id: string
  version: number
  definition: JsonColumn
  hash: string
  state: string
  person_id: string | null
  at: Date
}

export interface FundingTable {
  id: string
  source: string
  external_id: string
  language: string
  title: JsonColumn
  summary: JsonColumn
  programme: string | null
  funder: string | null
  level: string
  applicants: string[]
  applicant_text: JsonColumn
  aid_rate: string | null
  amount_total: string | null
  amount_min: string | null
  amount_max: string | null
  currency: string | null
  awards: number | null
  money_text: string | null
  stage: string
  opens_on: string | null
  closes_on: string | null
  closes_at: string | null
  link: string | null
  read_from: string | null
  themes: string[]
  region: string | null
  checked_on: string
  checked_by: string | null
  stale_told_at: Date | null
  created_at: Date
  modified_at: Date
  archived_at: Date | null
  original: JsonColumn | null
  document: JsonColumn | null
  imported: JsonColumn | null
  stated_status: string | null
  lexemes: string
}

export interface FundingDecisionTable {
  id: string
  project_id: string
  decision_id: string
  round: number
  content_authority: string | null
  deciding_authority: string | null
  payer: string | null
  appropriation: string | null
  year: number
  decided_on: string
  cost: string
  granted: string
  sources: JsonColumn
  hash: string
  withdrawn_at: Date | null
}

export interface HealthNoteTable {
  name: string
  since: Date
}

export interface ImpactItemTable {
  id: string
  ecosystem_id: string
  entry_id: string
  kind: string
  content: JsonColumn
  share: string
  person_id: string | null
  by_whom: string
  at: Date
  reason: string | null
  ended_at: Date | null
  ended_by: string | null
  ended_person_id: string | null
}

export interface ImportTable {
  id: string
  file_name: string
  file_hash: string
  file_bytes: number
  profile: string | null
  layout: JsonColumn
  list: JsonColumn
  as_of: string | null
  state: string
  counts: JsonColumn
  failure: JsonColumn | null
  staged_rows: number
  job_id: string | null
  actor_name: string | null
  created_at: Date
  applied_at: Date | null
  withdrawn_at: Date | null
  ecosystem_id: string | null
  share: Generated<string>
  share_wanted: string | null
}

export interface ImportRowTable {
  import_id: string
  row_no: number
  registry: string
  project_key: string
  values: JsonColumn
  cells: string[]
  problems: JsonColumn | null
  project_id: string | null
  state: string
}

export interface IndicatorTable {
  id: string
  code: string
  ecosystem_id: string | null
  created_at: Date
}

export interface IndicatorFigureTable {
  ecosystem_id: string
  indicator_id: string
  numerator: string | null
  denominator: string | null
  projects: number
  unnumbered: number
  series: JsonColumn
  breakdown: JsonColumn
  approved_at: Date | null
  made_at: Date
}

export interface IndicatorLightTable {
  ecosystem_id: string
  green: string
  amber: string
  person_id: string | null
  by_whom: string
  at: Date
}

export interface IndicatorTargetTable {
  id: string
  ecosystem_id: string
  indicator_id: string
  scope: string
  subject: Generated<string>
  baseline: string
  target: string
  starts_on: string
  due_on: string
  person_id: string | null
  by_whom: string
  at: Date
  reason: string | null
  ended_at: Date | null
  ended_by: string | null
}

export interface IndicatorValueTable {
  id: string
  ecosystem_id: string
  indicator_id: string
  definition_version: number
  project_id: string
  organisation_id: string | null
  period_from: string
  period_to: string
  amount: string | null
  per: string | null
  narrative: string | null
  version: number
  report_id: string
  person_id: string | null
  by_whom: string
  at: Date
  approved_person_id: string | null
  approved_by: string
  approved_at: Date
  reason: string | null
}

export interface IndicatorValueEnterpriseTable {
  value_id: string
  position: number
  business_id: string | null
  name: string
}

export interface IndicatorVersionTable {
  indicator_id: string
  version: number
  name: JsonColumn
  definition: JsonColumn
  unit: JsonColumn
  aggregation: string
  decimals: number
  disaggregation: string[]
  source: string
  person_id: string | null
  by_whom: string
  at: Date
  reason: string | null
}

export interface InvitationTable {
  id: string
  token_hash: string
  sealed_token: string | null
  email: string | null
  name: string | null
  office: string
  ecosystem_id: string | null
  organisation_id: string | null
  language: string
  created_by: string | null
  created_at: Date
  expires_at: Date
  places: Generated<number>
  accepted: Generated<number>
  revoked_at: Date | null
}

export interface InvitationAcceptanceTable {
  invitation_id: string
  person_id: string
  at: Date
}

export interface JobProgressTable {
  job_id: string
  name: string
  state: string
  done: number
  total: number | null
  step: string
  updated_at: Generated<Date>
}

export interface LeadSummaryTable {
  organisation_id: string
  period: string | null
  fund: string | null
  region: string | null
  authority: string | null
  currency: string | null
  projects: number
  granted: string | null
  realised: string | null
  share: Generated<string>
  ecosystem_id: string | null
}

export interface LetterTemplateTable {
  id: string
  ecosystem_id: string
  kind: string
  subject: JsonColumn
  body: JsonColumn
  updated_at: Date
}

export interface ListProfileTable {
  id: string
  name: string
  mapping: JsonColumn
  created_at: Date
}

export interface MailTable {
  id: string
  person_id: string | null
  recipient: string
  kind: string
  subject: string
  body: string
  created_at: Date
  state: string
  sent_at: Date | null
  error: string | null
  attempts: Generated<number>
  answer: string | null
  off_link: string | null
}

export interface MailOffTable {
  token_hash: string
  person_id: string
  created_at: Date
  used_at: Date | null
}

export interface MeetingTable {
  id: string
  ecosystem_id: string
  part: string
  number: number
  title: JsonColumn
  held_on: string
  held_at: string | null
  place: string | null
  state: string
  chair_id: string | null
  secretary_id: string | null
  opened_at: Date | null
  closed_at: Date | null
  approved_at: Date | null
  approved_by: string | null
  language: Generated<string>
  called_at: Date | null
  person_id: string | null
  created_at: Date
  quorum: number | null
  quorum_ground: string | null
}

export interface MeetingAttendeeTable {
  meeting_id: string
  person_id: string
  role: string
  came_at: Date | null
  left_at: Date | null
}

export interface MeetingEventTable {
  id: string
  meeting_id: string
  event: string
  from_state: string
  to_state: string
  person_id: string | null
  by_whom: string
  at: Date
}

export interface MeetingItemTable {
  id: string
  meeting_id: string
  position: number
  decision_id: string | null
  title: JsonColumn | null
  notes: string
  taken_at: Date | null
  moved_at: Date | null
  moved_to: string | null
}

export interface MeetingOrganTable {
  ecosystem_id: string
  part: string
  quorum: number | null
  ground: string
  person_id: string | null
  updated_at: Date
}

export interface MeetingRecusalTable {
  id: string
  meeting_id: string
  item_id: string
  person_id: string
  ground: number | null
  words: string
  deputy_id: string | null
  at: Date
}

export interface MigrationTable {
  name: string
  applied_at: Generated<Date>
}

export interface NetworkAnswerTable {
  id: string
  survey_id: string
  secret_hash: string
  name: string
  organisation_id: string | null
  offers: string
  needs: string
  email: string | null
  language: string
  at: Date
  changed_at: Date
  sent_at: Date | null
}

export interface NetworkAnswerRowTable {
  id: string
  answer_id: string
  position: number
  name: string
  organisation_id: string | null
  kind: string
  strength: number
  since_year: number | null
  state: string
  tie_id: string | null
}

export interface NetworkImportTable {
  id: string
  ecosystem_id: string | null
  file_name: string
  file_hash: string
  format: string
  share: string
  state: string
  person_id: string | null
  by_whom: string
  at: Date
  applied_at: Date | null
  undone_at: Date | null
}

export interface NetworkImportRowTable {
  id: string
  import_id: string
  position: number
  cells: JsonColumn
  from_name: string
  to_name: string
  from_id: string | null
  to_id: string | null
  from_found: string | null
  to_found: string | null
  kind: string | null
  starts_on: string | null
  ends_on: string | null
  strength: number | null
  note: string | null
  problem: string | null
  tie_id: string | null
}

export interface NetworkPictureTable {
  id: string
  at: Date
  fingerprint: string
  revision: string
  actors: number
  ties: number
  milliseconds: number
  content: Buffer
}

export interface NetworkSurveyTable {
  id: string
  ecosystem_id: string
  title: JsonColumn
  intro: JsonColumn
  kinds: string[]
  most: number
  closes_on: string
  share: string
  secret: string
  person_id: string | null
  by_whom: string
  at: Date
  closed_at: Date | null
}

export interface NetworkTieTable {
  id: string
  from_id: string
  to_id: string
  kind: string
  kind_id: string | null
  starts_on: string | null
  ends_on: string | null
  strength: number
  source: string
  source_id: string | null
  note: string | null
  ecosystem_id: string | null
  share: string
  organisation_id: string | null
  person_id: string | null
  by_whom: string
  at: Date
  answer: string | null
  answered_by: string | null
  answered_person_id: string | null
  answered_at: Date | null
  ended_at: Date | null
  ended_by: string | null
  answer_note: string | null
  replaces_id: string | null
}

export interface NetworkTieAskTable {
  id: string
  tie_id: string
  organisation_id: string
  secret_hash: string
  email: string | null
  language: string
  person_id: string | null
  at: Date
  expires_at: Date
  answered_at: Date | null
}

export interface NetworkTieKindTable {
  id: string
  ecosystem_id: string
  name: JsonColumn
  directed: boolean
  back_name: JsonColumn | null
  person_id: string | null
  at: Date
  ended_at: Date | null
}

export interface NotificationTable {
  id: string
  person_id: string
  kind: string
  subject_kind: string
  subject_id: string
  about: string
  share: string
  ecosystem_id: string | null
  organisation_id: string | null
  owner_id: string | null
  actor_name: string | null
  title: JsonColumn
  path: string
  excerpt: string
  at: Date
  read_at: Date | null
  mailed_at: Date | null
}

export interface NotificationChoiceTable {
  person_id: string
  kind: string
  bell: boolean
  mail: boolean
}

export interface OfficeHoldingTable {
  id: string
  person_id: string
  office: string
  ecosystem_id: string | null
  starts_on: string
  ends_on: string | null
  deputy_of: string | null
  granted_by: string | null
  granted_at: Date
  ended_at: Date | null
}

export interface OneTimeCodeTable {
  person_id: string
  sealed_secret: string
  confirmed_at: Date | null
  last_step: Generated<number>
}

export interface OperatingItemTable {
  id: string
  ecosystem_id: string
  entry_id: string
  kind: string
  content: JsonColumn
  organisation_id: string | null
  share: string
  person_id: string | null
  by_whom: string
  at: Date
  reason: string | null
  review_on: string | null
  reviewed_at: Date | null
  reviewed_by: string | null
  reviewed_person_id: string | null
  ended_at: Date | null
  ended_by: string | null
  ended_person_id: string | null
}

export interface OrganisationTable {
  id: string
  canonical_id: string
  name: string
  name_sv: string | null
  name_en: string | null
  kind: string
  personal: boolean
  place: string | null
  region: string | null
  country: string | null
  import_id: string | null
  created_at: Date
  lexemes: string
  website: string | null
}

export interface OrganisationClosedTable {
  organisation_id: string
  canonical_id: string
  whole: boolean
  share: string
  ecosystem_id: string | null
}

export interface OrganisationFamilyTable {
  id: string
  upper_id: string
  lower_id: string
  kind: string
  share: string | null
  source: string
  starts_on: string | null
  ends_on: string | null
  person_id: string | null
  at: Date
  withdrawn_at: Date | null
}

export interface OrganisationIdentifierTable {
  organisation_id: string
  scheme: string
  value: string
  source: string
}

export interface OrganisationMergeTable {
  id: string
  kept_id: string
  merged_id: string
  by_whom: string
  automatic: boolean
  evidence: JsonColumn
  at: Date
  undone_at: Date | null
  undone_by: string | null
}

export interface OrganisationNameTable {
  id: string
  organisation_id: string
  name: string
  name_key: string
  language: string | null
  kind: string
  source: string
}

export interface OrganisationPairTable {
  id: string
  left_id: string
  right_id: string
  score: number
  evidence: JsonColumn
  state: string
  decided_by: string | null
  decided_at: Date | null
  created_at: Date
  act_id: string | null
  contradiction: JsonColumn | null
  stays_open: Generated<boolean>
}

export interface OrganisationPairActTable {
  id: string
  decision: string
  reason: string
  by_whom: string
  at: Date
}

export interface OrganisationStatementTable {
  id: string
  organisation_id: string
  field: string
  value: string | null
  previous: string | null
  person_id: string | null
  by_whom: string
  at: Date
  undone_at: Date | null
  undone_by: string | null
}

export interface OrganisationSummaryTable {
  organisation_id: string
  led: number
  joined: number
  money: JsonColumn
  first_year: number | null
  last_year: number | null
  granted_eur: string
}

export interface OverlapJudgementTable {
  id: string
  ecosystem_id: string
  thing_kind: string
  thing_id: string
  other_id: string
  judgement: string
  reason: string
  share: string
  person_id: string | null
  by_whom: string
  at: Date
  ended_at: Date | null
  ended_why: string | null
  other_kind: string
  voice: string
}

export interface PasskeyTable {
  id: string
  person_id: string
  credential_id: string
  public_key: Buffer
  counter: number
  transports: string[]
  name: string
  created_at: Date
  used_at: Date | null
}

export interface PasskeyChallengeTable {
  challenge: string
  person_id: string | null
  expires_at: Date
}

export interface PersonTable {
  id: string
  name: string
  created_at: Date
  email: string | null
  language: string
  closed_at: Date | null
  erased_at: Date | null
}

export interface PersonIdentityTable {
  issuer: string
  subject: string
  person_id: string
  created_at: Date
}

export interface PersonInterestTable {
  id: string
  person_id: string
  relation: string | null
  role: string | null
  organisation_id: string
  starts_on: string | null
  ends_on: string | null
  declared_at: Date
  withdrawn_at: Date | null
}

export interface PersonOrganisationTable {
  person_id: string
  organisation_id: string
  title: string | null
  starts_on: string
  ends_on: string | null
}

export interface PortfolioTable {
  id: string
  ecosystem_id: string
  name: JsonColumn
  purpose: JsonColumn
  share: string
  exercise: Generated<boolean>
  person_id: string | null
  created_at: Date
  edited_at: Date | null
}

export interface PortfolioChoiceTable {
  id: string
  portfolio_id: string
  thing_id: string
  stance: string
  reason: string
  person_id: string | null
  at: Date
  removed_at: Date | null
  removed_by: string | null
}

export interface PortfolioCommitmentTable {
  id: string
  portfolio_id: string
  project_id: string
  organisation: string
  what: string
  payer: string | null
  owner: string | null
  evidence: string | null
  person_id: string | null
  at: Date
  removed_at: Date | null
  removed_by: string | null
}

export interface PortfolioFeedTable {
  id: string
  portfolio_id: string
  from_id: string
  to_id: string
  kind: string
  reason: string
  person_id: string | null
  at: Date
  removed_at: Date | null
  removed_by: string | null
}

export interface PortfolioGoalTable {
  id: string
  portfolio_id: string
  organisation_id: string | null
  owner: string
  name: JsonColumn
  person_id: string | null
  at: Date
  removed_at: Date | null
  removed_by: string | null
}

export interface PortfolioIdeaTable {
  id: string
  portfolio_id: string
  language: string
  title: string
  body: string
  lead: string | null
  city: string | null
  amount: Generated<string>
  starts: string | null
  ends: string | null
  frame_values: string[]
  person_id: string | null
  at: Date
  removed_at: Date | null
  removed_by: string | null
}

export interface PortfolioIdeaActTable {
  id: string
  idea_id: string
  act: string
  before: JsonColumn | null
  person_id: string | null
  at: Date
}

export interface PortfolioPlacementTable {
  id: string
  portfolio_id: string
  batch_id: string
  thing_id: string
  dimension: string
  code: string
  reason: string
  person_id: string | null
  at: Date
  removed_batch: string | null
  removed_at: Date | null
  removed_by: string | null
}

export interface PortfolioServiceTable {
  id: string
  goal_id: string
  thing_id: string
  strength: number
  reason: string
  person_id: string | null
  at: Date
  removed_at: Date | null
  removed_by: string | null
}

export interface PortfolioSourceTable {
  id: string
  portfolio_id: string
  kind: string
  filters: JsonColumn | null
  call_id: string | null
  person_id: string | null
  at: Date
  removed_at: Date | null
  removed_by: string | null
}

export interface PortfolioTargetTable {
  id: string
  portfolio_id: string
  frame_values: string[]
  measure: string
  amount: number
  person_id: string | null
  at: Date
  removed_at: Date | null
  removed_by: string | null
}

export interface ProcessNoteTable {
  id: string
  ecosystem_id: string
  figure: string
  kind: string
  words: string
  address: string | null
  person_id: string | null
  by_whom: string
  at: Date
  ended_at: Date | null
}

export interface ProcessShareTable {
  ecosystem_id: string
  share: string
  person_id: string | null
  by_whom: string
  at: Date
}

export interface ProfileCheckTable {
  id: string
  organisation_id: string
  what: string
  person_id: string | null
  by_whom: string
  at: Date
}

export interface ProfileFactTable {
  id: string
  entry_id: string
  organisation_id: string
  kind: string
  code: string | null
  code_list: string | null
  content: JsonColumn
  subjects: Generated<string[]>
  open_until: string | null
  share: string
  ecosystem_id: string | null
  exercise: Generated<boolean>
  file_hash: string | null
  thumbnail_file_hash: string | null
  person_id: string | null
  by_whom: string
  office: string
  at: Date
  prefilled: boolean
  confirmed_at: Date | null
  confirmed_by: string | null
  ended_at: Date | null
  ended_by: string | null
  ended_by_id: string | null
  ended_why: string | null
  lexemes: string
}

export interface ProfileInvitationTable {
  id: string
  organisation_id: string
  email: string
  language: string
  secret_hash: string
  invited_by: string | null
  invited_at: Date
  expires_at: Date
  revoked_at: Date | null
  declined_at: Date | null
  accepted_at: Date | null
  accepted_by: string | null
}

export interface ProfileKeeperTable {
  id: string
  organisation_id: string
  person_id: string
  since: Date
  given_by: string | null
  way: string
  joined: boolean
  ended_at: Date | null
  ended_by: string | null
}

export interface ProfileRequestTable {
  id: string
  organisation_id: string
  person_id: string
  words: string
  at: Date
  answer: string | null
  answered_by: string | null
  answered_at: Date | null
}

export interface ProjectTable {
  id: string
  registry: string
  code: string
  title: string
  language: string
  summary: string | null
  fund: string | null
  programme: string | null
  period: string | null
  priority: string | null
  objective: string | null
  authority: string | null
  authority_name: string | null
  status: string | null
  start_on: string | null
  end_on: string | null
  start_year: number | null
  region: string | null
  region_from: string | null
  themes: string[]
  currency: string | null
  granted: string | null
  realised: string | null
  planned_public: string | null
  realised_public: string | null
  total_cost: string | null
  eu_amount: string | null
  amount_class: number | null
  lead_id: string | null
  lead_name: string | null
  lead_personal: boolean
  url: string | null
  facet_key: number
  statements: number
  created_at: Date
  updated_at: Date
  share: string
  ecosystem_id: string | null
}

export interface ProjectBudgetTable {
  funding_decision_id: string
  position: number
  organisation_id: string | null
  name: string
  role: string
  cost: string
  granted: string
}

export interface ProjectCommitmentTable {
  funding_decision_id: string
  position: number
  kind: string
  organisation: string
  what: string | null
  payer: string | null
  owner: string | null
  evidence: string | null
  amount: string | null
}

export interface ProjectCubeTable {
  facet_key: number
  period: string | null
  fund: string | null
  priority: string | null
  authority: string | null
  region: string | null
  region_from: string | null
  status: string | null
  start_year: number | null
  amount_class: number | null
  themes: string[]
  currency: string | null
  projects: number
  granted: string | null
  realised: string | null
  planned_public: string | null
  realised_public: string | null
  share: Generated<string>
  ecosystem_id: string | null
}

export interface ProjectCubeListTable {
  facet_key: number
  import_id: string
  projects: number
}

export interface ProjectIndicatorTable {
  funding_decision_id: string
  position: number
  indicator: string
  unit: string | null
  baseline: string | null
  target: string | null
  evidence: string | null
}

export interface ProjectPartyTable {
  project_id: string
  position: number
  organisation_id: string
  role: string
  name: string
}

export interface ProjectSearchTable {
  project_id: string
  facet_key: number
  granted: string | null
  realised: string | null
  lexemes: string
  currency: string | null
  share: string
  ecosystem_id: string | null
}

export interface RecoveryCodeTable {
  person_id: string
  code_hash: string
  used_at: Date | null
}

export interface RecusalTable {
  id: string
  person_id: string
  application_id: string
  point: number
  ties: JsonColumn
  deputy_id: string | null
  at: Date
  lifted_at: Date | null
}

export interface ReportTable {
  id: string
  ecosystem_id: string
  scheme_id: string
  project_id: string
  period_from: string
  period_to: string
  due_on: string
  state: string
  version: number
  opened_at: Date
}

export interface ReportEventTable {
  id: string
  report_id: string
  event: string
  from_state: string
  to_state: string
  version: number
  person_id: string | null
  by_whom: string
  at: Date
  reason: string | null
}

export interface ReportPartTable {
  report_id: string
  organisation_id: string
  content: JsonColumn
  person_id: string | null
  by_whom: string
  at: Date
}

export interface ReportReminderTable {
  report_id: string
  kind: string
  at: Date
}

export interface ReportVersionTable {
  report_id: string
  version: number
  content: JsonColumn
  person_id: string | null
  by_whom: string
  at: Date
}

export interface ReportingProjectTable {
  ecosystem_id: string
  project_id: string
  starts_on: string
  person_id: string | null
  by_whom: string
  at: Date
}

export interface ReportingSchemeTable {
  id: string
  ecosystem_id: string
  call_id: string | null
  period: string
  due_days: number
  starts_on: string
  guidance: JsonColumn
  person_id: string | null
  by_whom: string
  at: Date
  ended_at: Date | null
  ended_by: string | null
}

export interface RetentionRuleTable {
  kind: string
  days: number | null
  grace_days: number
  changed_at: Date
}

export interface RetentionRunTable {
  id: string
  at: Date
  removed: JsonColumn
}

export interface RevisionTable {
  name: string
  number: number
}

export interface SavedAlertTable {
  view_id: string
  person_id: string
  every: string
  paused: boolean
  held: JsonColumn
  read_at: Date
}

export interface SavedViewTable {
  id: string
  person_id: string
  name: string
  path: string
  question: string
  share: string
  ecosystem_id: string | null
  created_at: Date
}

export interface SearchWordTable {
  word: string
  folded: string | null
  count: number
}

export interface SeenTable {
  person_id: string
  subject_kind: string
  subject_id: string
  at: Date
}

export interface SelectionTable {
  id: string
  ecosystem_id: string
  number: number
  call_id: string | null
  meeting_id: string | null
  name: JsonColumn
  purpose: string
  held_on: string
  held_at: string | null
  place: string | null
  state: string
  exercise: boolean
  exercise_note: JsonColumn | null
  settings: JsonColumn
  revision: number
  chosen: string[] | null
  reasons: string
  record: JsonColumn | null
  record_hash: string | null
  created_by: string | null
  created_at: Date
  called_at: Date | null
  opened_at: Date | null
  closed_at: Date | null
  closing_job: string | null
}

export interface SelectionBallotTable {
  vote_id: string
  person_id: string
  option: string
  at: Date
}

export interface SelectionCandidateTable {
  id: string
  selection_id: string
  position: number
  code: string
  title: JsonColumn
  project_id: string | null
  application_id: string | null
  costs: JsonColumn
  lead: string | null
  city: string | null
  fund: string | null
  region: string | null
  actor_kind: string | null
  organisations: string[]
  frame_values: string[]
  starts: string | null
  ends: string | null
  note: string
  source: string
}

export interface SelectionDeclarationTable {
  candidate_id: string
  person_id: string
  denied: string[]
  at: Date
}

export interface SelectionEventTable {
  id: string
  selection_id: string
  event: string
  content: JsonColumn
  person_id: string | null
  at: Date
}

export interface SelectionForceTable {
  id: string
  candidate_id: string
  way: string
  reason: string
  person_id: string
  at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

export interface SelectionMemberTable {
  selection_id: string
  person_id: string
  role: string
  came_at: Date | null
  left_at: Date | null
}

export interface SelectionNoteTable {
  id: string
  candidate_id: string
  person_id: string
  body: string
  at: Date
}

export interface SelectionRecusalTable {
  id: string
  candidate_id: string
  person_id: string
  found: string
  ground: number | null
  words: string
  at: Date
}

export interface SelectionScoreTable {
  candidate_id: string
  criterion: string
  low: string
  high: string
  origin: string
  person_id: string | null
  at: Date
}

export interface SelectionSignatureTable {
  selection_id: string
  person_id: string
  role: string
  hash: string
  at: Date
}

export interface SelectionStatementTable {
  id: string
  selection_id: string
  person_id: string | null
  content: JsonColumn
  reason: string
  said_by: string
  at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

export interface SelectionVoteTable {
  id: string
  selection_id: string
  question: string
  options: JsonColumn
  person_id: string
  opened_at: Date
  closed_at: Date | null
}

export interface SessionTable {
  token_hash: string
  person_id: string
  created_at: Date
  expires_at: Date
  preview: JsonColumn | null
  id: Generated<string>
  seen_at: Date | null
  way: Generated<string>
  device: string | null
  address: string | null
}

export interface SettingTable {
  name: string
  value: JsonColumn
}

export interface SignInLinkTable {
  token_hash: string
  person_id: string | null
  expires_at: Date
  used_at: Date | null
  purpose: Generated<string>
  email: string | null
  name: string | null
  language: string | null
  invitation_id: string | null
}

export interface SignInStepTable {
  token_hash: string
  person_id: string
  expires_at: Date
}

export interface SituationPictureTable {
  id: string
  key: string
  scope: string
  region: string | null
  ecosystem_id: string | null
  share: string
  standard: boolean
  title: JsonColumn | null
  tiles: JsonColumn | null
  version: Generated<number>
  checked_at: Date | null
  ended_at: Date | null
}

export interface SituationSnapshotTable {
  picture_id: string
  made_at: Date
  content: JsonColumn
  hash: string
  milliseconds: number
}

export interface StatisticDatasetTable {
  id: string
  title: JsonColumn
  description: JsonColumn
  publisher: string
  licence: string
  table_code: string | null
  origin: string
  address: string | null
  slice: JsonColumn | null
  nightly: boolean
  ecosystem_id: string | null
  share: string
  person_id: string | null
  created_at: Date
  version_id: string | null
  checked_at: Date | null
  trouble: string | null
  ended_at: Date | null
  ended_by: string | null
  ended_why: string | null
}

export interface StatisticFetchTable {
  id: string
  dataset_id: string
  at: Date
  outcome: string
  status: number | null
  milliseconds: number
  attempt: number
  next_at: Date | null
}

export interface StatisticSeriesTable {
  version_id: string
  place: number
  cells: string[]
  flags: string[] | null
}

export interface StatisticVersionTable {
  id: string
  dataset_id: string
  number: number
  digest: string
  source_updated: string | null
  fetched_at: Date
  header: JsonColumn
  provenance: JsonColumn
  changes: JsonColumn | null
  levels: string[]
  first_period: string | null
  last_period: string | null
  series: number
  cells: number
  empty_cells: number
}

export interface SubjectChoiceTable {
  id: string
  thing_kind: string
  thing_id: string
  concept: string
  accepted: boolean
  person_id: string | null
  by_whom: string
  at: Date
  ended_at: Date | null
}

export interface SupportedEnterpriseTable {
  business_id: string
  name: string
  personal: boolean
  size: string | null
  region: string | null
  kind: string | null
  organisation_id: string | null
  updated_at: Date
}

export interface TopicTable {
  id: string
  ecosystem_id: string
  person_id: string
  language: string
  title: string
  body: string
  share: string
  frame_values: string[]
  pinned: boolean
  closed_at: Date | null
  created_at: Date
  edited_at: Date | null
  lexemes: string
}

export interface TurnLimitTable {
  key: string
  level: number
  at: Date
}

export interface WebhookTable {
  id: string
  ecosystem_id: string | null
  address: string
  kinds: string[]
  secret: string
  state: string
  failures: Generated<number>
  created_by: string | null
  created_at: Date
}

export interface WebhookAttemptTable {
  delivery_id: string
  number: number
  at: Date
  milliseconds: number
  status: number | null
  answer: string | null
  error: string | null
}

export interface WebhookDeliveryTable {
  id: string
  webhook_id: string
  kind: string
  body: string
  state: string
  created_at: Date
  next_at: Date | null
}

export interface Tables {
  api_token: ApiTokenTable
  appeal_guidance: AppealGuidanceTable
  application: ApplicationTable
  application_advice: ApplicationAdviceTable
  application_event: ApplicationEventTable
  application_file: ApplicationFileTable
  application_invitation: ApplicationInvitationTable
  application_partner: ApplicationPartnerTable
  application_right: ApplicationRightTable
  application_version: ApplicationVersionTable
  assessment: AssessmentTable
  assessment_event: AssessmentEventTable
  assessment_giving: AssessmentGivingTable
  assessment_sheet: AssessmentSheetTable
  attachment: AttachmentTable
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
  audit_sealed: AuditSealedTable
  backup: BackupTable
  benchmark: BenchmarkTable
  benchmark_note: BenchmarkNoteTable
  benchmark_run: BenchmarkRunTable
  calendar_feed: CalendarFeedTable
  call: CallTable
  call_assessor: CallAssessorTable
  call_event: CallEventTable
  comment: CommentTable
  comment_version: CommentVersionTable
  commitment_check: CommitmentCheckTable
  completion_request: CompletionRequestTable
  conflict_answer: ConflictAnswerTable
  conflict_declaration: ConflictDeclarationTable
  consortium: ConsortiumTable
  consortium_choice: ConsortiumChoiceTable
  consortium_demand: ConsortiumDemandTable
  consortium_event: ConsortiumEventTable
  consortium_exclusion: ConsortiumExclusionTable
  consortium_interest: ConsortiumInterestTable
  consortium_invitation: ConsortiumInvitationTable
  consortium_judgement: ConsortiumJudgementTable
  consortium_letter: ConsortiumLetterTable
  consortium_letter_template: ConsortiumLetterTemplateTable
  consortium_meeting: ConsortiumMeetingTable
  consortium_opening_off: ConsortiumOpeningOffTable
  consortium_opening_told: ConsortiumOpeningToldTable
  consortium_partner: ConsortiumPartnerTable
  consortium_task: ConsortiumTaskTable
  contact: ContactTable
  criteria_template: CriteriaTemplateTable
  criteria_template_version: CriteriaTemplateVersionTable
  data_copy: DataCopyTable
  decision: DecisionTable
  decision_event: DecisionEventTable
  decision_letter: DecisionLetterTable
  decision_part: DecisionPartTable
  decision_statement: DecisionStatementTable
  draft: DraftTable
  draft_change: DraftChangeTable
  draft_field: DraftFieldTable
  draft_operation: DraftOperationTable
  draft_presence: DraftPresenceTable
  ecosystem: EcosystemTable
  ecosystem_dimension: EcosystemDimensionTable
  ecosystem_fact: EcosystemFactTable
  ecosystem_goal: EcosystemGoalTable
  ecosystem_group: EcosystemGroupTable
  ecosystem_indicator: EcosystemIndicatorTable
  ecosystem_link: EcosystemLinkTable
  ecosystem_logo: EcosystemLogoTable
  ecosystem_money: EcosystemMoneyTable
  ecosystem_role: EcosystemRoleTable
  ecosystem_source: EcosystemSourceTable
  ecosystem_value: EcosystemValueTable
  eligibility_check: EligibilityCheckTable
  erasure: ErasureTable
  event: EventTable
  follow: FollowTable
  followup: FollowupTable
  followup_item: FollowupItemTable
  followup_packet: FollowupPacketTable
  followup_packet_event: FollowupPacketEventTable
  followup_packet_version: FollowupPacketVersionTable
  followup_pair: FollowupPairTable
  followup_verdict: FollowupVerdictTable
  form: FormTable
  form_step: FormStepTable
  form_version: FormVersionTable
  funding: FundingTable
  funding_decision: FundingDecisionTable
  health_note: HealthNoteTable
  impact_item: ImpactItemTable
  import: ImportTable
  import_row: ImportRowTable
  indicator: IndicatorTable
  indicator_figure: IndicatorFigureTable
  indicator_light: IndicatorLightTable
  indicator_target: IndicatorTargetTable
  indicator_value: IndicatorValueTable
  indicator_value_enterprise: IndicatorValueEnterpriseTable
  indicator_version: IndicatorVersionTable
  invitation: InvitationTable
  invitation_acceptance: InvitationAcceptanceTable
  job_progress: JobProgressTable
  lead_summary: LeadSummaryTable
  letter_template: LetterTemplateTable
  list_profile: ListProfileTable
  mail: MailTable
  mail_off: MailOffTable
  meeting: MeetingTable
  meeting_attendee: MeetingAttendeeTable
  meeting_event: MeetingEventTable
  meeting_item: MeetingItemTable
  meeting_organ: MeetingOrganTable
  meeting_recusal: MeetingRecusalTable
  migration: MigrationTable
  network_answer: NetworkAnswerTable
  network_answer_row: NetworkAnswerRowTable
  network_import: NetworkImportTable
  network_import_row: NetworkImportRowTable
  network_picture: NetworkPictureTable
  network_survey: NetworkSurveyTable
  network_tie: NetworkTieTable
  network_tie_ask: NetworkTieAskTable
  network_tie_kind: NetworkTieKindTable
  notification: NotificationTable
  notification_choice: NotificationChoiceTable
  office_holding: OfficeHoldingTable
  one_time_code: OneTimeCodeTable
  operating_item: OperatingItemTable
  organisation: OrganisationTable
  organisation_closed: OrganisationClosedTable
  organisation_family: OrganisationFamilyTable
  organisation_identifier: OrganisationIdentifierTable
  organisation_merge: OrganisationMergeTable
  organisation_name: OrganisationNameTable
  organisation_pair: OrganisationPairTable
  organisation_pair_act: OrganisationPairActTable
  organisation_statement: OrganisationStatementTable
  organisation_summary: OrganisationSummaryTable
  overlap_judgement: OverlapJudgementTable
  passkey: PasskeyTable
  passkey_challenge: PasskeyChallengeTable
  person: PersonTable
  person_identity: PersonIdentityTable
  person_interest: PersonInterestTable
  person_organisation: PersonOrganisationTable
  portfolio: PortfolioTable
  portfolio_choice: PortfolioChoiceTable
  portfolio_commitment: PortfolioCommitmentTable
  portfolio_feed: PortfolioFeedTable
  portfolio_goal: PortfolioGoalTable
  portfolio_idea: PortfolioIdeaTable
  portfolio_idea_act: PortfolioIdeaActTable
  portfolio_placement: PortfolioPlacementTable
  portfolio_service: PortfolioServiceTable
  portfolio_source: PortfolioSourceTable
  portfolio_target: PortfolioTargetTable
  process_note: ProcessNoteTable
  process_share: ProcessShareTable
  profile_check: ProfileCheckTable
  profile_fact: ProfileFactTable
  profile_invitation: ProfileInvitationTable
  profile_keeper: ProfileKeeperTable
  profile_request: ProfileRequestTable
  project: ProjectTable
  project_budget: ProjectBudgetTable
  project_commitment: ProjectCommitmentTable
  project_cube: ProjectCubeTable
  project_cube_list: ProjectCubeListTable
  project_indicator: ProjectIndicatorTable
  project_party: ProjectPartyTable
  project_search: ProjectSearchTable
  recovery_code: RecoveryCodeTable
  recusal: RecusalTable
  report: ReportTable
  report_event: ReportEventTable
  report_part: ReportPartTable
  report_reminder: ReportReminderTable
  report_version: ReportVersionTable
  reporting_project: ReportingProjectTable
  reporting_scheme: ReportingSchemeTable
  retention_rule: RetentionRuleTable
  retention_run: RetentionRunTable
  revision: RevisionTable
  saved_alert: SavedAlertTable
  saved_view: SavedViewTable
  search_word: SearchWordTable
  seen: SeenTable
  selection: SelectionTable
  selection_ballot: SelectionBallotTable
  selection_candidate: SelectionCandidateTable
  selection_declaration: SelectionDeclarationTable
  selection_event: SelectionEventTable
  selection_force: SelectionForceTable
  selection_member: SelectionMemberTable
  selection_note: SelectionNoteTable
  selection_recusal: SelectionRecusalTable
  selection_score: SelectionScoreTable
  selection_signature: SelectionSignatureTable
  selection_statement: SelectionStatementTable
  selection_vote: SelectionVoteTable
  session: SessionTable
  setting: SettingTable
  sign_in_link: SignInLinkTable
  sign_in_step: SignInStepTable
  situation_picture: SituationPictureTable
  situation_snapshot: SituationSnapshotTable
  statistic_dataset: StatisticDatasetTable
  statistic_fetch: StatisticFetchTable
  statistic_series: StatisticSeriesTable
  statistic_version: StatisticVersionTable
  subject_choice: SubjectChoiceTable
  supported_enterprise: SupportedEnterpriseTable
  topic: TopicTable
  turn_limit: TurnLimitTable
  webhook: WebhookTable
  webhook_attempt: WebhookAttemptTable
  webhook_delivery: WebhookDeliveryTable
}
