-- Criteria, checks and scores; conflicts of interest; the decision of two authorities; the meetings it is made in.

-- A template of criteria, versioned as forms are: a settled version never changes.
create table criteria_template (
  id uuid primary key,
  ecosystem_id uuid references ecosystem (id),
  name jsonb not null,
  person_id uuid references person (id),
  created_at timestamptz not null,
  archived_at timestamptz
);
create table criteria_template_version (
  template_id uuid not null references criteria_template (id) on delete cascade,
  version int not null,
  -- engine/assessment Template
  definition jsonb not null,
  state text not null check (state in ('working', 'settled')),
  person_id uuid references person (id),
  at timestamptz not null,
  primary key (template_id, version)
);

-- The assessment of one application.
create table assessment (
  application_id uuid primary key references application (id) on delete cascade,
  call_id uuid not null references call (id),
  ecosystem_id uuid not null,
  state text not null check (state in ('waiting', 'checking', 'failed', 'scoring', 'discussing', 'settled')),
  -- The version of the application that is judged.
  version int not null,
  -- Settled together: { criterion: { "score": n, "reason": "..." } }
  consensus jsonb,
  summary text,
  settled_at timestamptz,
  settled_by uuid references person (id),
  updated_at timestamptz not null
);
create index assessment_call on assessment (call_id, state);

create table assessment_event (
  id uuid primary key,
  application_id uuid not null references assessment (application_id) on delete cascade,
  event text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);
create index assessment_event_application on assessment_event (application_id, at);

-- A general criterion as it was found, with its ground; a new finding replaces the old one, which stays.
create table eligibility_check (
  id uuid primary key,
  application_id uuid not null references assessment (application_id) on delete cascade,
  criterion text not null,
  version int not null,
  result text not null check (result in ('pass', 'fail')),
  ground text not null,
  person_id uuid not null references person (id),
  by_whom text not null,
  at timestamptz not null,
  replaced_at timestamptz
);
create unique index eligibility_check_valid on eligibility_check (application_id, criterion) where replaced_at is null;

-- One assessor's sheet for one application. Nobody else sees its scores before all are given.
create table assessment_sheet (
  id uuid primary key,
  application_id uuid not null references assessment (application_id) on delete cascade,
  person_id uuid not null references person (id),
  state text not null check (state in ('assigned', 'open', 'given', 'recused', 'released')),
  version int,
  scores jsonb,
  assigned_by uuid references person (id),
  assigned_at timestamptz not null,
  given_at timestamptz,
  -- The sheet that this one stands in for.
  deputy_for uuid references assessment_sheet (id)
);
create unique index assessment_sheet_held on assessment_sheet (application_id, person_id) where state <> 'released';
create index assessment_sheet_person on assessment_sheet (person_id, state);

-- What somebody says of their conflict in one application, before they open it or at a meeting, or what the organ says
-- of a conflict that was declared (hallintolaki 434/2003, 28 and 29 §). Nothing is taken back: the newest counts.
create table conflict_declaration (
  id uuid primary key,
  person_id uuid not null references person (id),
  by_id uuid not null references person (id),
  application_id uuid not null references application (id) on delete cascade,
  says text not null check (says in ('none', 'conflict', 'lifted')),
  -- The point of 28 § 1 mom., of a conflict.
  point int check (point between 1 and 7),
  words text not null,
  -- What the product had found then: ties with their evidence.
  found jsonb not null,
  meeting_id uuid,
  at timestamptz not null
);
create index conflict_declaration_person on conflict_declaration (person_id, application_id, at);
create index conflict_declaration_application on conflict_declaration (application_id);

-- The person's answer to a tie that only they can judge, with the records they were shown: a new record asks again.
create table conflict_answer (
  id uuid primary key,
  person_id uuid not null references person (id),
  application_id uuid not null references application (id) on delete cascade,
  tie text not null,
  conflict boolean not null,
  seen text[] not null,
  at timestamptz not null
);
create index conflict_answer_person on conflict_answer (person_id, application_id);

-- Somebody steps aside from one application, with the ties that were the reason; who steps in, where somebody does.
create table recusal (
  id uuid primary key,
  person_id uuid not null references person (id),
  application_id uuid not null references application (id) on delete cascade,
  point int not null check (point between 1 and 7),
  ties jsonb not null,
  deputy_id uuid references person (id),
  at timestamptz not null,
  lifted_at timestamptz
);
create unique index recusal_valid on recusal (person_id, application_id) where lifted_at is null;
create index recusal_application on recusal (application_id);

-- What people tell of themselves beyond one application: their own places in organisations, and those of somebody
-- near, who is told by the relation alone, never by name. Seen by them; by others only where it is a tie.
create table person_interest (
  id uuid primary key,
  person_id uuid not null references person (id),
  -- One's own, or of somebody near: a relation of hallintolaki 28 § 2 mom.
  relation text,
  role text check (
    role in ('employment', 'commission', 'board', 'director', 'ownership', 'organ', 'representation')
  ),
  organisation_id uuid not null references organisation (id),
  starts_on date,
  ends_on date,
  declared_at timestamptz not null,
  withdrawn_at timestamptz,
  check (relation is not null or role is not null)
);
create index person_interest_person on person_interest (person_id);
create index person_interest_organisation on person_interest (organisation_id);

-- Which organisations are one family: a group and its companies, a city and its companies.
create table organisation_family (
  id uuid primary key,
  upper_id uuid not null references organisation (id) on delete cascade,
  lower_id uuid not null references organisation (id) on delete cascade,
  kind text not null check (kind in ('parent', 'municipal', 'owner', 'group')),
  -- Percent owned, of an owner; unknown counts as control.
  share numeric(5, 2),
  source text not null,
  starts_on date,
  ends_on date,
  person_id uuid references person (id),
  at timestamptz not null,
  withdrawn_at timestamptz,
  check (upper_id <> lower_id)
);
create index organisation_family_upper on organisation_family (upper_id);
create index organisation_family_lower on organisation_family (lower_id);

-- The decision on one application: one object with two parts. What was decided is signed by its hash.
create table decision (
  id uuid primary key,
  application_id uuid not null unique references application (id),
  call_id uuid not null references call (id),
  ecosystem_id uuid not null,
  state text not null check (state in ('preparing', 'with-city', 'with-council', 'decided', 'published')),
  -- What is proposed: { "outcome", "grant", "cost", "rate", "costModel", "conditions", "grounds", "starts", "ends", "byPartner" }
  proposal jsonb,
  proposed_by uuid references person (id),
  proposed_at timestamptz,
  -- The round: each reopening begins a new one.
  round int not null,
  project_id uuid,
  published_at timestamptz,
  updated_at timestamptz not null
);
create index decision_call on decision (call_id, state);

-- The two parts of a decision, each with its own right, grounds, conditions, amounts, date and signature.
create table decision_part (
  id uuid primary key,
  decision_id uuid not null references decision (id) on delete cascade,
  round int not null,
  part text not null check (part in ('selection', 'legal')),
  outcome text not null check (outcome in ('yes', 'no')),
  grounds text not null,
  conditions text not null,
  grant_amount numeric(18, 2),
  cost numeric(18, 2),
  language text not null,
  meeting_id uuid,
  person_id uuid not null references person (id),
  by_whom text not null,
  office text not null,
  at timestamptz not null,
  -- What was signed, in canonical JSON, and its SHA-256.
  content jsonb not null,
  hash text not null,
  -- Returned or reopened since.
  void_at timestamptz
);
create unique index decision_part_valid on decision_part (decision_id, part) where void_at is null;

create table decision_event (
  id uuid primary key,
  decision_id uuid not null references decision (id) on delete cascade,
  event text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);
create index decision_event_decision on decision_event (decision_id, at);

-- A letter to the applicant, as it was sent; made from a template of the ecosystem or the product's own.
create table decision_letter (
  id uuid primary key,
  decision_id uuid not null references decision (id) on delete cascade,
  language text not null,
  subject text not null,
  body text not null,
  person_id uuid references person (id),
  sent_at timestamptz not null
);
create index decision_letter_decision on decision_letter (decision_id);
create table letter_template (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  kind text not null check (kind in ('granted', 'refused', 'left-out')),
  subject jsonb not null,
  body jsonb not null,
  updated_at timestamptz not null,
  unique (ecosystem_id, kind)
);

-- A meeting that decides: the city's steering group, or the council's.
create table meeting (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id),
  part text not null check (part in ('selection', 'legal')),
  number int not null,
  title jsonb not null,
  -- Finnish wall time.
  held_on date not null,
  held_at text,
  place text,
  state text not null check (state in ('planned', 'called', 'held', 'approved')),
  chair_id uuid references person (id),
  secretary_id uuid references person (id),
  opened_at timestamptz,
  closed_at timestamptz,
  approved_at timestamptz,
  approved_by uuid references person (id),
  unique (ecosystem_id, part, number)
);
create table meeting_attendee (
  meeting_id uuid not null references meeting (id) on delete cascade,
  person_id uuid not null references person (id),
  -- 'member', 'deputy', 'expert', 'secretary'
  role text not null check (role in ('member', 'deputy', 'expert', 'secretary')),
  came_at timestamptz,
  left_at timestamptz,
  primary key (meeting_id, person_id)
);
create table meeting_item (
  id uuid primary key,
  meeting_id uuid not null references meeting (id) on delete cascade,
  position int not null,
  decision_id uuid references decision (id),
  -- Of an item that is no decision: opening, quorum, other matters.
  title jsonb,
  notes text not null,
  taken_at timestamptz
);
create index meeting_item_meeting on meeting_item (meeting_id, position);
create index meeting_item_decision on meeting_item (decision_id);
