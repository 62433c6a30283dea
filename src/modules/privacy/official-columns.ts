import type { Kept } from './kept-columns.ts'

/**
 * The columns of calls, applications, assessments and decisions. What was sent, declared, signed and minuted is an
 * official document: it stays as it was, names and all, since a right to be forgotten gives way to what an authority
 * must keep (Reg. (EU) 2016/679, art. 17(3)(b)). What is no document yet, or only convenience, forgets the person.
 */
export const official: Readonly<Record<string, Kept>> = {
  application: {
    ids: ['person_id'],
    words: ['title'],
    codes: ['step', 'state', 'language', 'late_reason', 'initial'],
  },
  application_advice: {
    ids: ['person_id', 'struck_by'],
    codes: ['kind', 'words', 'struck_reason'],
  },
  application_event: {
    ids: ['person_id'],
    codes: ['event', 'from_state', 'to_state', 'reason', 'by_whom'],
  },
  application_file: { codes: ['question', 'name', 'type', 'file_hash'] },
  application_invitation: {
    ids: ['invited_by', 'accepted_by'],
    words: ['email', 'organisation_name'],
    codes: ['level', 'secret_hash'],
  },
  application_partner: { codes: ['row_key', 'name', 'business_id', 'role'] },
  application_right: { ids: ['person_id', 'given_by'], codes: ['level'] },
  application_version: {
    ids: ['person_id'],
    codes: ['answers', 'budget', 'files', 'hash', 'receipt', 'by_whom'],
  },
  assessment: { ids: ['settled_by'], codes: ['state', 'consensus', 'summary'] },
  assessment_event: {
    ids: ['person_id'],
    codes: ['event', 'from_state', 'to_state', 'reason', 'by_whom'],
  },
  assessment_giving: { codes: ['scores', 'salt', 'hash'] },
  assessment_sheet: { ids: ['person_id', 'assigned_by'], codes: ['state', 'scores'] },
  call: { ids: ['person_id'], codes: ['code', 'state', 'settings', 'title', 'share'] },
  call_assessor: { ids: ['person_id', 'added_by'] },
  call_event: {
    ids: ['person_id'],
    codes: ['event', 'from_state', 'to_state', 'change', 'reason', 'by_whom'],
  },
  completion_request: { ids: ['person_id'], codes: ['sections', 'message', 'language', 'by_whom'] },
  conflict_answer: { ids: ['person_id'], codes: ['tie', 'seen'] },
  conflict_declaration: { ids: ['person_id', 'by_id'], codes: ['says', 'words', 'found'] },
  criteria_template: { ids: ['person_id'], codes: ['name'] },
  criteria_template_version: { ids: ['person_id'], codes: ['definition', 'state'] },
  decision: { ids: ['proposed_by'], codes: ['state', 'proposal'] },
  appeal_guidance: { ids: ['person_id'], codes: ['body'] },
  decision_statement: { codes: ['project_key'] },
  funding_decision: {
    codes: ['content_authority', 'deciding_authority', 'payer', 'appropriation', 'sources', 'hash'],
  },
  meeting_event: { ids: ['person_id'], codes: ['event', 'from_state', 'to_state', 'by_whom'] },
  meeting_recusal: { ids: ['person_id', 'deputy_id'], words: ['words'] },
  selection: {
    ids: ['created_by'],
    codes: [
      'name',
      'purpose',
      'held_at',
      'place',
      'state',
      'exercise_note',
      'settings',
      'chosen',
      'reasons',
      'record',
      'record_hash',
    ],
  },
  selection_candidate: {
    codes: [
      'code',
      'title',
      'costs',
      'lead',
      'city',
      'fund',
      'region',
      'actor_kind',
      'organisations',
      'frame_values',
      'note',
      'source',
    ],
  },
  selection_score: { ids: ['person_id'], codes: ['criterion', 'origin'] },
  selection_member: { ids: ['person_id'], codes: ['role'] },
  selection_recusal: { ids: ['person_id'], words: ['words'], codes: ['found'] },
  selection_declaration: { ids: ['person_id'], codes: ['denied'] },
  selection_statement: { ids: ['person_id', 'said_by', 'withdrawn_by'], codes: ['content', 'reason'] },
  selection_force: { ids: ['person_id', 'withdrawn_by'], codes: ['way', 'reason'] },
  // What was said in the room is no minutes.
  selection_note: { ids: ['person_id'], words: ['body'] },
  selection_vote: { ids: ['person_id'], codes: ['question', 'options'] },
  selection_ballot: { ids: ['person_id'], codes: ['option'] },
  selection_signature: { ids: ['person_id'], codes: ['role', 'hash'] },
  selection_event: { ids: ['person_id'], codes: ['event', 'content'] },
  project_budget: { codes: ['name', 'role'] },
  project_commitment: { words: ['organisation', 'what', 'payer', 'owner', 'evidence'], codes: ['kind'] },
  project_indicator: { words: ['indicator', 'unit', 'evidence'] },
  decision_event: {
    ids: ['person_id'],
    codes: ['hash', 'event', 'from_state', 'to_state', 'reason', 'by_whom'],
  },
  decision_letter: { ids: ['people', 'person_id'], codes: ['kind', 'language', 'subject', 'body'] },
  decision_part: {
    ids: ['person_id'],
    codes: ['part', 'outcome', 'grounds', 'conditions', 'language', 'by_whom', 'office', 'content', 'hash'],
  },
  eligibility_check: { ids: ['person_id'], codes: ['criterion', 'result', 'ground', 'by_whom'] },
  // A form is what a call asked: it names no one but by mistake, and a settled one is kept by its hash.
  form: { ids: ['person_id'] },
  form_step: { ids: ['person_id'], codes: ['step', 'undo'] },
  form_version: { ids: ['person_id'], codes: ['definition', 'hash', 'state'] },
  letter_template: { codes: ['kind', 'subject', 'body'] },
  meeting: {
    ids: ['person_id', 'chair_id', 'secretary_id', 'approved_by'],
    codes: ['language', 'part', 'title', 'held_at', 'place', 'state', 'quorum_ground'],
  },
  meeting_organ: { ids: ['person_id'], codes: ['part', 'ground'] },
  meeting_attendee: { ids: ['person_id'], codes: ['role'] },
  meeting_item: { codes: ['title', 'notes'] },
  overlap_judgement: {
    ids: ['person_id'],
    codes: ['thing_kind', 'other_kind', 'judgement', 'reason', 'share', 'voice', 'by_whom', 'ended_why'],
  },
  organisation_family: { ids: ['person_id'], codes: ['kind', 'source'] },
  recusal: { ids: ['person_id', 'deputy_id'], codes: ['ties'] },
  subject_choice: { ids: ['person_id'], codes: ['thing_kind', 'concept', 'by_whom'] },
}
