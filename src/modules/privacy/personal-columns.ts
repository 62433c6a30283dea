import type { Kept } from './kept-columns.ts'
import { measured } from './measured-columns.ts'
import { official } from './official-columns.ts'

/**
 * What becomes of each column of the database when a person is forgotten. A test walks the database's own catalogue
 * and fails on a column of text, of lists, of JSON, or one that names a person, that is not dealt with here.
 */

/** Tables whose rows are of a person alone: forgotten with them, by the column given. */
export const forgotten: Readonly<Record<string, string>> = {
  session: 'person_id',
  sign_in_link: 'person_id',
  sign_in_step: 'person_id',
  one_time_code: 'person_id',
  recovery_code: 'person_id',
  passkey: 'person_id',
  passkey_challenge: 'person_id',
  person_identity: 'person_id',
  person_organisation: 'person_id',
  person_interest: 'person_id',
  contact: 'person_id',
  mail: 'person_id',
  follow: 'person_id',
  seen: 'person_id',
  notification: 'person_id',
  notification_choice: 'person_id',
  mail_off: 'person_id',
  calendar_feed: 'person_id',
  saved_alert: 'person_id',
  saved_view: 'person_id',
  consortium_opening_told: 'person_id',
  consortium_opening_off: 'person_id',
  draft_presence: 'person_id',
  // One's own drafts; those that many share have no person and stay.
  draft: 'person_id',
  api_token: 'person_id',
  data_copy: 'person_id',
}

/** Tables that are made from lists and registers, or of the machine's own words. */
export const impersonal: readonly string[] = [
  'audit_head',
  'backup',
  'ecosystem_dimension',
  'ecosystem_fact',
  'ecosystem_goal',
  'ecosystem_group',
  'ecosystem_link',
  'ecosystem_logo',
  'ecosystem_money',
  'ecosystem_role',
  'ecosystem_source',
  'ecosystem_value',
  'health_note',
  'import_row',
  'job_progress',
  'lead_summary',
  'migration',
  'network_picture',
  'organisation_closed',
  'organisation_identifier',
  'organisation_name',
  'organisation_summary',
  'project',
  'project_cube',
  'project_cube_list',
  'project_party',
  'project_search',
  'retention_rule',
  'retention_run',
  'revision',
  'search_word',
  'setting',
  'statistic_fetch',
  'statistic_series',
  'statistic_version',
  'turn_limit',
  'webhook_delivery',
]

/** The rest, column by column; also of forgotten tables where rows of others stay that may name the person. */
export const kept: Readonly<Record<string, Kept>> = {
  ...official,
  ...measured,
  attachment: {
    ids: ['person_id', 'removed_by'],
    words: ['name'],
    codes: [
      'subject_kind',
      'subject_id',
      'type',
      'file_hash',
      'thumbnail_file_hash',
      'scan',
      'scan_says',
      'share',
    ],
  },
  // The chain holds hashes of what is personal; the values are in audit_sealed, and go.
  audit_entry: {
    ids: ['actor_id'],
    codes: ['action', 'actor_kind', 'actor_name', 'input', 'way', 'changes'],
  },
  audit_sealed: { ids: ['person_id'], codes: ['value'] },
  comment: {
    ids: ['person_id', 'mentions', 'resolved_by', 'hidden_by'],
    words: ['body', 'hidden_reason'],
    codes: ['subject_kind', 'subject_id', 'share'],
  },
  comment_version: { words: ['body'] },
  contact: { ids: ['created_by'], words: ['title'], codes: ['name', 'email', 'phone', 'ground'] },
  draft: { ids: ['closed_by'], codes: ['kind', 'subject', 'state'] },
  draft_change: { ids: ['person_id'], words: ['value'], codes: ['name', 'how'] },
  draft_field: { ids: ['person_id'], words: ['value'], codes: ['name'] },
  draft_operation: { ids: ['person_id'], words: ['answer'] },
  ecosystem: {
    words: ['summary', 'description', 'contact'],
    codes: [
      'key',
      'kind',
      'name',
      'short_name',
      'unofficial',
      'starts',
      'ends',
      'period_source',
      'regions',
      'municipalities',
      'agreement_source',
      'partial',
      'share',
      'colour',
    ],
  },
  erasure: { ids: ['person_id', 'asked_by'] },
  event: {
    ids: ['person_id'],
    words: ['title', 'body', 'place', 'link'],
    codes: ['kind', 'language', 'starts_at', 'ends_at', 'repeats', 'share'],
  },
  funding: {
    ids: ['checked_by'],
    words: ['title', 'summary', 'applicant_text', 'money_text', 'original', 'document', 'imported'],
    codes: [
      'source',
      'external_id',
      'language',
      'programme',
      'funder',
      'level',
      'applicants',
      'currency',
      'stage',
      'closes_at',
      'link',
      'read_from',
      'themes',
      'region',
      'stated_status',
    ],
  },
  import: {
    words: ['actor_name', 'file_name'],
    codes: ['file_hash', 'profile', 'layout', 'list', 'state', 'counts', 'failure', 'share', 'share_wanted'],
  },
  invitation: {
    ids: ['created_by'],
    codes: ['token_hash', 'sealed_token', 'email', 'name', 'office', 'language'],
  },
  invitation_acceptance: { ids: ['person_id'] },
  list_profile: { words: ['name'], codes: ['mapping'] },
  mail: {
    words: ['subject', 'body', 'error', 'answer'],
    codes: ['recipient', 'kind', 'state', 'off_link'],
  },
  notification: {
    ids: ['owner_id'],
    words: ['actor_name', 'title', 'excerpt'],
    codes: ['kind', 'subject_kind', 'subject_id', 'about', 'share', 'path'],
  },
  // Askings and records are codes, names of territories and figures; the names are of who made them.
  process_share: { ids: ['person_id'], words: ['by_whom'], codes: ['share'] },
  office_holding: { ids: ['person_id', 'granted_by'], codes: ['office'] },
  consortium: {
    ids: ['person_id'],
    words: ['title', 'aim', 'call_name', 'programme', 'wanted_text', 'ended_why'],
    codes: ['call_address', 'language', 'state', 'share'],
  },
  consortium_choice: { ids: ['person_id'], words: ['reason', 'by_whom'], codes: ['choice'] },
  consortium_demand: {
    ids: ['person_id'],
    words: ['name', 'source', 'by_whom', 'ended_by'],
    codes: ['asks', 'counted', 'enough'],
  },
  consortium_event: { ids: ['person_id'], words: ['details', 'by_whom'], codes: ['what'] },
  consortium_exclusion: { ids: ['person_id'], words: ['reason'], codes: ['by_what', 'codes'] },
  consortium_interest: {
    ids: ['person_id'],
    words: ['name', 'words', 'email', 'answer_text', 'answered_by'],
    codes: ['secret_hash', 'language', 'answer'],
  },
  consortium_invitation: {
    ids: ['person_id'],
    words: ['email', 'message', 'answer_text', 'answered_by', 'questions', 'withdrawn_why'],
    codes: ['secret_hash', 'reminder_hashes', 'language', 'answer'],
  },
  consortium_judgement: { ids: ['person_id'], words: ['reason', 'by_whom'] },
  consortium_letter: {
    ids: ['person_id'],
    words: ['body', 'signer', 'signer_title', 'withdrawn_why'],
    codes: ['language', 'hash'],
  },
  consortium_letter_template: { ids: ['person_id'], words: ['body'], codes: ['language'] },
  consortium_meeting: { ids: ['person_id'], words: ['present', 'minutes'] },
  consortium_partner: {
    ids: ['person_id'],
    words: ['name', 'part', 'said'],
    codes: ['state', 'capacity'],
  },
  consortium_task: { ids: ['person_id'], words: ['what', 'done_by'] },
  ecosystem_indicator: { ids: ['person_id'], words: ['by_whom', 'ended_by'], codes: ['set_name'] },
  // Names of enterprises; a sole trader's is marked `personal` and shown to those alone who keep the ecosystem.
  indicator_figure: { codes: ['series', 'breakdown'] },
  network_answer: { words: ['name', 'offers', 'needs', 'email'], codes: ['secret_hash', 'language'] },
  network_answer_row: { words: ['name'], codes: ['kind', 'state'] },
  network_import: {
    ids: ['person_id'],
    words: ['file_name', 'by_whom'],
    codes: ['file_hash', 'format', 'share', 'state'],
  },
  network_import_row: {
    words: ['cells', 'from_name', 'to_name', 'note'],
    codes: ['from_found', 'to_found', 'kind', 'problem'],
  },
  network_survey: {
    ids: ['person_id'],
    words: ['title', 'intro', 'by_whom'],
    codes: ['kinds', 'share', 'secret'],
  },
  network_tie: {
    ids: ['person_id', 'answered_person_id'],
    words: ['note', 'by_whom', 'answer_note', 'answered_by', 'ended_by'],
    codes: ['kind', 'source', 'share', 'answer'],
  },
  network_tie_ask: { ids: ['person_id'], words: ['email'], codes: ['secret_hash', 'language'] },
  network_tie_kind: { ids: ['person_id'], codes: ['name', 'back_name'] },
  operating_item: {
    ids: ['person_id', 'reviewed_person_id', 'ended_person_id'],
    words: ['content', 'by_whom', 'reason', 'reviewed_by', 'ended_by'],
    codes: ['kind', 'share'],
  },
  organisation: {
    words: ['website'],
    codes: ['name', 'name_sv', 'name_en', 'kind', 'place', 'region', 'country'],
  },
  organisation_merge: { words: ['by_whom', 'undone_by'], codes: ['evidence'] },
  organisation_pair: { words: ['decided_by'], codes: ['evidence', 'state', 'contradiction'] },
  organisation_pair_act: { words: ['by_whom'], codes: ['decision', 'reason'] },
  organisation_statement: {
    ids: ['person_id'],
    words: ['value', 'previous', 'by_whom', 'undone_by'],
    codes: ['field'],
  },
  person: { codes: ['name', 'email', 'language'] },
  portfolio: { ids: ['person_id'], words: ['name', 'purpose'], codes: ['share'] },
  portfolio_source: { ids: ['person_id', 'removed_by'], words: ['filters'], codes: ['kind'] },
  portfolio_choice: { ids: ['person_id', 'removed_by'], words: ['reason'], codes: ['stance'] },
  portfolio_idea: {
    ids: ['person_id', 'removed_by'],
    words: ['title', 'body', 'lead', 'city'],
    codes: ['language', 'frame_values'],
  },
  portfolio_idea_act: { ids: ['person_id'], words: ['before'], codes: ['act'] },
  portfolio_placement: {
    ids: ['person_id', 'removed_by'],
    words: ['reason'],
    codes: ['dimension', 'code'],
  },
  portfolio_target: { ids: ['person_id', 'removed_by'], codes: ['frame_values', 'measure'] },
  portfolio_feed: { ids: ['person_id', 'removed_by'], words: ['reason'], codes: ['kind'] },
  portfolio_goal: { ids: ['person_id', 'removed_by'], words: ['owner', 'name'] },
  portfolio_service: { ids: ['person_id', 'removed_by'], words: ['reason'] },
  portfolio_commitment: {
    ids: ['person_id', 'removed_by'],
    words: ['organisation', 'what', 'payer', 'owner', 'evidence'],
  },
  commitment_check: { ids: ['person_id'], words: ['evidence'], codes: ['outcome'] },
  profile_check: { ids: ['person_id'], words: ['by_whom'], codes: ['what'] },
  profile_fact: {
    ids: ['person_id', 'ended_by_id'],
    words: ['content', 'by_whom', 'confirmed_by', 'ended_by'],
    codes: [
      'kind',
      'code',
      'code_list',
      'subjects',
      'share',
      'file_hash',
      'thumbnail_file_hash',
      'office',
      'ended_why',
    ],
  },
  profile_invitation: { ids: ['invited_by', 'accepted_by'], codes: ['email', 'language', 'secret_hash'] },
  profile_keeper: { ids: ['person_id', 'given_by', 'ended_by'], codes: ['way'] },
  profile_request: { ids: ['person_id', 'answered_by'], words: ['words'], codes: ['answer'] },
  saved_alert: { words: ['held'], codes: ['every'] },
  saved_view: { words: ['name'], codes: ['path', 'question', 'share'] },
  topic: {
    ids: ['person_id'],
    words: ['title', 'body'],
    codes: ['language', 'share', 'frame_values'],
  },
  webhook: { ids: ['created_by'], words: ['address'], codes: ['kinds', 'secret', 'state'] },
  // What a receiver answered.
  webhook_attempt: { words: ['answer', 'error'] },
}

/** Every column that people write in, in tables whose rows stay. */
export const written: readonly (readonly [table: string, column: string])[] = Object.entries(kept).flatMap(
  ([table, { words = [] }]) => words.map((column) => [table, column] as const),
)

// Endings that join a name as it stands: "Anna Aaltoa", "Anna Aaltolla", "Anna Aaltos", "Anna Aalto:n".
const endings = "(?::?(?:n|a|ä|ta|tä|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|ksi|na|nä|en|in)|'?s|’s)?"

/** A PostgreSQL pattern for a name as a word of its own, also inflected; what it matches is one name, not a longer one. */
export const patternOf = (name: string): string =>
  `(?<![[:alnum:]])${name
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
    .replaceAll(/\s+/g, '\\s+')}${endings}(?![[:alnum:]])`
