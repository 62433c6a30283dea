-- Calls for applications, the applications with everybody who writes in them, and what was sent of each.

create table call (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id),
  -- In addresses and application numbers, such as 'hev-2027-1'; never changes.
  code text not null unique,
  state text not null check (state in ('planned', 'open', 'closed', 'in-assessment', 'decided', 'archived')),
  -- Made up, for practice: said on every page of it.
  exercise boolean not null,
  -- What people settle of it, as modules/calls/settings.ts reads it; frozen when the call opens.
  settings jsonb not null,
  -- Of the settings, what lists and clocks ask for.
  title jsonb not null,
  opens_at timestamptz,
  -- Until when an idea, or a full application where there is one step, is taken.
  closes_at timestamptz,
  -- Of a two-step call: until when full applications are taken.
  full_closes_at timestamptz,
  form_id uuid,
  form_version int,
  idea_form_id uuid,
  idea_form_version int,
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  copied_from uuid references call (id),
  person_id uuid references person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  opened_at timestamptz,
  lexemes tsvector not null
);
create index call_ecosystem on call (ecosystem_id, closes_at);
create index call_state on call (state, closes_at);
create index call_lexemes on call using gin (lexemes);

-- Everything that happened to a call: each event of its state table, and each correction of its frozen rules.
create table call_event (
  id uuid primary key,
  call_id uuid not null references call (id) on delete cascade,
  event text not null,
  from_state text,
  to_state text not null,
  -- Of a correction: { "fields": [{ "field", "before", "after" }], "told": n }; published with its reason.
  change jsonb,
  -- { "fi": ..., "sv": ..., "en": ... }
  reason jsonb,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);
create index call_event_call on call_event (call_id, at);

-- Who assesses the applications of a call.
create table call_assessor (
  call_id uuid not null references call (id) on delete cascade,
  person_id uuid not null references person (id),
  added_by uuid references person (id),
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (call_id, person_id)
);
create index call_assessor_person on call_assessor (person_id);

create table application (
  id uuid primary key,
  call_id uuid not null references call (id),
  ecosystem_id uuid not null,
  -- Counted in its call from 1, when it is begun: 'hev-2027-1/17'.
  number int not null,
  step text not null check (step in ('idea', 'full')),
  -- Of a full application: the idea that it grew from.
  idea_id uuid references application (id),
  copied_from uuid references application (id),
  -- Which form its answers follow; the call's when it was begun.
  form_id uuid not null,
  form_version int not null,
  state text not null check (state in ('draft', 'submitted', 'reopened', 'withdrawn')),
  title text not null,
  -- Who applies: the organisation of the lead partner, where it is in the registry.
  organisation_id uuid references organisation (id),
  language text not null,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  -- The newest version that was sent, and when; null while it is a draft.
  version int,
  submitted_at timestamptz,
  -- Sent after the call had closed, and what the office made of that.
  late boolean not null default false,
  late_accepted boolean,
  late_reason text,
  -- Several applications that are one project, one for each partner.
  group_id uuid,
  unique (call_id, number)
);
create index application_call on application (call_id, state);
create index application_organisation on application (organisation_id);
create index application_person on application (person_id);
create index application_group on application (group_id);

-- Who may look, write, send. A right that was taken back stays with its end.
create table application_right (
  id uuid primary key,
  application_id uuid not null references application (id) on delete cascade,
  person_id uuid not null references person (id),
  organisation_id uuid references organisation (id),
  level text not null check (level in ('view', 'edit', 'submit')),
  given_by uuid references person (id),
  given_at timestamptz not null,
  ended_at timestamptz
);
create unique index application_right_held on application_right (application_id, person_id) where ended_at is null;
create index application_right_person on application_right (person_id);

-- An offer of a right to somebody by mail; only the hash of its secret is kept.
create table application_invitation (
  id uuid primary key,
  application_id uuid not null references application (id) on delete cascade,
  email text not null,
  level text not null check (level in ('view', 'edit', 'submit')),
  organisation_name text,
  secret_hash text not null unique,
  invited_by uuid not null references person (id),
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references person (id),
  revoked_at timestamptz
);
create index application_invitation_application on application_invitation (application_id);

-- What was sent, whole, and never changed afterwards.
create table application_version (
  id uuid primary key,
  application_id uuid not null references application (id) on delete cascade,
  version int not null,
  -- Field -> text or texts, as the form names them.
  answers jsonb not null,
  form_id uuid not null,
  form_version int not null,
  -- { "partners": [...], "total": "...", "grant": "...", "rate": "..." }, as the budget engine counted it then.
  budget jsonb,
  -- The attachments that went with it: [{ "id", "name", "hash", "bytes", "question" }].
  files jsonb not null,
  -- SHA-256 of answers, form, budget and files in canonical JSON: the receipt says it.
  hash text not null,
  receipt text not null unique,
  late boolean not null,
  person_id uuid not null references person (id),
  by_whom text not null,
  at timestamptz not null,
  unique (application_id, version)
);

-- Who takes part, as the newest version says: the lead first.
create table application_partner (
  application_id uuid not null references application (id) on delete cascade,
  position int not null,
  -- The row of the partner in the answers.
  row_key text not null,
  organisation_id uuid references organisation (id),
  name text not null,
  business_id text,
  role text not null check (role in ('lead', 'partner')),
  cost numeric(18, 2),
  grant_asked numeric(18, 2),
  primary key (application_id, position)
);
create index application_partner_organisation on application_partner (organisation_id);

-- The office asks for more: the named sections open again until a day.
create table completion_request (
  id uuid primary key,
  application_id uuid not null references application (id) on delete cascade,
  -- The version that was found wanting, and the one that answered.
  version int not null,
  answered_version int,
  sections text[] not null,
  message text not null,
  language text not null,
  due_at timestamptz not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  ended_at timestamptz
);
create index completion_request_application on completion_request (application_id);
